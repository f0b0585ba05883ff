import type { PGlite } from '@electric-sql/pglite';
import { copyLine, copyStatement } from './copy.js';
import { Rollback, type Session } from './session.js';

export async function embeddedSession<T>(pglite: PGlite, work: (session: Session) => Promise<T>): Promise<T> {
  try {
    return await pglite.transaction((tx) =>
      work({
        query: async <Row extends object>(text: string, parameters: readonly unknown[] = []) =>
          (await tx.query<Row>(text, [...parameters])).rows,
        copy: async (table, ownerId, rows) => {
          const blob = new Blob(rows.map((row) => copyLine(table, ownerId, row)));
          await tx.query(copyStatement(table, "'/dev/blob'"), [], { blob });
        },
      }),
    );
  } catch (error) {
    if (error instanceof Rollback) return error.result as T;
    throw error;
  }
}
