import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

export type WorkbookCell = string | number | boolean | null;

/** A sheet to be written; null cells are left out, as Excel does. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: Iterable<readonly WorkbookCell[]> | AsyncIterable<readonly WorkbookCell[]>;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Above this many characters a piece of XML is handed on. */
const PIECE = 64 * 1024;

/**
 * Writes a workbook (.xlsx) as a stream: numbers as numbers, texts as shared strings, each held once in memory.
 *
 * @example
 * await writeWorkbook(path, [{ name: 'All data', rows: [['AREA', 'TOT_EMP'], ['99', 472770]] }]);
 */
export async function writeWorkbook(path: string, sheets: readonly WorkbookSheet[]): Promise<void> {
  const zip = new ZipFile();
  const strings = new Map<string, number>();
  const failed = once(zip, 'error').then(([error]) => Promise.reject(error));
  const add = (part: string, xml: () => Iterable<string> | AsyncIterable<string>) =>
    // Asked for in the order they are added, so the strings are complete when their turn comes. Excel packs fast too.
    zip.addReadStreamLazy(part, { compressionLevel: 1 }, (take) =>
      take(null, Readable.from(xml(), { objectMode: false })),
    );

  add('[Content_Types].xml', () => [contentTypes(sheets.length)]);
  add('_rels/.rels', () => [relationships([['officeDocument', 'xl/workbook.xml']])]);
  add('xl/workbook.xml', () => [workbook(sheets)]);
  add('xl/_rels/workbook.xml.rels', () => [
    relationships([
      ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
  ]);
  for (const [index, { rows }] of sheets.entries()) {
    add(`xl/worksheets/sheet${index + 1}.xml`, () => sheetXml(rows, strings));
  }
  add('xl/sharedStrings.xml', () => stringsXml(strings));
  zip.end();
  await Promise.race([pipeline(zip.outputStream, createWriteStream(path)), failed]);
}

async function* sheetXml(rows: WorkbookSheet['rows'], strings: Map<string, number>): AsyncGenerator<string> {
  let xml = `${XML}<worksheet xmlns="${MAIN}"><sheetData>`;
  let number = 0;
  for await (const row of rows) {
    number += 1;
    xml += `<row r="${number}">`;
    for (const [index, cell] of row.entries()) {
      if (cell !== null) xml += cellXml(`${letters(index)}${number}`, cell, strings);
    }
    xml += '</row>';
    if (xml.length > PIECE) {
      yield xml;
      xml = '';
    }
  }
  yield `${xml}</sheetData></worksheet>`;
}

function cellXml(at: string, cell: string | number | boolean, strings: Map<string, number>): string {
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  const known = strings.get(cell);
  const index = known ?? strings.size;
  if (known === undefined) strings.set(cell, index);
  return `<c r="${at}" t="s"><v>${index}</v></c>`;
}

function* stringsXml(strings: ReadonlyMap<string, number>): Generator<string> {
  let xml = `${XML}<sst xmlns="${MAIN}" uniqueCount="${strings.size}">`;
  for (const text of strings.keys()) {
    xml += `<si><t xml:space="preserve">${escaped(text)}</t></si>`;
    if (xml.length > PIECE) {
      yield xml;
      xml = '';
    }
  }
  yield `${xml}</sst>`;
}

function workbook(sheets: readonly WorkbookSheet[]): string {
  const listed = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`;
}

function relationships(targets: readonly [type: string, target: string][]): string {
  const listed = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${listed.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const part = (path: string, type: string) => `<Override PartName="/xl/${path}" ContentType="${TYPE}.${type}+xml"/>`;
  const listed = Array.from({ length: sheets }, (_, index) => part(`worksheets/sheet${index + 1}.xml`, 'worksheet'));
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook.xml', 'sheet.main')}${listed.join('')}${part('sharedStrings.xml', 'sharedStrings')}</Types>`;
}

/** As XML, with what XML cannot hold or would change written as the format does: `_x000D_`. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/\p{Cc}/gu, (control) =>
      control === '\t' || control === '\n'
        ? control
        : `_x${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function letters(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26);
}
