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
  /** @throws the error of the database, or the reason why the thread ended before the answer */
  ask(work: Work): Promise<unknown>;
  close(): Promise<void>;
  /** Resolves when the thread has ended, to the reason. */
  readonly ended: Promise<ThreadEnded>;
}

/** Why a thread ended. */
class ThreadEnded extends Error {
  constructor(cause: Error) {
    super(cause.message, { cause });
    this.name = 'ThreadEnded';
  }
}

/** @throws DatabaseError if the folder cannot be opened */
export async function startThread({ dataDir, onFault }: ThreadOptions): Promise<EmbeddedThread> {
  let running: Running | undefined;
  /** Two threads at once would damage the folder. */
  let opening: Promise<void> | undefined;
  let triedAt = 0;
  let isClosed = false;
  let reason: Error | undefined;

  const open = async () => {
    triedAt = performance.now();
    const started = await launch({ dataDir });
    running = started;
    void started.ended.then((why) => {
      running = undefined;
      if (isClosed) return;
      reason = why;
      onFault('the thread of the embedded database ended and is replaced', why.message);
      replace();
    });
  };
  const replace = () => {
    if (isClosed || opening || performance.now() - triedAt < REPLACE_AFTER_MS) return;
    opening = open()
      .catch((error: Error) => {
        reason = error;
        onFault('the embedded database could not be opened again', error.message);
      })
      .finally(() => {
        opening = undefined;
      });
  };

  await open();
  return {
    get isRunning() {
      return running !== undefined;
    },
    ask: async <Result>(work: Work) => {
      if (running === undefined) {
        replace();
        throw lost(dataDir, reason);
      }
      try {
        return (await running.ask(work)) as Result;
      } catch (error) {
        throw error instanceof ThreadEnded ? lost(dataDir, error) : error;
      }
    },
    close: async () => {
      isClosed = true;
      await opening;
      await running?.close();
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
  let failure: Error | undefined;
  let end: ThreadEnded | undefined;
  worker.on('error', (error: Error) => {
    failure ??= error;
  });
  const ended = new Promise<ThreadEnded>((resolve) => {
    worker.once('exit', (code) => {
      end = new ThreadEnded(failure ?? new Error(`it stopped with code ${code}`));
      for (const { reject } of waiting.values()) reject(end);
      waiting.clear();
      resolve(end);
    });
  });
  const ready = new Promise<void>((resolve, reject) => {
    worker.once('message', ({ kind }: Message) => kind === 'ready' && resolve());
    void ended.then(({ cause }) => reject(cause));
  });
  worker.on('message', (message: Message) => {
    if (message.kind === 'failed') failure = errorOf(message.fault);
    if (message.kind !== 'answer' && message.kind !== 'fault') return;
    const question = waiting.get(message.id);
    waiting.delete(message.id);
    if (waiting.size === 0) worker.unref();
    if (message.kind === 'answer') question?.resolve(message.result);
    else question?.reject(errorOf(message.fault));
  });
  await ready;
  // An open database alone keeps no process alive.
  worker.unref();
  const ask = (work: Work) =>
    new Promise((resolve, reject) => {
      if (end) return reject(end);
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
      await ask({ do: 'close' }).catch((error: unknown) => {
        if (!(error instanceof ThreadEnded)) throw error;
      });
      worker.ref();
      await ended;
    },
  };
}

function lost(dataDir: string, why: Error | undefined): DatabaseError {
  const cause = why instanceof ThreadEnded ? why.cause : why;
  if (cause instanceof DatabaseError) return cause;
  return new DatabaseError(
    'UNREACHABLE',
    `The embedded database in ${dataDir} does not answer: its thread has ended (${why?.message}). ` +
      'What was under way was not kept.',
  );
}

function errorOf({ message, fields, adapterCause }: Fault): Error {
  if (adapterCause !== undefined) return new DriverAdapterError(adapterCause);
  if (fields.name === 'DatabaseError') return new DatabaseError(fields.code as DatabaseErrorCode, message);
  return Object.assign(new Error(message), fields);
}
