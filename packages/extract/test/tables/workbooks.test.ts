import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWorkbook, zipOf } from '@careergraph/testkit/files';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TableError } from '../../src/tables/errors.js';
import { openTable } from '../../src/tables/open.js';
import type { SheetRow } from '../../src/tables/table.js';
import { readAll, rowsOfSheet } from './published.js';

let work = '';
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'careergraph-tables-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

let count = 0;
async function fileOf(bytes: Uint8Array | string): Promise<string> {
  const path = join(work, `file-${count++}`);
  await writeFile(path, bytes);
  return path;
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rels = (...targets: [type: string, target: string][]) =>
  `<Relationships>${targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

/** The parts of a workbook with one sheet, "Data"; `changes` replace parts or, with null, leave them out. */
function partsOf(
  sheet: string | Uint8Array,
  changes: Readonly<Record<string, string | Uint8Array | null>> = {},
): Record<string, string | Uint8Array> {
  const parts: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': rels(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': '<workbook><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': rels(['worksheet', 'worksheets/sheet1.xml'], ['sharedStrings', 'sharedStrings.xml']),
    'xl/worksheets/sheet1.xml': sheet,
    'xl/sharedStrings.xml': '<sst><si><t>first</t></si><si><t>second</t></si></sst>',
    ...changes,
  };
  const kept = Object.entries(parts).filter((entry): entry is [string, string | Uint8Array] => entry[1] !== null);
  return Object.fromEntries(kept);
}

const dataOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

async function rowsOf(rows: string, changes?: Parameters<typeof partsOf>[1]): Promise<readonly SheetRow[]> {
  const { sheets } = await readAll(await fileOf(await zipOf(partsOf(dataOf(rows), changes))), 'made.xlsx');
  return sheets[0]?.rows ?? [];
}

async function faultOf(bytes: Uint8Array | string, name = 'made.xlsx'): Promise<TableError> {
  const path = await fileOf(bytes);
  const error = await readAll(path, name).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof TableError)) throw new Error(`A TableError was expected; it was ${String(error)}`);
  return error;
}

const faultInSheet = async (sheet: string | Uint8Array, changes?: Parameters<typeof partsOf>[1]) =>
  faultOf(await zipOf(partsOf(sheet, changes)));

describe('cells of a workbook', () => {
  it('are numbers, texts, true and false as they stand, and null where there is none', async () => {
    expect(
      await rowsOf(
        `<row r="3"><c r="B3" t="s"><v>1</v></c><c r="C3"/><c r="D3"><v>-1.5E3</v></c><c r="E3" t="b"><v>1</v></c><c r="F3" t="b"><v>0</v></c><c r="AA3" t="n"><v>7</v></c><c r="AB3" s="1"/></row>`,
      ),
    ).toEqual([{ number: 3, cells: [null, 'second', null, -1500, true, false, ...Array(20).fill(null), 7] }]);
  });

  it('are counted on where the file does not number them', async () => {
    expect(await rowsOf('<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"/><row><c><v>3</v></c></row>')).toEqual([
      { number: 1, cells: [1, 2] },
      { number: 6, cells: [3] },
    ]);
  });

  it('have texts in the cell, results of formulas and dates as the workbook holds them', async () => {
    expect(
      await rowsOf(
        `<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> in the cell </t></is></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>result</v></c><c r="C1"><f>1+1</f><v>2</v></c><c r="D1" t="d"><v>2024-05-01</v></c><c r="E1" t="str"><f>""</f><v></v></c><c r="F1"><v>45413</v></c></row>`,
      ),
    ).toEqual([{ number: 1, cells: [' in the cell ', 'result', 2, '2024-05-01', null, 45413] }]);
  });

  it('join rich text, leave out its phonetic guide, and undo what XML and the format escape', async () => {
    const strings = `<sst><si><r><rPr><b/></rPr><t>Bold </t></r><r><t xml:space="preserve">and plain</t></r><rPh><t>guide</t></rPh></si><si><t>&lt;R&amp;D&gt; &#8212; &#x2014;_x000D_ _x005F_x000D_<![CDATA[<&>]]>a\r\nb</t></si><si/></sst>`;
    const cells = [0, 1, 2].map((index) => `<c t="s"><v>${index}</v></c>`).join('');
    expect(await rowsOf(`<row>${cells}<c><v>1</v></c></row>`, { 'xl/sharedStrings.xml': strings })).toEqual([
      { number: 1, cells: ['Bold and plain', '<R&D> — —\r _x000D_<&>a\nb', null, 1] },
    ]);
  });

  it('are found whatever the prefix, quotes, comments and blanks of the XML', async () => {
    const sheet =
      `\uFEFF<?xml version="1.0"?><!-- <row r="9"> --><x:worksheet xmlns:x='urn:x'><x:cols a=">"/><x:sheetData>
      <x:row r = '2' spans="1:2" ><x:c r="A2" note=">/<"\n t='s' ><x:v>0</x:v></x:c ><x:c r='B2'><x:v>4</x:v><!-- <v>5</v> --></x:c></x:row>
    </x:sheetData></x:worksheet>\n`.replace('note=">/<"', 'note=">/"');
    const { sheets } = await readAll(await fileOf(await zipOf(partsOf(sheet))), 'made.xlsx');
    expect(sheets[0]?.rows).toEqual([{ number: 2, cells: ['first', 4] }]);
  });

  it('are the same where characters of several bytes are cut by chunks', async () => {
    const text = '–é😀'.repeat(60_000);
    const rows = `<row><c t="inlineStr"><is><t>x${text}</t></is></c></row><row><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
    expect((await rowsOf(rows)).map(({ cells }) => cells)).toEqual([[`x${text}`], [text]]);
  });

  it('have a value only in the first of merged cells', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Merged');
    sheet.getCell('A1').value = 'title';
    sheet.mergeCells('A1:C2');
    sheet.getCell('D2').value = 5;
    const path = join(work, 'merged.xlsx');
    await workbook.xlsx.writeFile(path);
    const { sheets } = await readAll(path, 'merged.xlsx');
    expect(sheets).toEqual([
      {
        name: 'Merged',
        rows: [
          { number: 1, cells: ['title'] },
          { number: 2, cells: [null, null, null, 5] },
        ],
      },
    ]);
  });
});

describe('sheets of a workbook', () => {
  it('are given in the order of the tabs, hidden and empty ones included, charts left out', async () => {
    const parts = partsOf(dataOf('<row><c><v>1</v></c></row>'), {
      'xl/workbook.xml':
        '<workbook><sheets><sheet name="B &amp; C" state="hidden" r:id="rId2"/><sheet name="Chart" r:id="rId3"/><sheet name="A" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': rels(
        ['worksheet', '/xl/worksheets/Sheet1.xml'],
        ['worksheet', 'worksheets/empty.xml'],
        ['chartsheet', 'chartsheets/sheet1.xml'],
      ),
      'xl/worksheets/empty.xml': '<worksheet><sheetData/></worksheet>',
      'xl/chartsheets/sheet1.xml': '<chartsheet/>',
      'xl/sharedStrings.xml': null,
    });
    const { kind, sheets } = await readAll(await fileOf(await zipOf(parts)), 'made.xlsx');
    expect(kind).toBe('xlsx');
    expect(sheets).toEqual([
      { name: 'B & C', rows: [] },
      { name: 'A', rows: [{ number: 1, cells: [1] }] },
    ]);
  });

  it('can be read twice, side by side, left early, and not once the table is closed', async () => {
    const path = join(work, 'twice.xlsx');
    const rows = Array.from({ length: 3_000 }, (_, index) => [`row ${index}`, index, null, index % 2 === 0]);
    await writeWorkbook(path, [
      { name: 'One', rows },
      { name: 'Two', rows: [['Ä_x000D_\r\n\u0001"<&>', ' ']] },
    ]);
    const table = await openTable(path, 'twice.xlsx');
    const [one, two] = table.sheets;
    if (one === undefined || two === undefined) throw new Error('Two sheets were written.');
    for await (const { number, cells } of one.rows()) {
      expect({ number, cells }).toEqual({ number: 1, cells: ['row 0', 0, null, true] });
      break;
    }
    const [first, second, other] = await Promise.all([one, one, two].map(rowsOfSheet));
    expect(first).toEqual(rows.map((cells, index) => ({ number: index + 1, cells })));
    expect(second).toEqual(first);
    expect(other).toEqual([{ number: 1, cells: ['Ä_x000D_\r\n\u0001"<&>', ' '] }]);
    await table.close();
    await table.close();
    await expect(rowsOfSheet(one)).rejects.toThrow('twice.xlsx was closed before sheet "One" was read.');
  });

  it('are written by the test kit as exceljs reads them', async () => {
    const path = join(work, 'written.xlsx');
    await writeWorkbook(path, [{ name: 'R&D', rows: [['a', 1.25, null, 'a'], [], [null, true]] }]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const sheet = workbook.getWorksheet('R&D');
    expect(sheet?.getRow(1).values).toEqual([undefined, 'a', 1.25, undefined, 'a']);
    expect(sheet?.getCell('B3').value).toBe(true);
  });
});

describe('refused with the place', () => {
  it.each([
    [
      'an error cell',
      '<row r="7"><c r="A7"><v>1</v></c><c r="AB7" t="e"><v>#N/A</v></c></row>',
      7,
      'AB',
      'the error #N/A',
    ],
    ['a formula without a result', '<row r="2"><c r="C2"><f>1+1</f></c></row>', 2, 'C', 'a formula without its result'],
    ['a number that is none', '<row r="2"><c r="C2"><v>1,5</v></c></row>', 2, 'C', '"1,5" for a number'],
    ['a number of blanks', '<row r="2"><c r="C2"><v> </v></c></row>', 2, 'C', '" " for a number'],
    ['a number beyond all', '<row r="2"><c r="C2"><v>1e999</v></c></row>', 2, 'C', '"1e999" for a number'],
    [
      'a string that is not there',
      '<row r="2"><c r="C2" t="s"><v>2</v></c></row>',
      2,
      'C',
      'shared string "2"; the workbook has 2',
    ],
    ['an unknown type', '<row r="2"><c r="C2" t="q"><v>2</v></c></row>', 2, 'C', '"2" as a value of type "q"'],
    ['a row out of order', '<row r="4"/><row r="4"/>', 4, null, 'is followed by row "4"'],
    ['a row with no number', '<row r="x"/>', null, null, 'is followed by row "x"'],
    ['a cell out of order', '<row r="4"><c r="B4"/><c r="A4"/></row>', 4, 'B', 'is followed by cell "A4"'],
    ['a cell of another row', '<row r="4"><c r="B5"/></row>', 4, null, 'a cell that says it is "B5"'],
    ['a column past the last', '<row r="4"><c r="XFE4"/></row>', 4, null, 'is followed by cell "XFE4"'],
    [
      'an entity that is none',
      '<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>',
      1,
      'A',
      '"&nbsp;" is not a character',
    ],
    ['tags that cross', '<row r="1"><c r="A1"><v>1</c></v></row>', 1, 'A', '</c> ends <v>'],
  ])('%s', async (_, rows, row, column, found) => {
    const fault = await faultInSheet(dataOf(rows));
    expect(fault).toMatchObject({ file: 'made.xlsx', sheet: 'Data', row, column });
    expect(fault.message).toContain(found);
    expect(fault.message).toMatch(/^made\.xlsx, sheet "Data".*\.$/);
  });

  it('XML of a sheet that is cut off, wherever it is cut', async () => {
    const whole = dataOf('<row r="1"><c r="A1" t="s"><v>1</v></c></row>');
    for (let length = 0; length < whole.length; length++) {
      const fault = await faultInSheet(whole.slice(0, length));
      expect(fault.message, whole.slice(0, length)).toMatch(
        /^made\.xlsx, sheet "Data".* that is damaged or cut off: .*again\.$/,
      );
    }
  });

  it('XML that is not UTF-8, declares a type, or is not a sheet', async () => {
    expect(
      (await faultInSheet(Buffer.from(dataOf('<row><c t="str"><v>\xe9</v></c></row>'), 'latin1'))).message,
    ).toContain('byte 0xE9 at offset 41 is not UTF-8');
    expect((await faultInSheet(`<!DOCTYPE x>${dataOf('')}`)).message).toContain('a declaration that no workbook has');
    expect((await faultInSheet('<html/>')).message).toContain('has no <sheetData>');
  });

  it('strings over the limit, before they are read', async () => {
    const bytes = await zipOf(partsOf(dataOf('<row/>')));
    const fault = await faultOf(patched(bytes, 'xl/sharedStrings.xml', { uncompressedSize: 2 ** 28 + 1 }));
    expect(fault.message).toContain('of 268435457 bytes');
  });
});

/** Changes what the archive's list says of a member. */
function patched(bytes: Buffer, member: string, fields: { uncompressedSize?: number; crc32?: number }): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.lastIndexOf(member) - 46;
  if (fields.crc32 !== undefined) copy.writeUInt32LE(fields.crc32, at + 16);
  if (fields.uncompressedSize !== undefined) copy.writeUInt32LE(fields.uncompressedSize, at + 24);
  return copy;
}

describe('refused, saying what it is', () => {
  const sheet = dataOf('<row r="1"><c r="A1"><v>1</v></c></row>');
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');

  it.each<[string, () => Promise<Uint8Array | string> | Uint8Array | string, string]>([
    ['an empty file', () => '', 'made.xlsx is empty (0 bytes). Download it again.'],
    ['blank space', () => '\uFEFF \r\n\n', 'is empty: 7 bytes of blank space.'],
    [
      'a web page',
      () => '\n<!DOCTYPE html><html><head><title>\n Access  Denied </title></head></html>',
      'is a web page with the title "Access Denied", not a table',
    ],
    ['a web page without a title', () => '<HTML><body>Not found', 'is a web page, not a table'],
    ['an XML spreadsheet', () => '<?xml version="1.0"?><Workbook/>', 'is an XML file, not a table.'],
    ['an old workbook', () => Buffer.concat([ole, Buffer.alloc(2_000)]), 'is in the old Excel format (.xls)'],
    [
      'a workbook with a password',
      () => Buffer.concat([ole, Buffer.alloc(70_000), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(100)]),
      'is a workbook protected by a password.',
    ],
    ['a PDF', () => '%PDF-1.7\n', 'is a PDF document.'],
    ['a gzip', () => Buffer.from('1f8b0800', 'hex'), 'is compressed (gzip), not a table.'],
    ['an archive', () => zipOf({ 'a.csv': 'a,b' }), 'is a zip archive, not a workbook.'],
    ['an archive of nothing', () => zipOf({}), 'is a zip archive, not a workbook.'],
    [
      'a binary workbook',
      () => zipOf({ '[Content_Types].xml': '', 'xl/workbook.bin': '' }),
      'is a binary workbook (.xlsb).',
    ],
    ['an OpenDocument file', () => zipOf({ mimetype: 'x', 'content.xml': '' }), 'is an OpenDocument file.'],
    [
      'a Word document',
      () =>
        zipOf({
          '[Content_Types].xml': '',
          '_rels/.rels': rels(['officeDocument', 'word/document.xml']),
          'word/document.xml': '',
        }),
      'is an Office file without a workbook in it.',
    ],
    [
      'a workbook without sheets',
      () => zipOf(partsOf(sheet, { 'xl/workbook.xml': '<workbook><sheets/></workbook>' })),
      'is a workbook without sheets.',
    ],
    [
      'a workbook without its sheet',
      () => zipOf(partsOf(sheet, { 'xl/worksheets/sheet1.xml': null })),
      'made.xlsx, sheet "Data" is listed, but the workbook does not hold it.',
    ],
    [
      'a workbook without its strings',
      () => zipOf(partsOf(sheet, { 'xl/sharedStrings.xml': null })),
      'lists shared strings (xl/sharedStrings.xml), but does not hold them.',
    ],
    [
      'a workbook cut in half',
      async () => (await zipOf(partsOf(sheet))).subarray(0, 900),
      'is a zip file that cannot be opened',
    ],
    [
      'a workbook with a wrong CRC',
      async () => patched(await zipOf(partsOf(sheet)), 'xl/worksheets/sheet1.xml', { crc32: 1 }),
      'has a member "xl/worksheets/sheet1.xml" whose CRC-32 is not the one declared.',
    ],
    [
      'a sheet shorter than declared',
      async () => patched(await zipOf(partsOf(sheet)), 'xl/worksheets/sheet1.xml', { uncompressedSize: 1_000 }),
      `of ${sheet.length} bytes; 1000 are declared.`,
    ],
    [
      'a sheet longer than declared',
      async () => patched(await zipOf(partsOf(sheet)), 'xl/worksheets/sheet1.xml', { uncompressedSize: 10 }),
      'longer than the 10 bytes declared.',
    ],
    [
      'a sheet that would be 3 GiB',
      async () => patched(await zipOf(partsOf(sheet)), 'xl/worksheets/sheet1.xml', { uncompressedSize: 3 * 2 ** 30 }),
      'of 3221225472 bytes; at most 2147483648 are read.',
    ],
  ])('%s', async (_, make, message) => {
    const fault = await faultOf(await make());
    expect(fault.message).toContain(message);
    expect(fault.message).toMatch(/^made\.xlsx/);
    expect(fault.file).toBe('made.xlsx');
  });

  it('a sheet whose packed bytes are damaged', async () => {
    const text = Array.from({ length: 400 }, (_, index) => `<row r="${index + 1}"><c><v>${index * 7919}</v></c></row>`);
    const bytes = await zipOf(partsOf(dataOf(text.join(''))));
    const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 200;
    for (let byte = at; byte < at + 40; byte++) bytes[byte] = 0xff;
    expect((await faultOf(bytes)).message).toMatch(/^made\.xlsx(, sheet "Data"| has a member "xl\/worksheets)/);
  });

  it('a file that is not there, and a folder', async () => {
    const missing = join(work, 'missing.xlsx');
    await expect(openTable(missing, 'missing.xlsx')).rejects.toThrow(
      `missing.xlsx cannot be read: no such file. Asked for ${missing}.`,
    );
    await expect(openTable(work, 'oews')).rejects.toThrow(
      `oews cannot be read: it is a folder. Asked for oews (${work}).`,
    );
  });
});
