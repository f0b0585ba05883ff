import {
  type Content,
  ContentError,
  guidesFolder,
  loadContent,
  officialOccupations,
  readContent,
  refuseUnlessLoaded,
} from '@careergraph/content';
import { isFirstStart, type OpenDatabase, openDatabase, openReplicas, type ReadClient } from '@careergraph/db';
import type { SharedAnswers } from './answers/store.js';
import { createApi } from './api.js';
import { keepCatalog } from './catalog/keeper.js';
import { readVersion } from './catalog/load.js';
import type { Env } from './env.js';
import { type Listening, listen } from './http/listen.js';
import { createFairQueue, type FairQueue } from './http/overload.js';
import type { Playground } from './http/playground.js';
import { createAdmission } from './limits/admission.js';
import { createBudgets, type SharedBudgets } from './limits/budgets.js';
import { keepKeys } from './limits/keys.js';
import { type Logger, onceAMinute } from './log.js';
import type { RequestLog } from './request-log.js';
import { createRowStore } from './rows/store.js';
import { NO_TRACING, traceResolvers, traceStatements } from './tracing.js';

const CATALOG_INTERVAL_MS = 3_000;

export interface Service extends Listening {
  /** Where the data is, for a person to read. */
  readonly database: string;
  /** `kept`: the files of the guides have faults, and the guides loaded before answer. */
  readonly content: 'loaded' | 'unchanged' | 'kept';
  /** Lets `/ready` say yes. Called after the operator was told of the address, so that nothing is sent here before. */
  becomeReady(): void;
}

/**
 * Reads the guides, opens and migrates the database, loads what has changed, and serves.
 * A fault in a guide stops a first start, before a database is made, and the first start of a version that cannot read the
 * guides that are loaded. Otherwise, the last good guides answer.
 */
export async function startService(env: Env, logger: Logger, playground?: Playground): Promise<Service> {
  const folder = env.guides ?? guidesFolder;
  const location = {
    url: env.databaseUrl,
    home: env.home,
    connections: env.connections,
    onLongMigration: (message: string) => logger.info(message),
    onFault: (message: string, reason: string) => logger.error(message, { reason }),
  };
  const content = await contentOrFaults(folder);
  if (content instanceof ContentError && isFirstStart(location)) throw content;
  const database = await openDatabase(location);
  const undo: ((drainSeconds?: number) => unknown)[] = [() => database.close()];
  const close = async (drainSeconds?: number) => {
    for (const step of undo.splice(0).reverse()) await step(drainSeconds);
  };
  try {
    const loaded = await loadOrKeep(database, folder, content, logger);
    const report = onceAMinute((error) =>
      logger.error('the catalog could not be refreshed', { message: lastLineOf(error) }),
    );
    const replicas = await replicasOf(env, logger);
    undo.push(() => replicas?.close());
    const prisma = replicas?.prisma ?? database.prisma;
    const catalog = await keepCatalog(prisma, CATALOG_INTERVAL_MS, report, async ({ version }) =>
      replicas?.moveToReplica(async (sql) => (await readVersion(sql)) === version),
    );
    undo.push(() => catalog.stop());
    const { cacheSeconds, corsOrigins, answerMegabytes, rowMegabytes, maxRequests, executions } = env;
    const { allowedDocuments, introspection } = env;
    const queue = createFairQueue(maxRequests, executions);
    const sharedAnswers = await sharedAnswersOf(env, logger);
    undo.push(() => sharedAnswers?.close());
    const metrics = await metricsOf(env, queue);
    undo.push(() => metrics?.close());
    // The primary database has a change first, and takes the time of the last use.
    const keys = await keepKeys(database.prisma, CATALOG_INTERVAL_MS, (error) =>
      logger.error('the API keys could not be read; the keys read last stay valid', { message: lastLineOf(error) }),
    );
    undo.push(() => keys.stop());
    const sharedBudgets = await sharedBudgetsOf(env);
    undo.push(() => sharedBudgets?.close());
    const tracing = await tracingOf(env, logger);
    undo.push(() => tracing?.close());
    const log = await requestLogOf(env);
    undo.push(() => log?.close());
    const { anonymousBudget, trustedProxies } = env;
    const budgets = createBudgets(() => performance.now(), sharedBudgets);
    let state: 'starting' | 'serving' | 'stopping' = 'starting';
    const hasRelease = replicas?.hasRelease ?? database.hasRelease;
    const api = createApi({
      prisma: tracing ? traceStatements(prisma, tracing) : prisma,
      tracing: tracing ?? NO_TRACING,
      isReady: async () => state === 'serving' && (await hasRelease()),
      catalog,
      logger,
      cacheSeconds,
      corsOrigins,
      answerMegabytes,
      rows: createRowStore(rowMegabytes),
      queue,
      admit: createAdmission({ keys, budgets, anonymousBudget, trustedProxies, onLimited: metrics?.countLimited }),
      watchers: [log?.write, metrics?.observe].filter((watch) => watch !== undefined),
      allowedDocuments,
      introspection,
      ...(metrics && { watchStore: metrics.watch }),
      ...(sharedAnswers && { sharedAnswers }),
      ...(playground && { playground }),
    });
    const listening = await listen(api, { ...env, onUnread: log?.writeUnread });
    undo.push((drainSeconds) => {
      state = 'stopping';
      return listening.close(drainSeconds);
    });
    const { collisions } = catalog.current().entries;
    if (collisions.length > 0) logger.info('careers with the same title have different slugs', { collisions });
    const becomeReady = () => {
      if (state === 'starting') state = 'serving';
    };
    return { url: listening.url, close, becomeReady, database: `${database.kind}, ${database.name}`, content: loaded };
  } catch (error) {
    await close();
    throw error;
  }
}

