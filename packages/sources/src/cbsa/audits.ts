import { STATES } from '@careergraph/domain';
import { type Audit, judge, queryAudit } from '@careergraph/releases';
import { keptSinceBefore, rowsAgainstBefore } from '../places/before.js';
import { COLUMNS, PUBLISHED_COUNTS } from './columns.js';
import { ROLE } from './recognize.js';

const STATES_OF_COUNTIES =
  "string_agg(distinct substr(county.state_code, 4), '-' order by substr(county.state_code, 4))";
const STATES_OF_TITLE = `(select string_agg(state, '-' order by state)
  from unnest(string_to_array(substring(area.name from '[^ ]+$'), '-')) as state)`;

/** An audit of every area with its counties. */
function ofAreas(
  audit: Pick<Audit, 'id' | 'level' | 'title'>,
  { failing, message }: { readonly failing: string; readonly message: string },
): Audit {
  return {
    ...audit,
    run: ({ sql, files }) =>
      queryAudit(
        sql,
        {
          checked: 'select count(*)::int as checked from file_area where file_id = any($1)',
          failures: `
            select file.name as file, min(county."row")::int as "row", '${COLUMNS.title[0]}' as column,
                   area.name as value, area.code as subject, ${message} as message, ${message} as found
            from file_area area join file on file.id = area.file_id
            join cbsa_county county on county.file_id = area.file_id and county.area_code = area.code
            where area.file_id = any($1) group by file.name, area.code, area.name having ${failing} order by 2`,
        },
        [files],
      ),
  };
}

export const audits: readonly Audit[] = [
  ofAreas(
    { id: 'cbsa/title-states', level: 'MUST', title: "The states in an area's title are those of its counties." },
    {
      failing: `${STATES_OF_TITLE} <> ${STATES_OF_COUNTIES}`,
      message: `'the counties of ' || area.code || ' lie in ' || ${STATES_OF_COUNTIES} || '.'`,
    },
  ),
  ofAreas(
    { id: 'cbsa/central-county', level: 'SHOULD', title: 'Every area has a central county.' },
    { failing: 'not bool_or(county.central)', message: "area.code || ' has no central county.'" },
  ),
  {
    id: 'cbsa/published-counts',
    level: 'SHOULD',
    title: "There are as many metropolitan and micropolitan areas as OMB's bulletin counts.",
    async run({ sql, files, release }) {
      const published = PUBLISHED_COUNTS[release];
      if (!published) return { skipped: `The counts of ${release} are not in columns.ts: add them from the bulletin.` };
      const counted = await sql.query<{ file: string; kind: string; areas: number }>(
        `select max(file.name) as file, kind::text as kind, count(*)::int as areas
         from file_area join file on file.id = file_id where file_id = any($1) group by kind`,
        [files],
      );
      const failures = (['METRO', 'MICRO'] as const).flatMap((kind) => {
        const count = counted.find((row) => row.kind === kind);
        if (count?.areas === published[kind]) return [];
        const found = `has ${count?.areas ?? 'no'} areas that are ${kind}, published are ${published[kind]}.`;
        return [{ file: counted[0]?.file as string, subject: kind, found, message: found }];
      });
      return judge(2, failures, []);
    },
  },
  {
    id: 'cbsa/states-covered',
    level: 'SHOULD',
    title: 'Every state, the District of Columbia and Puerto Rico have a CBSA.',
    async run({ sql, files }) {
      const expected = STATES.filter(({ kind, code }) => kind === 'STATE' || code === 'US-PR');
      const counties = await sql.query<{ file: string; code: string }>(
        `select distinct file.name as file, state_code as code from cbsa_county join file on file.id = file_id
         where file_id = any($1)`,
        [files],
      );
      const missing = expected.filter(({ code }) => !counties.some((county) => county.code === code));
      const failures = missing.map(({ code }) => ({
        file: counties[0]?.file as string,
        subject: code,
        found: 'none',
        message: `has no county of ${code}.`,
      }));
      return judge(expected.length, failures, []);
    },
  },
  rowsAgainstBefore({ importer: 'cbsa', role: ROLE, table: 'cbsa_county', allowedPercent: 10 }),
  keptSinceBefore({
    importer: 'cbsa',
    role: ROLE,
    table: 'file_area',
    allowedPercent: 5,
    what: 'areas',
    column: 'code',
  }),
];
