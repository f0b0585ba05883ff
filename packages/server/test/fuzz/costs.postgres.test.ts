import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApi, createRowStore, type Handler, keepCatalog } from '@careergraph/server';
import { createTestApi, loadNursingPrograms, type TestApi } from '@careergraph/testkit';
import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ignoreLateFailures } from './late-failures.js';
import { randomQuery } from './random-query.js';

ignoreLateFailures();

const schema = buildSchema(readFileSync(new URL('../../../../schema/schema.graphql', import.meta.url), 'utf8'));
const RUNS = process.env.CI === 'true' ? 2_000 : 300;

type Callback = (error: unknown, result?: { readonly rows?: readonly unknown[] }) => void;
interface Client {
  query(...args: unknown[]): unknown;
}
const { Client } = createRequire(new URL('../../../db/package.json', import.meta.url))('pg') as {
  Client: { readonly prototype: Client };
};
const { query: originalQuery } = Client.prototype;

/** Rows that Postgres has given to this process. */
let rowsGiven = 0;

let api: TestApi;
let handler: Handler;
const rows = createRowStore();
beforeAll(async () => {
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    const callback = args.at(-1);
    const count = (result?: { readonly rows?: readonly unknown[] }) => {
      rowsGiven += result?.rows?.length ?? 0;
    };
    if (typeof callback === 'function') {
      const counted: Callback = (error, result) => {
        count(result);
        (callback as Callback)(error, result);
      };
      return originalQuery.apply(this, [...args.slice(0, -1), counted]);
    }
    const result = originalQuery.apply(this, args);
    if (result instanceof Promise) void result.then(count, () => {});
    return result;
  };
  api = await createTestApi('loaded', loadNursingPrograms);
  const catalog = await keepCatalog(api.prisma, 2 ** 31 - 1, () => {});
  const logger = { info: () => {}, error: () => {} };
  handler = createApi({ prisma: api.prisma, catalog, logger, rows, answerMegabytes: 0 });
});
afterAll(async () => {
  Client.prototype.query = originalQuery;
  await api?.close();
});

async function ask(query: string): Promise<{ cost: number | undefined; text: string }> {
  const body = Buffer.from(JSON.stringify({ query, extensions: { cost: true } }));
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  const response = await handler({ method: 'POST', path: '/graphql', search: '', headers, readBody: async () => body });
  const text = Buffer.from(response.body ?? '').toString();
  const { extensions } = JSON.parse(text) as { extensions?: { cost?: { requested: number } } };
  return { cost: extensions?.cost?.requested, text };
}

async function rowsOf(query: string): Promise<number> {
  rows.clear();
  const before = rowsGiven;
  await ask(query);
  return rowsGiven - before;
}

test('the cost of a request is never below the rows that the database gives for it', async () => {
  let withRows = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const query = randomQuery(schema, seed, { odd: false });
      // What is read once for all requests of a release belongs to none of them.
      const { cost } = await ask(query);
      if (cost === undefined) return;
      let given = await rowsOf(query);
      // A look for changed releases comes in between, or what a list before left behind when one of its entries failed.
      for (let again = 0; given > cost && again < 5; again += 1) {
        await sleep(500);
        given = await rowsOf(query);
      }
      if (given > 0) withRows += 1;
      expect(cost, `${given} rows for ${query}`).toBeGreaterThanOrEqual(given);
    }),
    { numRuns: RUNS, seed: 11 },
  );
  expect(withRows).toBeGreaterThan(RUNS / 20);
});

test.each([
  'near: { zip: { code: "99501", miles: 500 } }, occupation: "29-1141", first: 100',
  'near: { zip: { code: "99501" } }, career: "registered-nurse", first: 1',
  // Its location is that of another ZIP code, which is looked for among those that begin alike.
  'near: { zip: { code: "99503" } }, cip: "51.38", last: 3',
  'near: { area: { state: "AK" } }, cip: "51.38", orderBy: { field: EARNINGS, direction: DESC }',
])('so is that of programs(%s)', async (args) => {
  const figures = ['completions', 'awards', 'earnings4Years', 'netPrice'].map(
    (name) => `${name} { value provenance { row } }`,
  );
  for (const selection of ['__typename', 'totalCount', `nodes { institution { name } ${figures.join(' ')} }`]) {
    const query = `{ programs(${args}) { ${selection} } }`;
    const { cost, text } = await ask(query);
    expect(JSON.parse(text).errors).toBeUndefined();
    const given = await rowsOf(query);
    expect(given).toBeGreaterThan(0);
    expect(cost, `${given} rows for ${query}`).toBeGreaterThanOrEqual(given);
  }
});