function contentOrFaults(folder: string, official?: readonly string[]): Promise<Content | ContentError> {
  return readContent(folder, official).catch((error: unknown) => {
    if (error instanceof ContentError) return error;
    throw error;
  });
}

async function loadOrKeep(
  database: OpenDatabase,
  folder: string,
  read: Content | ContentError,
  logger: Logger,
): Promise<Service['content']> {
  // Only now is it known which occupations official files have.
  const content =
    read instanceof ContentError ? await contentOrFaults(folder, await officialOccupations(database)) : read;
  if (!(content instanceof ContentError)) return loadContent(database, content);
  await refuseUnlessLoaded(database, folder, content);
  logger.error('the guides have faults: nothing of them was loaded, and the guides loaded before answer', {
    faults: content.faults.map(({ file, line, message }) => `${file}${line === null ? '' : `:${line}`}  ${message}`),
  });
  return 'kept';
}

/** Prisma says what failed after the call that it was made by, on lines of their own. */
function lastLineOf(error: unknown): string {
  return String(error).trim().split('\n').at(-1)?.trim() ?? '';
}

/** The library is loaded only if it is used. The metrics of several processes are served by the one that started them. */
async function metricsOf({ metricsPort, host, workers }: Env, queue: FairQueue) {
  if (metricsPort === undefined) return undefined;
  const { createMetrics, listenForMetrics } = await import('./metrics.js');
  const metrics = createMetrics(queue.state);
  const close = workers > 1 ? () => {} : await listenForMetrics(metrics, { port: metricsPort, host });
  return { ...metrics, close };
}

async function replicasOf(
  { databaseUrl, replicaUrls, connections }: Env,
  logger: Logger,
): Promise<ReadClient | undefined> {
  if (databaseUrl === undefined || replicaUrls.length === 0) return undefined;
  return openReplicas(databaseUrl, replicaUrls, logger, connections);
}

/** The client is loaded only if it is used. */
async function sharedAnswersOf({ redisUrl }: Env, logger: Logger): Promise<SharedAnswers | undefined> {
  if (redisUrl === undefined) return undefined;
  const { connectRedis } = await import('./answers/redis.js');
  return connectRedis(redisUrl, logger);
}

/** The client is loaded only if it is used. */
async function sharedBudgetsOf({ redisUrl }: Env): Promise<SharedBudgets | undefined> {
  if (redisUrl === undefined) return undefined;
  const { connectBudgets } = await import('./limits/redis.js');
  return connectBudgets(redisUrl);
}

/** The library is loaded only if it is used. In a terminal, only what failed is worth a line. */
async function requestLogOf({ log }: Env): Promise<RequestLog | undefined> {
  const level = log ?? (process.stdout.isTTY ? 'error' : 'info');
  if (level === 'off') return undefined;
  const { openRequestLog } = await import('./request-log.js');
  return openRequestLog(level);
}

/** The libraries are loaded only if they are used. */
async function tracingOf({ tracing: settings }: Env, logger: Logger) {
  if (settings === undefined) return undefined;
  const [{ openTracing }, { schema }] = await Promise.all([import('./open-telemetry.js'), import('./schema/index.js')]);
  const tracing = openTracing(settings, logger);
  traceResolvers(schema, tracing);
  return tracing;
}
