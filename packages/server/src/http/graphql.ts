import type { Database } from '@careergraph/db';
import { createYoga } from 'graphql-yoga';
import type { CatalogKeeper } from '../catalog/keeper.js';
import { type Context, createContext } from '../context.js';
import type { Logger } from '../log.js';
import { schema } from '../schema/index.js';
import { readJsonBody } from './body.js';
import { cacheAnswers } from './caching.js';
import { codeErrors, maskErrors } from './errors.js';
import type { Handler } from './handler.js';
import { refuseUnknownOperations } from './operations.js';
import { readParameters } from './parameters.js';
import { persistDocuments } from './persisted.js';
import { refuseUnstorableText } from './text.js';
import { limitTokens } from './tokens.js';

export interface GraphqlOptions {
  readonly prisma: Database;
  readonly catalog: CatalogKeeper;
  readonly logger: Logger;
  /** How long browsers and CDNs may use an answer to GET without asking again. */
  readonly cacheSeconds: number;
}

const MAX_TOKENS = 1_000;

/** Answers GET and POST of GraphQL over HTTP. This is the only stage with WHATWG requests and responses, for yoga. */
export function createGraphqlHandler({ prisma, catalog, logger, cacheSeconds }: GraphqlOptions): Handler {
  const yoga = createYoga<object, Context>({
    schema,
    context: () => createContext(prisma, catalog.current()),
    landingPage: false,
    graphiql: false,
    cors: false,
    batching: false,
    multipart: false,
    maxRequestBodySize: false,
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

  return async (request) => {
    const { accept, 'if-none-match': ifNoneMatch } = request.headers;
    const response = await yoga.fetch(`http://localhost/graphql${request.search}`, {
      method: request.method,
      headers: { ...(accept && { accept }), ...(ifNoneMatch && { 'if-none-match': ifNoneMatch }) },
      ...(request.method === 'POST' && { body: await readJsonBody(request) }),
    });
    return {
      status: response.status,
      headers: { ...headersOf(response), vary: 'Accept' },
      body: response.body === null ? null : new Uint8Array(await response.arrayBuffer()),
    };
  };
}

function headersOf({ headers }: Response): Record<string, string> {
  return Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value]));
}
