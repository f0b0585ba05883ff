import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

type Cells = Readonly<Record<string, string | number>>;

/** The 73 columns of hd2024.csv, in its order. */
const HD_2024 =
  'UNITID,INSTNM,IALIAS,ADDR,CITY,STABBR,ZIP,FIPS,OBEREG,CHFNM,CHFTITLE,GENTELE,EIN,UEIS,OPEID,OPEFLAG,WEBADDR,ADMINURL,FAIDURL,APPLURL,NPRICURL,VETURL,ATHURL,DISAURL,SECTOR,ICLEVEL,CONTROL,HLOFFER,UGOFFER,GROFFER,HDEGOFR1,DEGGRANT,HBCU,HOSPITAL,MEDICAL,TRIBAL,LOCALE,OPENPUBL,ACT,NEWID,DEATHYR,CLOSEDAT,CYACTIVE,POSTSEC,PSEFLAG,PSET4FLG,RPTMTH,INSTCAT,C00CARNEGIE,C21BASIC,CARNEGIEIC,CARNEGIESAEC,CARNEGIERSCH,CARNEGIESIZE,CARNEGIEALF,CARNEGIEAPM,CARNEGIEGPM,LANDGRNT,INSTSIZE,F1SYSTYP,F1SYSNAM,F1SYSCOD,CBSA,CBSATYPE,CSA,COUNTYCD,COUNTYNM,CNGDSTCD,LONGITUD,LATITUDE,DFRCGID,DFRCUSCG'.split(
    ',',
  );
const RACES = ['AIAN', 'ASIA', 'BKAA', 'HISP', 'NHPI', 'WHIT', '2MOR', 'UNKN', 'NRAL'];
/** The columns of c2024_a.csv: every count follows its flag. */
const C_A = [
  ...['UNITID', 'CIPCODE', 'MAJORNUM', 'AWLEVEL'],
  ...['TOTAL', ...RACES].flatMap((race) => ['T', 'M', 'W'].flatMap((sex) => [`XC${race}${sex}`, `C${race}${sex}`])),
];
/** The columns of Most-Recent-Cohorts-Field-of-Study.csv that are known here, and others up to its 178. */
const FIELD_OF_STUDY = [
  ...'UNITID,OPEID6,INSTNM,CONTROL,MAIN,CIPCODE,CIPDESC,CREDLEV,CREDDESC,IPEDSCOUNT1,IPEDSCOUNT2,DEBT_ALL_STGP_ANY_N,DEBT_ALL_STGP_ANY_MEAN,DEBT_ALL_STGP_ANY_MDN,DEBT_ALL_STGP_EVAL_N,DEBT_ALL_STGP_EVAL_MEAN,DEBT_ALL_STGP_EVAL_MDN,EARN_COUNT_NWNE_1YR,EARN_COUNT_WNE_1YR,EARN_MDN_1YR,EARN_COUNT_NWNE_4YR,EARN_COUNT_WNE_4YR,EARN_MDN_4YR,EARN_MDN_5YR'.split(
    ',',
  ),
  ...Array.from({ length: 154 }, (_, at) => `OTHER_${at + 1}`),
];

const AAMU: Cells = {
  UNITID: 100654,
  INSTNM: 'Alabama A & M University',
  CITY: 'Normal',
  STABBR: 'AL',
  ZIP: '35762',
  WEBADDR: 'www.aamu.edu/',
  ADMINURL: 'https://www.aamu.edu/admissions-aid/index.html',
  ICLEVEL: 1,
  CONTROL: 1,
  CYACTIVE: 1,
  CBSA: 26620,
  COUNTYCD: 1089,
  LONGITUD: -86.568502,
  LATITUDE: 34.783368,
};
/** Institutions in the layout of the published directory. The second and third are made up. */
export const INSTITUTIONS: readonly Cells[] = [
  AAMU,
  {
    ...AAMU,
    UNITID: 100663,
    INSTNM: 'Escuela de Cañón',
    ZIP: '35294-0110',
    WEBADDR: 'someone@school.edu',
    ADMINURL: '',
    ICLEVEL: 3,
    CONTROL: 3,
    CYACTIVE: 3,
    CBSA: -2,
    COUNTYCD: -2,
    LONGITUD: -2,
    LATITUDE: -2,
  },
];

