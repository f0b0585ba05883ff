import { readdirSync, readFileSync } from 'node:fs';
import { createTestApi, loadNursingPrograms, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const EXAMPLES = new URL('../../../../schema/examples/', import.meta.url);
const names = readdirSync(EXAMPLES)
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => name.slice(0, -'.graphql'.length));

const read = (name: string) => readFileSync(new URL(name, EXAMPLES), 'utf8');

describe('each question of schema/examples has its answer and its number of SQL statements', () => {
  let api: TestApi;
  /** A server comes without programs. */
  let withPrograms: TestApi;
  beforeAll(async () => {
    api = await createTestApi();
    withPrograms = await createTestApi('loaded', loadNursingPrograms);
  });
  afterAll(() => Promise.all([api?.close(), withPrograms?.close()]));

  test.each(names)('%s', async (name) => {
    const { answer, statements } = await (name === 'programs-near' ? withPrograms : api).record(
      read(`${name}.graphql`),
      JSON.parse(read(`${name}.variables.json`)),
    );
    // Moments of loading differ from run to run; all else must not.
    const stable = JSON.parse(JSON.stringify(answer).replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"<moment>"'));
    await expect(`${JSON.stringify({ statements: statements.length, ...stable }, null, 2)}\n`).toMatchFileSnapshot(
      `../golden/${name}.golden.json`,
    );
    if (name === 'career-page') expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(12);
  });
});
