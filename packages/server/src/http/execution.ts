import type { Database } from '@careergraph/db';
import { type DocumentNode, type ExecutionResult, GraphQLError } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { type KeptAnswer, toAnswer } from '../answers/answer.js';
import type { Computed } from '../answers/store.js';
import type { Catalog } from '../catalog/catalog.js';
import { type Context, createContext } from '../context.js';
import { createOperations } from '../execution/operations.js';
import type { Logger } from '../log.js';
import type { RowStore } from '../rows/store.js';
import { schema } from '../schema/index.js';
import { NO_TRACING, type Tracing, traceStages } from '../tracing.js';
import { type Costs, createCosts, QUERY_LIMITS } from './costs.js';
import type { Question } from './documents.js';
import { codeErrors, isUnavailable, maskErrors, unavailable } from './errors.js';
import type { HttpResponse } from './handler.js';
import { refuseIntrospection, refuseUnknownOperations } from './operations.js';
import { isStorable, refuseUnstorableText } from './text.js';
import { createParser, limitTokens } from './tokens.js';

/** Of the texts whose parsed documents are kept. A parsed and validated document takes some 200 bytes per character. */
const MAX_PARSED_CHARACTERS = 300_000;

/** What decides the media type and the status of a response with errors. */
export interface Terms {
  readonly method: 'GET' | 'POST';
  readonly accept: string | undefined;
}

export type Charge = (cost: number) => void;

export interface Execution {
  /**
   * Parses, validates and executes. Gives the answer if it has data and no errors, otherwise the response.
   *
   * @param charge is told the cost before anything is read; what it throws is thrown
   */
  execute(question: Question, catalog: Catalog, terms: Terms, charge: Charge): Promise<Computed>;
  /** The response to a request without a question. */
  refuse(asked: Question | GraphQLError, catalog: Catalog, terms: Terms): Promise<HttpResponse>;
}

/** What yoga's plugins are given. */
interface ServerContext {
  readonly question: Question | GraphQLError;
  readonly catalog: Catalog;
  /** Is sent, and nothing is executed. */
  readonly result?: ExecutionResult;
}

interface ExecutionOptions {
  readonly prisma: Database;
  readonly rows: RowStore;
  readonly logger: Logger;
  /** Whether questions about the schema are answered. */
  readonly introspection: boolean;
  readonly tracing: Tracing;
}

/**
 * Executes with yoga. WHATWG requests and responses are made only where an answer has errors, because yoga knows the
 * status and the headers of such an answer.
 */
export function createExecution(options: ExecutionOptions): Execution {
  const { prisma, rows, logger, introspection, tracing } = options;
  const parsed = parsedDocuments();
  const parser = createParser();
  const costs = createCosts(schema, (text) => parsed.get(text) ?? parser(text));
  const operations = createOperations(schema);
  const yoga = createYoga<ServerContext, Context>({
    schema,
    context: ({ catalog }) => createContext(prisma, catalog, rows),
    landingPage: false,
    graphiql: false,
    cors: false,
    batching: false,
    multipart: false,
    maxRequestBodySize: false,
    maskedErrors: { maskError: maskErrors(logger) },
    parserAndValidationCache: { documentCache: parsed, errorCache: NOTHING_KEPT },
    plugins: [
      takeQuestion(),
      limitTokens(parser),
      refuseUnknownOperations(),
      ...(introspection ? [] : [refuseIntrospection()]),
      codeErrors(),
      refuseUnstorableText(),
      rememberAnswered(costs),
      ...(tracing === NO_TRACING ? [] : [traceStages(tracing)]),
    ],
    logging: false,
  });
  const respond = async (context: ServerContext, { method, accept }: Terms): Promise<HttpResponse> => {
    const response = await yoga.fetch(
      'http://localhost/graphql',
      { method, headers: accept === undefined ? {} : { accept } },
      context,
    );
    const body = response.body === null ? null : new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: headersOf(response), body };
  };
  /** The answer of a compiled operation; undefined if it may have errors, or the document was not answered before. */
  const again = async (question: Question, catalog: Catalog, terms: Terms): Promise<Computed | undefined> => {
    const { documentHash, params } = question;
    const { query = '', operationName = undefined, variables = {} } = params;
    const document = parsed.get(query);
    if (!document || !costs.wasAnswered(question) || !isStorable(variables)) return undefined;
    const context = createContext(prisma, catalog, rows);
    try {
      const known = { documentHash, operationName, variables };
      const data = await tracing.within('execute', () => operations.execute(known, document, context));
      return toAnswer({ data, ...reportOf(question) });
    } catch (error) {
      // Who asks has waited long enough.
      if (isUnavailable(error))
        return respond({ question, catalog, result: { errors: [unavailable(error, logger)] } }, terms);
      // Executed again, because only graphql-js knows what the answer is then. Resolvers only read.
      return undefined;
    }
  };
  /** Part of the key of a kept answer, as all extensions are, so only who asks for the cost gets it. */
  const reportOf = (question: Question) =>
    question.params.extensions?.cost === true && {
      extensions: { cost: { requested: costs.measureOf(question).cost, limit: QUERY_LIMITS.cost } },
    };
  const requests = {
    GET: new Request('http://localhost/graphql'),
    POST: new Request('http://localhost/graphql', { method: 'POST' }),
  };
  return {
    execute: async (question, catalog, terms, charge) => {
      const { params } = question;
      // Over a limit, a document is not even validated, because that takes long.
      const refusal = costs.refusalOf(question);
      if (refusal) return respond({ question, catalog, result: { errors: [refusal] } }, terms);
      charge(costs.measureOf(question).cost);
      const answer = await again(question, catalog, terms);
      if (answer) return answer;
      // Yoga adds to the object that it is given.
      const result = (await yoga.getResultForParams(
        { params, request: requests[terms.method] },
        { question, catalog },
      )) as ExecutionResult;
      const reported = { ...result, ...reportOf(question) };
      return answerOf(reported) ?? respond({ question, catalog, result: reported }, terms);
    },
    refuse: (question, catalog, terms) => respond({ question, catalog }, terms),
  };
}

function parsedDocuments() {
  return new LRUCache<string, DocumentNode>({
    maxSize: MAX_PARSED_CHARACTERS,
    sizeCalculation: (_document, text) => text.length || 1,
  });
}

/** Strangers' mistakes are not worth memory. */
const NOTHING_KEPT = { get: () => undefined, set: () => {} };

function answerOf(result: ExecutionResult): KeptAnswer | undefined {
  return result.data == null || result.errors?.length ? undefined : toAnswer(result);
}

/** Gives yoga the question that was read before, and the result if there is one. */
function takeQuestion(): Plugin<ServerContext, ServerContext> {
  return {
    onRequestParse: ({ serverContext: { question }, setRequestParser }) =>
      setRequestParser(() => {
        if (question instanceof GraphQLError) throw question;
        return question.params;
      }),
    onParams: ({ context: { result }, setResult }) => {
      if (result) setResult(result);
    },
  };
}

/** Remembers which documents were answered without errors. */
function rememberAnswered(costs: Costs): Plugin<Context & ServerContext> {
  return {
    onExecute: ({ args: { contextValue } }) => ({
      onExecuteDone: ({ result }) => {
        const { question } = contextValue;
        if (('errors' in result && result.errors?.length) || question instanceof GraphQLError) return;
        costs.remember(question);
      },
    }),
  };
}

function headersOf({ headers }: Response): Record<string, string> {
  return Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value]));
}
