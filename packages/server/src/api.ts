import { type Database, DEFAULT_CONNECTIONS } from '@careergraph/db';
import { createAnswerStore, DEFAULT_ANSWER_MEGABYTES, type SharedAnswers } from './answers/store.js';
import type { CatalogKeeper } from './catalog/keeper.js';
import { DEFAULT_CACHE_SECONDS } from './http/caching.js';
import { allowOrigins, type Origins } from './http/cors.js';
import { type AllowedDocuments, createDocuments, readKnownDocuments } from './http/documents.js';
import { createGraphqlHandler } from './http/graphql.js';
import type { Handler } from './http/handler.js';
import { setDefaultHeaders } from './http/headers.js';
import { answerHealth, answerReadiness } from './http/monitoring.js';
import { createFairQueue, DEFAULT_MAX_REQUESTS, type FairQueue } from './http/overload.js';
import type { Playground } from './http/playground.js';
import { answerErrors, Refusal } from './http/refusal.js';
import { readable, route } from './http/routes.js';
import { watchRequests } from './http/watch.js';
import { type Admit, admitAll } from './limits/admission.js';
import type { Logger } from './log.js';
import type { Answered } from './request-log.js';
import { createRowStore, type RowStore } from './rows/store.js';
import { printContract } from './schema/index.js';
import { searchIndexState } from './search/search.js';
import type { WatchStore } from './store-state.js';
import { NO_TRACING, type Tracing } from './tracing.js';

export interface ApiOptions {
  readonly prisma: Database;
  /** What `/ready` says. Default: whether the database answers and has a release. */
  readonly isReady?: () => Promise<boolean>;
  readonly catalog: CatalogKeeper;
  readonly logger: Logger;
  /** The playground at `/`. Without it, `/` answers 404. */
  readonly playground?: Playground;
  /** How long browsers and CDNs may use an answer to GET without asking again. Default: 60. */
  readonly cacheSeconds?: number;
  /** Origins whose pages may read the API. Default: none. */
  readonly corsOrigins?: Origins;
  /** How much memory finished answers may take, in MB; 0 to keep none. Default: 64. */
  readonly answerMegabytes?: number;
  /** Rows that are kept for all requests. Default: a store of 256 MB. */
  readonly rows?: RowStore;
  /** Where servers share finished answers. Default: nowhere. */
  readonly sharedAnswers?: SharedAnswers;
  /** Is told of the stores of answers and rows, and of the index of searches. Default: nobody. */
  readonly watchStore?: WatchStore;
  /** In which order answers are computed. Default: ten at once, while callers take turns and at most 500 wait or run. */
  readonly queue?: FairQueue;
  /** Who may ask how much. Default: everyone. */
  readonly admit?: Admit;
  /** Records spans. Default: none. */
  readonly tracing?: Tracing;
  /** Are told of each request that came over a connection. Default: nobody. */
  readonly watchers?: readonly ((answered: Answered) => void)[];
  /** Which documents are executed. Default: any. */
  readonly allowedDocuments?: AllowedDocuments;
  /** Whether questions about the schema (`__schema`, `__type`) are answered. Default: yes. */
  readonly introspection?: boolean;
}

/** The whole service as a function from a request to a response, without a port. */
export function createApi({
  prisma,
  isReady = async () => (await prisma.release.count({ where: { status: 'ACTIVE' } })) > 0,
  catalog,
  logger,
  playground,
  cacheSeconds = DEFAULT_CACHE_SECONDS,
  corsOrigins = [],
  answerMegabytes = DEFAULT_ANSWER_MEGABYTES,
  rows = createRowStore(),
  sharedAnswers,
  watchStore,
  queue = createFairQueue(DEFAULT_MAX_REQUESTS, DEFAULT_CONNECTIONS),
  admit = admitAll,
  watchers = [],
  tracing = NO_TRACING,
  allowedDocuments = 'any',
  introspection = true,
}: ApiOptions): Handler {
  const documents = createDocuments(readKnownDocuments(), allowedDocuments);
  const answers = createAnswerStore(catalog, answerMegabytes, sharedAnswers);
  watchStore?.('answers', answers.state);
  watchStore?.('rows', rows.state);
  watchStore?.('search', () => searchIndexState(catalog.current()));
  const graphql = createGraphqlHandler({
    prisma,
    rows,
    catalog,
    logger,
    documents,
    answers,
    cacheSeconds,
    introspection,
    admit,
    queue,
    tracing,
  });
  const routes = route(
    {
      '/graphql': { ...readable(graphql), POST: graphql },
      '/schema.graphql': readable(contractHandler()),
      '/health': readable(answerHealth),
      '/ready': readable(answerReadiness(isReady)),
    },
    playgroundHandler(playground),
  );
  const answered = allowOrigins(corsOrigins, ['/graphql', '/schema.graphql'], answerErrors(logger, routes));
  return watchRequests(watchers, tracing.requests(setDefaultHeaders(answered)));
}

function contractHandler(): Handler {
  const headers = { 'content-type': 'application/graphql; charset=utf-8', 'cache-control': 'no-cache' };
  const body = printContract();
  return async () => ({ status: 200, headers, body });
}

function playgroundHandler(playground: Playground | undefined): Handler {
  return async (request) => {
    const response = playground?.(request);
    if (response) return response;
    throw new Refusal(404, 'There is nothing at this path. The API is at /graphql, the playground at /.');
  };
}
