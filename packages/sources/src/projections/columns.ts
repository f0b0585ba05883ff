import type { ColumnNames } from '@careergraph/extract';

export type ProjectionField =
  | 'title'
  | 'code'
  | 'type'
  | 'baseEmployment'
  | 'projectedEmployment'
  | 'change'
  | 'percent'
  | 'selfEmployed'
  | 'openings'
  | 'medianWage'
  | 'entryEducation'
  | 'workExperience'
  | 'onTheJobTraining';

/** Years of a workbook, as its title and its headers state them. */
export interface Years {
  readonly base: number;
  readonly projected: number;
  /** Of the median wages; null where no header names it. */
  readonly median: number | null;
}

/** The columns of some rounds, with `{base}`, `{projected}`, `{round}` and `{median}` where the headers have years. */
interface LayoutTemplate {
  readonly columns: Readonly<Record<ProjectionField, string>>;
  /** Known, and not read. */
  readonly ignored: readonly string[];
  /** Blanks by which a title stands further right than that of its group; null where titles are not indented. */
  readonly indentation: number | null;
}

export interface Layout {
  readonly columns: ColumnNames<ProjectionField>;
  readonly ignored: readonly string[];
  readonly indentation: number | null;
}

/** Newest first. A header of two rows is read as `upper / lower`; parse.ts says how. */
const LAYOUTS: readonly LayoutTemplate[] = [
  {
    columns: {
      title: '{base} National Employment Matrix title',
      code: '{base} National Employment Matrix code',
      type: 'Occupation type',
      baseEmployment: 'Employment, {base}',
      projectedEmployment: 'Employment, {projected}',
      change: 'Employment change, numeric, {round}',
      percent: 'Employment change, percent, {round}',
      selfEmployed: 'Percent self employed, {base}',
      openings: 'Occupational openings, {round} annual average',
      medianWage: 'Median annual wage, dollars, {median}[1]',
      entryEducation: 'Typical education needed for entry',
      workExperience: 'Work experience in a related occupation',
      onTheJobTraining: 'Typical on-the-job training needed to attain competency in the occupation',
    },
    ignored: [
      'Employment distribution, percent, {base}',
      'Employment distribution, percent, {projected}',
      'Related Occupational Outlook Handbook (OOH) content xlsx',
    ],
    indentation: 2,
  },
  {
    columns: {
      title: '{base} National Employment Matrix title and code',
      code: '{base} National Employment Matrix title and code (second column)',
      type: 'Occupation type',
      baseEmployment: 'Employment / {base}',
      projectedEmployment: 'Employment / {projected}',
      change: 'Employment Change, {round} / Number',
      percent: 'Employment Change, {round} / Percent',
      selfEmployed: 'Percent self employed, {base}',
      openings: 'Occupational openings, {round} annual average',
      medianWage: 'Median annual wage, {median}(1)',
      entryEducation: 'Typical education needed for entry',
      workExperience: 'Work experience in a related occupation',
      onTheJobTraining: 'Typical on-the-job training needed to attain competency in the occupation',
    },
    ignored: [],
    indentation: null,
  },
];

/** The layouts as they are in a workbook of these years. */
export function layoutsOf(years: Years): readonly Layout[] {
  return LAYOUTS.map(({ columns, ignored, indentation }) => ({
    columns: Object.fromEntries(
      Object.entries(columns).map(([field, name]) => [field, namesIn(years, name)]),
    ) as unknown as ColumnNames<ProjectionField>,
    ignored: ignored.flatMap((name) => namesIn(years, name)),
    indentation,
  }));
}

/** With an en dash and with a hyphen between the years: rounds differ. */
function namesIn({ base, projected, median }: Years, name: string): readonly string[] {
  const filled = name
    .replaceAll('{base}', String(base))
    .replaceAll('{projected}', String(projected))
    .replaceAll('{median}', median === null ? '<year>' : String(median));
  if (!filled.includes('{round}')) return [filled];
  return ['–', '-'].map((dash) => filled.replaceAll('{round}', `${base}${dash}${lastDigits(projected)}`));
}

/** `2024-34` */
export function releaseKeyOf({ base, projected }: Pick<Years, 'base' | 'projected'>): string {
  return `${base}-${lastDigits(projected)}`;
}

function lastDigits(year: number): string {
  return String(year).slice(2);
}

/** How the workbook says that a figure or an assignment is not available. */
export const DASH = '—';

/**
 * Annual wage in dollars from which on a median is printed as `>=$239,200`, by release: the cap of the wage survey
 * that the medians come from. A release without such cells needs no row.
 */
export const TOP_CODES: Readonly<Record<string, number>> = {
  '2024-34': 239_200,
  '2016-26': 208_000,
};

export const KINDS: Readonly<Record<string, 'SUMMARY' | 'LINE_ITEM'>> = {
  Summary: 'SUMMARY',
  'Line item': 'LINE_ITEM',
};

/** The agency's categories of what an occupation asks for. */
export const ASSIGNMENTS = {
  entryEducation: [
    'No formal educational credential',
    'High school diploma or equivalent',
    'Some college, no degree',
    'Postsecondary nondegree award',
    "Associate's degree",
    "Bachelor's degree",
    "Master's degree",
    'Doctoral or professional degree',
  ],
  workExperience: ['None', 'Less than 5 years', '5 years or more'],
  onTheJobTraining: [
    'None',
    'Short-term on-the-job training',
    'Moderate-term on-the-job training',
    'Long-term on-the-job training',
    'Internship/residency',
    'Apprenticeship',
  ],
} as const satisfies Partial<Record<ProjectionField, readonly string[]>>;

/** Lines below the table, by how they begin. The last one shows that the table is whole. */
export const CLOSING_LINES: readonly RegExp[] = [
  /^Footnotes?:$/,
  /^(\[\d+\]|\(\d+\)) Data are from the Occupational Employment/,
  /^Note: Data is unavailable for values denoted/,
];
export const LAST_LINE = /^Source: Employment Projections program/;
