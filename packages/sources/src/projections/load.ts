import { openTable } from '@careergraph/extract';
import type { Part, RowSink } from '@careergraph/releases';
import { type NormalRow, normalizeRow } from './normalize.js';
import { type OccupationSheet, type OccupationTable, occupationSheets, type RawRow, readHeader } from './parse.js';

/** Reads the occupation table of a workbook that was recognized. */
export async function load({ file }: Part, sink: RowSink): Promise<void> {
  const opened = await openTable(file.path, file.name);
  try {
    const [found] = await occupationSheets(opened);
    await loadTable(await readHeader(file.name, found as OccupationSheet), sink);
  } finally {
    await opened.close();
  }
}

async function loadTable(table: OccupationTable, sink: RowSink): Promise<void> {
  const seen = new SeenRows(table);
  let read = 0;
  let isFaulty = false;
  const fault: RowSink['fault'] = (found) => {
    isFaulty = true;
    sink.fault(found);
  };
  for await (const raw of table.rows(fault)) {
    read += 1;
    sink.progress(read);
    const normal = normalizeRow(table, raw, fault);
    // Behind a row with faults nobody knows what the next one stands below.
    const parentCode = normal && seen.take(raw, normal, isFaulty, fault);
    if (!normal || parentCode === undefined) continue;
    await sink.add('FileOccupation', { ...normal.occupation, parentCode });
    await sink.add('Projection', normal.projection);
  }
}

/** The codes that were read, and the groups that the next row may belong to. */
class SeenRows {
  readonly #table: OccupationTable;
  readonly #rowOf = new Map<string, number>();
  /** The widest first. */
  readonly #groups: string[] = [];

  constructor(table: OccupationTable) {
    this.#table = table;
  }

  /** @returns code of the group that the row stands below, null for none; undefined where the row has a fault */
  take(
    raw: RawRow,
    { occupation: { code }, depth }: NormalRow,
    isFaulty: boolean,
    report: RowSink['fault'],
  ): string | null | undefined {
    const { file, sheet, names } = this.#table;
    const fault = (field: 'code' | 'title', message: string) =>
      report({ file, sheet, row: raw.row, column: names[field], value: raw.cells[field], message });
    const earlier = this.#rowOf.get(code);
    if (earlier !== undefined) {
      fault('code', `is there twice: row ${earlier} has it too.`);
      return undefined;
    }
    this.#rowOf.set(code, raw.row);
    if (depth === null || isFaulty) return null;
    if (depth > this.#groups.length) {
      fault(
        'title',
        `is indented by ${depth} steps, and at most ${this.#groups.length} were expected: its group is missing.`,
      );
      return undefined;
    }
    this.#groups.length = depth;
    const parent = this.#groups.at(-1) ?? null;
    this.#groups.push(code);
    return parent;
  }
}
