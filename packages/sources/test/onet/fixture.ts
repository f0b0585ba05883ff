import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadedRows, LoadedTable } from '@careergraph/db';
import { type PublishedFile, type RowFault, unpack } from '@careergraph/extract';
import type { Part } from '@careergraph/releases';
import { writeWorkbook } from '@careergraph/testkit/files';
import { afterAll } from 'vitest';
import { onetImporter } from '../../src/onet/index.js';

/** Made-up files in the form of the O*NET database: header and rows by the file's name without its ending. */
export type Cells = readonly (string | number | null)[];
export type Files = Readonly<Record<string, readonly Cells[]>>;
export type Edition = 'txt' | 'xlsx';

const CODE = 'O*NET-SOC Code';
const STATISTICS = ['N', 'Standard Error', 'Lower CI Bound', 'Upper CI Bound', 'Recommend Suppress'];
const DATED = ['Date', 'Domain Source'];
const ELEMENT = ['Element ID', 'Element Name'];
const RATINGS = [CODE, ...ELEMENT, 'Scale ID', 'Data Value', ...STATISTICS, 'Not Relevant', ...DATED];
const CATEGORIES = [CODE, ...ELEMENT, 'Scale ID', 'Category', 'Data Value', ...STATISTICS, ...DATED];
const BARE = [CODE, ...ELEMENT, 'Scale ID', 'Data Value', ...DATED];
const NURSE = '29-1141.00';
const MANAGER = '11-9111.00';
const READING = ['2.A.1.a', 'Reading Comprehension'];
const PROGRAMMING = ['2.B.3.e', 'Programming'];
const EDUCATION = ['2.D.1', 'Required Level of Education'];
const EXPERIENCE = ['3.A.1', 'Related Work Experience'];
const NO_STATISTICS = [null, null, null, null];
const EXPERT = ['08/2022', 'Occupational Expert'];
const ANALYST = ['08/2022', 'Analyst'];

const reading: readonly Cells[] = [
  [MANAGER, ...READING, 'IM', 4, 8, 0, 4, 4, 'N', null, ...ANALYST],
  [MANAGER, ...READING, 'LV', 4.12, 8, 0.125, 3.88, 4.37, 'Y', 'N', ...ANALYST],
];
const programming: readonly Cells[] = [
  [MANAGER, ...PROGRAMMING, 'LV', 1.38, 8, 0.375, 0.64, 2.1125, 'N', 'Y', ...ANALYST],
];
const education: readonly Cells[] = [
  [MANAGER, ...EDUCATION, 'RL', 1, 46.43, 28, ...NO_STATISTICS, ...EXPERT],
  [MANAGER, ...EDUCATION, 'RL', 2, 53.57, 28, 4.1428, 0.6307, 25.5524, 'N', '08/2023', 'Incumbent'],
];
const experience: readonly Cells[] = [[NURSE, ...EXPERIENCE, 'RW', 1, 100, 20, ...NO_STATISTICS, ...EXPERT]];
const educationCategories: readonly Cells[] = [
  [...EDUCATION, 'RL', 1, 'No degree'],
  [...EDUCATION, 'RL', 2, 'A degree'],
];
const experienceCategories: readonly Cells[] = [[...EXPERIENCE, 'RW', 1, 'None']];
const interests: readonly Cells[] = [
  BARE,
  [MANAGER, '1.B.1.e', 'Enterprising', 'OI', 5.65, '11/2023', 'Machine Learning'],
  [MANAGER, '1.B.1.g', 'First Interest High-Point', 'IH', 5, '11/2023', 'Machine Learning'],
];
const CATEGORY_COLUMNS = [...ELEMENT, 'Scale ID', 'Category', 'Category Description'];
const ELEMENTS: readonly Cells[] = [
  [...ELEMENT, 'Description'],
  ['2', 'Worker Requirements', null],
  ['2.E.5.b', 'Spreadsheet software', 'Made up.'],
  ...[READING, PROGRAMMING, EDUCATION, EXPERIENCE, ['1.B.1.e', 'Enterprising']].map((one) => [...one, 'Made up.']),
  ['1.B.1.g', 'First Interest High-Point', 'Made up.'],
  ['1.C.5.c', 'Integrity', 'Made up.'],
  ['2.C.1.a', 'Administration', 'Made up.'],
];
const scales = (...more: readonly Cells[]): readonly Cells[] => [
  ['Scale ID', 'Scale Name', 'Minimum', 'Maximum'],
  ['IM', 'Importance', 1, 5],
  ['LV', 'Level', 0, 7],
  ['OI', 'Occupational Interests', 1, 7],
  ['IH', 'High-Point', 0, 6],
  ['RL', 'Education (Categories 1-2)', 0, 100],
  ['RW', 'Experience (Categories 1-1)', 0, 100],
  ...more,
];

