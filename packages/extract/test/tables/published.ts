import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { dataDir, haveData } from '@careergraph/testkit/files';
import { expect } from 'vitest';
import { openTable } from '../../src/tables/open.js';
import type { Sheet, SheetRow } from '../../src/tables/table.js';

/** Paths below `dataDir`. */
export const files = haveData
  ? readdirSync(dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(dataDir, join(entry.parentPath, entry.name)))
      .sort()
  : [];

export type Rows = readonly SheetRow[];

/** Everything that a file holds, read to its end. */
export async function readAll(
  path: string,
  name: string,
): Promise<{ kind: string; sheets: { name: string; rows: Rows }[] }> {
  const table = await openTable(path, name);
  try {
    const sheets = [];
    for (const sheet of table.sheets) sheets.push({ name: sheet.name, rows: await rowsOfSheet(sheet) });
    return { kind: table.kind, sheets };
  } finally {
    await table.close();
  }
}

export async function rowsOfSheet(sheet: Sheet): Promise<Rows> {
  const rows: SheetRow[] = [];
  for await (const row of sheet.rows()) rows.push(row);
  return rows;
}

/** Fails at the first row that differs. */
export function expectSame(rows: Rows, expected: Rows, name: string): void {
  expect(rows.length, `${name}: rows`).toBe(expected.length);
  // As text first: a million comparisons of values would take minutes.
  if (JSON.stringify(rows) === JSON.stringify(expected)) return;
  for (const [at, row] of rows.entries()) expect(row, name).toEqual(expected[at]);
}
