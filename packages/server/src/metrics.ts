import type { Worker } from 'node:cluster';
import { createServer } from 'node:http';
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { QueueState } from './http/overload.js';
import type { Answered } from './request-log.js';
import type { StoreSize, StoreState, WatchStore } from './store-state.js';

/** How long a process may take to report its metrics. One that is busy or frozen is left out. */
const REPORT_MS = 5_000;

/** What `/metrics` shows. */
export interface Metrics {
  readonly contentType: string;
  read(): Promise<string>;
}

/** The metrics of one process. */
export interface ProcessMetrics extends Metrics {
  readonly watch: WatchStore;
  observe(answered: Answered): void;
  /** Counts a request that was refused because its caller's budget was used up. */
  countLimited(): void;
}

/** Prometheus metrics of this process. The process that started it can collect them. */
export function createMetrics(queueState: () => QueueState): ProcessMetrics {
  const registry = new Registry();
  const stores = new Map<string, () => StoreSize | StoreState>();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const gauge = (field: 'bytes' | 'entries', help: string) =>
    new Gauge({
      name: `careergraph_store_${field}`,
      help,
      labelNames: ['store'],
      registers,
      collect() {
        for (const [store, state] of stores) this.set({ store }, state()[field]);
      },
    });
  gauge('bytes', 'Memory that a store of answers or rows takes, or an index of searches or programs, in bytes.');
  gauge(
    'entries',
    'Entries in a store of answers or rows; titles in the index of searches, programs in their index, or names in that of searches for programs.',
  );
  new Counter({
    name: 'careergraph_store_requests_total',
    help: 'How often a store had what was requested (hit) or did not have it (miss).',
    labelNames: ['store', 'result'],
    registers,
    collect() {
      this.reset();
      for (const [store, state] of stores) {
        const now = state();
        if (!('hits' in now)) continue;
        this.inc({ store, result: 'hit' }, now.hits);
        this.inc({ store, result: 'miss' }, now.misses);
      }
    },
  });
  const requests = new Counter({
    name: 'careergraph_requests_total',
    help: 'Requests answered, by HTTP status and by whether the answer was kept (hit, stale), computed (miss) or neither (none).',
    labelNames: ['status', 'cache'],
    registers,
  });
  const durations = new Histogram({
    name: 'careergraph_request_duration_seconds',
    help: 'Time until the response was ready to be sent, in seconds.',
    labelNames: ['cache'],
    buckets: [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const costs = new Histogram({
    name: 'careergraph_request_cost',
    help: 'Cost of requests for GraphQL. Kept answers cost 1.',
    buckets: [1, 10, 100, 1_000, 2_500, 5_000, 10_000, 20_000],
    registers,
  });
  const limited = new Counter({
    name: 'careergraph_limited_total',
    help: 'Requests refused because the budget of the caller was used up.',
    registers,
  });
  new Gauge({
    name: 'careergraph_executions',
    help: 'Answers that are being computed (running), and that wait for their turn (waiting).',
    labelNames: ['state'],
    registers,
    collect() {
      const { running, waiting } = queueState();
      this.set({ state: 'running' }, running);
      this.set({ state: 'waiting' }, waiting);
    },
  });
  process.on('message', async ({ metricsRequest }: MetricsRequest) => {
    if (metricsRequest === undefined) return;
    process.send?.({ metricsRequest, metrics: await registry.getMetricsAsJSON() } satisfies MetricsReport);
  });
  return {
    contentType: registry.contentType,
    read: () => registry.metrics(),
    watch: (store, state) => void stores.set(store, state),
    observe: ({ exchange, response, ms }) => {
      const cache = exchange.cache ?? 'none';
      requests.inc({ status: response.status, cache });
      durations.observe({ cache }, ms / 1_000);
      if (exchange.cost !== undefined) costs.observe(exchange.cost);
    },
    countLimited: () => limited.inc(),
  };
}

/** What the first process asks of the others. */
interface MetricsRequest {
  readonly metricsRequest?: number;
}

interface MetricsReport extends MetricsRequest {
  readonly metrics: unknown;
}

/**
 * The metrics of several processes, added up.
 *
 * @param workers the processes that serve; the caller keeps it up to date
 */
export function metricsOfWorkers(workers: Iterable<Worker>): Metrics {
  let requests = 0;
  return {
    contentType: Registry.PROMETHEUS_CONTENT_TYPE,
    read: async () => {
      const metricsRequest = ++requests;
      const reports = await Promise.all([...workers].map((worker) => reportOf(worker, metricsRequest)));
      const metrics = reports.flatMap((report) => (report ? [report.metrics as object[]] : []));
      if (metrics.length === 0) throw new Error('No process of the server reports its metrics.');
      return AggregatorRegistry.aggregate(metrics).metrics();
    },
  };
}

/** Undefined if the process ends or takes too long. */
function reportOf(worker: Worker, metricsRequest: number): Promise<MetricsReport | undefined> {
  return new Promise((resolve) => {
    const settle = (report?: MetricsReport) => {
      clearTimeout(late);
      worker.off('message', take);
      worker.off('exit', giveUp);
      resolve(report);
    };
    const take = (message: MetricsReport) => {
      if (message.metricsRequest === metricsRequest) settle(message);
    };
    const giveUp = () => settle();
    const late = setTimeout(giveUp, REPORT_MS);
    worker.on('message', take);
    worker.once('exit', giveUp);
    worker.send({ metricsRequest } satisfies MetricsRequest, (error: Error | null) => error && giveUp());
  });
}

/**
 * Serves `/metrics` on a port of its own. Resolves with how to stop.
 *
 * @throws the error of node:net with `variable`, the setting that names the port
 */
export async function listenForMetrics(
  { contentType, read }: Metrics,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<() => Promise<void>> {
  const server = createServer(async ({ method, url }, response) => {
    const reply = (status: number, type: string, body: string) =>
      response.writeHead(status, { 'content-type': type }).end(body);
    if (url !== '/metrics' || method !== 'GET') {
      reply(404, 'text/plain; charset=utf-8', 'There are only metrics here: GET /metrics.\n');
      return;
    }
    await read().then(
      (text) => reply(200, contentType, text),
      (error: unknown) => reply(503, 'text/plain; charset=utf-8', `${(error as Error).message}\n`),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(Object.assign(error, { variable: 'METRICS_PORT' })));
    server.listen(port, host, resolve);
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}
