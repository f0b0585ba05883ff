import cluster, { type Worker } from 'node:cluster';
import type { Env } from './env.js';
import type { Logger } from './log.js';
import type { Service } from './start.js';

/** A process that dies during its start would otherwise be replaced in a busy loop. */
const REPLACE_AFTER_MS = 1_000;

/** What a process reports once it answers. */
type Started = Omit<Service, 'close' | 'becomeReady'>;

/** What it is told once the address was printed. */
interface Announced {
  readonly isAnnounced?: boolean;
}

/** The first process could not start. It has printed why. */
export class WorkerFailed extends Error {
  readonly exitCode: number;

  constructor(exitCode: number) {
    super(`The first process ended with exit code ${exitCode}.`);
    this.name = 'WorkerFailed';
    this.exitCode = exitCode;
  }
}

/**
 * Starts copies of this process, which serve on one port. The first one migrates the database and loads the
 * guides; the others start once it answers. A process that ends is replaced.
 *
 * @throws WorkerFailed if the first process cannot start
 */
export async function startWorkers({ workers: count, metricsPort, host }: Env, logger: Logger): Promise<Service> {
  let stopping = false;
  let isAnnounced = false;
  const announceTo = (worker: Worker) => worker.send({ isAnnounced } satisfies Announced, () => {});
  const running = new Set<Worker>();
  const serving = new Set<Worker>();
  const start = () => {
    const worker = cluster.fork();
    running.add(worker);
    worker.once('message', () => {
      serving.add(worker);
      if (isAnnounced) announceTo(worker);
    });
    worker.once('exit', () => {
      running.delete(worker);
      serving.delete(worker);
    });
    return worker;
  };
  const first = start();
  const started = await new Promise<Started>((resolve, reject) => {
    first.once('message', resolve);
    first.once('exit', (code) => reject(new WorkerFailed(code ?? 1)));
  });
  const replace = (worker: Worker) =>
    worker.once('exit', (code, signal) => {
      if (stopping) return;
      logger.error('a process of the server ended and is replaced', { process: worker.process.pid, code, signal });
      setTimeout(() => stopping || replace(start()), REPLACE_AFTER_MS);
    });
  const others = Array.from({ length: count - 1 }, start);
  for (const worker of [first, ...others]) replace(worker);
  await Promise.all(others.map(readyOrEnded));
  const closeMetrics = metricsPort === undefined ? () => {} : await serveMetrics(serving, metricsPort, host);
  return {
    ...started,
    becomeReady: () => {
      isAnnounced = true;
      for (const worker of serving) announceTo(worker);
    },
    close: async () => {
      stopping = true;
      await closeMetrics();
      await Promise.all(
        [...running].map((worker) => {
          const ended = new Promise((resolve) => worker.once('exit', resolve));
          worker.process.kill('SIGTERM');
          return ended;
        }),
      );
    },
  };
}

async function serveMetrics(workers: Iterable<Worker>, port: number, host: string): Promise<() => Promise<void>> {
  const { listenForMetrics, metricsOfWorkers } = await import('./metrics.js');
  return listenForMetrics(metricsOfWorkers(workers), { port, host });
}

function readyOrEnded(worker: Worker): Promise<unknown> {
  return new Promise((resolve) => {
    worker.once('message', resolve);
    worker.once('exit', resolve);
  });
}

/** Tells the process that started this one that it answers, and waits for the address to be printed. */
export function reportStarted({ url, database, content, becomeReady }: Service): void {
  process.on('message', ({ isAnnounced }: Announced) => isAnnounced && becomeReady());
  process.send?.({ url, database, content } satisfies Started);
}
