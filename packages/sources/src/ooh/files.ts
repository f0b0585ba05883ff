import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { headOf, ImportError, type PublishedFile } from '@careergraph/extract';
import { readBulk } from './bulk.js';
import { readPage } from './page.js';
import type { Reading } from './report.js';

export type Kind = 'PAGE' | 'BULK';

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
  if (kind === 'PAGE') yield readPage(await readFile(file.path, 'utf8'), file.name);
  else yield* readBulk(createReadStream(file.path), file.name);
}
