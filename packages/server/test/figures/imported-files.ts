import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type WorkbookCell, writeWorkbook } from '@careergraph/testkit/files';
import { parse } from 'yaml';

/** Files in the published layout, made of real figures of May 2024: the state and metropolitan files are not at hand. */

const COLUMNS =
  'AREA AREA_TITLE AREA_TYPE PRIM_STATE NAICS NAICS_TITLE I_GROUP OWN_CODE OCC_CODE OCC_TITLE O_GROUP TOT_EMP EMP_PRSE JOBS_1000 LOC_QUOTIENT PCT_TOTAL PCT_RPT H_MEAN A_MEAN MEAN_PRSE H_PCT10 H_PCT25 H_MEDIAN H_PCT75 H_PCT90 A_PCT10 A_PCT25 A_MEDIAN A_PCT75 A_PCT90 ANNUAL HOURLY'.split(
    ' ',
  );
const INDUSTRY = { NAICS: '000000', NAICS_TITLE: 'Cross-industry', I_GROUP: 'cross-industry', OWN_CODE: '1235' };

export type Row = Readonly<Record<string, WorkbookCell>>;

export const cells = (rows: readonly Row[]) => [
  COLUMNS,
  ...rows.map((row) => COLUMNS.map((name) => row[name] ?? null)),
];
export const hourly = (annual: number) => Math.round((annual / 2080) * 100) / 100;

/** All occupations, of which these files know nothing: "*" and "**" as the agency prints them. */
export const TOTAL: Row = {
  ...INDUSTRY,
  OCC_CODE: '00-0000',
  OCC_TITLE: 'All Occupations',
  O_GROUP: 'total',
  TOT_EMP: '**',
  EMP_PRSE: '**',
  JOBS_1000: '**',
  LOC_QUOTIENT: '**',
  MEAN_PRSE: '*',
  ...Object.fromEntries(COLUMNS.filter((name) => /^[HA]_/.test(name)).map((name) => [name, '*'])),
};

/** Means of 43-6011 by state, as a page states them; Colorado is missing there, and so here. */
export async function writeStates(folder: string): Promise<string> {
  const page = parse(
    readFileSync(new URL('../../../guides/documents/definitive-guide.yaml', import.meta.url), 'utf8'),
  ) as { stateWages: { rows: { area: string; value: number }[] } };
  const path = join(folder, 'state_M2024_dl.xlsx');
  const rows = page.stateWages.rows.flatMap(({ area, value }) => {
    const usps = area.slice(3);
    const place = {
      AREA: fips(usps),
      AREA_TITLE: usps,
      AREA_TYPE: ['GU', 'PR', 'VI'].includes(usps) ? '3' : '2',
      PRIM_STATE: usps,
    };
    return [
      { ...TOTAL, ...place },
      {
        ...TOTAL,
        ...place,
        OCC_CODE: '43-6011',
        OCC_TITLE: 'Executive Secretaries and Executive Administrative Assistants',
        O_GROUP: 'detailed',
        A_MEAN: value,
        H_MEAN: hourly(value),
        LOC_QUOTIENT: 1.25,
        JOBS_1000: 3.125,
      },
    ];
  });
  await writeWorkbook(path, [{ name: 'state_M2024_dl', rows: cells(rows) }]);
  return path;
}

export interface Estimate {
  readonly msa_code: string;
  readonly msa_name: string;
  readonly soc: string;
  readonly employment: number;
  readonly median_annual: number;
  readonly mean_annual: number;
  readonly p10_annual: number;
  readonly p25_annual: number;
  readonly p75_annual: number;
  readonly p90_annual: number;
}

/** 158 real estimates of May 2024 in 21 metropolitan areas of Florida. */
export async function writeMetros(folder: string, estimates: readonly Estimate[]): Promise<string> {
  const path = join(folder, 'MSA_M2024_dl.xlsx');
  const areas = new Map(estimates.map(({ msa_code, msa_name }) => [msa_code, msa_name]));
  const place = (code: string) => ({
    AREA: code,
    AREA_TITLE: areas.get(code) as string,
    AREA_TYPE: '4',
    PRIM_STATE: 'FL',
  });
  const rows = [...areas.keys()].flatMap((code): Row[] => [
    { ...TOTAL, ...place(code) },
    ...estimates
      .filter(({ msa_code }) => msa_code === code)
      .map((estimate): Row => {
        const { p10_annual: p10, p25_annual: p25, median_annual: p50, p75_annual: p75, p90_annual: p90 } = estimate;
        return {
          ...TOTAL,
          ...place(code),
          OCC_CODE: estimate.soc,
          OCC_TITLE: `Occupation ${estimate.soc}`,
          O_GROUP: 'detailed',
          TOT_EMP: estimate.employment,
          A_MEAN: estimate.mean_annual,
          H_MEAN: hourly(estimate.mean_annual),
          ...Object.fromEntries(
            Object.entries({ PCT10: p10, PCT25: p25, MEDIAN: p50, PCT75: p75, PCT90: p90 }).flatMap(([name, wage]) => [
              [`A_${name}`, wage],
              [`H_${name}`, hourly(wage)],
            ]),
          ),
        };
      }),
  ]);
  await writeWorkbook(path, [{ name: 'MSA_M2024_dl', rows: cells(rows) }]);
  return path;
}

const FIPS =
  'AL01 AK02 AZ04 AR05 CA06 CO08 CT09 DE10 DC11 FL12 GA13 HI15 ID16 IL17 IN18 IA19 KS20 KY21 LA22 ME23 MD24 MA25 MI26 MN27 MS28 MO29 MT30 NE31 NV32 NH33 NJ34 NM35 NY36 NC37 ND38 OH39 OK40 OR41 PA42 RI44 SC45 SD46 TN47 TX48 UT49 VT50 VA51 WA53 WV54 WI55 WY56 GU66 PR72 VI78';

function fips(usps: string): string {
  const found = new RegExp(`${usps}(\\d\\d)`).exec(FIPS)?.[1];
  if (found === undefined) throw new Error(`There is no state ${usps}.`);
  return found;
}
