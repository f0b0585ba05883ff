import sdk = require('@careergraph/sdk');

const client: sdk.CareerClient = sdk.createCareerClient({ endpoint: '/graphql' });

export async function median(slug: string): Promise<number | null | undefined> {
  const { data } = await client.careerPage({ slug });
  return data.career?.salary?.median.amount;
}
