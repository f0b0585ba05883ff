import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadedRows, LoadedTable } from '@careergraph/db';
import type { TopCode } from '@careergraph/domain';
import { type PublishedFile, type RowFault, unpack } from '@careergraph/extract';
import type { Part } from '@careergraph/releases';
import { type WorkbookCell, type WorkbookSheet, writeWorkbook } from '@careergraph/testkit/files';
import { oewsImporter } from '../../src/oews/index.ts';

/** The layout since May 2020. */
export const COLUMNS =
  'AREA AREA_TITLE AREA_TYPE PRIM_STATE NAICS NAICS_TITLE I_GROUP OWN_CODE OCC_CODE OCC_TITLE O_GROUP TOT_EMP EMP_PRSE JOBS_1000 LOC_QUOTIENT PCT_TOTAL PCT_RPT H_MEAN A_MEAN MEAN_PRSE H_PCT10 H_PCT25 H_MEDIAN H_PCT75 H_PCT90 A_PCT10 A_PCT25 A_MEDIAN A_PCT75 A_PCT90 ANNUAL HOURLY'.split(
    ' ',
  );
/** State files until May 2018. */
export const STATE_COLUMNS_2018 =
  'AREA ST STATE OCC_CODE OCC_TITLE OCC_GROUP TOT_EMP EMP_PRSE JOBS_1000 LOC_QUOTIENT H_MEAN A_MEAN MEAN_PRSE H_PCT10 H_PCT25 H_MEDIAN H_PCT75 H_PCT90 A_PCT10 A_PCT25 A_MEDIAN A_PCT75 A_PCT90 ANNUAL HOURLY'.split(
    ' ',
  );
/** Metropolitan and nonmetropolitan files until May 2018. */
export const AREA_COLUMNS_2018 = ['PRIM_STATE', 'AREA', 'AREA_NAME', ...STATE_COLUMNS_2018.slice(3)];
/** All files of May 2019. */
export const COLUMNS_2019 = COLUMNS.filter((name) => !['PRIM_STATE', 'PCT_RPT'].includes(name)).map((name) =>
  name.toLowerCase(),
);

export type Row = Readonly<Record<string, WorkbookCell>>;

/** May 2024, national: 00-0000, and of it two detailed occupations with what is above them. */
const NATION: Row = {
  AREA: '99',
  AREA_TITLE: 'U.S.',
  AREA_TYPE: '1',
  PRIM_STATE: 'US',
  NAICS: '000000',
  NAICS_TITLE: 'Cross-industry',
  I_GROUP: 'cross-industry',
  OWN_CODE: '1235',
};
export const wages = (hourly: readonly number[]): Row => {
  const [mean, p10, p25, p50, p75, p90] = hourly as [number, number, number, number, number, number];
  const yearly = (wage: number) => Math.round((wage * 2080) / 10) * 10;
  return {
    H_MEAN: mean,
    H_PCT10: p10,
    H_PCT25: p25,
    H_MEDIAN: p50,
    H_PCT75: p75,
    H_PCT90: p90,
    A_MEAN: yearly(mean),
    A_PCT10: yearly(p10),
    A_PCT25: yearly(p25),
    A_MEDIAN: yearly(p50),
    A_PCT75: yearly(p75),
    A_PCT90: yearly(p90),
  };
};

