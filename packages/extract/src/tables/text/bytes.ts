import { createReadStream } from 'node:fs';
import { TableError, unreadable } from '../errors.js';
import { Utf8Fault, wholeCharacters } from '../utf8.js';

const LINE_FEED = 10;

/** Agencies that moved to UTF-8 have older files in Windows-1252. */
export type TextEncoding = 'utf-8' | 'utf-8-or-windows-1252';

/** The text of a file as UTF-8, checked to be text without NUL. */
export async function* textBytes(
  path: string,
  file: string,
  encoding: TextEncoding,
): AsyncGenerator<Buffer, void, void> {
  let offset = 0;
  try {
    const isOld = encoding === 'utf-8-or-windows-1252' && !(await isUtf8File(path));
    for await (const bytes of isOld ? fromWindows1252(path) : wholeCharacters(createReadStream(path))) {
      const nul = bytes.indexOf(0);
      if (nul >= 0) {
        const row = await lineAt(path, offset + nul);
        throw new TableError({ file, row }, 'has a NUL byte: this is not a text file. Download it again.');
      }
      yield bytes;
      offset += bytes.length;
    }
  } catch (error) {
    if (error instanceof TableError) throw error;
    if (!(error instanceof Utf8Fault)) throw unreadable(path, file, error);
    const byte = `0x${error.byte.toString(16).toUpperCase().padStart(2, '0')}`;
    throw new TableError(
      { file, row: await lineAt(path, error.offset) },
      `has the byte ${byte} (offset ${error.offset}), which is not UTF-8: it may be Windows-1252 or Latin-1. Save the file as UTF-8.`,
      { cause: error },
    );
  }
}

async function isUtf8File(path: string): Promise<boolean> {
  try {
    for await (const _ of wholeCharacters(createReadStream(path)));
    return true;
  } catch (error) {
    if (error instanceof Utf8Fault) return false;
    throw error;
  }
}

async function* fromWindows1252(path: string): AsyncGenerator<Buffer, void, void> {
  const decoder = new TextDecoder('windows-1252');
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    // Without `stream`, Node 20 decodes Latin-1 under this name: quotes and dashes become control characters.
    yield Buffer.from(decoder.decode(bytes, { stream: true }));
  }
}

/** The line, from 1, that a byte stands on. */
async function lineAt(path: string, offset: number): Promise<number> {
  let line = 1;
  if (offset === 0) return line;
  for await (const chunk of createReadStream(path, { end: offset - 1 }) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) line++;
  }
  return line;
}
