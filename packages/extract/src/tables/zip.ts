import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { TableError } from './errors.js';

/** What an archive may hold at most. No published table comes near; what does is a mistake or an attack. */
const LIMITS = {
  members: 500,
  memberBytes: 2 * 1024 ** 3,
  totalBytes: 8 * 1024 ** 3,
  /** Times that a member may be larger than its compressed form, once it is over `ratioFromBytes`. */
  ratio: 200,
  ratioFromBytes: 100 * 1024 ** 2,
} as const;

const STORED = 0;
const DEFLATED = 8;
const DAMAGED = 'It is damaged or was cut off; download it again.';

/** A file inside an archive. */
export interface Member {
  /** Path in the archive, with forward slashes. */
  readonly path: string;
  readonly modified: Date | null;
  /** Bytes once it is unpacked, as the archive declares them; held against what is found. */
  readonly bytes: number;
  /**
   * The unpacked bytes, as a stream.
   *
   * @throws TableError once the end shows another length or CRC-32 than declared: only then is the whole to be believed
   */
  read(): AsyncGenerator<Buffer, void, void>;
}

/** An archive with its list of files read, for access in any order. */
export interface Archive {
  readonly members: readonly Member[];
  close(): void;
}

/**
 * Opens a zip archive and holds its list against the limits.
 *
 * @throws TableError when it is damaged, encrypted, too large or has a member that points outside of it
 */
export async function openZip(path: string, name: string): Promise<Archive> {
  const place = { file: name };
  let zip: ZipFile | undefined;
  try {
    const { size } = await stat(path);
    zip = await fromRandomAccessReaderPromise(new FileRanges(path), size, { lazyEntries: true, autoClose: false });
    // The archive's list is all that is held, so its length is bounded before it is read.
    if (zip.entryCount > LIMITS.members * 4) throw tooMany(name, zip.entryCount);
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) entries.push(entry);
    check(entries, name);
    const opened = zip;
    return {
      members: entries.map((entry) => ({
        path: entry.fileName,
        modified: modifiedOf(entry),
        bytes: entry.uncompressedSize,
        read: () => unpacked(opened, entry, name),
      })),
      close: () => opened.close(),
    };
  } catch (error) {
    zip?.close();
    if (error instanceof TableError) throw error;
    const { message } = error as Error;
    if (/^(absolute path|invalid relative path)/.test(message)) {
      throw new TableError(place, `has a member that points outside of it (${message}). Do not use this archive.`);
    }
    throw new TableError(place, `is a zip file that cannot be opened (${message}). ${DAMAGED}`, { cause: error });
  }
}

/**
 * Ranges of a file, each with a stream of its own. Streams of yauzl's own reader wait for each other, and one that is
 * given up while it waits, as where only the first rows of a sheet are read, ends the process with an error.
 */
class FileRanges extends RandomAccessReader {
  readonly #path: string;

  constructor(path: string) {
    super();
    this.#path = path;
  }

  override createReadStream({ start, end }: { start: number; end: number }): Readable {
    return start === end ? Readable.from([]) : createReadStream(this.#path, { start, end: end - 1 });
  }
}

function check(entries: readonly Entry[], name: string): void {
  if (entries.length > LIMITS.members) throw tooMany(name, entries.length);
  let total = 0;
  for (const entry of entries) {
    const { fileName, uncompressedSize, compressedSize, compressionMethod } = entry;
    const refuse = (problem: string): never => {
      throw new TableError({ file: name }, `has a member "${fileName}" ${problem}`);
    };
    if (entry.isEncrypted()) refuse('that is encrypted. Unpack it with its password and give the files.');
    if (compressionMethod !== STORED && compressionMethod !== DEFLATED) {
      refuse(`packed with method ${compressionMethod}; stored (0) and deflated (8) are read. Pack it again.`);
    }
    checkSize(uncompressedSize, compressedSize, refuse);
    total += uncompressedSize;
  }
  if (total > LIMITS.totalBytes) {
    throw new TableError(
      { file: name },
      `unpacks to ${total} bytes; at most ${LIMITS.totalBytes} are read. Unpack it and give the files that are needed.`,
    );
  }
}

/** Calls `refuse` with the limit and the value when unpacked bytes are more than any published table has. */
export function checkSize(bytes: number, packedBytes: number, refuse: (problem: string) => never): void {
  if (bytes > LIMITS.memberBytes) refuse(`of ${bytes} bytes; at most ${LIMITS.memberBytes} are read.`);
  if (bytes > LIMITS.ratioFromBytes && bytes > packedBytes * LIMITS.ratio) {
    const times = Math.floor(bytes / packedBytes);
    refuse(
      `of ${bytes} bytes packed into ${packedBytes}, ${times} times smaller; over ${LIMITS.ratioFromBytes} bytes at most ${LIMITS.ratio} times is read.`,
    );
  }
}

function tooMany(name: string, count: number): TableError {
  return new TableError(
    { file: name },
    `has ${count} members; at most ${LIMITS.members} are read. Unpack it and give the files that are needed.`,
  );
}

/** As the archive states it. An archive's local time has no zone; it is read as UTC, so that all machines agree. */
function modifiedOf(entry: Entry): Date | null {
  const date = entry.getLastModDate({ timezone: 'UTC' });
  // 0 is how the format says that there is no date; it would be read as the last day of November 1979.
  return entry.lastModFileDate === 0 || Number.isNaN(date.getTime()) ? null : date;
}

async function* unpacked(zip: ZipFile, entry: Entry, name: string): AsyncGenerator<Buffer, void, void> {
  const damaged = (found: string, cause?: unknown) =>
    new TableError({ file: name }, `has a member "${entry.fileName}" ${found}. ${DAMAGED}`, { cause });
  if (!zip.isOpen) throw new Error(`${name} was closed before "${entry.fileName}" was read.`);
  let bytes = 0;
  let crc = 0;
  try {
    const raw = await zip.openReadStreamPromise(entry, { decodeFileData: false });
    for await (const chunk of inflated(raw, entry.compressionMethod) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > entry.uncompressedSize) throw damaged(`longer than the ${entry.uncompressedSize} bytes declared`);
      crc = crc32(chunk, crc);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw damaged(`that cannot be unpacked (${(error as Error).message})`, error);
  }
  if (bytes !== entry.uncompressedSize) throw damaged(`of ${bytes} bytes; ${entry.uncompressedSize} are declared`);
  if (crc !== entry.crc32) throw damaged('whose CRC-32 is not the one declared');
}

function inflated(raw: Readable, method: number): Readable {
  if (method === STORED) return raw;
  // A larger chunk than the default of 16 KiB halves the time that a large sheet takes.
  const inflate = createInflateRaw({ chunkSize: 128 * 1024 });
  // The error comes out of `inflate` too; the callback only says that it is expected.
  return pipeline(raw, inflate, () => {});
}
