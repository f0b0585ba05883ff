import type { Database } from '@careergraph/db';
import { createYoga } from 'graphql-yoga';
import type { CatalogKeeper } from './catalog/keeper.js';
import { type Context, createContext } from './context.js';
import { cacheAnswers, DEFAULT_CACHE_SECONDS } from './http/caching.js';
import { type Origins, preflight, share } from './http/cors.js';
import { codeErrors, maskErrors } from './http/errors.js';
import { refuseUnknownOperations } from './http/operations.js';
import { readParameters } from './http/parameters.js';
import { persistDocuments } from './http/persisted.js';
import type { Playground } from './http/playground.js';
import { refusal, refusePost } from './http/request.js';
import { refuseUnstorableText } from './http/text.js';
import { limitTokens } from './http/tokens.js';
import type { Logger } from './log.js';
import { printContract, schema } from './schema/index.js';

export interface ApiOptions {
  readonly prisma: Database;
  readonly catalog: CatalogKeeper;
  readonly logger: Logger;
  /** The playground at `/`; without it `/` is not found. */
  readonly playground?: Playground;
  /** How long browsers and CDNs may keep an answer to GET; 60 where nothing is said. */
  readonly cacheSeconds?: number;
  /** Sites whose pages may read the answers; none where nothing is said. */
  readonly corsOrigins?: Origins;
}

/** The whole service as a function from a request to a response, no port needed. */
export type Api = (request: Request) => Promise<Response>;

/** Bounds the work of the parser, whose recursion deep brackets would exhaust. */
const MAX_TOKENS = 1_000;

/** What pages of other sites may ask for, if their site is allowed to. */
const SHARED_PATHS = ['/graphql', '/schema.graphql'];

export function createApi({
  prisma,
  catalog,
  logger,
  playground,
  cacheSeconds = DEFAULT_CACHE_SECONDS,
  corsOrigins = [],
}: ApiOptions): Api {
  const yoga = createYoga<object, Context>({
    schema,
    context: () => createContext(prisma, catalog.current()),
    graphqlEndpoint: '/graphql',
    landingPage: false,
    graphiql: false,
    cors: false,
    batching: false,
    multipart: false,
    maskedErrors: { maskError: maskErrors(logger) },
    parserAndValidationCache: true,
    plugins: [
      readParameters(),
      persistDocuments(),
      limitTokens(MAX_TOKENS),
      refuseUnknownOperations(),
      codeErrors(),
      refuseUnstorableText(),
      cacheAnswers(cacheSeconds),
    ],
    logging: false,
  });
  const contract = printContract();

  const answer = async (request: Request, pathname: string): Promise<Response> => {
    if (pathname === '/graphql') {
      const refused = refusePost(request);
      if (refused) return refused;
      const response = await yoga.fetch(request);
      response.headers.set('vary', 'Origin, Accept');
      response.headers.set('x-content-type-options', 'nosniff');
      return response;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refusal(405, `${request.method} is not answered at ${pathname}.`, { allow: 'GET, HEAD' });
    }
    if (pathname === '/health') return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
    if (pathname === '/ready') return ready(prisma);
    if (pathname === '/schema.graphql') {
      return new Response(contract, {
        headers: { 'content-type': 'application/graphql; charset=utf-8', 'cache-control': 'no-cache', vary: 'Origin' },
      });
    }
    return playground?.(request) ?? refusal(404, 'There is nothing here. The API is at /graphql, the playground at /.');
  };

  return async (request) => {
    const { pathname } = new URL(request.url);
    const isShared = SHARED_PATHS.includes(pathname);
    const asked = isShared ? preflight(corsOrigins, request) : null;
    if (asked) return asked;
    const response = await answer(request, pathname);
    // A refusal anywhere: or a page would learn nothing of what is wrong with its address.
    return isShared || response.status >= 400 ? share(corsOrigins, request.headers.get('origin'), response) : response;
  };
}

/** Ready is: the database answers within a second, and has something to answer from. */
async function ready(prisma: Database): Promise<Response> {
  const answered = await Promise.race([
    prisma.release.count({ where: { status: 'ACTIVE' } }).then(
      (active) => active > 0,
      () => false,
    ),
    new Promise<false>((resolve) => setTimeout(resolve, 1_000, false).unref()),
  ]);
  const headers = { 'cache-control': 'no-store' };
  return answered
    ? Response.json({ status: 'ready' }, { headers })
    : Response.json(
        { status: 'not ready', reason: 'the database does not answer, or holds no release' },
        { status: 503, headers },
      );
}
