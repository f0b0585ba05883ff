import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const bench = fileURLToPath(new URL('../../../bench/sdk-size.mjs', import.meta.url));

interface Measured {
  readonly name: string;
  readonly bytes: number;
}

// The same text compresses to the same size everywhere, so a busy machine cannot make this test fail.
test('The client and the smallest question take at most 5.8 kB, with the career page 7.3 kB, and the whole SDK 15 kB', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [bench, '--json']).catch((error) => error);
  const { operations, whole, references } = JSON.parse(stdout) as {
    readonly operations: readonly Measured[];
    readonly whole: Measured;
    readonly references: readonly Measured[];
  };
  expect(operations.length).toBeGreaterThan(15);
  expect(operations[0]?.bytes).toBeLessThanOrEqual(5_800);
  // The career page is the largest question.
  expect(operations.at(-1)?.name).toBe('client + careerPage');
  expect(operations.at(-1)?.bytes).toBeLessThanOrEqual(7_300);
  expect(whole.bytes).toBeLessThanOrEqual(15_000);
  expect(references.map(({ name }) => name)).toEqual(['graphql-request', '@shopify/graphql-client', '@urql/core']);
});
