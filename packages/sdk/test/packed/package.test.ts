import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { ciOnly, inCi } from '@careergraph/testkit/files';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { beforeAll, describe, expect, test } from 'vitest';
import { pack } from './pack.ts';

describe.skipIf(!inCi)(`the packed SDK${ciOnly}`, () => {
  let tarball: Uint8Array<ArrayBuffer>;

  beforeAll(async () => {
    tarball = await pack();
  });

  test('publint has nothing to say', async () => {
    const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  test('attw has nothing to say', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(tarball), {
      // Text that tools read; there is nothing to import.
      excludeEntrypoints: ['./schema.graphql'],
    });
    expect(analysis).toMatchObject({ types: { kind: 'included' }, problems: [] });
  });

  test('it needs no other package, and its manifest names no path of the workspace', async () => {
    const { pkg } = await publint({ pack: { tarball: tarball.buffer } });
    expect(pkg).not.toHaveProperty('dependencies');
    expect(JSON.stringify(pkg)).not.toMatch(/workspace:|link:|file:|catalog:/);
  });
});
