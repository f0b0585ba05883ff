import type { Sql } from '@careergraph/db';
import type { Outcome } from './audit.js';
import { describeFault, type RowFault } from './errors.js';

const SHOWN_EXAMPLES = 5;

/**
 * Runs an audit that is one query: a row for each thing that was looked at, with `bad` and, where that is true, the
 * columns of a fault (`file`, `sheet`, `row`, `column`, `value`, `message`).
 */
export async function auditByQuery(sql: Sql, query: string, parameters: readonly unknown[]): Promise<Outcome> {
  const [found] = await sql.query<{ checked: number; failures: number; faults: readonly RowFault[] | null }>(
    `select count(*)::int as checked, count(*) filter (where bad)::int as failures,
            json_agg(q order by q.file, q.sheet, q.row) filter (where bad) as faults
     from (${query}) q`,
    parameters,
  );
  const { checked, failures, faults } = found as NonNullable<typeof found>;
  return { checked, failures, examples: (faults ?? []).slice(0, SHOWN_EXAMPLES).map(describeFault) };
}
