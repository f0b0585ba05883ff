import { describeFault } from '@careergraph/extract';
import type { Evidence, Outcome } from '@careergraph/releases';

/** A row that fails an audit, as its query gives it. */
interface Failure {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string;
  readonly value: string | number | null;
  readonly message: string;
  readonly failures: number;
}

const EXAMPLES = 10;

/** A query and its numbered parameters. */
export type Query = readonly [text: string, ...parameters: readonly unknown[]];

/**
 * Runs an audit that is one query.
 *
 * @param checked query of one count
 * @param failing query of file (an id), sheet, row, column, value and message of what fails
 */
export async function outcomeOf({ sql }: Evidence, checked: Query, failing: Query): Promise<Outcome> {
  const [countText, ...countParameters] = checked;
  const [count] = await sql.query<{ count: number }>(`select (${countText})::int as count`, countParameters);
  const [text, ...parameters] = failing;
  const found = await sql.query<Failure>(
    `select f.name as file, sheet, "row", "column", value, message, (count(*) over ())::int as failures
     from (${text}) failing join file f on f.id = failing.file
     order by f.name, "row" limit ${EXAMPLES}`,
    parameters,
  );
  return {
    checked: (count as { count: number }).count,
    failures: found[0] ? found[0].failures : 0,
    examples: found.map(describeFault),
  };
}

/** Parts that an audit cannot do without; what is missing of them as the reason to skip it. */
export function withoutPart({ roles }: Evidence, ...needed: readonly string[]): { readonly skipped: string } | null {
  if (needed.some((role) => roles.has(role))) return null;
  return { skipped: `The release has no ${needed.join(' or ')} (yet): import it to have this checked.` };
}
