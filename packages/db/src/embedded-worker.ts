// The thread of the embedded database: it runs Postgres in WebAssembly, so that a long statement stops nothing else.
import { dirname } from 'node:path';
import { parentPort, threadId, workerData } from 'node:worker_threads';
import type { PGlite, Transaction } from '@electric-sql/pglite';
import { DriverAdapterError, isDriverAdapterError, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { isDiskFull, spaceError } from './disk-space.js';
import { openFolder } from './embedded-folder.js';
import type { Fault, Message, Question, ThreadData, Work } from './embedded-protocol.js';
import { Rollback } from './session.js';

interface OpenTransaction {
  readonly tx: Transaction;
  readonly adapter: SqlDriverAdapter;
  end(how: 'commit' | 'rollback'): Promise<void>;
}

const port = parentPort as NonNullable<typeof parentPort>;
const { dataDir } = workerData as ThreadData;
const home = dirname(dataDir);
const send = (message: Message) => port.postMessage(message);

try {
  await serve(await openFolder(dataDir));
} catch (error) {
  send({ kind: 'failed', fault: faultOf(error) });
  port.close();
}

async function serve(pglite: PGlite): Promise<void> {
  const adapter = await adapterOf(pglite);
  const transactions = new Map<number, OpenTransaction>();
  // A number is never that of a transaction of the thread before, which may still be asked for.
  let begun = threadId * 2 ** 32;

  const begin = () =>
    new Promise<number>((resolve, reject) => {
      const ended = pglite.transaction(async (tx) => {
        begun += 1;
        const id = begun;
        const own = await adapterOf(tx);
        await new Promise<void>((commit, fail) => {
          const end = async (how: 'commit' | 'rollback') => {
            transactions.delete(id);
            if (how === 'commit') commit();
            else fail(new Rollback(undefined));
            await ended.catch((error: unknown) => {
              if (!(error instanceof Rollback)) throw error;
            });
          };
          transactions.set(id, { tx, adapter: own, end });
          resolve(id);
        });
      });
      ended.catch(reject);
    });
  const transactionOf = (id: number) => {
    const found = transactions.get(id);
    if (found === undefined) throw new Error(`Transaction ${id} of the embedded database has ended.`);
    return found;
  };

  const perform = async (work: Work): Promise<unknown> => {
    switch (work.do) {
      case 'queryRaw':
      case 'executeRaw': {
        const { adapter: on } = work.transaction === undefined ? { adapter } : transactionOf(work.transaction);
        return on[work.do](work.query);
      }
      case 'script':
        await pglite.exec(work.sql).catch(adapterError);
        return undefined;
      case 'query': {
        const on = work.transaction === undefined ? pglite : transactionOf(work.transaction).tx;
        return (await on.query(work.sql, [...work.parameters])).rows;
      }
      case 'copy':
        // The bytes were transferred, so nobody else writes to them.
        await transactionOf(work.transaction).tx.query(work.sql, [], {
          blob: new Blob([work.text as Uint8Array<ArrayBuffer>]),
        });
        return undefined;
      case 'begin':
        return begin();
      case 'commit':
      case 'rollback':
        return transactionOf(work.transaction).end(work.do);
      case 'close':
        await pglite.close();
        return undefined;
    }
  };

  port.on('message', async ({ id, work }: Question) => {
    try {
      send({ kind: 'answer', id, result: await perform(work) });
    } catch (error) {
      const isFull = !isDriverAdapterError(error) && mayBeFull(error) && (await isDiskFull(error, home));
      const fault = faultOf(isFull ? await spaceError(home, error) : error);
      if (isAbort(error)) {
        // Postgres answers nothing more. The next thread opens the folder as after a kill.
        send({ kind: 'failed', fault });
        process.exit(1);
      }
      send({ kind: 'fault', id, fault });
    }
    if (work.do === 'close') port.close();
  });
  send({ kind: 'ready' });
}

function adapterOf(on: PGlite | Transaction): Promise<SqlDriverAdapter> {
  return new PrismaPGlite(on as PGlite).connect() as unknown as Promise<SqlDriverAdapter>;
}

/** The adapter's own `executeScript` does not wait for the script. */
function adapterError(error: Error & { readonly code?: string; readonly severity?: string }): never {
  const { code, severity, message } = error;
  if (code === undefined || severity === undefined) throw error;
  throw new DriverAdapterError({
    kind: 'postgres',
    code,
    severity,
    message,
    detail: undefined,
    column: undefined,
    hint: undefined,
    originalCode: code,
    originalMessage: message,
  });
}

function isAbort(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError || (error as Error | undefined)?.name === 'ExitStatus';
}

/** A statement that is wrong says nothing about the disk. */
function mayBeFull(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return isAbort(error) || code === undefined || /^(53|58|XX)/.test(String(code));
}

function faultOf(error: unknown): Fault {
  // What the file system below Postgres throws is no Error.
  const { name, message, errno } = error as Partial<Record<string, unknown>>;
  const strings = Object.entries(error as object).filter(([, value]) => typeof value === 'string');
  return {
    message: String(message ?? `${name} ${errno}`),
    fields: Object.fromEntries(strings) as Record<string, string>,
    ...(isDriverAdapterError(error) && { adapterCause: error.cause }),
  };
}
