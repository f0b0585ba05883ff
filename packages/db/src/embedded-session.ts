import { copyLine, copyStatement } from './copy.js';
import type { EmbeddedThread } from './embedded-thread.js';
import { DatabaseError } from './errors.js';
import { TABLES } from './generated/tables.js';
import { Rollback, type Session } from './session.js';

export async function embeddedSession<T>(
  { ask }: Pick<EmbeddedThread, 'ask'>,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const transaction = await ask<number>({ do: 'begin' });
  const encoder = new TextEncoder();
  const touched = new Set<string>();
  try {
    const result = await work({
      query: <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
        ask<Row[]>({ do: 'query', sql, parameters, transaction }),
      copy: async (table, ownerId, rows) => {
        touched.add(TABLES[table].table);
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
    await ask({ do: 'commit', transaction });
    return result;
  } catch (error) {
    // The transaction ends with its thread, and one whose commit failed is over.
    await ask({ do: 'rollback', transaction }).catch(() => {});
    if (error instanceof Rollback) return error.result as T;
    if (error instanceof DatabaseError && error.code === 'DISK_FULL') await giveBack(ask, touched);
    throw error;
  }
}

/** Rows that were rolled back keep their space until a vacuum, and the log keeps its files until a checkpoint. */
async function giveBack(ask: EmbeddedThread['ask'], tables: ReadonlySet<string>): Promise<void> {
  for (const sql of [...[...tables].map((name) => `vacuum "${name}"`), 'checkpoint']) {
    await ask({ do: 'script', sql }).catch(() => {});
  }
}
