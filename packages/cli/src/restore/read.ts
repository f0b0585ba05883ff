import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  type Contents,
  commandLine,
  type DatabaseError,
  knownMigrations,
  readContents,
  readDataFolder,
  swapFolder,
} from '@careergraph/db';
import { extract, list } from 'tar';
import { DATA, filesIn, hashFiles, MANIFEST, type Manifest, manifestSchema, totalBytes } from '../backup/manifest.js';
import { nameFullDisk, needSpace } from '../maintenance/disk.js';
import { MaintenanceError } from '../maintenance/refusal.js';
import type { CommandProgress } from '../progress.js';

/** Opening the database to count its rows writes a log file. */
const OPENING_BYTES = 32 * 1024 * 1024;

/** After a fault in the archive, the library still writes files for a moment. */
const REMOVAL = { recursive: true, force: true, maxRetries: 10, retryDelay: 50 };

export interface RestoreOptions {
  /** The caller holds its lock. */
  readonly home: string;
  readonly file: string;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly onProgress: (progress: CommandProgress) => void;
}

export interface RestoreResult {
  readonly manifest: Manifest;
  /** Folder with the database that was there before; null if there was none. */
  readonly kept: string | null;
  /** Migrations that the next start applies. */
  readonly pending: readonly string[];
}

/**
 * Puts the database of a backup in the place of the one in the folder, after all of it was checked beside it.
 *
 * @throws MaintenanceError if the backup is damaged, newer than this code, or does not fit on the disk; nothing was changed
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreResult> {
  const { home, file } = options;
  const manifest = await readManifest(file);
  const known = await knownMigrations();
  const unknown = manifest.migrations.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new MaintenanceError(
      `The backup ${file} is newer than this CareerGraph: it contains the migration ${unknown.join(', ')}, which this ` +
        'version does not know. Nothing was changed. Install the version that made the backup, or a newer one, and run the command again.',
    );
  }
  // A restore that was killed may have left it. The lock keeps two restores apart.
  const work = join(home, 'restore.partial');
  await rm(work, REMOVAL);
  try {
    await needSpace(home, totalBytes(manifest.files) + OPENING_BYTES, 'the restored database beside the present one');
    await mkdir(work, { mode: 0o700 });
    await mkdir(join(work, DATA), { mode: 0o700 });
    await unpack(options, manifest, work);
    await compare(options, manifest, join(work, DATA));
    options.signal.throwIfAborted();
    const stamp = options
      .now()
      .toISOString()
      .replaceAll(/[-:]|\.\d+/g, '');
    const kept = join(home, `${DATA}-before-restore-${stamp}`);
    const isKept = await swapFolder(join(home, DATA), join(work, DATA), kept);
    return {
      manifest,
      kept: isKept ? kept : null,
      pending: known.filter((name) => !manifest.migrations.includes(name)),
    };
  } catch (error) {
    throw await nameFullDisk(error, home, 'the restore');
  } finally {
    await rm(work, REMOVAL);
  }
}

async function readManifest(file: string): Promise<Manifest> {
  const source = createReadStream(file);
  try {
    const text = await firstEntry(source);
    const parsed = text === null ? null : manifestSchema.safeParse(JSON.parse(text));
    if (parsed?.success) return parsed.data;
  } catch (error) {
    const code: unknown = Reflect.get(error as object, 'code');
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') {
      throw new MaintenanceError(
        `The backup ${file} cannot be read: ${(error as Error).message}. Nothing was changed.`,
        {
          cause: error,
        },
      );
    }
  } finally {
    source.destroy();
  }
  throw new MaintenanceError(
    `${file} is not a backup that this version can read. Nothing was changed. Give a file that "${commandLine('backup')}" wrote; ` +
      'a backup of a newer version needs that version.',
  );
}

/** The text of the manifest; null if another entry comes first. */
async function firstEntry(source: NodeJS.ReadableStream): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const parser = list({
      strict: true,
      onReadEntry: (entry) => {
        if (entry.path !== MANIFEST) return resolve(null);
        entry.on('data', (chunk: Buffer) => chunks.push(chunk));
        entry.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
      },
    });
    parser.on('error', reject).on('end', () => resolve(null));
    source.on('error', reject).pipe(parser as unknown as NodeJS.WritableStream);
  });
}

async function unpack({ file, signal, onProgress }: RestoreOptions, manifest: Manifest, work: string): Promise<void> {
  const total = totalBytes(manifest.files);
  const show = (phase: CommandProgress['phase'], done: number) =>
    onProgress({ phase, what: 'files of the database', done, total, unit: 'bytes' });
  let unpacked = 0;
  try {
    const extracting = extract({
      cwd: work,
      strict: true,
      preserveOwner: false,
      filter: (_, entry) => 'type' in entry && ['File', 'Directory'].includes(entry.type),
      onReadEntry: ({ size }) => {
        unpacked += size;
        show('unpacking', unpacked);
      },
    });
    await pipeline(createReadStream(file), extracting as unknown as NodeJS.WritableStream, { signal });
  } catch (error) {
    if (signal.aborted || /^E(NOSPC|DQUOT|ACCES|IO)$/.test(String(Reflect.get(error as object, 'code')))) throw error;
    throw damaged(file, (error as Error).message, error);
  }
  const data = join(work, DATA);
  const found = await hashFiles(data, await filesIn(data), signal, (done) => show('checking', done));
  const expected = new Map(manifest.files.map(({ path, sha256 }) => [path, sha256]));
  for (const { path, sha256 } of found) {
    if (expected.get(path) !== sha256) throw damaged(file, `the SHA-256 of ${path} is not that of the manifest`);
    expected.delete(path);
  }
  const [missing] = expected.keys();
  if (missing !== undefined) throw damaged(file, `${missing} is missing`);
}

async function compare({ file, onProgress }: RestoreOptions, manifest: Manifest, data: string): Promise<void> {
  onProgress({ phase: 'counting', what: 'rows', done: 0, total: null, unit: 'steps' });
  let contents: Contents;
  try {
    contents = await readDataFolder(data, readContents);
  } catch (error) {
    if ((error as DatabaseError).code === 'DISK_FULL') throw error;
    throw damaged(file, `its database cannot be opened: ${(error as Error).message}`, error);
  }
  const counts = new Map(Object.entries(manifest.tables));
  for (const [table, rows] of Object.entries(contents.tables)) {
    if (counts.get(table) !== rows)
      throw damaged(file, `${table} has ${rows} rows instead of ${counts.get(table) ?? 'none'}`);
    counts.delete(table);
  }
  const [missing] = counts.keys();
  if (missing !== undefined) throw damaged(file, `the table ${missing} is missing`);
  if (contents.migrations.join() !== manifest.migrations.join())
    throw damaged(file, 'its migrations are not those of the manifest');
}

function damaged(file: string, why: string, cause?: unknown): MaintenanceError {
  return new MaintenanceError(`The backup ${file} is damaged: ${why}. Nothing was changed. Use another backup.`, {
    cause,
  });
}
