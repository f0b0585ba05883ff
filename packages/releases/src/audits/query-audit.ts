import type { Sql } from '@careergraph/db';
import { describeFault, type RowFault } from '@careergraph/extract';
import type { Outcome } from './audit.js';

/** What is known to fail in a published file, and why that is right. */
export interface DeclaredFailure {
  /** Id of the audit. */
  readonly audit: string;
  readonly release: string;
  /** The file that has it: declared failures of files that are not there are not expected. */
  readonly role: string;
  /** What the failure is about, e.g. `45-3000 US`. */
  readonly subject: string;
  /** What was found there. Where something else is found, the publisher has changed it, and this entry must go. */
  readonly found: string;
  readonly reason: string;
}

/** A failure with its place. */
export interface Failure extends RowFault {
  readonly subject: string;
  readonly found: string;
}

const SHOWN_EXAMPLES = 10;
/** More are counted, and not looked at one by one. */
const LOOKED_AT = 1_000;

/**
 * Runs two queries: one gives the number of things that were looked at as `checked`, the other a row for each failure
 * with the fields of `Failure`.
 */
export async function queryAudit(
  sql: Sql,
  queries: { readonly checked: string; readonly failures: string },
  parameters: readonly unknown[],
  declared: readonly DeclaredFailure[] = [],
): Promise<Outcome> {
  const [counted] = await sql.query<{ checked: number }>(queries.checked, parameters);
  const failures = await sql.query<Failure & { total: number }>(
    `select *, count(*) over ()::int as total from (${queries.failures}) as failure limit ${LOOKED_AT}`,
    parameters,
  );
  const [first] = failures;
  return judge((counted as { checked: number }).checked, failures, declared, first?.total);
}

/** As `queryAudit`, from one query: a row for each thing that was looked at, with `bad` and the fields of a fault. */
export function auditByQuery(sql: Sql, query: string, parameters: readonly unknown[]): Promise<Outcome> {
  return queryAudit(
    sql,
    {
      checked: `select count(*)::int as checked from (${query}) as looked_at`,
      failures: `select * from (${query}) as looked_at where bad order by file, sheet, row`,
    },
    parameters,
  );
}

/** Sets failures that are declared apart, and adds declared ones that are no longer so. */
export function judge(
  checked: number,
  failures: readonly Failure[],
  declared: readonly DeclaredFailure[],
  total: number = failures.length,
): Outcome {
  const isDeclared = ({ subject, found }: Failure) =>
    declared.some((entry) => entry.subject === subject && entry.found === found);
  const undeclared = failures.filter((failure) => !isDeclared(failure));
  const gone = declared.filter(
    ({ subject, found }) => !failures.some((failure) => failure.subject === subject && failure.found === found),
  );
  const known = declared.filter((entry) => !gone.includes(entry));
  return {
    checked,
    failures: total - (failures.length - undeclared.length) + gone.length,
    examples: [
      ...undeclared.slice(0, SHOWN_EXAMPLES).map(describeFault),
      ...gone.map(
        ({ subject, found }) => `${subject} was declared as "${found}", and is not so any more: remove that.`,
      ),
      ...known.map(({ subject, found, reason }) => `${subject}, declared: ${found}. ${reason}`),
    ],
  };
}
