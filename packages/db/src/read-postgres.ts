import pg from 'pg';
import { DatabaseError } from './errors.js';
import { describe } from './open-postgres.js';
import type { Sql } from './session.js';

/**
 * Reads a Postgres database as it is, without migrating it, in one read-only transaction.
 *
 * @throws DatabaseError UNREACHABLE
 */
export async function readPostgres<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const connection = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: 'careergraph: reads',
  });
  connection.on('error', () => {});
  try {
    await connection.connect();
  } catch (error) {
    const why = (error as Error).message || String(Reflect.get(error as object, 'code'));
    throw new DatabaseError('UNREACHABLE', `The database ${describe(url)} cannot be reached: ${why}.`, {
      cause: error,
    });
  }
  try {
    await connection.query('begin transaction isolation level repeatable read read only');
    return await work({
      query: async <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
        (await connection.query<Row>(sql, [...parameters])).rows,
    });
  } finally {
    await connection.end().catch(() => {});
  }
}