/** A row of the nation for all occupations. */
export const TOTAL: Row = {
  ...NATION,
  OCC_CODE: '00-0000',
  OCC_TITLE: 'All Occupations',
  O_GROUP: 'total',
  TOT_EMP: 3_000,
  EMP_PRSE: 0.1,
  MEAN_PRSE: 0.1,
  ...wages([32.66, 14.42, 17.66, 23.8, 37.89, 60.44]),
};
/** A detailed row of the nation. */
export const DETAILED: Row = {
  ...TOTAL,
  OCC_CODE: '43-6011',
  OCC_TITLE: 'Executive Secretaries and Executive Administrative Assistants',
  O_GROUP: 'detailed',
  TOT_EMP: 3_000,
  EMP_PRSE: 1.3,
  MEAN_PRSE: 0.4,
  ...wages([37.05, 23.22, 28.84, 35.7, 43.48, 51.78]),
};
export const CALIFORNIA: Row = {
  AREA: '06',
  AREA_TITLE: 'California',
  AREA_TYPE: '2',
  PRIM_STATE: 'CA',
  JOBS_1000: 2.963,
  LOC_QUOTIENT: 0.97,
};
export const ORLANDO: Row = {
  ...CALIFORNIA,
  AREA: '36740',
  AREA_TITLE: 'Orlando-Kissimmee-Sanford, FL',
  AREA_TYPE: '4',
  PRIM_STATE: 'FL',
};
export const NORTHWEST_ALABAMA: Row = {
  ...CALIFORNIA,
  AREA: '0100001',
  AREA_TITLE: 'Northwest Alabama nonmetropolitan area',
  AREA_TYPE: '6',
  PRIM_STATE: 'AL',
};

/** Cells of rows in the order of the columns, the header first. */
export function cellsOf(rows: readonly Row[], columns: readonly string[] = COLUMNS): WorkbookCell[][] {
  const upper = columns.map((name) => name.toUpperCase());
  return [[...columns], ...rows.map((row) => upper.map((name) => row[ALIASES[name] ?? name] ?? null))];
}

/** Older names of what the rows above call otherwise. */
const ALIASES: Readonly<Record<string, string>> = {
  OCC_GROUP: 'O_GROUP',
  ST: 'PRIM_STATE',
  STATE: 'AREA_TITLE',
  AREA_NAME: 'AREA_TITLE',
};

export interface Folder {
  readonly path: string;
  /** Writes a workbook of one sheet of estimates, and perhaps others. */
  workbook(name: string, cells: readonly WorkbookCell[][], others?: readonly WorkbookSheet[]): Promise<PublishedFile>;
  file(name: string, content: string | Uint8Array): Promise<readonly PublishedFile[]>;
  remove(): Promise<void>;
}

export async function makeFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'careergraph-oews-'));
  const only = async (name: string) => (await unpack(join(path, name), path))[0] as PublishedFile;
  return {
    path,
    workbook: async (name, cells, others = []) => {
      await writeWorkbook(join(path, name), [{ name: name.replace(/\.xlsx$/, ''), rows: cells }, ...others]);
      return only(name);
    },
    file: async (name, content) => {
      await writeFile(join(path, name), content);
      return unpack(join(path, name), path);
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

export async function recognizeOne(file: PublishedFile, release: string | null = null): Promise<Part> {
  const parts = await oewsImporter.recognize([file], { release });
  return parts[0] as Part;
}

export interface Loaded {
  readonly faults: readonly RowFault[];
  readonly remarks: readonly string[];
  readonly topCodes: readonly TopCode[];
  of<T extends LoadedTable>(table: T): readonly LoadedRows[T][];
}

/** Loads a part without a database. */
export async function loadPart(part: Part): Promise<Loaded> {
  const rows = new Map<LoadedTable, unknown[]>();
  const faults: RowFault[] = [];
  const remarks: string[] = [];
  const topCodes: TopCode[] = [];
  await oewsImporter.load(part, {
    add: (table, row) => {
      rows.set(table, [...(rows.get(table) ?? []), row]);
      return undefined;
    },
    fault: (fault) => {
      faults.push(fault);
    },
    remark: (text) => {
      remarks.push(text);
    },
    topCode: (stated) => {
      topCodes.push(stated);
    },
    progress: () => {},
  });
  return { faults, remarks, topCodes, of: (table) => (rows.get(table) ?? []) as never };
}

export const legend = (text: string, note?: string): WorkbookSheet => ({
  name: 'Field Descriptions',
  rows: [[text], [null], ...(note ? [[note]] : [])],
});
