import type { OccupationLevel } from '@careergraph/db';
import { type Cell, type ColumnNames, foldName } from '@careergraph/extract';

export type Role = 'structure' | 'definitions' | 'titles';

/** The four columns of codes of the structure, the widest group first. */
export const LEVEL_COLUMNS = ['major', 'minor', 'broad', 'detailed'] as const;
export type LevelColumn = (typeof LEVEL_COLUMNS)[number];

export const LEVELS: Readonly<Record<LevelColumn, OccupationLevel>> = {
  major: 'MAJOR',
  minor: 'MINOR',
  broad: 'BROAD',
  detailed: 'DETAILED',
};

/** Words of the column "SOC Group" of the definitions. */
export const GROUPS: Readonly<Record<string, OccupationLevel>> = {
  Major: 'MAJOR',
  Minor: 'MINOR',
  Broad: 'BROAD',
  Detailed: 'DETAILED',
};

export interface Fields {
  structure: LevelColumn | 'title';
  definitions: 'group' | 'code' | 'title' | 'definition';
  titles: 'code' | 'occupation' | 'title' | 'illustrative';
}

/** The structure's column of titles has no name; parse.ts reads it by this one. */
export const UNNAMED_TITLE = 'SOC title (column without a name)';

export const COLUMNS: { readonly [R in Role]: ColumnNames<Fields[R]> } = {
  structure: {
    major: ['Major Group'],
    minor: ['Minor Group'],
    broad: ['Broad Group', 'Broad Occupation'],
    detailed: ['Detailed Occupation'],
    title: [UNNAMED_TITLE],
  },
  definitions: {
    group: ['SOC Group'],
    code: ['SOC Code'],
    title: ['SOC Title'],
    definition: ['SOC Definition'],
  },
  titles: {
    code: ['2018 SOC Code'],
    occupation: ['2018 SOC Title'],
    title: ['2018 SOC Direct Match Title'],
    illustrative: ['Illustrative Example'],
  },
};

/** The row of column names as it is compared: the structure's last column gets its name. */
export function headerOf(role: Role, cells: readonly Cell[]): readonly Cell[] {
  if (role !== 'structure') return cells;
  const detailed = cells.findIndex((cell) => foldName(cell) === foldName(COLUMNS.structure.detailed[0] as string));
  if (detailed < 0 || (cells[detailed + 1] ?? null) !== null) return cells;
  return cells.toSpliced(detailed + 1, 1, UNNAMED_TITLE);
}

/** Lines above the column names, by what they contain. */
export const PREAMBLE: readonly RegExp[] = [
  /^U\.S\. Bureau of Labor Statistics$/i,
  /^On behalf of the Office of Management and Budget/i,
  /^(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/i,
  /^\*+Questions should be emailed/i,
  /\b2018 (SOC|Standard Occupational Classification)\b/i,
];

/** How the SOC 2018 is known to be divided: a file with other numbers is cut off or of another classification. */
export const GROUP_COUNTS: Readonly<Record<string, Readonly<Partial<Record<OccupationLevel, number>>>>> = {
  '2018': { MAJOR: 23, MINOR: 98, BROAD: 459, DETAILED: 867 },
};

/**
 * Beginnings of the codes below a group, where they are not the group's own code without its zeros: the SOC 2018 has
 * more physicians than one broad code has numbers.
 */
export const BEGINNINGS: Readonly<Record<string, readonly string[]>> = { '29-1210': ['29-121', '29-122'] };

/** A direct match title that the agency lists twice under one occupation: the second row is left out. */
export interface RepeatedTitle {
  readonly code: string;
  readonly title: string;
  /** Whether the first and the second row are marked as illustrative examples; otherwise the import stops. */
  readonly expect: readonly [first: boolean, second: boolean];
  readonly reason: string;
}

const UNMARKED = 'The same title again, and only the first one is marked as an illustrative example.';
const IDENTICAL = 'The same line again.';

/** Known repetitions, by release. One that is not here stops the import. */
export const REPEATED_TITLES: Readonly<Record<string, readonly RepeatedTitle[]>> = {
  '2018': [
    { code: '19-4012', title: 'Feed Research Technician', expect: [true, true], reason: IDENTICAL },
    { code: '29-1223', title: 'Forensic Psychiatrist', expect: [true, false], reason: UNMARKED },
    { code: '29-1223', title: 'Geriatric Psychiatrist', expect: [true, true], reason: IDENTICAL },
    { code: '47-4011', title: 'Home Inspector', expect: [true, false], reason: UNMARKED },
    { code: '49-3023', title: 'Auto Transmission Specialist', expect: [true, false], reason: UNMARKED },
  ],
};
