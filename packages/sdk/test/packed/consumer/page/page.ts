import { careerPage, cite, createClient, formatWage, NetworkError, RateLimitedError } from '@careergraph/sdk';

const asked = new URL(location.href).searchParams;
const client = createClient({ endpoint: asked.get('endpoint') ?? '/graphql', retries: 1 });

try {
  const { data } = await client.request(careerPage, { slug: asked.get('slug') ?? 'medical-assistant' });
  const salary = data.career?.salary;
  show('wage', salary ? formatWage(salary.median) : 'no wage');
  show('source', salary ? cite(salary.provenance) : '');
} catch (error) {
  show('problem', problemOf(error));
}

function problemOf(error: unknown): string {
  if (error instanceof RateLimitedError) return `Try again in ${error.retryAfter ?? 60} seconds.`;
  if (error instanceof NetworkError) return `The server cannot be reached (${error.code}).`;
  throw error;
}

function show(id: string, text: string): void {
  const element = document.getElementById(id);
  if (element) element.textContent = text;
}
