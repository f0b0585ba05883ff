import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const bench = fileURLToPath(new URL('../../../bench/sdk-size.mjs', import.meta.url));

interface Measured {
  readonly name: string;
  readonly bytes: number;
}

// gzip of the same text is the same everywhere, so that this is no measurement that a busy machine could spoil.
test('An application gains at most 5 kB with any one operation, and 15 kB with all of the SDK', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [bench, '--json']).catch((error) => error);
  const { operations, whole, references } = JSON.parse(stdout) as {
    readonly operations: readonly Measured[];
    readonly whole: Measured;
    readonly references: readonly Measured[];
  };
  expect(operations.length).toBeGreaterThan(15);
  expect(operations.filter(({ bytes }) => bytes > 5_000)).toEqual([]);
  expect(whole.bytes).toBeLessThanOrEqual(15_000);
  expect(references.map(({ name }) => name)).toEqual(['graphql-request', '@shopify/graphql-client', '@urql/core']);
});
