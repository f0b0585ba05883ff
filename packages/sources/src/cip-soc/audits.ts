import { type Audit, checkEach, outcomeOf } from '@careergraph/releases';

const ACTIVE_SOC = `select release.id from release join release_file on release_id = release.id join file on file.id = file_id
  where release.source_id = 'bls-soc' and status = 'ACTIVE' and role = 'structure' and edition = 'published'`;

/** How many detailed occupations the SOC 2018 has. */
const OCCUPATIONS = 867;

export const audits: readonly Audit[] = [
  {
    id: 'cip-soc/all-occupations',
    level: 'MUST',
    title: 'Every detailed occupation of the SOC 2018 is in the crosswalk, with a field of study or without.',
    async run({ sql, files }) {
      // Without a group, an aggregate has one row.
      const [{ file, codes }] = (await sql.query(
        `select max(file.name) as file, count(distinct occupation_code)::int as codes
         from cip_occupation join file on file.id = file_id where file_id = any($1)`,
        [files],
      )) as unknown as [{ readonly file: string | null; readonly codes: number }];
      const failures =
        codes === OCCUPATIONS
          ? []
          : [
              {
                file: file ?? 'the file',
                message: `has ${codes} occupations of the SOC 2018, which has ${OCCUPATIONS}.`,
              },
            ];
      return outcomeOf(sql, { checked: OCCUPATIONS, failures });
    },
  },
  {
    id: 'cip-soc/match-or-none',
    level: 'MUST',
    title: 'A code that has no match has no other row.',
    run: ({ sql, files }) =>
      outcomeOf(
        sql,
        checkEach(
          `select file.name as file, sheet, "row", 'CIP2020Code' as "column", coalesce(cip_code, occupation_code) as value,
                  'has no match, and has one in another row.' as message,
                  exists (select from cip_occupation other where other.file_id = pair.file_id and other."row" <> pair."row"
                    and (other.cip_code = pair.cip_code or other.occupation_code = pair.occupation_code)) as bad
           from cip_occupation pair join file on file.id = file_id
           where file_id = any($1) and (cip_code is null or occupation_code is null)`,
          [files],
        ),
      ),
  },
  {
    id: 'cip-soc/occupations-known',
    level: 'MUST',
    title: 'Every occupation is a detailed occupation of the SOC 2018.',
    async run({ sql, files }) {
      const [soc] = await sql.query(ACTIVE_SOC);
      if (!soc) return { skipped: 'The SOC 2018 is not loaded: import "soc" first to have this checked.' };
      return outcomeOf(
        sql,
        checkEach(
          `select file.name as file, pair.sheet, pair."row", 'SOC2018Code' as "column", occupation_code as value,
                  'is not a detailed occupation of the SOC 2018.' as message,
                  not exists (select from release_file part join file_occupation listed on listed.file_id = part.file_id
                              where part.release_id = (${ACTIVE_SOC}) and listed.code = occupation_code
                                and listed.level = 'DETAILED') as bad
           from cip_occupation pair join file on file.id = pair.file_id
           where pair.file_id = any($1) and occupation_code is not null`,
          [files],
        ),
      );
    },
  },
];
