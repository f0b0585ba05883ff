import { readdirSync, readFileSync } from 'node:fs';
import { createRowStore } from '@careergraph/server';
import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiWith, postRequest } from '../http/requests.js';

const EXAMPLES = new URL('../../../../schema/examples/', import.meta.url);
const names = readdirSync(EXAMPLES)
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => name.slice(0, -'.graphql'.length));

const read = (name: string) => readFileSync(new URL(name, EXAMPLES), 'utf8');

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api?.close());

describe('a question about rows that are kept asks the database nothing, and has the same answer', () => {
  test.each(names)('%s', async (name) => {
    const variables = JSON.parse(read(`${name}.variables.json`));
    const cold = await api.record(read(`${name}.graphql`), variables);
    // Another document, so that the finished answer is not used.
    const warm = await api.record(`${read(`${name}.graphql`)}# again`, variables, { cold: false });
    expect(warm.statements).toEqual([]);
    expect(warm.answer).toEqual(cold.answer);
  });
});

describe('rows take no more memory than they may', () => {
  const everyCareer = async (megabytes: number) => {
    const rows = createRowStore(megabytes);
    const to = await apiWith(api, { rows, answerMegabytes: 0 });
    const { data } = await api.query('{ careers(first: 100) { nodes { slug } } }');
    const { nodes } = (data as { careers: { nodes: readonly { slug: string }[] } }).careers;
    const answers = [];
    for (const { slug } of nodes) {
      const query = '($slug: String!) { career(slug: $slug) { salary { mean { display } } duties { title } } }';
      answers.push(await (await to(postRequest({ query: `query ${query}`, variables: { slug } }))).json());
    }
    return { answers, state: rows.state() };
  };

  test('and answers are the same whatever that is', async () => {
    const [none, little, plenty] = [await everyCareer(0), await everyCareer(0.02), await everyCareer(64)];
    expect([none.state.entries, none.state.bytes]).toEqual([0, 0]);
    expect(little.state.bytes).toBeLessThanOrEqual(20_000);
    expect(little.state.entries).toBeLessThan(plenty.state.entries);
    expect(plenty.state.entries).toBeGreaterThan(100);
    expect(little.answers).toEqual(plenty.answers);
    expect(none.answers).toEqual(plenty.answers);
  });
});
