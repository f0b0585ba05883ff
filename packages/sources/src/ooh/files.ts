import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { headOf, ImportError, type PublishedFile } from '@careergraph/extract';
import { readBulk } from './bulk.js';
import { readPage } from './page.js';
import type { Reading } from './report.js';

export type Kind = 'PAGE' | 'BULK';

/** Pages that `recognize` has read and `load` has not yet: reading one takes far longer than everything else with it. */
const pages = new WeakMap<PublishedFile, Reading>();

/** @throws ImportError if the file is neither a web page nor XML */
export async function kindOf({ name, archive, path }: PublishedFile): Promise<Kind> {
  const text = (await headOf(path, name))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!doctype\s+html|<html)\b/i.test(text)) return 'PAGE';
  if (/^<(\?xml|ooh)\b/.test(text)) return 'BULK';
  const beginning = text === '' ? 'is empty' : `begins with ${JSON.stringify(text.slice(0, 40))}`;
  throw new ImportError('The import was refused, and nothing was changed.', [
    {
      file: archive === null ? name : `${name} in ${archive}`,
      line: 1,
      message: `${beginning} and is not a page of the Occupational Outlook Handbook. Give its pages (.html) or xml-compilation.xml.`,
    },
  ]);
}

/**
 * The profiles of a file: one of a page, several of the bulk edition.
 *
 * @throws ImportError with each fault of the first profile that has any
 */
export async function* readingsOf(file: PublishedFile, kind: Kind): AsyncGenerator<Reading, void, void> {
  if (kind === 'PAGE') yield await pageOf(file);
  else yield* readBulk(createReadStream(file.path), file.name);
}

async function pageOf(file: PublishedFile): Promise<Reading> {
  const known = pages.get(file);
  if (known !== undefined) return known;
  // Through JSON, so that no text is a slice of the page, which would keep the whole page in memory.
  const reading = JSON.parse(JSON.stringify(readPage(await textOf(file), file.name))) as Reading;
  pages.set(file, reading);
  return reading;
}

async function textOf({ path, name }: PublishedFile): Promise<string> {
  const bytes = await readFile(path);
  if (isUtf8(bytes)) return bytes.toString('utf8').replace(/^\uFEFF/, '');
  const message = 'is not UTF-8. Download it again.';
  throw new ImportError(`${name} cannot be read as a page of the Handbook.`, [
    { file: name, line: lineOfFault(bytes), message },
  ]);
}

/** No character of UTF-8 but the line break has its byte, so each line can be checked alone. */
function lineOfFault(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; ; line += 1) {
    const end = bytes.indexOf('\n', start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}
