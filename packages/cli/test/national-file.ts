import { join } from 'node:path';
import { type WorkbookCell, type WorkbookSheet, writeWorkbook } from '@careergraph/testkit/files';

const COLUMNS = [
  ...['AREA', 'AREA_TITLE', 'AREA_TYPE', 'PRIM_STATE', 'NAICS', 'NAICS_TITLE', 'I_GROUP', 'OWN_CODE'],
  ...['OCC_CODE', 'OCC_TITLE', 'O_GROUP', 'TOT_EMP', 'EMP_PRSE', 'JOBS_1000', 'LOC_QUOTIENT', 'PCT_TOTAL', 'PCT_RPT'],
  ...['H_MEAN', 'A_MEAN', 'MEAN_PRSE', 'H_PCT10', 'H_PCT25', 'H_MEDIAN', 'H_PCT75', 'H_PCT90'],
  ...['A_PCT10', 'A_PCT25', 'A_MEDIAN', 'A_PCT75', 'A_PCT90', 'ANNUAL', 'HOURLY'],
];
const NATION: readonly WorkbookCell[] = ['99', 'U.S.', '1', 'US', '000000', 'Cross-industry', 'cross-industry', '1235'];

export interface NationalFile {
  /** `2025` */
  readonly year: number;
  /** Detailed occupations besides the total; by default a few. */
  readonly occupations?: number;
  /** Added to the published hourly wages, in cents: another file of the same release. */
  readonly cents?: number;
  /** Broad occupations, each with the detailed one whose figures it has: `{ '39-1010': '39-1011' }`. */
  readonly groups?: Readonly<Record<string, string>>;
  /** Other sheets of the workbook. */
  readonly sheets?: readonly WorkbookSheet[];
  /** Changes cells of a row before it is written, by the name of their column. */
  readonly edit?: (code: string) => Readonly<Record<string, WorkbookCell | undefined>> | undefined;
}

/** A synthetic file in the layout of a published national one, all figures of it made up; gives its path. */
export async function nationalFile(
  folder: string,
  { year, occupations = 30, cents = 0, edit = () => undefined, groups = {}, sheets = [] }: NationalFile,
): Promise<string> {
  const path = join(folder, `national_M${year}_dl.xlsx`);
  const codes = Array.from({ length: occupations }, (_, index) => codeOf(index));
  const growth = 1.03 ** (year - 2024);
  const rows = [
    COLUMNS,
    rowOf('00-0000', 'All Occupations', 'total', 1_000 * occupations, Math.round(3_265 * growth) + cents),
    ...codes.map((code, index) =>
      rowOf(code, `Occupation ${index}`, 'detailed', 1_000, Math.round((1_500 + (index % 400) * 10) * growth) + cents),
    ),
  ].map((row) => edited(row, edit(String(row[8]))));
  for (const [code, part] of Object.entries(groups)) {
    const place = rows.findIndex((row) => row[8] === part);
    rows.splice(place, 0, edited(rows[place] as WorkbookCell[], { OCC_CODE: code, O_GROUP: 'broad' }));
  }
  await writeWorkbook(path, [{ name: `national_M${year}_dl`, rows }, ...sheets]);
  return path;
}

/** `11-1001`, `13-1001` …: none ends in 0, which would make it a broad one. */
function codeOf(index: number): string {
  const number = Math.floor(index / 22);
  return `${11 + 2 * (index % 22)}-${1_000 + 10 * Math.floor(number / 9) + 1 + (number % 9)}`;
}

function rowOf(code: string, title: string, level: string, employment: number, meanCents: number): WorkbookCell[] {
  const hourly = [0.5, 0.7, 0.9, 1.2, 1.6].map((share) => Math.round(meanCents * share));
  const annual = (cents: number) => Math.round((cents * 20.8) / 10) * 10;
  return [
    ...NATION,
    ...[code, title, level, employment, 1.2, null, null, null, null],
    ...[meanCents / 100, annual(meanCents), 0.8, ...hourly.map((cents) => cents / 100), ...hourly.map(annual)],
    ...[null, null],
  ];
}

function edited(
  row: readonly WorkbookCell[],
  cells: Readonly<Record<string, WorkbookCell | undefined>> = {},
): WorkbookCell[] {
  return row.map((cell, index) => cells[COLUMNS[index] as string] ?? cell);
}
