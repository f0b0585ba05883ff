import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

/** Name of the manifest in a backup. It is the first entry of the archive. */
export const MANIFEST = 'manifest.json';

/** Folder of the database's files in a backup. */
export const DATA = 'pgdata';

export const manifestSchema = z.object({
  /** Of the backup itself. A change that an older `restore` cannot read has the next number. */
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  /** Names of the applied migrations. */
  migrations: z.array(z.string()),
  releases: z.array(z.object({ source: z.string(), key: z.string(), revision: z.number(), status: z.string() })),
  /** Rows of each table. */
  tables: z.record(z.string(), z.number()),
  /** Paths with slashes, below `pgdata`. */
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
});

/** What a backup contains, so that `restore` can check it. */
export type Manifest = z.infer<typeof manifestSchema>;

export type ManifestFile = Manifest['files'][number];

export interface FoundFile {
  /** With slashes, relative to the folder. */
  readonly path: string;
  readonly bytes: number;
}

/** Every file below a folder, sorted by path. */
export async function filesIn(folder: string): Promise<readonly FoundFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return { path: relative(folder, path).split(sep).join('/'), bytes: (await stat(path)).size };
      }),
  );
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** @param onBytes is told how many bytes were hashed so far */
export async function hashFiles(
  folder: string,
  files: readonly FoundFile[],
  signal: AbortSignal,
  onBytes: (done: number) => void,
): Promise<readonly ManifestFile[]> {
  const hashed: ManifestFile[] = [];
  let done = 0;
  for (const { path, bytes } of files) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(folder, path)), hash, { signal });
    hashed.push({ path, bytes, sha256: hash.digest('hex') });
    done += bytes;
    onBytes(done);
  }
  return hashed;
}

export function totalBytes(files: readonly FoundFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
