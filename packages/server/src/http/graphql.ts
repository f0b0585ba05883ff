import type { Database } from '@careergraph/db';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type AnswerStore, isKept } from '../answers/store.js';
import type { CatalogKeeper } from '../catalog/keeper.js';
import type { Logger } from '../log.js';
import type { RowStore } from '../rows/store.js';
import { readJsonBody } from './body.js';
import { keptResponse, unkeptResponse } from './caching.js';
import type { Documents, Question } from './documents.js';
import { createExecution } from './execution.js';
import type { Handler, HttpRequest } from './handler.js';
import { encodingOf, mediaTypeOf } from './negotiation.js';
import { fromBody, fromSearch } from './parameters.js';

export interface GraphqlOptions {
  readonly prisma: Database;
  readonly rows: RowStore;
  readonly catalog: CatalogKeeper;
  readonly logger: Logger;
  readonly documents: Documents;
  readonly answers: AnswerStore;
  /** How long browsers and CDNs may use an answer to GET without asking again. */
  readonly cacheSeconds: number;
}

/** How much of what clients send is remembered with the question that it is. */
const QUESTION_CHARACTERS = 8_000_000;

/** Answers GET, HEAD and POST of GraphQL over HTTP, with a kept answer if there is one. */
export function createGraphqlHandler(options: GraphqlOptions): Handler {
  const { catalog, documents, answers, cacheSeconds: seconds } = options;
  const execution = createExecution(options);
  const readQuestion = createReader(documents);

  return async (request) => {
    const { accept, 'accept-encoding': acceptEncoding } = request.headers;
    const method = request.method === 'POST' ? 'POST' : 'GET';
    const type = mediaTypeOf(accept);
    const question = await readQuestion(request);
    if (type === undefined || question instanceof GraphQLError) {
      const response = await execution.refuse(question, catalog.current(), { method, accept });
      return unkeptResponse(response, request);
    }
    const wanted = { key: question.key, encoding: encodingOf(acceptEncoding), variant: `${method} ${type}` };
    const { computed, isHit } = await answers.find(wanted, (of) =>
      execution.execute(question, of, { method, accept: type }),
    );
    if (!isKept(computed)) return unkeptResponse(computed, request);
    documents.remember(question);
    return keptResponse(computed, request, { type, isHit, seconds });
  };
}

/**
 * Reads the question of a request, or the error that answers it in the media type that is accepted. What was sent before
 * is not parsed again.
 */
function createReader(documents: Documents): (request: HttpRequest) => Promise<Question | GraphQLError> {
  const questions = new LRUCache<string, Question>({
    maxSize: QUESTION_CHARACTERS,
    sizeCalculation: ({ params: { query = '' } }, sent) => 2 * sent.length + query.length,
  });
  return async (request) => {
    const body = request.method === 'POST' ? await readJsonBody(request) : undefined;
    const sent = body ? `POST ${body.toString('latin1')}` : request.search;
    const known = questions.get(sent);
    if (known) return known;
    try {
      const question = documents.find(body ? fromBody(body) : fromSearch(request.search));
      questions.set(sent, question);
      return question;
    } catch (error) {
      if (error instanceof GraphQLError) return error;
      throw error;
    }
  };
}
