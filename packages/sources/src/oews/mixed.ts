import type { Cell } from '@careergraph/extract';
import type { OpenFile, Output } from '../define/file-kind.js';
import { isAllIndustries, isAllOwners, isCrossIndustry } from './breakdown.js';
import type { Field } from './cells.js';
import { AREA_TYPES, type AreaSet, partByName } from './roles.js';

type Columns = OpenFile<Field>['columns'];
type CellOf = (field: Field) => Cell;

const OF_ALL_JOBS = [
  ['industry', isAllIndustries],
  ['industryLevel', isCrossIndustry],
  ['ownership', isAllOwners],
] as const;

/**
 * Whether a file may have areas of several kinds, and estimates by industry: `all_data_M_2024.xlsx`. Files with the
 * names of the four parts have neither.
 */
export function mayBeMixed({ file, columns }: OpenFile<Field>): boolean {
  return partByName(file.name) === null && columns.areaType !== undefined;
}

/** The kinds of areas for which a file has estimates of all jobs; null among them if an AREA_TYPE is not known. */
export async function areaSetsOf({ sheet, header, columns }: OpenFile<Field>): Promise<ReadonlySet<AreaSet | null>> {
  const found = new Set<AreaSet | null>();
  for await (const { number, cells } of sheet.rows()) {
    if (number <= header.end) continue;
    const cell: CellOf = (field) => cells[columns[field] ?? -1] ?? null;
    if (isOfAllJobs(cell, columns)) found.add(areasOfRow(cell));
  }
  return found;
}

/** The rows of a mixed file that do not belong to one of its parts. */
export class OtherRows {
  readonly #areas: AreaSet;
  readonly #columns: Columns;
  #byIndustry = 0;

  constructor(areas: AreaSet, columns: Columns) {
    this.#areas = areas;
    this.#columns = columns;
  }

  /** Whether a row is one of them. One with an AREA_TYPE that is not known is not: reading it gives an error. */
  has(cell: CellOf): boolean {
    if (!isOfAllJobs(cell, this.#columns)) {
      this.#byIndustry += 1;
      return true;
    }
    const areas = areasOfRow(cell);
    return areas !== null && areas !== this.#areas;
  }

  end(out: Output<Field>): void {
    if (this.#byIndustry === 0) return;
    out.remark(`${this.#byIndustry.toLocaleString('en-US')} rows by industry or ownership were skipped.`);
  }
}

/** Whether a row is for all industries and owners together. */
export function isOfAllJobs(cell: CellOf, columns: Columns): boolean {
  return OF_ALL_JOBS.every(([field, isAll]) => columns[field] === undefined || isAll(trimmed(cell(field))));
}

function areasOfRow(cell: CellOf): AreaSet | null {
  return AREA_TYPES.get(String(trimmed(cell('areaType'))))?.areas ?? null;
}

function trimmed(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.trim() : cell;
}
