// What partners write, as the compiler sees it.
import {
  type AnswerCache,
  BadUserInputError,
  CareerGraphError,
  type CareerPageQuery,
  careerPage,
  careersList,
  cite,
  createCareerClient,
  createClient,
  type DataOf,
  type Figure,
  type FigureStatus,
  formatCount,
  formatRange,
  formatWage,
  memoryCache,
  PartialDataError,
  RateLimitedError,
  ServerError,
  type VariablesOf,
  walk,
  type YearlyWageFragment,
} from '@careergraph/sdk';
import { aWage, recorded, stubFetch } from '@careergraph/sdk/testing';

declare const settings: { readonly apiKey?: string; readonly slug: string; readonly zip: string | undefined };

const cache: AnswerCache = memoryCache(1_000_000);
const client = createClient({ endpoint: '/graphql', apiKey: settings.apiKey, cache });
const careers = createCareerClient({
  endpoint: 'https://careers.example/graphql',
  fetch: (url, init) => fetch(url, init),
  onRequest: async ({ operation, headers }, next) => {
    headers.set('x-operation', operation);
    return next();
  },
});

type Salary = NonNullable<NonNullable<CareerPageQuery['career']>['salary']>;
const variables: VariablesOf<typeof careerPage> = { slug: settings.slug, area: { state: 'CA' } };

export async function page(signal: AbortSignal | undefined): Promise<string[]> {
  const { data, errors } = await client.request(careerPage, variables, { signal, timeoutMs: 5_000 });
  const same: DataOf<typeof careerPage> = data;
  const paths = errors?.map(({ path }) => path?.join('.') ?? '') ?? [];
  const { career } = same;
  if (!career?.salary || !career.growth) return paths;
  const { salary, growth } = career;
  return [
    ...paths,
    salaryLine(salary),
    formatWage(salary.hourlyMedian, { per: 'HOUR', locale: 'es-US' }),
    formatCount(growth.annualOpenings),
  ];
}

export async function lists(): Promise<string[]> {
  const titles: string[] = [];
  for await (const career of careers.careers.all({ filter: { field: ['NURSING'] }, first: 50 }))
    titles.push(career.title);
  for await (const career of walk(client, careersList, {}, (data) => data.careers)) titles.push(career.slug);
  const { data } = await careers.careerPage({
    slug: 'emt',
    area: settings.zip === undefined ? null : { zip: settings.zip },
  });
  await careers.sources();
  return [...titles, data.career?.title ?? 'no such career'];
}

function salaryLine({ p10, median, p90, provenance }: Salary): string {
  return `${dollars(median) ?? words(median)}, ${formatRange(p10, p90)}. ${cite(provenance)}`;
}

function dollars(wage: YearlyWageFragment): number | undefined {
  return wage.status === 'PUBLISHED' || wage.status === 'DERIVED' ? wage.amount : undefined;
}

export function words(wage: YearlyWageFragment): string {
  switch (wage.status) {
    case 'PUBLISHED':
    case 'DERIVED':
      return wage.amount.toFixed();
    case 'TOP_CODED':
      return `${wage.atLeast.toFixed()} or more`;
    case 'SUPPRESSED':
    case 'NOT_PUBLISHED':
    case 'NOT_IN_FILE':
      return wage.reason ?? wage.display;
    case '%future added value':
      return wage.display;
    default:
      return wage satisfies never;
  }
}

/** Of a document of one's own. */
export function share(figure: Figure<{ readonly status: FigureStatus; readonly value: number | null }>): number {
  return figure.status === 'PUBLISHED' ? figure.value : Number.NaN;
}

/** In a partner's own tests. */
export const stubbed = createCareerClient({ endpoint: 'https://stub.example/graphql', fetch: stubFetch() });
export const inWords: string = words(aWage({ amount: 45_690 }));
export const example: CareerPageQuery = recorded(careerPage);

export function explain(error: unknown): string {
  if (error instanceof BadUserInputError) return error.errors[0]?.extensions?.argument ?? error.code;
  if (error instanceof RateLimitedError) return `${error.retryAfter ?? 60} s`;
  if (error instanceof ServerError) return error.id ?? `${error.status}`;
  if (error instanceof PartialDataError) return JSON.stringify(error.data);
  return error instanceof CareerGraphError ? error.code : 'not of the SDK';
}
