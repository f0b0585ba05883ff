import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TableError } from '../../src/tables/errors.js';
import { openTable } from '../../src/tables/open.js';
import type { SheetRow } from '../../src/tables/table.js';
import { type Rows, readAll, rowsOfSheet } from './published.js';

let work = '';
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'careergraph-tables-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

let count = 0;
async function fileOf(content: string | Uint8Array): Promise<string> {
  const path = join(work, `file-${count++}`);
  await writeFile(path, content);
  return path;
}

async function rowsOf(content: string | Uint8Array): Promise<Rows> {
  const { sheets } = await readAll(await fileOf(content), 'made.csv');
  return sheets[0]?.rows ?? [];
}

async function faultOf(content: string | Uint8Array): Promise<TableError> {
  const error = await rowsOf(content).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof TableError)) throw new Error(`A TableError was expected; it was ${String(error)}`);
  return error;
}

const lines = (...rows: [number: number, cells: (string | null)[]][]): SheetRow[] =>
  rows.map(([number, cells]) => ({ number, cells }));

describe('text files', () => {
  it('are one sheet, named after the file without its ending', async () => {
    const { kind, sheets } = await readAll(await fileOf('a,b\n1,2'), 'hd.2024.csv');
    expect({ kind, sheets }).toEqual({
      kind: 'text',
      sheets: [{ name: 'hd.2024', rows: lines([1, ['a', 'b']], [2, ['1', '2']]) }],
    });
  });

  it('keep their texts as they stand, with nothing for an empty cell', async () => {
    expect(await rowsOf('ZIP, NAME ,X\n00501," a ""b"", c ",\n007,,""\n')).toEqual(
      lines([1, ['ZIP', ' NAME ', 'X']], [2, ['00501', ' a "b", c ', null]], [3, ['007', null, null]]),
    );
  });

  it('are cut at tabs when the first line has one, and quotes are characters there', async () => {
    expect(await rowsOf('Code\tTitle, long\r\n"1\tthe "lay" title\r\n2\t"x"\r\n')).toEqual(
      lines([1, ['Code', 'Title, long']], [2, ['"1', 'the "lay" title']], [3, ['2', '"x"']]),
    );
  });

  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
  ])('count lines with %s, line breaks in quotes and empty lines included', async (_, end) => {
    const text = ['a,"b', 'b"', '', '1,"x', '', 'y"', '2,3', '', ''].join(end);
    const expected = lines([1, ['a', `b${end}b`]], [4, ['1', `x${end}${end}y`]], [7, ['2', '3']]);
    expect(await rowsOf(text)).toEqual(expected);
    expect(await rowsOf(`\uFEFF${text}`)).toEqual(expected);
  });

  it('are read as Windows-1252 where that is allowed and they are not UTF-8', async () => {
    const bytes = [...Buffer.from('city,note\nCa'), 0xf1, ...Buffer.from('on City,'), 0x93, 0x80, 0x94, 0x0a];
    const table = await openTable(await fileOf(Buffer.from(bytes)), 'hd2023.csv', 'utf-8-or-windows-1252');
    const rows: SheetRow[] = [];
    for await (const row of table.sheets[0]?.rows() ?? []) rows.push(row);
    expect(rows).toEqual(lines([1, ['city', 'note']], [2, ['Cañon City', '“€”']]));
    await table.close();
  });

  it('may end lines with CR alone, or have a single column', async () => {
    expect(await rowsOf('a,b\r1,2\r')).toEqual(lines([1, ['a', 'b']], [2, ['1', '2']]));
    expect(await rowsOf('title\n\none\n')).toEqual(lines([1, ['title']], [3, ['one']]));
  });

  it('may have a tab or another delimiter in the quotes of the first line', async () => {
    expect(await rowsOf('"a\t;b",c\n1,2')).toEqual(lines([1, ['a\t;b', 'c']], [2, ['1', '2']]));
  });

  it('are the same where characters of several bytes are cut by chunks', async () => {
    const cells = Array.from({ length: 40_000 }, (_, index) => `${'x'.repeat(index % 5)}–é😀\uFFFD`);
    const rows = await rowsOf(`title\n${cells.join('\n')}\n`);
    expect(rows.slice(1).map((row) => row.cells[0])).toEqual(cells);
  });

  it('can be read twice, left early, and not once closed', async () => {
    const path = await fileOf(`a,b\n${'1,2\n'.repeat(50_000)}`);
    const table = await openTable(path, 'made.csv');
    const [sheet] = table.sheets;
    if (sheet === undefined) throw new Error('A text file has a sheet.');
    for await (const row of sheet.rows()) {
      expect(row).toEqual({ number: 1, cells: ['a', 'b'] });
      break;
    }
    expect((await rowsOfSheet(sheet)).length).toBe(50_001);
    expect((await rowsOfSheet(sheet)).at(-1)).toEqual({ number: 50_001, cells: ['1', '2'] });
    await table.close();
    await expect(rowsOfSheet(sheet)).rejects.toThrow('made.csv was closed before its rows were read.');
  });
});

describe('text files that are refused', () => {
  it.each<[string, string | Uint8Array, number | null, string]>([
    ['too many cells', 'a,b\n1,2\n\n"1\n",2,3\n', 4, 'has 3 cells and the first row has 2: "1\\n | 2 | 3".'],
    ['too few cells', 'a\tb\n1\t2\n3\n', 3, 'has 1 cell and the first row has 2: "3".'],
    [
      'a quote that is not closed',
      'a,b\n1,2\n1,"2\n3,4\n',
      3,
      'is not text with commas between cells: Quote Not Closed',
    ],
    ['a quote in a cell', 'a,b\n\n1,2"3\n', 3, 'is not text with commas between cells: Invalid Opening Quote'],
    [
      'Windows-1252',
      Buffer.from('a,b\n1,2\nCaf\xe9,4\n', 'latin1'),
      3,
      'has the byte 0xE9 (offset 11), which is not UTF-8',
    ],
    ['a character cut off at the end', Buffer.from('a\nCaf\xc3', 'latin1'), 2, 'has the byte 0xC3 (offset 5)'],
    ['UTF-16', Buffer.from('\uFEFFa,b\n', 'utf16le'), null, 'is text in UTF-16 (little-endian). Save it as UTF-8.'],
    ['UTF-16, the other way', Buffer.from('\uFEFFa,b\n', 'utf16le').swap16(), null, 'is text in UTF-16 (big-endian).'],
    ['UTF-16 without its mark', Buffer.from('a,b\n', 'utf16le'), 1, 'has a NUL byte: this is not a text file.'],
    ['semicolons', 'a;b\n1;2\n', 1, 'is delimited by ";": "a;b". Save it with commas (.csv) or tabs.'],
    ['a web page', '<!-- x -->\n<html><title>404</title>', null, 'is a web page with the title "404", not a table'],
  ])('%s', async (_, content, row, found) => {
    const fault = await faultOf(content);
    expect(fault).toMatchObject({ file: 'made.csv', sheet: null, row, column: null });
    expect(fault.message).toContain(found);
    expect(fault.message).toMatch(/^made\.csv.*\.$/s);
  });

  it('a record without end, with little memory', async () => {
    expect((await faultOf(`a,b\n1,"${'x'.repeat(3_000_000)}`)).message).toContain('Max Record Size');
  });

  it('a fault far behind good rows, at its line', async () => {
    expect(await faultOf(`a,b\n${'1,2\n'.repeat(60_000)}1,"2"3\n`)).toMatchObject({ row: 60_002 });
  });
});
