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
  const server = start({ ...environmentOf(await database('loaded')), NODE_OPTIONS: '--max-old-space-size=256' });
  const url = await server.url;
  expect(documentOf(1).length).toBeGreaterThan(12_000);
  for (let number = 0; number < 1_100; number += 1) {
    const answer = JSON.stringify(await answerOf(url, documentOf(number)));
    expect(answer.slice(0, 100)).toMatch(/^\{"data":\{"career":\{"document_/);
  }
  await stop(server);
});
