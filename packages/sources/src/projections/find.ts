import { type Cell, firstRows, type SheetRow, type Table } from '@careergraph/extract';
import type { FoundSheet } from '../define/find.js';
import { TITLE } from './years.js';

const CODE = /^\d{2}-\d{4}$/;
/** A title and a header take fewer rows. */
const INTRODUCTION_ROWS = 12;

/** Sheets with the title of an occupation table. The header ends above the first row with the code of an occupation. */
export async function occupationTables({ sheets }: Table): Promise<readonly FoundSheet[]> {
  const found: FoundSheet[] = [];
  for (const sheet of sheets) {
    const [title, ...rows] = await firstRows(sheet, INTRODUCTION_ROWS);
    if (!title || !TITLE.test(String(title.cells[0]).trim())) continue;
    const headerRows = rows.slice(
      0,
      rows.findIndex(({ cells }) => cells.some((cell) => CODE.test(String(cell)))),
    );
    const [first, last] = [headerRows[0], headerRows.at(-1)];
    if (!first || !last) continue;
    const header = { number: first.number, cells: headerNames(headerRows), end: last.number };
    found.push({ sheet, header, above: [title] });
  }
  return found;
}

/**
 * One name per column. In a header of two rows, the name of a group is above its first column (merged cells), and the
 * names of the columns are below: `Employment / 2016`. A column without either belongs to the name on its left.
 */
function headerNames(rows: readonly SheetRow[]): readonly string[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const [upper = [], ...below] = rows.map(({ cells }) =>
    Array.from({ length: width }, (_, index) => foldSpaces(cells[index] ?? null)),
  );
  let group = '';
  return upper.map((name, index) => {
    const lower = below.map((names) => names[index]).filter((part) => part !== '');
    if (name !== '') group = name;
    if (lower.length > 0) return [group, ...lower].join(' / ');
    return name === '' && group !== '' ? `${group} / second column` : name;
  });
}

function foldSpaces(cell: Cell): string {
  return cell === null ? '' : String(cell).replaceAll(/\s+/g, ' ').trim();
}
