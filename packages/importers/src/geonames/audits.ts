import { STATES } from '@careergraph/domain';
import type { Audit, Evidence, Outcome } from '../pipeline/audit.js';
import { describeFault } from '../pipeline/errors.js';
import { keptSinceBefore, rowsAgainstBefore } from '../places/before.js';
import { ROLE } from './recognize.js';

const EXAMPLES = 10;

/** Lines for which a condition holds, of all lines. */
async function linesWhere(
  { sql, files }: Evidence,
  condition: string,
  column: string,
  value: string,
  message: string,
): Promise<Outcome> {
  const [counts] = await sql.query<{ checked: number; failures: number }>(
    `select count(*)::int as checked, (count(*) filter (where ${condition}))::int as failures
     from zip_place place where file_id = any($1)`,
    [files],
  );
  const found = await sql.query<{ file: string; row: number; value: string; zip: string }>(
    `select file.name as file, place."row", ${value} as value, zip
     from zip_place place join file on file.id = place.file_id
     where place.file_id = any($1) and ${condition} order by place."row" limit ${EXAMPLES}`,
    [files],
  );
  const { checked, failures } = counts as { checked: number; failures: number };
  const examples = found.map((line) => describeFault({ ...line, column, message: `ZIP ${line.zip} ${message}` }));
  return { checked, failures, examples };
}

/** From American Samoa to Alaska, and from the Caribbean west to Palau; swapped coordinates are never in it. */
const IN_THE_UNITED_STATES =
  '(latitude between -15 and 72 and (longitude between -180 and -64 or longitude between 130 and 180))';

export const audits: readonly Audit[] = [
  {
    id: 'geonames/coordinates-in-the-united-states',
    level: 'MUST',
    title: 'Every place in a state or territory has coordinates in or near the United States.',
    run: (evidence) =>
      linesWhere(
        evidence,
        `state_code is not null and not ${IN_THE_UNITED_STATES}`,
        'latitude, longitude',
        "latitude || ', ' || longitude",
        'is said to be in a state and lies elsewhere.',
      ),
  },
  {
    id: 'geonames/county-of-state-places',
    level: 'SHOULD',
    title: 'Every place in a state has a county.',
    run: (evidence) =>
      linesWhere(
        evidence,
        `county_fips is null and state_code = any('{${STATES.map(({ code }) => code).join(',')}}'::text[])`,
        'admin code2',
        'county_fips',
        'has no county: its CBSA cannot be told from it.',
      ),
  },
  {
    id: 'geonames/states-covered',
    level: 'SHOULD',
    title: 'Every state and the District of Columbia have postal codes.',
    async run({ sql, files }) {
      const expected = STATES.filter(({ kind }) => kind === 'STATE');
      const found = await sql.query<{ code: string }>(
        'select distinct state_code as code from zip_place where file_id = any($1)',
        [files],
      );
      const missing = expected.filter(({ code }) => !found.some((row) => row.code === code));
      const examples = missing.slice(0, EXAMPLES).map(({ code }) => `no postal code of ${code}`);
      return { checked: expected.length, failures: missing.length, examples };
    },
  },
  {
    id: 'geonames/one-row-a-place',
    level: 'SHOULD',
    title: 'No ZIP code has the same place twice.',
    async run({ sql, files }) {
      const [all] = await sql.query<{ checked: number }>(
        'select count(*)::int as checked from zip_place where file_id = any($1)',
        [files],
      );
      const twice = await sql.query<{ file: string; zip: string; place: string; rows: number[] }>(
        `select file.name as file, zip, place, array_agg(p."row" order by p."row") as rows
         from zip_place p join file on file.id = p.file_id
         where p.file_id = any($1) group by file.name, zip, place having count(*) > 1 order by zip`,
        [files],
      );
      const examples = twice
        .slice(0, EXAMPLES)
        .map(({ file, zip, place, rows }) => `${file}: ZIP ${zip}, ${place} in rows ${rows.join(', ')}`);
      return { checked: (all as { checked: number }).checked, failures: twice.length, examples };
    },
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
