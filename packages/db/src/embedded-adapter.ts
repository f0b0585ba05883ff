import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlQueryable,
} from '@prisma/driver-adapter-utils';
import type { RawResult } from './embedded-protocol.js';
import type { EmbeddedThread } from './embedded-thread.js';
import { DatabaseError } from './errors.js';

const NAMES = { provider: 'postgres', adapterName: 'careergraph-embedded' } as const;

/** Prisma's adapter for the embedded database in its thread. */
export function embeddedAdapter({ ask }: Pick<EmbeddedThread, 'ask'>): SqlMigrationAwareDriverAdapterFactory {
  const queryable = (transaction?: number): SqlQueryable => {
    const of = transaction === undefined ? {} : { transaction };
    return {
      ...NAMES,
      queryRaw: (query: SqlQuery) => outage(ask<RawResult>({ do: 'queryRaw', query, ...of })),
      executeRaw: (query: SqlQuery) => outage(ask<number>({ do: 'executeRaw', query, ...of })),
    };
  };
  const adapter: SqlDriverAdapter = {
    ...queryable(),
    executeScript: (sql) => outage(ask({ do: 'script', sql })),
    // A transaction is alone in the database while it runs, so every isolation level holds.
    startTransaction: async () => {
      const transaction = await outage(ask<number>({ do: 'begin' }));
      return {
        ...queryable(transaction),
        options: { usePhantomQuery: true },
        commit: () => outage(ask({ do: 'commit', transaction })),
        rollback: () => outage(ask({ do: 'rollback', transaction })),
      };
    },
    getConnectionInfo: () => ({ supportsRelationJoins: true }),
    dispose: async () => {},
  };
  return {
    ...NAMES,
    connect: async () => adapter,
    connectToShadowDb: () => Promise.reject(new Error('The embedded database has no shadow database.')),
  };
}

/** Prisma keeps what its adapters report, so the outage must be one that it knows. */
async function outage<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    throw new DriverAdapterError({ kind: 'ConnectionClosed', originalMessage: error.message });
  }
}
