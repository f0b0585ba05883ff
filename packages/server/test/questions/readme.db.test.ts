import { readFileSync } from 'node:fs';
import { createTestApi, loadNursingPrograms, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8');
const pairs = [...readme.matchAll(/\*\*(.+?)\*\*[^`]*```graphql\n(.*?)```\n\n```json\n(.*?)```/gs)].map(
  ([, question, query, answer]) => [question as string, query as string, answer as string] as const,
);

let api: TestApi;
beforeAll(async () => {
  // For the question that needs imported files.
  api = await createTestApi('loaded', loadNursingPrograms);
});
afterAll(() => api?.close());

test('README shows eight questions', () => {
  expect(pairs.map(([question]) => question)).toHaveLength(8);
});

test.each(pairs)('README: %s', async (_, query, answer) => {
  expect(await api.query(query)).toEqual({ data: JSON.parse(answer) });
});
