// Measures how many bytes the SDK adds to an application, next to other GraphQL clients.
//   npm run bench:sdk-size [-- --help]                      (build first: npm start, or npm run build)

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import * as sdk from '@careergraph/sdk';
import { build } from 'esbuild';

const usage = `usage: npm run bench:sdk-size [-- --json]

Bundles a small application per row with esbuild, minified as an ES module for browsers, and prints its size in bytes
after gzip -9, with its ratio to graphql-request as published.

  --json      print JSON instead of a table, and every operation instead of the smallest, salaryInArea, and careerPage

Exit codes: 0 all budgets met, 1 a budget exceeded or measurement failed, 2 wrong usage.`;

/** Budgets in bytes after gzip -9. */
const BUDGETS = { smallest: 5_800, careerPage: 7_300, whole: 15_000 };

/** Each sends one request, with the least code its documentation allows. */
const REFERENCES = {
  'graphql-request': `
    import { GraphQLClient } from 'graphql-request';
    export const answer = new GraphQLClient('/graphql').request('{ a }');`,
  '@shopify/graphql-client': `
    import { createGraphQLClient } from '@shopify/graphql-client';
    export const answer = createGraphQLClient({ url: '/graphql', headers: {} }).request('{ a }');`,
  '@urql/core': `
    import { Client, fetchExchange } from '@urql/core';
    export const answer = new Client({ url: '/graphql', exchanges: [fetchExchange] }).query('{ a }', {}).toPromise();`,
};

const WHOLE = `
    import * as sdk from '@careergraph/sdk';
    globalThis.sdk = sdk;`;

const withOne = (operation) => `
    import { createClient, ${operation} } from '@careergraph/sdk';
    export const answer = createClient({ endpoint: '/graphql' }).request(${operation}, {});`;

function readArguments() {
  try {
    return parseArgs({
      options: {
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

async function gzipBytes(application) {
  const { outputFiles } = await build({
    stdin: { contents: application, resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}

const { help, json } = readArguments();
if (help) {
  console.log(usage);
  process.exit(0);
}

const operations = Object.entries(sdk)
  .filter(([, { text, hash }]) => text && hash)
  .map(([name]) => name);
const measured = await Promise.all(
  operations.map(async (name) => ({ name: `client + ${name}`, bytes: await gzipBytes(withOne(name)) })),
);
measured.sort((a, b) => a.bytes - b.bytes);
const whole = { name: 'whole SDK', bytes: await gzipBytes(WHOLE) };
const references = await Promise.all(
  Object.entries(REFERENCES).map(async ([name, application]) => ({ name, bytes: await gzipBytes(application) })),
);

const careerPage = measured.find(({ name }) => name === 'client + careerPage');
const budgets = [
  { ...measured[0], budget: BUDGETS.smallest },
  { ...careerPage, budget: BUDGETS.careerPage },
  { ...whole, budget: BUDGETS.whole },
].map((row) => ({ ...row, met: row.bytes <= row.budget }));

if (json) console.log(JSON.stringify({ operations: measured, whole, references, budgets }, null, 2));
else {
  const rows = measured.filter(
    (row, index) => index === 0 || row === careerPage || row.name === 'client + salaryInArea',
  );
  console.log(`${'gzip -9, bytes'.padEnd(32)}${'÷ graphql-request'.padStart(24)}`);
  for (const { name, bytes } of [...rows, whole, ...references]) {
    const ratio = (bytes / references[0].bytes).toFixed(2);
    console.log(name.padEnd(32) + String(bytes).padStart(6) + ratio.padStart(18));
  }
  console.log('');
  for (const { name, bytes, budget, met } of budgets) {
    console.log(`${name}: ${bytes} of ${budget} bytes, ${met ? 'met' : `NOT met, ${bytes - budget} over`}`);
  }
}
process.exitCode = budgets.every(({ met }) => met) ? 0 : 1;
