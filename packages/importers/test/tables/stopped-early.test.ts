import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWorkbook } from '@careergraph/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTable } from '../../src/tables/table.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'careergraph-stopped-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('sheets of which only the first row is wanted are let go of one after the other', async () => {
  const path = join(folder, 'large.xlsx');
  const names = ['one', 'two', 'three', 'four'];
  // Digits that do not repeat, so that each sheet is many pieces of the archive.
  const rows = Array.from({ length: 30_000 }, (_, row) => [row, Math.sin(row + 1), Math.cos(row + 1)]);
  await writeWorkbook(
    path,
    names.map((name) => ({ name, rows: [[name], ...rows] })),
  );
  for (let time = 0; time < 5; time += 1) {
    const table = await openTable(path, 'large.xlsx');
    const firsts: unknown[] = [];
    for (const sheet of table.sheets) {
      for await (const { cells } of sheet.rows()) {
        firsts.push(cells[0]);
        break;
      }
    }
    await table.close();
    expect(firsts).toEqual(names);
  }
});
