import { STATES } from '@careergraph/domain';
import { type Audit, covers, type Failure, kept, outcomeOf, rowCount } from '@careergraph/releases';

/** Areas of a delineation as OMB's bulletin counts them: 23-01 for July 2023, 6 metros and 4 micros of it in PR. */
const PUBLISHED_COUNTS: Readonly<Record<string, { readonly METRO: number; readonly MICRO: number }>> = {
  '2023-07': { METRO: 393, MICRO: 542 },
};

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
      outcomeOf(sql, {
        checked: 'select count(*)::int as checked from file_area where file_id = any($1)',
        failures: `
          select file.name as file, min(county."row")::int as "row", 'CBSA Title' as column, area.name as value,
                 ${message} as message
          from file_area area join file on file.id = area.file_id
          join cbsa_county county on county.file_id = area.file_id and county.area_code = area.code
          where area.file_id = any($1) group by file.name, area.code, area.name having ${failing} order by 2`,
        parameters: [files],
      }),
  };
}

export const audits: readonly Audit[] = [
  ofAreas(
    { id: 'cbsa/title-states', level: 'MUST', title: "The states in an area's title are those of its counties." },
    {
      failing: `${STATES_OF_TITLE} <> ${STATES_OF_COUNTIES}`,
      message: `'the counties of ' || area.code || ' are in ' || ${STATES_OF_COUNTIES} || '.'`,
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
      if (!published) return { skipped: `audits.ts has no counts of ${release}: add them from OMB's bulletin.` };
      const counted = await sql.query<{ file: string; kind: string; areas: number }>(
        `select max(file.name) as file, kind::text as kind, count(*)::int as areas
         from file_area join file on file.id = file_id where file_id = any($1) group by kind`,
        [files],
      );
      const failures = (['METRO', 'MICRO'] as const).flatMap((kind): readonly Failure[] => {
        const count = counted.find((row) => row.kind === kind);
        if (count?.areas === published[kind]) return [];
        const message = `has ${count?.areas ?? 'no'} areas of the kind ${kind}, and ${published[kind]} are published.`;
        return [{ file: counted[0]?.file as string, message }];
      });
      return outcomeOf(sql, { checked: 2, failures });
    },
  },
  covers({
    id: 'cbsa/states-covered',
    level: 'SHOULD',
    title: 'Every state, the District of Columbia and Puerto Rico have a CBSA.',
    table: 'cbsa_county',
    column: 'state_code',
    codes: STATES.filter(({ kind, code }) => kind === 'STATE' || code === 'US-PR').map(({ code }) => code),
    what: 'county',
  }),
  rowCount({ id: 'cbsa/rows-against-before', allowedPercent: 10 }),
  kept({
    id: 'cbsa/areas-kept',
    what: 'areas',
    keys: 'select file_id, code as key from file_area',
    allowedPercent: 5,
  }),
];