export const award = (cip: string, level: number, awards: number | '', more: Cells = {}): Cells => ({
  UNITID: 100654,
  CIPCODE: cip,
  MAJORNUM: 1,
  AWLEVEL: level,
  XCTOTALT: 'R',
  CTOTALT: awards,
  ...more,
});
/** Awards whose sums are those of the rows of all fields. The two in food science are published. */
export const AWARDS: readonly Cells[] = [
  award('01.1001', 5, 10),
  award('51.3801', 5, 0, { XCTOTALT: 'Z' }),
  award('99', 5, 10),
  award('01.1001', 5, 2, { MAJORNUM: 2, XCTOTALT: 'P' }),
  award('99', 5, 2, { MAJORNUM: 2 }),
  award('01.1001', 7, 7),
  award('51.3801', 7, '', { XCTOTALT: 'B' }),
  award('99', 7, 7),
  award('01', 5, 10),
  award('01.10', 5, 10),
  award('01.1001', 12, 17),
  award('01.1001', 15, 17),
];

const OUTCOME: Cells = {
  UNITID: 221999,
  OPEID6: '003535',
  INSTNM: 'Vanderbilt University',
  CONTROL: 'Private, nonprofit',
  MAIN: 1,
  CIPCODE: '1107',
  CIPDESC: 'Computer Science.',
  CREDLEV: 3,
  CREDDESC: "Bachelor's Degree",
  IPEDSCOUNT1: 205,
  IPEDSCOUNT2: 198,
  DEBT_ALL_STGP_EVAL_MDN: 14_500,
  EARN_MDN_1YR: 122_244,
  EARN_MDN_4YR: 160_021,
};
/** The first is published in June 2026; the second has the publisher's reasons in place of figures. */
export const OUTCOMES: readonly Cells[] = [
  OUTCOME,
  { ...OUTCOME, CREDLEV: 5, IPEDSCOUNT1: 36, DEBT_ALL_STGP_EVAL_MDN: 'PS', EARN_MDN_1YR: 'PS', EARN_MDN_4YR: 'NA' },
  {
    ...OUTCOME,
    UNITID: 'NA',
    OPEID6: '006800',
    CIPCODE: '0100',
    CIPDESC: 'Agriculture, General.',
    IPEDSCOUNT1: 'NA',
    DEBT_ALL_STGP_EVAL_MDN: 'PrivacySuppressed',
    EARN_MDN_1YR: '',
    EARN_MDN_4YR: 'NA',
  },
];

export const PRICES: readonly Cells[] = [
  { UNITID: 100654, NPT4_PUB: 17_621, NPT4_PRIV: 'NA', C150_4: 0.2403, C150_L4: 'NA' },
  { UNITID: 100663, NPT4_PUB: 'NA', NPT4_PRIV: -914, C150_4: 'NA', C150_L4: 'PS' },
  { UNITID: 10236801, NPT4_PUB: 'NA', NPT4_PRIV: 'NA', C150_4: 'NA', C150_L4: 'NA' },
];

function csv(columns: readonly string[], rows: readonly Cells[]): string {
  const cell = (value: string | number = '') => (/[",]/.test(String(value)) ? `"${value}"` : String(value));
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('');
}

async function written(folder: string, name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** As it is published for 2024: UTF-8 with a byte order mark. */
export const directoryFile = (folder: string, rows = INSTITUTIONS, name = 'hd2024.csv') =>
  written(folder, name, `\uFEFF${csv(HD_2024, rows)}`);

/** As it is published for 2023: Latin-1, with a few other columns. */
export const directoryOf2023 = (folder: string, rows = INSTITUTIONS) =>
  written(
    folder,
    'hd2023.csv',
    Buffer.from(csv([...HD_2024.filter((column) => !column.startsWith('CARNEGIE')), 'C21IPUG'], rows), 'latin1'),
  );

export const completionsFile = (folder: string, rows = AWARDS, name = 'c2024_a.csv') =>
  written(folder, name, csv(C_A, rows));

/** The key columns alone, compressed. */
export const completionsSubset = (folder: string, rows = AWARDS) =>
  written(
    folder,
    'c2024_a_subset.csv.gz',
    gzipSync(csv(['UNITID', 'CIPCODE', 'MAJORNUM', 'AWLEVEL', 'CTOTALT', 'CTOTALM', 'CTOTALW'], rows)),
  );

export const outcomesFile = (
  folder: string,
  rows = OUTCOMES,
  name = 'Most-Recent-Cohorts-Field-of-Study_06102026.csv',
) => written(folder, name, csv(FIELD_OF_STUDY, rows));

export const pricesFile = (folder: string, rows = PRICES, name = 'Most-Recent-Cohorts-Institution_06102026.csv') =>
  written(folder, name, csv(['UNITID', 'OPEID', 'INSTNM', 'NPT4_PUB', 'NPT4_PRIV', 'C150_4', 'C150_L4'], rows));
