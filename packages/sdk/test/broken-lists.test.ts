import { type Client, careersList, createClient, walk } from '@careergraph/sdk';
import { describe, expect, test } from 'vitest';

const BROKEN = 'CareersList: the list broke off before its end.';

/** A client of a server that answers its requests, counted from 1, with these bodies. */
function clientOf(bodyOf: (number: number) => string) {
  let requests = 0;
  const fetch = async () => {
    requests += 1;
    return new Response(bodyOf(requests), { headers: { 'content-type': 'application/json' } });
  };
  return { client: createClient({ endpoint: 'http://localhost/graphql', fetch }), requests: () => requests };
}

const itemsOf = (client: Client) => walk(client, careersList, {}, (data) => data.careers);

async function walkThrough(client: Client): Promise<void> {
  for await (const _ of itemsOf(client));
}

function page(nodes: string, cursor: string): string {
  return `{"data":{"careers":{"totalCount":9,"nodes":${nodes},"pageInfo":{"hasNextPage":true,"endCursor":${cursor}}}}}`;
}

describe('a list that goes on for ever', () => {
  test('ends where its cursors go round', async () => {
    const { client, requests } = clientOf((number) => page('[{"slug":"a"}]', `"${number % 2}"`));
    await expect(walkThrough(client)).rejects.toThrow(BROKEN);
    expect(requests()).toBe(3);
  });

  test('ends where its cursor stands still', async () => {
    const items = itemsOf(clientOf(() => page('[{"slug":"a"}]', '"c"')).client);
    await items.next();
    await expect(items.next().then(() => items.next())).rejects.toThrow(BROKEN);
  });
});

test.each([
  ['pages without items, each with another cursor', (number: number) => page('[]', `"${number}"`), 1],
  ['null for its items', () => page('null', '"a"'), 1],
  ['no page info', () => '{"data":{"careers":{"nodes":[]}}}', 1],
  ['a second page without items', (number: number) => page(number < 2 ? '[{"slug":"a"}]' : '[]', `"${number}"`), 2],
])('a list that is not one: %s', async (_name, bodyOf, count) => {
  const { client, requests } = clientOf(bodyOf);
  await expect(walkThrough(client)).rejects.toThrow(BROKEN);
  expect(requests()).toBe(count);
});
