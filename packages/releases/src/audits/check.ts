import type { Sql } from '@careergraph/db';
import { describeFault, type RowFault } from '@careergraph/extract';
import type { Outcome } from './audit.js';

/** A failure that is known and right, because the published file has it. */
export interface DeclaredFailure {
  /** Id of the audit. */
  readonly audit: string;
  readonly release: string;
  /** The file that has it. It is not expected where that file is not part of the release. */
  readonly role: string;
  /** What the failure is about, e.g. `45-3000 US`. */
  readonly subject: string;
  /** What was found there. Where something else is found, the publisher has changed it, and this entry must go. */
  readonly found: string;
  readonly reason: string;
}

/** A failure and its place. */
export interface Failure extends RowFault {
  /** What it is about and what was found, where failures of the audit may be declared. */
  readonly subject?: string;
  readonly found?: string;
}

export interface Check {
  /** The number of things that were examined, or the query that counts them as `checked`. */
  readonly checked: number | string;
  /** What failed, or the query of it: one row per failure with the fields of `Failure`. */
  readonly failures: readonly Failure[] | string;
  /** Parameters of both queries: each must use all of them. */
  readonly parameters?: readonly unknown[];
  readonly declared?: readonly DeclaredFailure[];
}

const EXAMPLES = 10;
/** Failures beyond these are counted and not compared with declared ones. */
const FETCHED_FAILURES = 1_000;

/** Counts what was examined and what failed. Declared failures do not count, and one that no longer happens does. */
export async function outcomeOf(
  sql: Sql,
  { checked, failures, parameters = [], declared = [] }: Check,
): Promise<Outcome> {
  const examined = typeof checked === 'number' ? checked : await count(sql, checked, parameters);
  const found = typeof failures === 'string' ? await failuresOf(sql, failures, parameters) : failures;
  const total = typeof failures === 'string' ? totalOf(found) : found.length;
  const isDeclared = ({ subject, found: what }: Failure) =>
    declared.some((entry) => entry.subject === subject && entry.found === what);
  const undeclared = found.filter((failure) => !isDeclared(failure));
  const gone = declared.filter(
    (entry) => !found.some(({ subject, found: what }) => subject === entry.subject && what === entry.found),
  );
  const known = declared.filter((entry) => !gone.includes(entry));
  return {
    checked: examined,
    failures: total - (found.length - undeclared.length) + gone.length,
    examples: [
      ...undeclared.slice(0, EXAMPLES).map(describeFault),
      ...gone.map(
        ({ subject, found: what }) => `${subject} was declared as "${what}", and is not so any more: remove that.`,
      ),
      ...known.map(({ subject, found: what, reason }) => `${subject}, declared: ${what}. ${reason}`),
    ],
  };
}

/**
 * A check by one query of everything that is examined: the fields of `Failure`, and whether it failed as `bad`.
 */
export function checkEach(query: string, parameters: readonly unknown[]): Check {
  return {
    checked: `select count(*)::int as checked from (${query}) as examined`,
    failures: `select * from (${query}) as examined where bad order by file, sheet, row`,
    parameters,
  };
}

/** The same, where failures of up to `allowedPercent` of what is examined are not reported. */
export function checkMost(query: string, parameters: readonly unknown[], allowedPercent: number): Check {
  return {
    ...checkEach(query, parameters),
    failures: `with examined as materialized (${query})
      select * from examined
      where bad and (select count(*) filter (where bad) * 100 > count(*) * ${allowedPercent} from examined)
      order by file, sheet, row`,
  };
}

async function count(sql: Sql, query: string, parameters: readonly unknown[]): Promise<number> {
  const [counted] = await sql.query<{ checked: number }>(query, parameters);
  return (counted as { checked: number }).checked;
}

type Fetched = Failure & { readonly total: number };

function failuresOf(sql: Sql, query: string, parameters: readonly unknown[]): Promise<readonly Fetched[]> {
  return sql.query<Fetched>(
    `select *, count(*) over ()::int as total from (${query}) as failure limit ${FETCHED_FAILURES}`,
    parameters,
  );
}

function totalOf([first]: readonly Partial<Fetched>[]): number {
  return first?.total ?? 0;
}
