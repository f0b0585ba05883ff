import { unlink } from 'node:fs/promises';
import { createServer, connect as netConnect, type Socket } from 'node:net';
import { embeddedSession } from './embedded-session.js';
import type { EmbeddedThread } from './embedded-thread.js';
import { DatabaseError } from './errors.js';
import { Rollback, type Sql } from './session.js';

/** A client that says nothing for so long holds up the statements of others no longer. */
const SILENCE_MS = 60_000;

/** A client that works on something else says that it is still there. */
const SIGN_OF_LIFE_MS = 5_000;

interface Request {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

type Reply =
  | { readonly rows: readonly object[] }
  | { readonly fault: { readonly message: string; readonly isDiskFull: boolean } };

export interface FolderSocket {
  /** Ends the sessions of all clients. */
  close(): Promise<void>;
}

/**
 * Lets other processes of this user read the embedded database that this process has open. Each connection is one
 * read-only transaction, which is alone in the database while it lasts: meanwhile, no file of the folder changes after a
 * CHECKPOINT. A connection that is lost, or silent for a minute, ends its transaction.
 *
 * @returns undefined where the system or the file system has no such sockets: then only this process can read
 */
export async function listenInFolder(
  address: string,
  thread: Pick<EmbeddedThread, 'ask'>,
): Promise<FolderSocket | undefined> {
  // The socket of a process that was killed. The caller holds the lock, so nobody else listens there.
  // With `rm` in place of `unlink`, the next import of a linked package failed (seen on Node 20.20).
  if (process.platform !== 'win32') await unlink(address).catch(() => {});
  const sessions = new Map<Socket, Promise<void>>();
  const server = createServer((socket) => {
    const session = serve(socket, thread).finally(() => sessions.delete(socket));
    sessions.set(socket, session);
  });
  const listening = new Promise<boolean>((resolve) => {
    server.once('listening', () => resolve(true)).once('error', () => resolve(false));
  });
  // The socket is made while `listen` runs, and only this user may connect to it.
  const umask = process.umask(0o177);
  try {
    server.listen({ path: address, exclusive: true });
  } finally {
    process.umask(umask);
  }
  if (!(await listening)) return undefined;
  // An open database alone keeps no process alive.
  server.unref();
  return {
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sessions.keys()) socket.destroy();
      await Promise.all(sessions.values());
      await closed;
    },
  };
}

async function serve(socket: Socket, thread: Pick<EmbeddedThread, 'ask'>): Promise<void> {
  socket.on('error', () => {});
  try {
    await embeddedSession(thread, async (session) => {
      await session.query('set transaction read only');
      socket.setTimeout(SILENCE_MS, () => socket.destroy());
      for await (const line of linesOf(socket)) {
        const { sql, parameters } = JSON.parse(line) as Request;
        socket.write(`${JSON.stringify(await replyTo(session.query(sql, parameters)))}\n`);
      }
      throw new Rollback(undefined);
    });
  } catch {
    // The connection was lost, or the thread ended. The client sees that its connection has ended.
  } finally {
    socket.destroy();
  }
}

async function replyTo(rows: Promise<object[]>): Promise<Reply> {
  try {
    return { rows: await rows };
  } catch (error) {
    const isDiskFull = error instanceof DatabaseError && error.code === 'DISK_FULL';
    return { fault: { message: (error as Error).message, isDiskFull } };
  }
}

/**
 * Runs the work in a read-only transaction of the process that has the folder open. Other statements wait until it ends.
 * Rows come as JSON: dates are texts.
 *
 * @throws DatabaseError UNREACHABLE if that process does not answer, or has ended the transaction before the work was done
 */
export async function askFolder<T>(address: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const socket = await connect(address);
  const replies = linesOf(socket);
  const ask = async (sql: string, parameters: readonly unknown[]): Promise<readonly object[]> => {
    const request: Request = { sql, parameters };
    socket.write(`${JSON.stringify(request)}\n`);
    const line = await replies.next().catch(() => ({ done: true, value: undefined }) as const);
    if (line.done) throw unreachable(address, 'it ended the transaction');
    const reply = JSON.parse(line.value) as Reply;
    if ('rows' in reply) return reply.rows;
    if (reply.fault.isDiskFull) throw new DatabaseError('DISK_FULL', reply.fault.message);
    throw new Error(reply.fault.message);
  };
  let last: Promise<unknown> = Promise.resolve();
  const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> => {
    const answer = last.then(() => ask(sql, parameters) as Promise<Row[]>);
    last = answer.catch(() => {});
    return answer;
  };
  const alive = setInterval(() => void query('select').catch(() => {}), SIGN_OF_LIFE_MS);
  try {
    const result = await work({ query });
    // The work holds only if the transaction lasted until its end.
    await query('select');
    return result;
  } finally {
    clearInterval(alive);
    socket.destroy();
  }
}

function connect(address: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = netConnect({ path: address });
    socket.once('connect', () => {
      socket.off('error', reject).on('error', () => {});
      resolve(socket);
    });
    socket.once('error', (error) => reject(unreachable(address, error.message)));
  });
}

function unreachable(address: string, why: string): DatabaseError {
  return new DatabaseError(
    'UNREACHABLE',
    `The process that has the embedded database open does not answer at ${address}: ${why}. Nothing was changed. ` +
      'Run the command again; if it starts or stops just now, wait until it has.',
  );
}

async function* linesOf(socket: Socket): AsyncGenerator<string, void> {
  let text = '';
  socket.setEncoding('utf8');
  for await (const chunk of socket) {
    const lines = (text + chunk).split('\n');
    text = lines.pop() as string;
    yield* lines;
  }
}
