import { STATES } from '@careergraph/domain';
import type { Audit, Evidence } from '../pipeline/audit.js';
import { describeFault } from '../pipeline/errors.js';
import { keptSinceBefore, rowsAgainstBefore } from '../places/before.js';
import { COLUMNS, PUBLISHED_COUNTS } from './columns.js';
import { ROLE } from './recognize.js';

const EXAMPLES = 10;

interface AreaFailure {
  readonly file: string;
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly states: string;
}

/** The areas for which a condition on their counties holds, of all areas. */
async function areasWhere(
  { sql, files }: Evidence,
  condition: string,
  column: string,
  message: (failure: AreaFailure) => string,
) {
  const [all] = await sql.query<{ areas: number }>(
    'select count(*)::int as areas from file_area where file_id = any($1)',
    [files],
  );
  const failures = await sql.query<AreaFailure>(
    `select file.name as file, min(county."row")::int as "row", area.code, area.name,
            string_agg(distinct substr(county.state_code, 4), '-' order by substr(county.state_code, 4)) as states
     from file_area area
     join cbsa_county county on county.file_id = area.file_id and county.area_code = area.code
     join file on file.id = area.file_id
     where area.file_id = any($1) group by file.name, area.code, area.name
     having ${condition} order by 2`,
    [files],
  );
  return {
    checked: (all as { areas: number }).areas,
    failures: failures.length,
    examples: failures
      .slice(0, EXAMPLES)
      .map((failure) => describeFault({ ...failure, column, value: failure.name, message: message(failure) })),
  };
}

const title = COLUMNS.title[0] as string;
/** States at the end of a title, in the order of the alphabet. */
const STATES_OF_TITLE = `(select string_agg(state, '-' order by state)
  from unnest(string_to_array(substring(area.name from '[^ ]+$'), '-')) as state)`;
const STATES_OF_COUNTIES = `string_agg(distinct substr(county.state_code, 4), '-' order by substr(county.state_code, 4))`;

export const audits: readonly Audit[] = [
  {
    id: 'cbsa/title-states',
    level: 'MUST',
    title: "The states in an area's title are those of its counties.",
    run: (evidence) =>
      areasWhere(
        evidence,
        `${STATES_OF_TITLE} <> ${STATES_OF_COUNTIES}`,
        title,
        ({ code, states }) => `the counties of ${code} lie in ${states}.`,
      ),
  },
  {
    id: 'cbsa/central-county',
    level: 'SHOULD',
    title: 'Every area has a central county.',
    run: (evidence) =>
      areasWhere(evidence, 'not bool_or(county.central)', title, ({ code }) => `${code} has no central county.`),
  },
  {
    id: 'cbsa/published-counts',
    level: 'SHOULD',
    title: "There are as many metropolitan and micropolitan areas as OMB's bulletin counts.",
    async run({ sql, files, release }) {
      const published = PUBLISHED_COUNTS[release];
      if (!published) return { skipped: `The counts of ${release} are not in columns.ts: add them from the bulletin.` };
      const counted = await sql.query<{ kind: 'METRO' | 'MICRO'; areas: number }>(
        'select kind::text as kind, count(*)::int as areas from file_area where file_id = any($1) group by kind',
        [files],
      );
      const examples = (['METRO', 'MICRO'] as const).flatMap((kind) => {
        const areas = counted.find((count) => count.kind === kind)?.areas;
        return areas === published[kind] ? [] : [`${kind}: ${areas ?? 'none'}, published are ${published[kind]}`];
      });
      return { checked: 2, failures: examples.length, examples };
    },
  },
  {
    id: 'cbsa/states-covered',
    level: 'SHOULD',
    title: 'Every state, the District of Columbia and Puerto Rico have a CBSA.',
    async run({ sql, files }) {
      const expected = STATES.filter(({ kind, code }) => kind === 'STATE' || code === 'US-PR');
      const found = await sql.query<{ code: string }>(
        'select distinct state_code as code from cbsa_county where file_id = any($1)',
        [files],
      );
      const missing = expected.filter(({ code }) => !found.some((row) => row.code === code));
      const examples = missing.slice(0, EXAMPLES).map(({ code }) => `no county of ${code}`);
      return { checked: expected.length, failures: missing.length, examples };
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
