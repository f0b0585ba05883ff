import { environmentOf } from '@careergraph/testkit';
import { expect, test } from 'vitest';
import { answerOf, database, start, stop } from '../start/starting.js';

/** A valid document of 12 kB, within every limit. */
function documentOf(number: number): string {
  const name = `document_${number}_`.padEnd(32, 'x');
  const fields = Array.from({ length: 300 }, (_, field) => `${name}${field}: slug`);
  return `{ career(slug: "emt") { ${fields.join(' ')} } }`;
}

test('1,100 distinct valid documents of 12 kB with a heap of 256 MB: all are answered', async () => {
  const server = start({
    ...environmentOf(await database('loaded')),
    CAREERGRAPH_ANONYMOUS_BUDGET: '0',
    NODE_OPTIONS: '--max-old-space-size=256',
  });
  const url = await server.url;
  expect(documentOf(1).length).toBeGreaterThan(12_000);
  for (let number = 0; number < 1_100; number += 1) {
    const answer = JSON.stringify(await answerOf(url, documentOf(number)));
    expect(answer.slice(0, 100)).toMatch(/^\{"data":\{"career":\{"document_/);
  }
  await stop(server);
});

test('a list whose entries fail at different times, as one client asked for it, ends no process', async () => {
  const server = start(environmentOf(await database('loaded')));
  const url = await server.url;
  const entries =
    'ancestors { title related(asOf: "US") { attribution } } knowledge { hidden } skills(asOf: "bad") { hidden }';
  expect(JSON.stringify(await answerOf(url, `{ occupations { nodes { ${entries} } } }`))).toContain('BAD_USER_INPUT');
  // What is left of the list fails after the answer.
  await answerOf(url, '{ occupation(code: "29-1141") { knowledge { hidden } growth { percent { value } } } }');
  expect(await answerOf(url, '{ __typename }')).toEqual({ data: { __typename: 'Query' } });
  expect((await stop(server)).stderr).toBe('');
});
