import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyLine, copyStatement, type LoadedRows, type LoadedTable } from './copy.js';
import { DatabaseError } from './errors.js';
import { Rollback, type Session } from './session.js';

/** Runs the work in a transaction on a separate connection, without the statement timeout of the service. */
export async function postgresSession<T>(
  url: string,
  name: string,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: 'careergraph-load',
    keepAlive: true,
  });
  let lost: Error | undefined;
  client.on('error', (error) => {
    lost = error;
  });
  try {
    await client.connect();
  } catch (error) {
    throw new DatabaseError('UNREACHABLE', `The database ${name} cannot be reached: ${(error as Error).message}.`, {
      cause: error,
    });
  }
  try {
    await client.query('begin');
    const result = await work({
      query: async <Row extends object>(text: string, parameters: readonly unknown[] = []) =>
        (await client.query<Row>(text, [...parameters])).rows,
      copy: async (table, ownerId, rows) => {
        const pieces = Readable.from(copyPieces(table, ownerId, rows));
        await pipeline(pieces, client.query(copyFrom(copyStatement(table, 'STDIN'))));
      },
    });
    await client.query('commit');
    return result;
  } catch (error) {
    if (lost === undefined) await client.query('rollback').catch(() => {});
    if (error instanceof Rollback) return error.result as T;
    if (lost !== undefined) {
      throw new DatabaseError('UNREACHABLE', `The database ${name} ended the connection: ${lost.message}.`, {
        cause: error,
      });
    }
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Lines in pieces of about 64 kB. One message per line would cost more than the lines themselves. */
function* copyPieces<T extends LoadedTable>(
  table: T,
  ownerId: number,
  rows: readonly LoadedRows[T][],
): Generator<string> {
  let piece = '';
  for (const row of rows) {
    piece += copyLine(table, ownerId, row);
    if (piece.length > 65_536) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}
