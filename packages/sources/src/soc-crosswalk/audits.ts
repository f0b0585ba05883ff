import { type Audit, checkEach, type Failure, outcomeOf } from '@careergraph/releases';
import { detailedOccupations } from '../soc/detailed-occupations.js';

/** How many codes each edition has: the agency's introductions state them. */
const PUBLISHED = [
  { edition: '2010', column: 'code', codes: 840 },
  { edition: '2018', column: 'successor_code', codes: 867 },
] as const;

/** A code has one title in all its rows. */
function oneTitle(id: string, column: string, title: string, edition: string): Audit {
  return {
    id,
    level: 'MUST',
    title: `Every code of the SOC ${edition} has one title.`,
    run: ({ sql, files }) =>
      outcomeOf(
        sql,
        checkEach(
          `select file.name as file, max(sheet) as sheet, max("row") as "row", '${edition} SOC Title' as "column",
                  max(${title}) as value, 'is not the title of ' || ${column} || ' in its other rows.' as message,
                  count(distinct ${title}) > 1 as bad
           from occupation_successor join file on file.id = file_id
           where file_id = any($1) group by file.name, ${column}`,
          [files],
        ),
      ),
  };
}

type Counted = Record<(typeof PUBLISHED)[number]['column'], number> & { readonly file: string | null };

export const audits: readonly Audit[] = [
  {
    id: 'soc-crosswalk/all-codes',
    level: 'MUST',
    title: 'Every detailed occupation of both editions is in the crosswalk.',
    async run({ sql, files }) {
      // Without a group, an aggregate has one row.
      const [counted] = (await sql.query<Counted>(
        `select max(file.name) as file, count(distinct code)::int as code, count(distinct successor_code)::int as successor_code
         from occupation_successor join file on file.id = file_id where file_id = any($1)`,
        [files],
      )) as [Counted];
      const failures = PUBLISHED.flatMap(({ edition, column, codes }): readonly Failure[] => {
        const found = counted[column];
        if (found === codes) return [];
        return [
          {
            file: counted.file ?? 'the file',
            message: `has ${found} codes of the SOC ${edition}, which has ${codes}.`,
          },
        ];
      });
      return outcomeOf(sql, { checked: PUBLISHED.length, failures });
    },
  },
  oneTitle('soc-crosswalk/one-title-2010', 'code', 'title', '2010'),
  oneTitle('soc-crosswalk/one-title-2018', 'successor_code', 'successor_title', '2018'),
  detailedOccupations({
    id: 'soc-crosswalk/successors-known',
    title: 'Every successor is a detailed occupation of the SOC 2018.',
    table: 'occupation_successor',
    column: 'successor_code',
    heading: '2018 SOC Code',
  }),
];
