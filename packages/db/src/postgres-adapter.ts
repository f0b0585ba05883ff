import { PrismaPg } from '@prisma/adapter-pg';
import { DriverAdapterError, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { DEFAULT_CONNECTIONS } from './defaults.js';
import { isOutage } from './outage.js';
import type { Sql } from './session.js';
import { Turns } from './turns.js';

/** Far longer than any statement of the service takes. The server ends one that exceeds it, for example behind a lock. */
const STATEMENT_MS = 2_300;

/** A server that has not answered after this is gone, whatever its connections say. */
const SILENT_MS = 2_600;

/** One for each second that a silent server keeps a look at it waiting. */
const SPARE = 3;

/** One Postgres server, for statements that are answered or fail soon. */
export interface PostgresAdapter {
  readonly adapter: SqlDriverAdapter;
  /** Has connections of its own, so that it does not wait for the statements of the adapter. */
  readonly spare: Sql;
}

export interface AdapterOptions {
  /** How many statements run at once; more wait for their turn. */
  readonly connections?: number | undefined;
  /** Is called when the server ends a connection, even an idle one. */
  readonly onLost?: (error: unknown) => void;
}

/**
 * Connects when it is asked first. A statement fails when the server has answered nothing for 2.6 s, whether it waits for
 * its turn, for a connection or for the answer, and its connection is destroyed.
 */
export async function connectPostgres(
  url: string,
  { connections = DEFAULT_CONNECTIONS, onLost }: AdapterOptions = {},
): Promise<PostgresAdapter> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections + SPARE,
    connectionTimeoutMillis: SILENT_MS,
    statement_timeout: STATEMENT_MS,
    // The pool destroys a connection whose statement exceeds it.
    query_timeout: SILENT_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
  });
  const inner = await new PrismaPg(pool, {
    disposeExternalPool: true,
    ...(onLost && { onPoolError: onLost, onConnectionError: onLost }),
  }).connect();
  const turns = new Turns(connections);
  let answeredAt = 0;

  /** Waits as long as the server answers others. Gives the time from which on its silence counts. */
  const takeTurn = async (): Promise<number> => {
    const came = performance.now();
    if (!turns.tryTake()) {
      await new Promise<void>((resolve, reject) => {
        const look = () => {
          const left = Math.max(came, answeredAt) + SILENT_MS - performance.now();
          if (left > 0) {
            timer = setTimeout(look, left);
            return;
          }
          leave();
          reject(silence());
        };
        let timer = setTimeout(look, SILENT_MS);
        const leave = turns.wait(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    return answeredAt < came ? came : performance.now();
  };
  const heard = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      const result = await answer;
      answeredAt = performance.now();
      return result;
    } catch (error) {
      if (!isOutage(error)) answeredAt = performance.now();
      throw error;
    }
  };
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const since = await takeTurn();
    return before(
      since + SILENT_MS,
      heard(work()).finally(() => turns.give()),
    );
  };
  const adapter: SqlDriverAdapter = {
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: (query) => inTurn(() => inner.queryRaw(query)),
    executeRaw: (query) => inTurn(() => inner.executeRaw(query)),
    executeScript: (script) => inTurn(() => inner.executeScript(script)),
    startTransaction: async (level) => {
      await takeTurn();
      const transaction = await inner.startTransaction(level).catch((error: unknown) => {
        turns.give();
        throw error;
      });
      const { queryRaw, executeRaw, commit, rollback } = transaction;
      let failure: unknown;
      let isOver = false;
      const end = async (how: () => Promise<void>) => {
        if (isOver) return;
        isOver = true;
        await how.call(transaction);
        turns.give();
      };
      // Prisma would not give back a connection that it cannot roll back.
      const asked = async <T>(work: () => Promise<T>): Promise<T> => {
        if (isOver) throw failure;
        try {
          return await heard(work());
        } catch (error) {
          if (isOutage(error)) {
            failure = error;
            await end(rollback);
          }
          throw error;
        }
      };
      transaction.queryRaw = (query) => asked(() => queryRaw.call(transaction, query));
      transaction.executeRaw = (query) => asked(() => executeRaw.call(transaction, query));
      transaction.commit = () => end(commit);
      transaction.rollback = () => end(rollback);
      return transaction;
    },
    getConnectionInfo: () => inner.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: () => inner.dispose(),
  };
  const spare: Sql = {
    query: async <Row extends object>(text: string, parameters: readonly unknown[] = []) =>
      (await pool.query<Row>(text, [...parameters])).rows,
  };
  return { adapter, spare };
}

function silence(): DriverAdapterError {
  return new DriverAdapterError({ kind: 'SocketTimeout' });
}

async function before<T>(time: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(silence()), time - performance.now());
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
