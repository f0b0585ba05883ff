import { readdirSync, readFileSync } from 'node:fs';
import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

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
