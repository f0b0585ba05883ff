import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, type Stats } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { basename, join, posix } from 'node:path';
import { pipeline as pipe, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { TableError, unreadable } from './errors.js';
import { headOf, kindOf } from './kind.js';
import { checkSize, openZip } from './zip.js';

/** A file as an agency publishes it, alone or in an archive. */
export interface PublishedFile {
  /** Its own name, without the folders above it. */
  readonly name: string;
  /** Name of the archive that it was in. */
  readonly archive: string | null;
  /** Where its bytes are now. */
  readonly path: string;
  /** Of its own bytes, not of the archive's. */
  readonly sha256: string;
  readonly bytes: number;
  /** As the archive or the file system states it. */
  readonly modified: Date | null;
}

/**
 * Finds the files behind a path: itself; those of a folder and of the folders in it; the members of a zip archive that
 * is not a workbook; the one file in a gzip. Hidden files and `__MACOSX` are left out. An archive in an archive stays
 * what it is.
 *
 * @param work existing folder that members are extracted to, each call into a new folder of its own
 * @param name as published, where `path` is a store's; the path's last part if absent
 * @throws TableError when an archive is damaged, encrypted or over the limits, or there is no file
 */
export async function unpack(path: string, work: string, name = basename(path)): Promise<readonly PublishedFile[]> {
  const found = await statOf(path, name);
  const files = found.isDirectory() ? await filesBelow(path) : [{ path, name, found }];
  const published: PublishedFile[] = [];
  for (const file of files) published.push(...(await unpackFile(file, work)));
  if (published.length === 0) throw new TableError({ file: name }, 'has no files. Give the published file itself.');
  return published;
}

interface Found {
  readonly path: string;
  readonly name: string;
  readonly found: Stats;
}

async function filesBelow(folder: string): Promise<readonly Found[]> {
  const files: Found[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isHidden(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      files.push(...(await filesBelow(path)));
      continue;
    }
    // A link is followed to a file only: one to a folder could lead round in a circle.
    const found = await statOf(path, entry.name);
    if (found.isFile()) files.push({ path, name: entry.name, found });
  }
  return files;
}

const isHidden = (part: string) => part.startsWith('.') || part === '__MACOSX';

async function statOf(path: string, name: string): Promise<Stats> {
  try {
    return await stat(path);
  } catch (error) {
    throw unreadable(path, name, error);
  }
}

async function unpackFile(file: Found, work: string): Promise<readonly PublishedFile[]> {
  const kind = kindOf(await headOf(file.path, file.name));
  if (kind === 'zip') return unpackZip(file, work);
  return [kind === 'gzip' ? await unpackGzip(file, work) : await itself(file)];
}

async function itself({ path, name, found }: Found): Promise<PublishedFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { name, archive: null, path, sha256: hash.digest('hex'), bytes, modified: found.mtime };
}

async function unpackZip(file: Found, work: string): Promise<readonly PublishedFile[]> {
  const archive = await openZip(file.path, file.name);
  try {
    // Office files are zip archives; OpenDocument ones begin with this member.
    if (archive.members.some(({ path }) => path === '[Content_Types].xml' || path === 'mimetype')) {
      return [await itself(file)];
    }
    const published: PublishedFile[] = [];
    for (const member of archive.members) {
      if (member.path.split('/').some(isHidden)) continue;
      const name = posix.basename(member.path);
      const { path, sha256, bytes } = await extract(member.read(), work);
      published.push({ name, archive: file.name, path, sha256, bytes, modified: member.modified });
    }
    return published;
  } finally {
    archive.close();
  }
}

async function unpackGzip({ path, name, found }: Found, work: string): Promise<PublishedFile> {
  const refuse = (problem: string, cause?: unknown): never => {
    throw new TableError({ file: name }, problem, { cause });
  };
  async function* unzipped(): AsyncGenerator<Buffer, void, void> {
    let bytes = 0;
    const stream = pipe(createReadStream(path), createGunzip({ chunkSize: 128 * 1024 }), () => {});
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        checkSize(bytes, found.size, (problem) => refuse(`holds a file ${problem}`));
        yield chunk;
      }
    } catch (error) {
      if (error instanceof TableError) throw error;
      refuse(
        `cannot be unpacked (${(error as Error).message}). It is damaged or was cut off; download it again.`,
        error,
      );
    }
  }
  const seconds = (await headOf(path, name)).readUInt32LE(4);
  const inner = name.replace(/\.gz$/i, '');
  const extracted = await extract(unzipped(), work);
  return { name: inner, archive: name, ...extracted, modified: seconds === 0 ? null : new Date(seconds * 1_000) };
}

/** Writes a stream to a new file while hashing it. */
async function extract(
  source: AsyncGenerator<Buffer, void, void>,
  work: string,
): Promise<{ path: string; sha256: string; bytes: number }> {
  await mkdir(work, { recursive: true });
  // A member's name is not used: it could be too long or reserved here, and two may have the same.
  const folder = await mkdtemp(join(work, 'member-'));
  const path = join(folder, 'content');
  const hash = createHash('sha256');
  let bytes = 0;
  async function* hashed() {
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  try {
    await pipeline(Readable.from(hashed()), createWriteStream(path, { flags: 'wx' }));
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return { path, sha256: hash.digest('hex'), bytes };
}
