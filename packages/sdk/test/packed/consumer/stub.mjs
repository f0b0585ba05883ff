import { createCareerClient, ServerError } from '@careergraph/sdk';
import { stubFetch } from '@careergraph/sdk/testing';

async function run() {
  const client = createCareerClient({ endpoint: 'https://stub.example/graphql', fetch: stubFetch() });
  const { data } = await client.careerPage({ slug: 'medical-assistant' });
  const error = await client.careerPage({ slug: 'not-recorded' }).catch((error) => error);
  return { title: data.career.title, code: error.code, isOurs: error instanceof ServerError };
}

run().then((answer) => console.log(JSON.stringify(answer)));
