import { setTimeout as sleep } from 'node:timers/promises';
import { environmentOf, spawnServer } from '@careergraph/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { nationalFile } from './national-file.js';
import { database, doneAlone, folder } from './running.js';

/** Three figures in one answer, each with its release. */
const QUERY = `{ career(slug: "medical-office-manager") {
  primary: salary { mean { amount } release { label } }
  secondary: salary(occupation: "43-6011") { mean { amount } release { label } }
  list: salaries(kind: NATION, first: 1) { edges { node { mean { amount } } } release { label } }
} }`;

test('a running server shows an import after its end, and mixes no releases in an answer', async () => {
  const location = await database();
  const environment = environmentOf(location);
  const server = spawnServer(environment);
  onTestFinished(async () => {
    server.kill('SIGKILL');
    await server.ended;
  });
  const url = new URL('graphql', await server.url);
  const answers = new Map<string, Set<string>>();
  const ask = async (): Promise<string> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY }),
    });
    const text = await response.text();
    expect(response.status, text).toBe(200);
    const labels = new Set([...text.matchAll(/"label":"([^"]+)"/g)].map(([, label]) => label as string));
    expect([...labels], text).toHaveLength(1);
    const [label] = [...labels] as [string];
    answers.set(label, (answers.get(label) ?? new Set()).add(text));
    return label;
  };
  expect(await ask()).toBe('May 2025');

  const file = await nationalFile(await folder(), {
    year: 2026,
    edit: (code) => ({ '11-1001': { OCC_CODE: '11-9111' }, '43-1001': { OCC_CODE: '43-6011' } })[code],
  });
  let requests = 0;
  let stopped = false;
  const asking = Array.from({ length: 3 }, async () => {
    while (!stopped) {
      await ask();
      requests += 1;
      await sleep(5);
    }
  });
  expect(await doneAlone(environment, 'import', 'oews', file)).toMatchObject({ status: 'ACTIVE' });
  while ((await ask()) !== 'May 2026') await sleep(20);
  while (requests < 200) await sleep(20);
  stopped = true;
  await Promise.all(asking);

  expect([...answers.keys()]).toEqual(['May 2025', 'May 2026']);
  // One answer a release: no figure came from the other.
  expect([...answers.values()].map((texts) => texts.size)).toEqual([1, 1]);
});
