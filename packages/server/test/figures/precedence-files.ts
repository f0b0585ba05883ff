import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type WorkbookCell, writeWorkbook } from '@careergraph/testkit/files';

/** Small files in the published layout, of made-up wages: each figure tells its release and area. */

const COLUMNS =
  'AREA AREA_TITLE AREA_TYPE PRIM_STATE NAICS NAICS_TITLE I_GROUP OWN_CODE OCC_CODE OCC_TITLE O_GROUP TOT_EMP EMP_PRSE JOBS_1000 LOC_QUOTIENT PCT_TOTAL PCT_RPT H_MEAN A_MEAN MEAN_PRSE H_PCT10 H_PCT25 H_MEDIAN H_PCT75 H_PCT90 A_PCT10 A_PCT25 A_MEDIAN A_PCT75 A_PCT90 ANNUAL HOURLY'.split(
    ' ',
  );

export type Part = 'national' | 'state' | 'metro';

/** 15-1256 is the hybrid of 15-1252 and another occupation since May 2019. */
const OCCUPATIONS = ['11-9111', '15-1252', '15-1256', '43-6011'] as const;
export type OccupationCode = (typeof OCCUPATIONS)[number];

/** Areas of each part, with the titles of the file. */
const AREAS = {
  national: [{ code: 'US', AREA: '99', AREA_TITLE: 'U.S.', AREA_TYPE: '1', PRIM_STATE: 'US' }],
  state: [
    { code: 'US-FL', AREA: '12', AREA_TITLE: 'Florida', AREA_TYPE: '2', PRIM_STATE: 'FL' },
    { code: 'US-GA', AREA: '13', AREA_TITLE: 'Georgia', AREA_TYPE: '2', PRIM_STATE: 'GA' },
  ],
  metro: [
    {
      code: 'CBSA-36740',
      AREA: '36740',
      AREA_TITLE: 'Orlando-Kissimmee-Sanford, FL',
      AREA_TYPE: '4',
      PRIM_STATE: 'FL',
    },
  ],
} as const;

const FILE_NAMES: Readonly<Record<Part, string>> = { national: 'national', state: 'state', metro: 'MSA' };

/** Which occupations each area of a part has, besides all occupations. */
export interface PartOfRelease {
  readonly year: number;
  readonly part: Part;
  readonly has: (occupation: OccupationCode, area: string) => boolean;
}

export const areasOf = (part: Part): readonly string[] => AREAS[part].map(({ code }) => code);

/** Writes a part as its file, and gives the path. */
export async function writePart(folder: string, { year, part, has }: PartOfRelease): Promise<string> {
  await mkdir(folder, { recursive: true });
  const name = `${FILE_NAMES[part]}_M${year}_dl`;
  const rows = AREAS[part].flatMap(({ code, ...place }) => {
    const its = OCCUPATIONS.filter((occupation) => has(occupation, code));
    // A multiple of ten for any number of occupations.
    const all = 12_000 + 120 * (year - 2000);
    return [
      rowOf(
        { ...place, OCC_CODE: '00-0000', OCC_TITLE: 'All Occupations', O_GROUP: 'total' },
        its.length === 0 ? 0 : all,
        30,
      ),
      ...its.map((occupation) =>
        rowOf(
          { ...place, OCC_CODE: occupation, OCC_TITLE: `Occupation ${occupation}`, O_GROUP: 'detailed' },
          all / its.length,
          30 + (year - 2000) / 10,
        ),
      ),
    ];
  });
  const path = join(folder, `${name}.xlsx`);
  await writeWorkbook(path, [{ name, rows: [COLUMNS, ...rows] }]);
  return path;
}

function rowOf(row: Readonly<Record<string, string>>, employment: number, hourly: number): WorkbookCell[] {
  const at = (share: number) => Math.round(hourly * share * 100) / 100;
  const wages = { MEAN: at(1), PCT10: at(0.5), PCT25: at(0.7), MEDIAN: at(0.9), PCT75: at(1.2), PCT90: at(1.6) };
  const cells: Readonly<Record<string, WorkbookCell>> = {
    ...row,
    NAICS: '000000',
    NAICS_TITLE: 'Cross-industry',
    I_GROUP: 'cross-industry',
    OWN_CODE: '1235',
    TOT_EMP: employment === 0 ? '**' : employment,
    EMP_PRSE: employment === 0 ? '**' : 1.2,
    MEAN_PRSE: 0.8,
    ...Object.fromEntries(
      Object.entries(wages).flatMap(([name, wage]) => [
        [`H_${name}`, wage],
        [`A_${name}`, Math.round((wage * 2080) / 10) * 10],
      ]),
    ),
  };
  return COLUMNS.map((name) => cells[name] ?? null);
}
