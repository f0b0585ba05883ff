import { readdirSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createTestApi, loadNursingPrograms, type TestApi } from '@careergraph/testkit';
import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ignoreLateFailures } from './late-failures.js';
import { randomQuery } from './random-query.js';

ignoreLateFailures();

/** CAREERGRAPH_FUZZ=100000 takes five minutes. */
const RUNS = Number(process.env.CAREERGRAPH_FUZZ ?? (process.env.CI === 'true' ? 10_000 : 1_000));

const root = new URL('../../../../schema/', import.meta.url);
const schema = buildSchema(readFileSync(new URL('schema.graphql', root), 'utf8'));
const examples = readdirSync(new URL('examples/', root))
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => readFileSync(new URL(`examples/${name}`, root), 'utf8'));

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', loadNursingPrograms);
});
afterAll(() => api?.close());

const PIECES = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '...',
  '@skip(if: true)',
  '$x',
  '"',
  '"""',
  '#',
  ':',
  '!',
  '__schema',
  'on Query',
  'fragment A on Query { ...A }',
  '1e999',
  '\\u0000',
  'first: 1000000000',
  'query',
  'null',
];

/** An example with some of its text replaced. */
const mutated = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40), fc.constantFrom('', ...PIECES)), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([text, edits]) =>
    edits.reduce((now, [at, length, piece]) => {
      const start = Math.floor(at * now.length);
      return now.slice(0, start) + piece + now.slice(start + length);
    }, text),
  );

const documents = fc.oneof(
  { weight: 3, arbitrary: fc.integer().map((seed) => randomQuery(schema, seed, { odd: true })) },
  { weight: 3, arbitrary: mutated },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom(...PIECES, ' career '), { maxLength: 60 }).map((all) => all.join(' ')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

const bodies: fc.Arbitrary<string | Uint8Array<ArrayBuffer>> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record(
        { query: documents, variables: fc.jsonValue(), operationName: fc.string(), extensions: fc.jsonValue() },
        { requiredKeys: ['query'] },
      )
      // Most have just a document, which is refused later than the rest.
      .chain((body) => fc.constantFrom(JSON.stringify({ query: body.query }), JSON.stringify(body))),
  },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)) },
);

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

/** Stores that still fill up: questions, documents, and rows have bounds of their own. */
const STORES_BYTES = 150_000_000;

test(`${RUNS} random documents and bodies: no 5xx, and memory is flat`, async () => {
  const statuses = new Map<number, number>();
  let done = 0;
  let early = 0;
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const response = await api.fetch(
        new Request('http://localhost/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
          body,
        }),
      );
      const text = await response.text();
      expect(response.status, text).toBeLessThan(500);
      expect(text).not.toContain('INTERNAL_SERVER_ERROR');
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      done += 1;
      if (done === RUNS / 5) early = heapAfterCollection();
    }),
    { numRuns: RUNS },
  );
  expect(heapAfterCollection() - early).toBeLessThan(STORES_BYTES);
  // Both what is answered and what is refused was among them.
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400]));
}, 3_600_000);
