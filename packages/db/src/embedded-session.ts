import { copyLine, copyStatement } from './copy.js';
import type { EmbeddedThread } from './embedded-thread.js';
import { DatabaseError } from './errors.js';
import { TABLES } from './generated/tables.js';
import { Rollback, type Session } from './session.js';

/** Plans for smaller tables do not depend on what is known of them. */
const ROWS_TO_ANALYZE = 5_000;

export async function embeddedSession<T>(
  { ask }: Pick<EmbeddedThread, 'ask'>,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const transaction = await ask<number>({ do: 'begin' });
  const encoder = new TextEncoder();
  const copied = new Map<string, number>();
  try {
    const result = await work({
      query: <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
        ask<Row[]>({ do: 'query', sql, parameters, transaction }),
      copy: async (table, ownerId, rows) => {
        const { table: name } = TABLES[table];
        copied.set(name, (copied.get(name) ?? 0) + rows.length);
        let text = '';
        for (const row of rows) text += copyLine(table, ownerId, row);
        await ask({
          do: 'copy',
          sql: copyStatement(table, "'/dev/blob'"),
          text: encoder.encode(text),
          transaction,
        });
      },
    });
    // A server has a process for this, which the embedded database has not. Without it, joins of large tables are slow.
    for (const [name, rows] of copied) {
      if (rows >= ROWS_TO_ANALYZE) await ask({ do: 'query', sql: `analyze "${name}"`, parameters: [], transaction });
    }
    await ask({ do: 'commit', transaction });
    return result;
  } catch (error) {
    // The transaction ends with its thread, and one whose commit failed is over.
    await ask({ do: 'rollback', transaction }).catch(() => {});
    if (error instanceof Rollback) return error.result as T;
    if (error instanceof DatabaseError && error.code === 'DISK_FULL') await giveBack(ask, copied.keys());
    throw error;
  }
}

/** Rows that were rolled back keep their space until a vacuum, and the log keeps its files until a checkpoint. */
async function giveBack(ask: EmbeddedThread['ask'], tables: Iterable<string>): Promise<void> {
  for (const sql of [...[...tables].map((name) => `vacuum "${name}"`), 'checkpoint']) {
    await ask({ do: 'script', sql }).catch(() => {});
  }
}
