import { constants, createWriteStream } from 'node:fs';
import { copyFile, link, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Contents, readContents, readFolder } from '@careergraph/db';
import { create } from 'tar';
import { nameFullDisk, needSpace } from '../maintenance/disk.js';
import { MaintenanceError } from '../maintenance/refusal.js';
import type { CommandProgress } from '../progress.js';
import { DATA, filesIn, hashFiles, MANIFEST, type Manifest, totalBytes } from './manifest.js';

/** Higher levels make backups of figures a tenth smaller and take several times as long. */
const GZIP_LEVEL = 3;

/** Packed files of a database take at most this part of its size. */
const PACKED_SHARE = 0.5;

/** Postgres notes its process here, and the copy has none. */
const PROCESS_FILE = 'postmaster.pid';

export interface BackupOptions {
  readonly home: string;
  readonly file: string;
  /** Replace a file that is there. */
  readonly force: boolean;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly onProgress: (progress: CommandProgress) => void;
}

export interface BackupResult {
  readonly manifest: Manifest;
  /** Of the backup file. */
  readonly bytes: number;
  /** How long statements of a server waited; kept answers did not. */
  readonly pausedSeconds: number;
}

/**
 * Writes a backup of the embedded database. The files are first copied beside the backup, because copying takes a tenth
 * of the time of packing, and statements of a server wait only for the copy.
 *
 * @throws MaintenanceError if the file exists or the disk is full; DatabaseError if the database cannot be read
 */
export async function writeBackup(options: BackupOptions): Promise<BackupResult> {
  const { home, file, force } = options;
  const folder = dirname(file);
  if (!force) await refuseExisting(file);
  const work = `${file}.${process.pid}.partial`;
  try {
    await mkdir(work, { mode: 0o700 });
  } catch (error) {
    throw new MaintenanceError(
      `The folder ${folder} cannot take a backup: ${(error as Error).message}. Create it, or use a folder that this user may write to.`,
      { cause: error },
    );
  }
  try {
    return await write(options, join(home, DATA), work);
  } catch (error) {
    throw await nameFullDisk(error, folder, 'the backup');
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function write(options: BackupOptions, data: string, work: string): Promise<BackupResult> {
  const { home, file, force, signal, now, onProgress } = options;
  const copy = join(work, DATA);
  let pausedSeconds = 0;
  const show = (phase: CommandProgress['phase'], total: number) => (done: number) =>
    onProgress({ phase, what: 'files of the database', done, total, unit: 'bytes' });
  onProgress({ phase: 'counting', what: 'rows', done: 0, total: null, unit: 'steps' });
  const contents: Contents = await readFolder(home, async (sql) => {
    const paused = performance.now();
    const counted = await readContents(sql);
    // From now until the end of the transaction, Postgres writes to no file.
    await sql.query('checkpoint');
    const bytes = totalBytes(await filesIn(data));
    await needSpace(dirname(file), bytes * (1 + PACKED_SHARE), 'the backup');
    await copyFiles(data, copy, signal, show('copying', bytes));
    pausedSeconds = (performance.now() - paused) / 1_000;
    return counted;
  });

  const files = await filesIn(copy);
  const total = totalBytes(files);
  const manifest: Manifest = {
    format: 1,
    createdAt: now().toISOString(),
    migrations: [...contents.migrations],
    releases: [...contents.releases],
    tables: contents.tables,
    files: [...(await hashFiles(copy, files, signal, show('checking', total)))],
  };
  await writeFile(join(work, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);
  const packed = join(work, 'backup.tar.gz');
  await pack(work, packed, signal, show('packing', total));
  if (force) await rename(packed, file);
  else await linkNew(packed, file);
  return { manifest, bytes: (await stat(file)).size, pausedSeconds };
}

async function copyFiles(
  from: string,
  to: string,
  signal: AbortSignal,
  onBytes: (done: number) => void,
): Promise<void> {
  const folders = (await readdir(from, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  );
  await mkdir(to, { mode: 0o700 });
  for (const { parentPath, name } of folders) {
    await mkdir(join(to, join(parentPath, name).slice(from.length)), { recursive: true });
  }
  let done = 0;
  for (const { path, bytes } of await filesIn(from)) {
    if (path === PROCESS_FILE) continue;
    signal.throwIfAborted();
    // File systems that can, share the blocks instead of copying them.
    await copyFile(join(from, path), join(to, path), constants.COPYFILE_FICLONE);
    done += bytes;
    onBytes(done);
  }
}

async function pack(work: string, packed: string, signal: AbortSignal, onBytes: (done: number) => void): Promise<void> {
  let done = 0;
  const archive = create(
    {
      cwd: work,
      gzip: { level: GZIP_LEVEL },
      portable: true,
      strict: true,
      onWriteEntry: ({ stat }) => {
        done += stat?.isFile() ? stat.size : 0;
        onBytes(done);
      },
    },
    [MANIFEST, DATA],
  );
  // It has the hashes of API keys.
  await pipeline(archive, createWriteStream(packed, { mode: 0o600 }), { signal });
  const written = await open(packed, 'r');
  await written.sync().finally(() => written.close());
}

async function refuseExisting(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found) throw exists(file, found.isDirectory());
}

/** Unlike a rename, a link never replaces a file that came meanwhile. Some file systems have none. */
async function linkNew(packed: string, file: string): Promise<void> {
  try {
    await link(packed, file);
  } catch (error) {
    if (Reflect.get(error as object, 'code') === 'EEXIST') throw exists(file, false);
    await refuseExisting(file);
    await rename(packed, file);
  }
}

function exists(file: string, isFolder: boolean): MaintenanceError {
  return new MaintenanceError(
    isFolder
      ? `${file} is a folder. Give the name of the backup file, such as ${join(file, 'careergraph.backup')}.`
      : `${file} exists already. Give another name, or --force to replace it.`,
  );
}
