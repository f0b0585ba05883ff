import { type Cell, foldName, type Layout } from '@careergraph/extract';
import type { Field } from './cells.js';
import type { Years } from './years.js';

/** The columns that are read, with `{base}`, `{projected}`, `{round}` and `{median}` for the years in headers. */
const COLUMNS: Readonly<Record<Field, readonly string[]>> = {
  title: ['{base} National Employment Matrix title', '{base} National Employment Matrix title and code'],
  code: ['{base} National Employment Matrix code', '{base} National Employment Matrix title and code / second column'],
  type: ['Occupation type'],
  baseEmployment: ['Employment, {base}'],
  projectedEmployment: ['Employment, {projected}'],
  change: ['Employment change, numeric, {round}', 'Employment change, {round} / Number'],
  percent: ['Employment change, percent, {round}', 'Employment change, {round} / Percent'],
  selfEmployed: ['Percent self employed, {base}'],
  openings: ['Occupational openings, {round} annual average'],
  medianWage: ['Median annual wage, {median}'],
  entryEducation: ['Typical education needed for entry', 'Typical entry-level education'],
  workExperience: ['Work experience in a related occupation'],
  onTheJobTraining: ['Typical on-the-job training needed to attain competency in the occupation'],
};

/** One layout for every round: names differ in marks and order, which `fold` leaves out. Other columns are not needed. */
export function layoutOf(years: Years): Layout<Field> {
  const columns = Object.entries(COLUMNS).map(([field, names]) => [field, names.map((name) => withYears(name, years))]);
  return { name: 'any round', columns: Object.fromEntries(columns), fold, skipsUnknown: true };
}

function withYears(name: string, { base, projected, median }: Years): string {
  return name
    .replaceAll('{round}', `${base}-${String(projected).slice(2)}`)
    .replaceAll('{base}', String(base))
    .replaceAll('{projected}', String(projected))
    .replaceAll('{median}', median === null ? '<year>' : String(median));
}

/**
 * A column's name without what differs between rounds: the mark of a footnote (`[1]`, `(1)`), the kind of dash, commas,
 * the slash between a group and its column, and "dollars".
 */
function fold(name: Cell): string {
  return foldName(
    foldName(name)
      .replace(/\s*[[(]\d+[\])]$/, '')
      .replaceAll(/[-\u2010-\u2015\u2212/,]|\bDOLLARS\b/g, ' '),
  );
}
