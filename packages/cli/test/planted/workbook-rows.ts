import { basename, join } from 'node:path';
import { openTable } from '@careergraph/extract';
import { type WorkbookCell, writeWorkbook } from '@careergraph/testkit/files';

type Cells = WorkbookCell[];

/** A published workbook in memory, in which errors can be planted. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly rows: Cells[] }[];
}

export async function readWorkbook(path: string): Promise<Workbook> {
  const table = await openTable(path, basename(path));
  try {
    const sheets = [];
    for (const sheet of table.sheets) {
      const rows: Cells[] = [];
      for await (const { number, cells } of sheet.rows()) rows[number - 1] = [...cells];
      sheets.push({ name: sheet.name, rows: Array.from(rows, (row) => row ?? []) });
    }
    return { sheets };
  } finally {
    await table.close();
  }
}

export function copyOf({ sheets }: Workbook): Workbook {
  return { sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.map((cells) => [...cells]) })) };
}

export async function write({ sheets }: Workbook, folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  await writeWorkbook(path, sheets);
  return path;
}

/** The rows of one table, whose cells are known by the names of their columns. */
export class Rows {
  readonly rows: Cells[];
  readonly #header: number;
  readonly #names: readonly string[];

  /** @param header index of the header among the rows of the sheet */
  constructor({ sheets }: Workbook, sheet: number, header: number) {
    this.rows = (sheets[sheet] as Workbook['sheets'][number]).rows;
    this.#header = header;
    this.#names = (this.rows[header] as Cells).map((name) => String(name).replace(/\s+/g, ' ').trim().toUpperCase());
  }

  /** Indexes of the rows below the header that a condition finds. */
  where(condition: (index: number) => boolean): readonly number[] {
    return this.rows.flatMap((_, index) => (index > this.#header && condition(index) ? [index] : []));
  }

  get(index: number, column: string): WorkbookCell {
    return this.rows[index]?.[this.#at(column)] ?? null;
  }

  number(index: number, column: string): number {
    return Number(this.get(index, column));
  }

  set(index: number, column: string, value: WorkbookCell): void {
    (this.rows[index] as Cells)[this.#at(column)] = value;
  }

  swap(index: number, one: string, other: string): void {
    const value = this.get(index, one);
    this.set(index, one, this.get(index, other));
    this.set(index, other, value);
  }

  #at(column: string): number {
    const at = this.#names.indexOf(column.toUpperCase());
    if (at === -1) throw new Error(`There is no column ${column}, only ${this.#names.join(', ')}.`);
    return at;
  }
}

export type Random = () => number;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** Two neighboring digits that differ, in the other order: 46,230 becomes 42,630. */
export function transposed(value: number, random: Random): number {
  const digits = String(value);
  const places = [...digits].flatMap((digit, place) => {
    const next = digits[place + 1];
    return next !== undefined && /\d/.test(digit) && /\d/.test(next) && digit !== next && next !== '0' ? [place] : [];
  });
  if (places.length === 0) return value * 10;
  const place = pick(places, random);
  return Number(digits.slice(0, place) + digits[place + 1] + digits[place] + digits.slice(place + 2));
}