/** What both layouts have alike. */
const SAME: Files = {
  'Occupation Data': [
    [CODE, 'Title', 'Description'],
    [MANAGER, 'Medical and Health Services Managers', 'Made-up description of managers.'],
    [NURSE, 'Registered Nurses', 'Made-up description of nurses.'],
    ['29-1141.01', 'Acute Care Nurses', 'Made-up description of some nurses.'],
  ],
  'Sample of Reported Titles': [
    [CODE, 'Reported Job Title', 'Shown in My Next Move'],
    [NURSE, 'Charge Nurse', 'Y'],
    [NURSE, 'Ward "B" Nurse', 'N'],
  ],
  'Task Statements': [
    [CODE, 'Task ID', 'Task', 'Task Type', 'Incumbents Responding', ...DATED],
    [MANAGER, 46, 'Made-up task.', 'Core', 28, ...EXPERT],
    ['29-1141.01', 99, 'Another made-up task.', null, null, '11/2020', 'Analyst'],
  ],
  Knowledge: [RATINGS, [MANAGER, '2.C.1.a', 'Administration', 'IM', 4.68, 28, ...NO_STATISTICS, null, ...EXPERT]],
  'Job Zones': [
    [CODE, 'Job Zone', ...DATED],
    [MANAGER, 4, ...ANALYST],
    [NURSE, 3, ...ANALYST],
  ],
  'Related Occupations': [
    [CODE, 'Related O*NET-SOC Code', 'Relatedness Tier', 'Index'],
    [NURSE, '29-1141.01', 'Primary-Short', 1],
    [NURSE, MANAGER, 'Supplemental', 2],
  ],
  'Content Model Reference': ELEMENTS,
  'Job Zone Reference': [
    ['Job Zone', 'Name', 'Experience', 'Education', 'Job Training', 'Examples', 'SVP Range'],
    [3, 'Zone Three', 'Some', 'A school', 'A year', 'Made up', '(6.0 to < 7.0)'],
    [4, 'Zone Four', 'Much', 'A college', 'Years', 'Made up', '(7.0 to < 8.0)'],
  ],
};

/** A release up to 30.0. */
export const OLD: Files = {
  ...SAME,
  'Alternate Titles': [
    [CODE, 'Alternate Title', 'Short Title', 'Source(s)'],
    [MANAGER, 'Medical Office Manager', null, '09'],
    [NURSE, 'Staff Nurse (SN)', 'SN', '02,10'],
  ],
  Skills: [RATINGS, ...reading, ...programming],
  'Education, Training, and Experience': [CATEGORIES, ...education, ...experience],
  'Education, Training, and Experience Categories': [CATEGORY_COLUMNS, ...educationCategories, ...experienceCategories],
  'Work Styles': [
    [CODE, ...ELEMENT, 'Scale ID', 'Data Value', ...STATISTICS, ...DATED],
    [MANAGER, '1.C.5.c', 'Integrity', 'IM', 4.81, 27, ...NO_STATISTICS, ...EXPERT],
  ],
  Interests: interests,
  'Technology Skills': [
    [CODE, 'Example', 'Commodity Code', 'Commodity Title', 'Hot Technology', 'In Demand'],
    [MANAGER, 'Microsoft Excel', 43232110, 'Spreadsheet software', 'Y', 'N'],
  ],
  'Scales Reference': scales(),
};

