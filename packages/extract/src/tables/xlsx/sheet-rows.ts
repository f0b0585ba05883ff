import { columnLetters } from '../columns.js';
import { type Place, quoted, TableError } from '../errors.js';
import type { Cell, SheetRow } from '../table.js';
import type { Member } from '../zip.js';
import { scan } from './scan.js';
import { detached, StringText, unescaped } from './strings.js';
import type { XmlHandler, XmlScanner } from './xml.js';

/** As many as a spreadsheet has. */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
const NUMBER = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/;

/**
 * The rows of a sheet, as a stream. Rows without any value are left out; `cells` ends with the last value.
 *
 * @param onExpected told now and then how many rows there will have been
 */
export async function* readSheetRows(
  member: Member,
  strings: readonly string[],
  file: string,
  sheet: string,
  onExpected: (rows: number) => void,
): AsyncGenerator<SheetRow, void, void> {
  const reader = new SheetReader(strings, file, sheet);
  let taken = 0;
  for await (const bytes of scan(member, reader, () => reader.place())) {
    const rows = reader.take();
    taken += rows.length;
    onExpected(Math.round((taken / bytes) * member.bytes));
    for (const row of rows) yield row;
  }
  if (!reader.sawSheet) {
    throw new TableError({ file, sheet }, `is not a worksheet: ${member.path} has no <sheetData>. Download it again.`);
  }
}

class SheetReader implements XmlHandler {
  readonly #strings: readonly string[];
  readonly #file: string;
  readonly #sheet: string;
  readonly #inline = new StringText();
  #rows: SheetRow[] = [];
  #inData = false;
  #row = 0;
  #cells: Cell[] = [];
  #column = -1;
  #type = 'n';
  #value: string | null = null;
  #hasFormula = false;
  #hasInline = false;
  sawSheet = false;

  constructor(strings: readonly string[], file: string, sheet: string) {
    this.#strings = strings;
    this.#file = file;
    this.#sheet = sheet;
  }

  /** The rows that were read since it was last called. */
  take(): readonly SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  place(): Place {
    const column = this.#column < 0 ? null : columnLetters(this.#column);
    return { file: this.#file, sheet: this.#sheet, row: this.#row === 0 ? null : this.#row, column };
  }

  wantsText(name: string): boolean {
    return this.#inData && (name === 'v' || name === 't');
  }

  open(name: string, scanner: XmlScanner): void {
    if (name === 'c') this.#openCell(scanner);
    else if (name === 'row') this.#openRow(scanner);
    else if (name === 'f') this.#hasFormula = true;
    else if (name === 'is') {
      this.#hasInline = true;
      this.#inline.begin();
    } else if (name === 'sheetData') this.#inData = this.sawSheet = true;
    else this.#inline.open(name);
  }

  close(name: string, text: string): void {
    if (name === 'v') this.#value = text;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else if (name === 'sheetData') this.#inData = false;
    else this.#inline.close(name, text);
  }

  #openRow(scanner: XmlScanner): void {
    if (!this.#inData) return;
    const given = scanner.attribute('r');
    const number = given === undefined ? this.#row + 1 : Number(given);
    if (!Number.isInteger(number) || number <= this.#row || number > MAX_ROWS) {
      throw this.#fault(`is followed by row ${quoted(given ?? String(number))}; rows must ascend, up to ${MAX_ROWS}`);
    }
    this.#row = number;
    this.#cells = [];
    this.#column = -1;
  }

  #closeRow(): void {
    if (!this.#inData) return;
    this.#column = -1;
    const cells = this.#cells;
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
    if (cells.length > 0) this.#rows.push({ number: this.#row, cells });
    this.#cells = [];
  }

  #openCell(scanner: XmlScanner): void {
    if (!this.#inData) return;
    const reference = scanner.attribute('r');
    const column = reference === undefined ? this.#column + 1 : this.#columnOf(reference);
    if (column <= this.#column || column >= MAX_COLUMNS) {
      throw this.#fault(
        `is followed by cell ${quoted(reference ?? columnLetters(column))}; cells must ascend, up to XFD`,
      );
    }
    while (this.#cells.length < column) this.#cells.push(null);
    this.#column = column;
    this.#type = scanner.attribute('t') ?? 'n';
    this.#value = null;
    this.#hasFormula = false;
    this.#hasInline = false;
  }

  #columnOf(reference: string): number {
    let column = 0;
    let at = 0;
    for (; at < reference.length; at++) {
      const letter = reference.charCodeAt(at) - 64;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    if (at === 0 || at > 3 || reference.slice(at) !== String(this.#row)) {
      throw this.#fault(`has a cell that says it is ${quoted(reference)}`);
    }
    return column - 1;
  }

  #closeCell(): void {
    if (this.#inData) this.#cells.push(this.#cell());
  }

  #cell(): Cell {
    const value = this.#value;
    const type = this.#type;
    if (type === 'inlineStr') return this.#hasInline ? textOf(detached(this.#inline.value)) : null;
    if (value === null || value === '') {
      if (type === 'str' && value === '') return null;
      if (!this.#hasFormula) return null;
      throw new TableError(
        this.place(),
        'has a formula without its result. Open the file in a spreadsheet program, save it and read it again.',
      );
    }
    if (type === 's') return this.#shared(value);
    if (type === 'n') return this.#number(value);
    if (type === 'str' || type === 'd') return textOf(detached(unescaped(value)));
    if (type === 'b' && (value === '0' || value === '1')) return value === '1';
    if (type === 'e') {
      throw new TableError(this.place(), `has the error ${value}. Correct the cell, or read a file without it.`);
    }
    throw this.#fault(`has ${quoted(value)} as a value of type ${quoted(type)}`);
  }

  #number(text: string): number {
    const number = Number(text);
    if (!NUMBER.test(text) || !Number.isFinite(number)) throw this.#fault(`has ${quoted(text)} for a number`);
    return number;
  }

  #shared(text: string): Cell {
    const string = /^\d+$/.test(text) ? this.#strings[Number(text)] : undefined;
    if (string === undefined) {
      throw this.#fault(`refers to shared string ${quoted(text)}; the workbook has ${this.#strings.length}`);
    }
    return textOf(string);
  }

  #fault(found: string): TableError {
    return new TableError(this.place(), `${found}. The workbook is damaged; download it again.`);
  }
}

/** A cell with a text of no characters shows nothing, like an empty one. */
function textOf(text: string): string | null {
  return text === '' ? null : text;
}
