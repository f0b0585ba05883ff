import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ciOnly, inCi } from '@careergraph/testkit/files';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../..', import.meta.url));
const require = createRequire(join(root, 'packages/sdk/package.json'));
let work: string;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'careergraph-tarball-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

/** The sources of the SDK in a folder of their own, with the dependencies of this one. */
async function copyTo(folder: string, modified: Date): Promise<string> {
  const sdk = join(folder, 'packages/sdk');
  await mkdir(sdk, { recursive: true });
  for (const name of ['package.json', 'tsconfig.base.json', 'schema/schema.graphql', 'packages/sdk']) {
    await cp(join(root, name), join(folder, name), {
      recursive: true,
      filter: (path) => !/[\\/](?:node_modules|dist|\.turbo|test|docs|THIRD-PARTY-LICENSES\.md)$/.test(path),
    });
  }
  for (const name of ['node_modules', 'packages/sdk/node_modules']) {
    await symlink(join(root, name), join(folder, name), 'junction');
  }
  for (const entry of await readdir(sdk, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) await utimes(join(entry.parentPath, entry.name), modified, modified);
  }
  return sdk;
}

async function pack(sdk: string, { prepare, ...env }: Record<string, string>): Promise<string> {
  // The umask is the shell's, because a worker of the tests cannot change its own.
  const script = `${prepare} && node scripts/build.mjs && npm pack --silent`;
  await run('sh', ['-c', script], { cwd: sdk, env: { ...process.env, ...env } });
  const [name] = (await readdir(sdk)).filter((name) => name.endsWith('.tgz'));
  return join(sdk, name as string);
}

const sha256 = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

test.skipIf(!inCi)(
  `Two builds at other places, at other times and with another umask pack to the same bytes${ciOnly}`,
  async () => {
    const one = await pack(await copyTo(join(work, 'one'), new Date('2026-01-01')), {
      prepare: 'umask 022 && chmod -R a+r .',
      TZ: 'UTC',
      LANG: 'C',
    });
    const other = await pack(await copyTo(join(work, 'deeper/down/other'), new Date('2031-07-09')), {
      prepare: 'umask 077 && chmod -R go-rwx .',
      TZ: 'Pacific/Auckland',
      LANG: 'de_DE.UTF-8',
    });
    expect(await sha256(other)).toBe(await sha256(one));

    const unpacked = join(work, 'unpacked');
    await mkdir(unpacked);
    await run('tar', ['-xzf', one, '-C', unpacked]);
    for (const entry of await readdir(unpacked, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const text = await readFile(join(entry.parentPath, entry.name), 'utf8');
      for (const path of [root, work, 'node_modules/']) expect(text, entry.name).not.toContain(path);
    }

    // The notice of what is bundled is that of the version which is installed here.
    const notices = await readFile(join(unpacked, 'package/THIRD-PARTY-LICENSES.md'), 'utf8');
    expect(notices).toBe(await readFile(join(root, 'packages/sdk/THIRD-PARTY-LICENSES.md'), 'utf8'));
    const installed = join(dirname(require.resolve('graphql-request')), '../..');
    const { version, license } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
    expect(notices.match(/^## .*$/gm)).toEqual([`## graphql-request ${version} (${license})`]);
    expect(notices).toContain((await readFile(join(installed, 'LICENSE'), 'utf8')).trim());
  },
);

test.skipIf(!inCi)(`A package that nobody thought about does not get into the bundle${ciOnly}`, async () => {
  const sdk = await copyTo(join(work, 'another'), new Date());
  const index = join(sdk, 'src/index.ts');
  await writeFile(index, `${await readFile(index, 'utf8')}export { formatDocument } from '@urql/core';\n`);
  await expect(run(process.execPath, ['scripts/build.mjs'], { cwd: sdk })).rejects.toThrow(
    'The bundle contains the packages [@0no-co/graphql.web, @urql/core, graphql-request], expected [graphql-request]',
  );
});
