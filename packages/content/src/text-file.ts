import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Fault } from './faults.js';

/** Far larger than any guide: a larger file is not a content file. */
const MAX_BYTES = 4 * 1024 * 1024;

export interface TextFile {
  /** Path below the guides folder, with forward slashes. */
  readonly file: string;
  readonly sha256: string;
  readonly text: string;
}

/** Reads a UTF-8 file below the guides folder. */
export async function readText(folder: string, path: string): Promise<TextFile | Fault> {
  const file = relative(folder, path).replaceAll('\\', '/');
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return { file, line: null, message: `cannot be read: ${(error as Error).message}` };
  }
  if (bytes.length > MAX_BYTES) {
    return { file, line: null, message: `has ${bytes.length} bytes; a content file has at most ${MAX_BYTES}` };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { file, sha256: createHash('sha256').update(bytes).digest('hex'), text };
  } catch {
    return { file, line: null, message: 'is not UTF-8 text; save it as UTF-8' };
  }
}
