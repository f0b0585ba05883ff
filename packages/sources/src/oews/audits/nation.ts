import { type Audit, outcomeOf } from '@careergraph/releases';
import { labelOf } from '../releases.js';
import { PUBLISHED } from './rows.js';

/** It is more than 99.9% in the five national files; the rest is not released. */
const LEAST_DETAILED_SHARE = 0.95;

export const nationComplete: Audit = {
  id: 'oews/nation-complete',
  level: 'MUST',
  title: `Detailed occupations of the nation have at least ${LEAST_DETAILED_SHARE * 100}% of all employment.`,
  run: ({ sql, files }) =>
    outcomeOf(sql, {
      checked: `select count(*)::int as checked from wage_estimate w ${PUBLISHED} and area_code = 'US' and occupation_code = '00-0000'`,
      failures: `
        select f.name as file, w.sheet, w.row, 'TOT_EMP' as column, w.employment_persons as value,
               '00-0000 US' as subject, part.persons::text as found,
               'is the employment of all occupations, and the ' || part.rows || ' detailed ones have ' || part.persons ||
               ': is the file cut off?' as message
        from wage_estimate w join file f on f.id = w.file_id
        cross join lateral (
          select coalesce(sum(d.employment_persons), 0)::bigint as persons, count(*)::int as rows
          from wage_estimate d join file_occupation o on o.file_id = d.file_id and o.code = d.occupation_code
          where d.file_id = w.file_id and d.area_code = 'US' and o.level = 'DETAILED') as part
        ${PUBLISHED} and w.area_code = 'US' and w.occupation_code = '00-0000'
          and part.persons < ${LEAST_DETAILED_SHARE} * w.employment_persons`,
      parameters: [files],
    }),
};

/** A figure of all occupations in the nation changes little from year to year. */
function nationalChange({
  column,
  field,
  edition,
  least,
  most,
  question,
  ...named
}: Pick<Audit, 'id' | 'level' | 'title'> & {
  readonly column: string;
  readonly field: string;
  readonly edition: 'published' | 'any';
  /** Factors per year. */
  readonly least: number;
  readonly most: number;
  readonly question?: string;
}): Audit {
  return {
    ...named,
    async run({ sql, release, roles, before }) {
      const ids = [roles.get('national'), before?.files.get('national')];
      const rows = await sql.query<{ id: number; file: string; sheet: string; row: number; value: number }>(
        `select file_id as id, file.name as file, sheet, "row", ${field} as value
         from wage_estimate join file on file.id = file_id
         where file_id = any($1) and occupation_code = '00-0000' and area_code = 'US' and ${field} is not null
           and ($2 = 'any' or edition::text = $2)`,
        [ids.filter((id) => id !== undefined), edition],
      );
      const [now, earlier] = ids.map((id) => rows.find((row) => row.id === id));
      if (!now || !earlier || !before) return { skipped: 'No earlier release has this figure.' };
      const years = Number(release.slice(0, 4)) - Number(before.key.slice(0, 4));
      const change = now.value / earlier.value;
      if (change >= least ** years && change <= most ** years) return outcomeOf(sql, { checked: 1, failures: [] });
      const { id, ...place } = now;
      const percent = ((change - 1) * 100).toFixed(1);
      const message = `differs by ${percent}% from the ${earlier.value} of ${labelOf(before.key)}${question ?? '.'}`;
      return outcomeOf(sql, { checked: 1, failures: [{ ...place, column, message }] });
    },
  };
}

/** Between the five files it changed by 0.2% to 2.1% per year. */
export const nationalEmployment = nationalChange({
  id: 'oews/national-employment',
  level: 'MUST',
  title: 'The employment of all occupations in the nation is within 10% per year of that of the previous release.',
  column: 'TOT_EMP',
  field: 'employment_persons',
  edition: 'published',
  least: 0.9,
  most: 1.1,
});

/** It rose by 1.3% to 5% per year from 2017 to 2025. Columns that are shifted alike in all rows show here. */
export const nationalMean = nationalChange({
  id: 'oews/national-mean',
  level: 'MUST',
  title: 'The mean wage in the nation is at most 3% below or 10% above that of the previous release, per year.',
  column: 'A_MEAN',
  field: 'annual_mean_usd',
  edition: 'any',
  least: 0.97,
  most: 1.1,
  question: ': are the columns shifted?',
});
