import { type Audit, checkEach, type Failure, outcomeOf } from '@careergraph/releases';

/** How many codes each edition has: the agency's introductions state them. */
const PUBLISHED = [
  { edition: '2010', column: 'code', codes: 840 },
  { edition: '2018', column: 'successor_code', codes: 867 },
] as const;

const ACTIVE_SOC = `select release.id from release join release_file on release_id = release.id join file on file.id = file_id
  where release.source_id = 'bls-soc' and status = 'ACTIVE' and role = 'structure' and edition = 'published'`;

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
  {
    id: 'soc-crosswalk/successors-known',
    level: 'MUST',
    title: 'Every successor is a detailed occupation of the SOC 2018.',
    async run({ sql, files }) {
      const [soc] = await sql.query(ACTIVE_SOC);
      if (!soc) return { skipped: 'The SOC 2018 is not loaded: import "soc" first to have this checked.' };
      return outcomeOf(
        sql,
        checkEach(
          `select file.name as file, successor.sheet, successor."row", '2018 SOC Code' as "column", successor_code as value,
                  'is not a detailed occupation of the SOC 2018.' as message,
                  not exists (select from release_file part join file_occupation listed on listed.file_id = part.file_id
                              where part.release_id = (${ACTIVE_SOC}) and listed.code = successor_code
                                and listed.level = 'DETAILED') as bad
           from occupation_successor successor join file on file.id = successor.file_id
           where successor.file_id = any($1)`,
          [files],
        ),
      );
    },
  },
];
