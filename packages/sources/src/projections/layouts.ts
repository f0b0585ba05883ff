import type { Layout } from '@careergraph/extract';
import type { Years } from './years.js';

/** The columns of some rounds, with `{base}`, `{projected}`, `{round}`, and `{median}` for the years in headers. */
interface LayoutTemplate {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly ignored: readonly string[];
  /** Spaces that a title is indented below the title of its group; null if titles are not indented. */
  readonly indentation: number | null;
}

/** A header of two rows reads as `upper / lower`: see find.ts. */
const LAYOUTS = [
  {
    name: '2024–34',
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
    name: '2016–26',
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
] as const satisfies readonly LayoutTemplate[];

type Field = keyof (typeof LAYOUTS)[number]['columns'];

/** The layouts with the years of a workbook. */
export function layoutsOf(years: Years): readonly Layout<Field>[] {
  return LAYOUTS.map(({ name, columns, ignored }) => ({
    name,
    columns: Object.fromEntries(
      Object.entries(columns).map(([field, template]) => [field, namesIn(years, template)]),
    ) as Record<Field, readonly string[]>,
    ignored: ignored.flatMap((template) => namesIn(years, template)),
  }));
}

export function indentationOf(layoutName: string): number | null {
  return LAYOUTS.find(({ name }) => name === layoutName)?.indentation ?? null;
}

/** With an en dash and with a hyphen between the years: rounds differ. */
function namesIn({ base, projected, median }: Years, template: string): readonly string[] {
  const filled = template
    .replaceAll('{base}', String(base))
    .replaceAll('{projected}', String(projected))
    .replaceAll('{median}', median === null ? '<year>' : String(median));
  if (!filled.includes('{round}')) return [filled];
  return ['–', '-'].map((dash) => filled.replaceAll('{round}', `${base}${dash}${String(projected).slice(2)}`));
}
