import { createServer } from 'node:http';
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { StoreState, WatchStore } from './store-state.js';

/** What `/metrics` shows. */
export interface Metrics {
  readonly contentType: string;
  read(): Promise<string>;
}

/** The metrics of one process. */
export interface ProcessMetrics extends Metrics {
  readonly watch: WatchStore;
}

/** Prometheus metrics of this process. The process that started it can collect them. */
export function createMetrics(): ProcessMetrics {
  const registry = new Registry();
  const stores = new Map<string, () => StoreState>();
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
  gauge('bytes', 'Memory that a store of answers or rows takes, in bytes.');
  gauge('entries', 'Entries in a store of answers or rows.');
  new Counter({
    name: 'careergraph_store_requests_total',
    help: 'How often a store had what was requested (hit) or did not have it (miss).',
    labelNames: ['store', 'result'],
    registers,
    collect() {
      this.reset();
      for (const [store, state] of stores) {
        const { hits, misses } = state();
        this.inc({ store, result: 'hit' }, hits);
        this.inc({ store, result: 'miss' }, misses);
      }
    },
  });
  // Answers the requests of `metricsOfWorkers`.
  new AggregatorRegistry();
  AggregatorRegistry.setRegistries(registry);
  return {
    contentType: registry.contentType,
    read: () => registry.metrics(),
    watch: (store, state) => void stores.set(store, state),
  };
}

/** The metrics of all processes that this one has started, added up. */
export function metricsOfWorkers(): Metrics {
  const registry = new AggregatorRegistry();
  return { contentType: registry.contentType, read: () => registry.clusterMetrics() };
}

/** Serves `/metrics` on a port of its own. Resolves with how to stop. */
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
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}
