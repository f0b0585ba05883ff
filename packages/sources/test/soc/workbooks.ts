import type { WorkbookCell, WorkbookSheet } from '@careergraph/testkit/files';

type Rows = readonly (readonly WorkbookCell[])[];

export const STRUCTURE: Rows = [
  ['11-0000', null, null, null, 'Management Occupations'],
  [null, '11-1000', null, null, 'Top Executives'],
  [null, null, '11-1010', null, 'Chief Executives'],
  [null, null, null, '11-1011', 'Chief Executives'],
  ['15-0000', null, null, null, 'Computer and Mathematical Occupations'],
  [null, '15-1200', null, null, 'Computer  Occupations'],
  [null, null, '15-1250', null, 'Software and Web Developers'],
  [null, null, null, '15-1252', 'Software Developers'],
];

export const DEFINITIONS: Rows = [
  ['Major', '11-0000', 'Management Occupations'],
  ['Minor', '11-1000', 'Top Executives'],
  ['Broad', '11-1010', 'Chief Executives'],
  ['Detailed', '11-1011', 'Chief Executives', 'Run an organization.  '],
  ['Major', '15-0000', 'Computer and Mathematical Occupations'],
  ['Minor', '15-1200', 'Computer Occupations'],
  ['Broad', '15-1250', 'Software and Web Developers'],
  ['Detailed', '15-1252', 'Software Developers', 'Write programs.'],
];

export const TITLES: Rows = [
  ['11-1011', 'Chief Executives', 'Admiral', 'x'],
  ['11-1011', 'Chief Executives', 'CEO', ''],
  ['15-1252', 'Software Developers', 'Applications  Developer\u00a0', 'X'],
];

export function structure(rows: Rows = STRUCTURE, sheet = '2018 Structure'): readonly WorkbookSheet[] {
  return [{ name: sheet, rows: [['Major Group', 'Minor Group', 'Broad Group', 'Detailed Occupation'], ...rows] }];
}

export function definitions(rows: Rows = DEFINITIONS): readonly WorkbookSheet[] {
  return [{ name: '2018 SOC', rows: [['SOC Group', 'SOC Code', 'SOC Title', 'SOC Definition'], ...rows] }];
}

export const PREAMBLE: Rows = [
  ['U.S. Bureau of Labor Statistics'],
  ['On behalf of the Office of Management and Budget (OMB)'],
  [],
  ['November 2017'],
  [],
  ['***Questions should be emailed to the address on the agency’s page***'],
  [],
];

export const TITLES_HEADER = ['2018 SOC Code', '2018 SOC Title', '2018 SOC Direct Match Title', 'Illustrative Example'];

export function titles(
  rows: Rows = TITLES,
  preamble = PREAMBLE,
  header: Rows[number] = TITLES_HEADER,
): readonly WorkbookSheet[] {
  return [{ name: 'Sorted by SOC', rows: [...preamble, header, ...rows] }];
}
