import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const pnpm = at('../../../../node_modules/pnpm/bin/pnpm.cjs');
const sdk = at('../..');
const consumer = at('consumer');

/** A project outside of the repository that has the packed SDK installed. */
export interface Project {
  readonly folder: string;
  remove(): Promise<void>;
}

let packing: Promise<Uint8Array<ArrayBuffer>> | undefined;

/** The bytes of the packed SDK, which the test files of a worker share. */
export function pack(): Promise<Uint8Array<ArrayBuffer>> {
  packing ??= packNow();
  return packing;
}

/**
 * Packs what is built, by pnpm, as `changeset publish` does here: `workspace:` becomes a version, which npm would leave
 * as it is.
 */
async function packNow(): Promise<Uint8Array<ArrayBuffer>> {
  const home = await mkdtemp(join(tmpdir(), 'careergraph-packed-'));
  try {
    await run(process.execPath, [pnpm, 'pack', '--pack-destination', home], { cwd: sdk });
    const [name] = await readdir(home);
    if (name === undefined) throw new Error(`pnpm pack wrote nothing to ${home}.`);
    return new Uint8Array(await readFile(join(home, name)));
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** Installs the tarball in a fresh project with the sources of `consumer`; no registry is asked, for it needs nothing. */
export async function installPacked(): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'careergraph-project-'));
  await cp(consumer, folder, { recursive: true });
  await writeFile(join(folder, 'sdk.tgz'), await pack());
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  await run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', './sdk.tgz'], {
    cwd: folder,
    shell: process.platform === 'win32',
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
