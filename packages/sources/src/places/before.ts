import type { Audit, Evidence, Outcome } from '@careergraph/releases';

/** How many keys an example names. */
const EXAMPLES = 10;

interface Counted {
  /** Name of the importer, which the audit's id begins with. */
  readonly importer: string;
  readonly role: string;
  readonly table: 'file_area' | 'cbsa_county' | 'zip_share' | 'zip_place';
  readonly allowedPercent: number;
}

/** The number of rows is about that of the release before. */
export function rowsAgainstBefore({ importer, role, table, allowedPercent }: Counted): Audit {
  return {
    id: `${importer}/rows-against-before`,
    level: 'SHOULD',
    title: `The number of rows differs from that of the release before by at most ${allowedPercent} %.`,
    run: (evidence) =>
      withBefore(evidence, role, async (now, before, key) => {
        const counts = await evidence.sql.query<{ id: number; rows: number }>(
          `select file_id as id, count(*)::int as rows from ${table} where file_id = any($1) group by file_id`,
          [[now, before]],
        );
        const rowsOf = (id: number) => counts.find((count) => count.id === id)?.rows;
        const [is, was] = [rowsOf(now), rowsOf(before)];
        if (is === undefined || was === undefined) return { skipped: `The release before, ${key}, has no rows here.` };
        const fits = Math.abs(is - was) * 100 <= was * allowedPercent;
        return { checked: 1, failures: fits ? 0 : 1, examples: fits ? [] : [`${is} rows, ${was} in ${key}`] };
      }),
  };
}

/** What the release before had is still there. */
export function keptSinceBefore({
  importer,
  role,
  table,
  allowedPercent,
  what,
  column,
}: Counted & { readonly what: string; readonly column: 'code' | 'county_fips' | 'zip' }): Audit {
  return {
    id: `${importer}/${what.toLowerCase().replaceAll(' ', '-')}-kept`,
    level: 'SHOULD',
    title: `Of the ${what} of the release before at most ${allowedPercent} % have vanished.`,
    run: (evidence) =>
      withBefore(evidence, role, async (now, before, key) => {
        const [was] = await evidence.sql.query<{ keys: number }>(
          `select count(distinct ${column})::int as keys from ${table} where file_id = $1`,
          [before],
        );
        const gone = await evidence.sql.query<{ key: string }>(
          `select ${column} as key from ${table} where file_id = $2 except
           select ${column} from ${table} where file_id = $1 order by 1`,
          [now, before],
        );
        const checked = (was as { keys: number }).keys;
        const fits = gone.length * 100 <= checked * allowedPercent;
        const named = gone.slice(0, EXAMPLES).map((row) => row.key);
        return {
          checked,
          failures: fits ? 0 : gone.length,
          examples: fits ? [] : [`in ${key} and not here: ${named.join(', ')}${gone.length > EXAMPLES ? ', …' : ''}`],
        };
      }),
  };
}

async function withBefore(
  { roles, before }: Evidence,
  role: string,
  compare: (now: number, before: number, key: string) => Promise<Outcome>,
): Promise<Outcome> {
  const now = roles.get(role);
  const then = before?.files.get(role);
  if (!before || then === undefined) return { skipped: 'There is no release before this one.' };
  if (now === undefined) return { skipped: `This release has no file of ${role}.` };
  return compare(now, then, before.key);
}
