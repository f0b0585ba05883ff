import { type Audit, checkEach, outcomeOf } from '@careergraph/releases';
import { detailedOccupations } from '../soc/detailed-occupations.js';

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
  detailedOccupations({
    id: 'cip-soc/occupations-known',
    title: 'Every occupation is a detailed occupation of the SOC 2018.',
    table: 'cip_occupation',
    column: 'occupation_code',
    heading: 'SOC2018Code',
  }),
];