/** A release from 30.3 on. */
export const RENAMED: Files = {
  ...SAME,
  'Job Titles': [
    [CODE, 'Job Title', 'Short Title', 'Source(s)'],
    [MANAGER, 'Medical Office Manager', null, '09'],
  ],
  'Essential Skills': [RATINGS, ...reading],
  'Transferable Skills': [RATINGS, ...programming],
  Education: [CATEGORIES, ...education],
  'Training and Experience': [CATEGORIES, ...experience],
  'Education Categories': [CATEGORY_COLUMNS, ...educationCategories],
  'Training and Experience Categories': [CATEGORY_COLUMNS, ...experienceCategories],
  'Work Styles': [BARE, [MANAGER, '1.C.5.c', 'Integrity', 'WI', -1.42, '12/2025', 'AI/Expert']],
  'Career Interest Types': interests,
  'Software Skills': [
    [CODE, 'Workplace Example', ...ELEMENT, 'Hot Technology', 'In Demand'],
    [MANAGER, 'Microsoft Excel', '2.E.5.b', 'Spreadsheet software', 'Y', 'N'],
  ],
  'Scales Reference': scales(['WI', 'Work Styles Impact', -3, 3]),
};

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

export async function newFolder(name = 'onet'): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'careergraph-onet-'));
  folders.push(parent);
  const folder = join(parent, name);
  await mkdir(folder);
  return folder;
}

/** Writes an edition with its Read Me; the Excel one repeats titles, as the publisher's does. */
export async function writeEdition(files: Files, edition: Edition, release: string): Promise<string> {
  const folder = await newFolder();
  await writeFile(join(folder, 'Read Me.txt'), `O*NET ${release} Database\nMay 2025 Release\n`);
  for (const [name, rows] of Object.entries(files)) {
    const path = join(folder, `${name}.${edition}`);
    if (edition === 'txt') await writeFile(path, textOf(rows));
    else await writeWorkbook(path, [{ name: name.slice(0, 31), rows: withTitles(rows) }]);
  }
  return folder;
}

export function textOf(rows: readonly Cells[]): string {
  return rows.map((cells) => `${cells.map((cell) => cell ?? 'n/a').join('\t')}\n`).join('');
}

function withTitles(rows: readonly Cells[]): readonly Cells[] {
  const [header] = rows;
  if (!header || header[0] !== CODE || header[1] === 'Title') return rows;
  return rows.map(([first, ...rest], index) => [first ?? null, index === 0 ? 'Title' : 'Made-up title', ...rest]);
}

export async function published(folder: string): Promise<readonly PublishedFile[]> {
  return unpack(folder, await newFolder('work'));
}

export async function partsOf(folder: string, release: string | null = null): Promise<readonly Part[]> {
  return onetImporter.recognize(await published(folder), { release });
}

export interface Loaded {
  readonly rows: LoadedRows[LoadedTable][];
  readonly faults: RowFault[];
}

/** What the importer makes of one file of a release. */
export async function loadFile(
  name: string,
  rows: readonly Cells[],
  edition: Edition = 'txt',
  release = '29.3',
): Promise<Loaded> {
  const folder = await writeEdition({ [name]: rows }, edition, release);
  const [part] = await partsOf(folder);
  return load(part as Part);
}

export async function load(part: Part): Promise<Loaded> {
  const loaded: Loaded = { rows: [], faults: [] };
  await onetImporter.load(part, {
    add: (_table, row) => {
      loaded.rows.push(row);
      return undefined;
    },
    fault: (fault) => {
      loaded.faults.push(fault);
    },
    remark: () => {},
    topCode: () => {},
    progress: () => {},
  });
  return loaded;
}

/** The rows with one cell changed; `row` as a spreadsheet counts. */
export function changed(rows: readonly Cells[], row: number, column: string, value: Cells[number]): readonly Cells[] {
  const at = (rows[0] as Cells).indexOf(column);
  return rows.map((cells, index) => (index === row - 1 ? cells.toSpliced(at, 1, value) : cells));
}
