import {
  type Cell,
  type CellType,
  type FieldOf,
  figure,
  matching,
  oneOf,
  type Values,
  Wrong,
} from '@careergraph/extract';

/** How the workbook says that a figure or an assignment is not available. */
const DASHES = ['—', '–', '-'] as const;
const markers = { '—': 'NOT_PUBLISHED', '–': 'NOT_PUBLISHED', '-': 'NOT_PUBLISHED' } as const;

/** Tenths of a thousand: `persons` turns them into persons. */
const thousands = {
  what: 'a number in thousands, to a tenth',
  perUnit: 10,
  min: 0,
  max: 2_147_483.6,
  markers,
} as const;
const percent = { perUnit: 10, markers } as const;
const wage = figure({ what: 'an annual wage in whole dollars', perUnit: 1, min: 1, markers });

/** A median, or the top code as the workbook prints it: `>=$239,200`. Each round prints that of its wages. */
const medianWage: CellType<MedianWage> = {
  read(cell) {
    const [, dollars] = /^(?:>=|≥)\s*\$?(\d{1,3}(?:,\d{3})*|\d+)$/.exec(String(cell)) ?? [];
    if (dollars !== undefined)
      return { value: null, marker: 'TOP_CODED', topCodeUsd: Number(dollars.replaceAll(',', '')) };
    const median = wage.read(cell);
    return median instanceof Wrong ? median : { ...median, topCodeUsd: null };
  },
};

interface MedianWage {
  readonly value: number | null;
  readonly marker: 'NOT_PUBLISHED' | 'TOP_CODED' | null;
  readonly topCodeUsd: number | null;
}

const title: CellType<{ readonly text: string; readonly spaces: number }> = {
  asItIs: true,
  read(cell: Cell) {
    if (typeof cell !== 'string' || cell.trim() === '') return new Wrong('is not the title of an occupation.');
    return { text: cell.trim(), spaces: cell.length - cell.trimStart().length };
  },
};

/** The agency's categories of what an occupation requires; null if there is none. */
function category(...categories: readonly string[]): CellType<string | null> {
  const values = Object.fromEntries([...categories.map((name) => [name, name]), ...DASHES.map((dash) => [dash, null])]);
  return oneOf<string | null>(values, `one of the agency's categories: ${categories.join('; ')}`);
}

export const cells = {
  title,
  code: matching(/^\d{2}-\d{4}$/, 'a code of the National Employment Matrix, such as 11-9111'),
  type: oneOf({ Summary: 'SUMMARY', 'Line item': 'LINE_ITEM' } as const),
  baseEmployment: figure(thousands),
  projectedEmployment: figure(thousands),
  change: figure({ ...thousands, min: -thousands.max }),
  percent: figure({ ...percent, what: 'a change in percent, to a tenth', min: -100 }),
  selfEmployed: figure({ ...percent, what: 'a share in percent, to a tenth', min: 0, max: 100 }),
  openings: figure(thousands),
  medianWage,
  entryEducation: category(
    'No formal educational credential',
    'High school diploma or equivalent',
    'Some college, no degree',
    'Postsecondary nondegree award',
    "Associate's degree",
    "Bachelor's degree",
    "Master's degree",
    'Doctoral or professional degree',
  ),
  workExperience: category('None', 'Less than 5 years', '5 years or more'),
  onTheJobTraining: category(
    'None',
    'Short-term on-the-job training',
    'Moderate-term on-the-job training',
    'Long-term on-the-job training',
    'Internship/residency',
    'Apprenticeship',
  ),
};

export type Field = FieldOf<typeof cells>;
export type RowValues = Values<typeof cells>;

/** Persons of a number in tenths of a thousand. */
export function persons({ value }: { readonly value: number | null }): number | null {
  return value === null ? null : value * 100;
}
