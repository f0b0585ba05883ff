import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import type { Fault, Message, Question, ThreadData, Work } from './embedded-protocol.js';
import { DatabaseError, type DatabaseErrorCode } from './errors.js';

/** A thread that ends during its start would otherwise be replaced in a busy loop. */
const REPLACE_AFTER_MS = 1_000;

/** The embedded database, which runs in a thread of its own. A thread that ends is replaced. */
export interface EmbeddedThread {
  readonly isRunning: boolean;
  /** @throws the error of the database, or DatabaseError UNREACHABLE if its thread ended before the answer */
  ask<Result>(work: Work): Promise<Result>;
  close(): Promise<void>;
}

export interface ThreadOptions extends ThreadData {
  /** Is called when the thread has ended, and when it could not be replaced. */
  readonly onFault: (message: string, reason: string) => void;
}

interface Running {
  ask(work: Work): Promise<unknown>;
  close(): Promise<void>;
  /** Why the thread has ended. */
  readonly ended: Promise<string>;
}

/** @throws DatabaseError if the folder cannot be opened */
export async function startThread({ dataDir, onFault }: ThreadOptions): Promise<EmbeddedThread> {
  let running: Running | undefined;
  let triedAt = 0;
  let isClosed = false;
  let reason = '';

  const open = async () => {
    triedAt = performance.now();
    const started = await launch({ dataDir });
    running = started;
    void started.ended.then((why) => {
      running = undefined;
      if (isClosed) return;
      reason = why;
      onFault('the thread of the embedded database ended and is replaced', why);
      replace();
    });
  };
  const replace = () => {
    if (performance.now() - triedAt < REPLACE_AFTER_MS) return;
    open().catch((error: Error) => {
      reason = error.message;
      onFault('the embedded database could not be opened again', error.message);
    });
  };

  await open();
  return {
    get isRunning() {
      return running !== undefined;
    },
    ask: async <Result>(work: Work) => {
      if (running === undefined) {
        if (!isClosed) replace();
        throw lost(dataDir, reason);
      }
      const { ended } = running;
      return (await Promise.race([
        running.ask(work),
        ended.then((why) => {
          throw lost(dataDir, why);
        }),
      ])) as Result;
    },
    close: async () => {
      isClosed = true;
      if (running === undefined) return;
      await running.close();
    },
  };
}

async function launch(data: ThreadData): Promise<Running> {
  const worker = new Worker(new URL('./embedded-worker.js', import.meta.url), {
    workerData: data,
    name: 'careergraph-database',
  });
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  let asked = 0;
  let crash: Error | undefined;
  worker.on('error', (error: Error) => {
    crash = error;
  });
  const ended = once(worker, 'exit').then(() => crash?.message ?? 'it stopped by itself');
  const [first] = (await Promise.race([once(worker, 'message'), ended.then((why) => [why])])) as [Message | string];
  if (typeof first === 'string') throw new DatabaseError('UNREACHABLE', `${data.dataDir}: ${first}`);
  if (first.kind === 'failed') throw errorOf(first.fault);
  worker.on('message', (message: Message) => {
    if (message.kind !== 'answer' && message.kind !== 'fault') return;
    const question = waiting.get(message.id);
    waiting.delete(message.id);
    if (waiting.size === 0) worker.unref();
    if (message.kind === 'answer') question?.resolve(message.result);
    else question?.reject(errorOf(message.fault));
  });
  // An open database alone keeps no process alive.
  worker.unref();
  const ask = (work: Work) =>
    new Promise((resolve, reject) => {
      asked += 1;
      if (waiting.size === 0) worker.ref();
      waiting.set(asked, { resolve, reject });
      const question: Question = { id: asked, work };
      worker.postMessage(question, work.do === 'copy' ? [work.text.buffer as ArrayBuffer] : []);
    });
  return {
    ended,
    ask,
    close: async () => {
      await Promise.race([ask({ do: 'close' }), ended]);
      worker.ref();
      await ended;
    },
  };
}

function lost(dataDir: string, why: string): DatabaseError {
  return new DatabaseError(
    'UNREACHABLE',
    `The embedded database in ${dataDir} does not answer: its thread has ended (${why}). Nothing that was not finished was kept.`,
  );
}

function errorOf({ message, fields, adapterCause }: Fault): Error {
  if (adapterCause !== undefined) return new DriverAdapterError(adapterCause);
  if (fields.name === 'DatabaseError') return new DatabaseError(fields.code as DatabaseErrorCode, message);
  return Object.assign(new Error(message), fields);
}
