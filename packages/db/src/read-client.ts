import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { adapterFactory, client } from './client.js';
import type { Database } from './database.js';
import { connectPostgres, type PostgresAdapter } from './postgres-adapter.js';
import { isOfStatement, messageOf, openReplica, type Replica } from './replica.js';
import { hasRelease, type Sql } from './session.js';

/** Messages for the operator. */
export interface ReplicaLog {
  info(message: string, details: Record<string, unknown>): void;
  error(message: string, details: Record<string, unknown>): void;
}

/** Reads from one replica, or from the primary database while no replica can be used. */
export interface ReadClient {
  readonly prisma: Database;
  /** Whether there is an active release where reads go. It is asked on a connection of its own. */
  hasRelease(): Promise<boolean>;
  /**
   * If reads go to the primary database: reads from a replica from now on, if one answers that has every migration of
   * this code and is current.
   *
   * @param isCurrent whether the replica has everything that was read from the primary database
   */
  moveToReplica(isCurrent: (replica: Sql) => Promise<boolean>): Promise<void>;
  close(): Promise<void>;
}

/**
 * Begins with the primary database, which has whatever a replica has. What a replica fails to answer is asked of the
 * primary database, and so is everything after it, until {@link ReadClient.moveToReplica} finds a replica that is
 * current: one that restarts may be older than it was.
 *
 * @param replicas URLs of one server each. A random one is tried first, so that processes spread over them
 */
export async function openReadClient(
  url: string,
  replicas: readonly string[],
  log: ReplicaLog,
  connections?: number,
): Promise<ReadClient> {
  const primary = await connectPostgres(url, { connections });
  let current: Replica | undefined;
  let isReported = false;

  const leave = (replica: Replica | undefined, error: unknown) => {
    if (replica === undefined || replica !== current) return;
    current = undefined;
    isReported = true;
    log.error('a replica failed; reads go to the primary database', {
      replica: replica.name,
      message: messageOf(error),
    });
  };
  const opened = await Promise.all(
    replicas.map(async (replicaUrl) => {
      const replica: Replica = await openReplica(replicaUrl, {
        connections,
        onLost: (error) => leave(replica, error),
      });
      return replica;
    }),
  );
  const first = Math.floor(Math.random() * opened.length);
  const inTurn = [...opened.slice(first), ...opened.slice(0, first)];

  const read = async <T>(from: (server: PostgresAdapter) => Promise<T>): Promise<T> => {
    const replica = current;
    if (replica === undefined) return from(primary);
    try {
      return await from(replica);
    } catch (error) {
      if (isOfStatement(error)) throw error;
      leave(replica, error);
      return from(primary);
    }
  };
  const adapter: SqlDriverAdapter = {
    provider: primary.adapter.provider,
    adapterName: primary.adapter.adapterName,
    queryRaw: (query) => read((from) => from.adapter.queryRaw(query)),
    startTransaction: async (level) => {
      const replica = current;
      const transaction = await read((from) => from.adapter.startTransaction(level));
      const queryRaw = transaction.queryRaw.bind(transaction);
      // A transaction ends where it began: it reads one state of one database.
      transaction.queryRaw = (query) =>
        queryRaw(query).catch((error: unknown) => {
          if (!isOfStatement(error)) leave(replica, error);
          throw error;
        });
      return transaction;
    },
    executeRaw: (query) => primary.adapter.executeRaw(query),
    executeScript: (script) => primary.adapter.executeScript(script),
    getConnectionInfo: () => primary.adapter.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: async () => {
      await Promise.all([primary, ...opened].map((each) => each.adapter.dispose()));
    },
  };
  const prisma = client(adapterFactory(adapter));
  return {
    prisma,
    hasRelease: () => read((from) => hasRelease(from.spare)),
    moveToReplica: async (isCurrent) => {
      if (current !== undefined) return;
      const unusable: Record<string, string> = {};
      for (const replica of inTurn) {
        const reason = await replica.whyUnusable(isCurrent);
        if (reason === undefined) {
          current = replica;
          isReported = false;
          log.info('reads go to a replica', { replica: replica.name });
          return;
        }
        unusable[replica.name] = reason;
      }
      if (!isReported) log.error('no replica can be used; reads go to the primary database', { unusable });
      isReported = true;
    },
    close: () => prisma.$disconnect(),
  };
}
