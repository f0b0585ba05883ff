import type { Database } from '@careergraph/db';
import { GraphQLError } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { Catalog } from '../catalog/catalog.js';
import { type Context, createContext } from '../context.js';
import type { Logger } from '../log.js';
import { schema } from '../schema/index.js';
import type { Documents, Question } from './documents.js';
import { codeErrors, maskErrors } from './errors.js';
import type { HttpResponse } from './handler.js';
import { refuseUnknownOperations } from './operations.js';
import { refuseUnstorableText } from './text.js';
import { limitTokens } from './tokens.js';

const MAX_TOKENS = 1_000;

/** What is executed. */
export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly accept: string | undefined;
  /** An error becomes the answer, in the media type that is accepted. */
  readonly question: Question | GraphQLError;
  readonly catalog: Catalog;
}

/** What came of it. */
export interface Executed {
  readonly response: HttpResponse;
  /** Whether the result has data and no errors. */
  readonly isComplete: boolean;
}

/** Yoga copies the object that it is given, so what it sets is an object inside. */
interface Execution extends Asked {
  readonly outcome: { isComplete: boolean };
}

/** Parses, validates and executes. This is the only place with WHATWG requests and responses, for yoga. */
export function createExecution(
  prisma: Database,
  documents: Documents,
  logger: Logger,
): (asked: Asked) => Promise<Executed> {
  const yoga = createYoga<Execution, Context>({
    schema,
    context: ({ catalog }) => createContext(prisma, catalog),
    landingPage: false,
    graphiql: false,
    cors: false,
    batching: false,
    multipart: false,
    maxRequestBodySize: false,
    maskedErrors: { maskError: maskErrors(logger) },
    parserAndValidationCache: true,
    plugins: [
      takeQuestion(documents),
      limitTokens(MAX_TOKENS),
      refuseUnknownOperations(),
      codeErrors(),
      refuseUnstorableText(),
    ],
    logging: false,
  });
  return async (asked) => {
    const { method, accept } = asked;
    const outcome = { isComplete: false };
    const response = await yoga.fetch(
      'http://localhost/graphql',
      { method, headers: accept === undefined ? {} : { accept } },
      { ...asked, outcome },
    );
    const body = response.body === null ? null : new Uint8Array(await response.arrayBuffer());
    return {
      response: { status: response.status, headers: headersOf(response), body },
      isComplete: outcome.isComplete,
    };
  };
}

/** Gives yoga the question that was read before, and notes whether the answer is complete. */
function takeQuestion(documents: Documents): Plugin<Execution, Execution> {
  return {
    onRequestParse: ({ serverContext: { question }, setRequestParser }) =>
      setRequestParser(() => {
        if (question instanceof GraphQLError) throw question;
        return question.params;
      }),
    // Invalid documents are not remembered, so nobody can fill the store with them.
    onValidate:
      ({ context: { question } }) =>
      ({ valid }) => {
        if (valid && !(question instanceof GraphQLError)) documents.remember(question);
      },
    onResultProcess: ({ result, serverContext }) => {
      serverContext.outcome.isComplete = 'data' in result && result.data != null && !result.errors?.length;
    },
  };
}

function headersOf({ headers }: Response): Record<string, string> {
  return Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value]));
}
