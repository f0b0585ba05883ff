import type { Sql } from '@careergraph/db';
import type { Outcome } from './audit.js';
import { checkEach, type DeclaredFailure, type Failure, outcomeOf } from './check.js';

// The names of `outcomeOf` until every source is converted.
export const queryAudit = (
  sql: Sql,
  queries: { readonly checked: string; readonly failures: string },
  parameters: readonly unknown[],
  declared: readonly DeclaredFailure[] = [],
): Promise<Outcome> => outcomeOf(sql, { ...queries, parameters, declared });

export const auditByQuery = (sql: Sql, query: string, parameters: readonly unknown[]): Promise<Outcome> =>
  outcomeOf(sql, checkEach(query, parameters));

export const judge = (
  checked: number,
  failures: readonly Failure[],
  declared: readonly DeclaredFailure[],
): Promise<Outcome> => outcomeOf({} as Sql, { checked, failures, declared });
