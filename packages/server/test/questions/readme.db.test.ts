import { readFileSync } from 'node:fs';
import { createTestApi, loadNursingPrograms, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

const pairs = ['README.md', 'docs/api.md'].flatMap((file) => {
  const text = readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8');
  return [...text.matchAll(/\*\*([^*]+?)\*\*[^`]*```graphql\n(.*?)```\n\n```json\n(.*?)```/gs)].map(
    ([, question, query, answer]) => [file, question as string, query as string, answer as string] as const,
  );
});

let api: TestApi;
beforeAll(async () => {
  // For the question that needs imported files.
  api = await createTestApi('loaded', loadNursingPrograms);
});
afterAll(() => api?.close());

test('README shows one question, and the API guide seven', () => {
  expect(pairs.map(([file]) => file)).toEqual(['README.md', ...Array.from({ length: 7 }, () => 'docs/api.md')]);
});

test.each(pairs)('%s: %s', async (_file, _question, query, answer) => {
  expect(await api.query(query)).toEqual({ data: JSON.parse(answer) });
});
