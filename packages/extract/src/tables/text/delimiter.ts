import { quoted, TableError } from '../errors.js';

/** What stands between the cells of a text file. */
export type Delimiter = ',' | '\t';

/**
 * Told from the first record, in which a tab outside of quotes decides: titles of columns contain commas, not tabs.
 *
 * @throws TableError when the file is delimited by something else
 */
export function delimiterOf(head: Buffer, file: string): Delimiter {
  const header = firstRecord(head.toString('utf8'));
  const outside = header.replace(/"[^"]*"/g, '');
  if (outside.includes('\t')) return '\t';
  if (outside.includes(',')) return ',';
  for (const other of [';', '|']) {
    if (outside.includes(other)) {
      throw new TableError(
        { file, row: 1 },
        `is delimited by "${other}": ${quoted(header)}. Save it with commas (.csv) or tabs.`,
      );
    }
  }
  return ',';
}

function firstRecord(text: string): string {
  let inQuotes = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') inQuotes = !inQuotes;
    else if (!inQuotes && (character === '\n' || character === '\r') && text.slice(0, at).trim() !== '') {
      return text.slice(0, at).trim();
    }
  }
  return text;
}
