import { STATES } from '@careergraph/domain';
import { type Audit, judge, queryAudit } from '@careergraph/releases';
import { keptSinceBefore, rowsAgainstBefore } from '../places/before.js';
import { ROLE } from './recognize.js';

const CHECKED = 'select count(*)::int as checked from zip_place where file_id = any($1)';

/** From American Samoa to Alaska, and from the Caribbean west to Palau; swapped coordinates are never in it. */
const IN_THE_UNITED_STATES =
  '(latitude between -15 and 72 and (longitude between -180 and -64 or longitude between 130 and 180))';

/** An audit of every line. */
function ofLines(
  audit: Pick<Audit, 'id' | 'level' | 'title'>,
  failing: { readonly where: string; readonly column: string; readonly value: string; readonly message: string },
): Audit {
  const { where, column, value, message } = failing;
  return {
    ...audit,
    run: ({ sql, files }) =>
      queryAudit(
        sql,
        {
          checked: CHECKED,
          failures: `
            select file.name as file, "row", '${column}' as column, ${value} as value,
                   zip || ' ' || place as subject, '${column}' as found, 'ZIP ' || zip || ' ${message}' as message
            from zip_place join file on file.id = file_id where file_id = any($1) and ${where} order by "row"`,
        },
        [files],
      ),
  };
}

export const audits: readonly Audit[] = [
  ofLines(
    {
      id: 'geonames/coordinates-in-the-united-states',
      level: 'MUST',
      title: 'Every place in a state or territory has coordinates in or near the United States.',
    },
    {
      where: `state_code is not null and not ${IN_THE_UNITED_STATES}`,
      column: 'latitude, longitude',
      value: "latitude || ', ' || longitude",
      message: 'is said to be in a state and lies elsewhere.',
    },
  ),
  ofLines(
    { id: 'geonames/county-of-state-places', level: 'SHOULD', title: 'Every place in a state has a county.' },
    {
      where: `county_fips is null and state_code in (${STATES.map(({ code }) => `'${code}'`).join(', ')})`,
      column: 'admin code2',
      value: 'county_fips',
      message: 'has no county: its CBSA cannot be told from it.',
    },
  ),
  {
    id: 'geonames/states-covered',
    level: 'SHOULD',
    title: 'Every state and the District of Columbia have postal codes.',
    async run({ sql, files }) {
      const expected = STATES.filter(({ kind }) => kind === 'STATE');
      const places = await sql.query<{ file: string; code: string }>(
        `select distinct file.name as file, state_code as code from zip_place join file on file.id = file_id
         where file_id = any($1)`,
        [files],
      );
      const missing = expected.filter(({ code }) => !places.some((place) => place.code === code));
      const failures = missing.map(({ code }) => ({
        file: places[0]?.file as string,
        subject: code,
        found: 'none',
        message: `has no postal code of ${code}.`,
      }));
      return judge(expected.length, failures, []);
    },
  },
  {
    id: 'geonames/one-row-a-place',
    level: 'SHOULD',
    title: 'No ZIP code has the same place twice.',
    run: ({ sql, files }) =>
      queryAudit(
        sql,
        {
          checked: CHECKED,
          failures: `
            select file.name as file, max("row") as "row", 'place name' as column, place as value,
                   zip || ' ' || place as subject, 'twice' as found,
                   'ZIP ' || zip || ' has it in row ' || min("row") || ' already.' as message
            from zip_place join file on file.id = file_id
            where file_id = any($1) group by file.name, zip, place having count(*) > 1 order by 2`,
        },
        [files],
      ),
  },
  rowsAgainstBefore({ importer: 'geonames', role: ROLE, table: 'zip_place', allowedPercent: 5 }),
  keptSinceBefore({
    importer: 'geonames',
    role: ROLE,
    table: 'zip_place',
    allowedPercent: 1,
    what: 'ZIP codes',
    column: 'zip',
  }),
];
