import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWorkbook } from '@careergraph/testkit/files';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTable } from '../../src/tables/open.ts';
import type { Sheet } from '../../src/tables/table.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'careergraph-given-up-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('lets a reader give up each sheet after its first row, again and again, and close', async () => {
  const path = join(folder, 'large.xlsx');
  const rows = Array.from({ length: 20_000 }, (_, row) => [`text ${row}`, Math.sin(row), Math.cos(row)]);
  await writeWorkbook(path, [
    { name: 'one', rows },
    { name: 'two', rows },
  ]);
  for (let time = 0; time < 10; time += 1) {
    const table = await openTable(path, 'large.xlsx');
    const firsts = await Promise.all(table.sheets.map(firstNumber));
    await table.close();
    expect(firsts).toEqual([1, 1]);
  }
});

async function firstNumber(sheet: Sheet): Promise<number | null> {
  for await (const { number } of sheet.rows()) return number;
  return null;
}
