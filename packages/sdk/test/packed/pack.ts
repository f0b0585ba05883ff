import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const pnpm = at('../../../../node_modules/pnpm/bin/pnpm.cjs');
const sdk = at('../..');
const consumer = at('consumer');

/** The packed SDK, in a folder of its own. */
export interface Packed {
  readonly tarball: string;
  remove(): Promise<void>;
}

/** A project outside of the repository that has the packed SDK installed. */
export interface Project {
  readonly folder: string;
  remove(): Promise<void>;
}

/**
 * Packs what is built, by pnpm, as `changeset publish` does here: `workspace:` becomes a version, which npm would leave
 * as it is.
 */
export async function pack(): Promise<Packed> {
  const home = await mkdtemp(join(tmpdir(), 'careergraph-packed-'));
  await run(process.execPath, [pnpm, 'pack', '--pack-destination', home], { cwd: sdk });
  const [name] = await readdir(home);
  if (name === undefined) throw new Error(`pnpm pack wrote nothing to ${home}.`);
  return { tarball: join(home, name), remove: () => rm(home, { recursive: true, force: true }) };
}

/** Installs the tarball in a fresh project with the sources of `consumer`; no registry is asked, for it needs nothing. */
export async function installPacked(): Promise<Project> {
  const { tarball, remove } = await pack();
  const folder = join(dirname(tarball), 'project');
  await cp(consumer, folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  await run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball], {
    cwd: folder,
    shell: process.platform === 'win32',
  });
  return { folder, remove };
}
