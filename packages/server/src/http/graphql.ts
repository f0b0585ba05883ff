import type { Database } from '@careergraph/db';
import { GraphQLError } from 'graphql';
import { toAnswer } from '../answers/answer.js';
import { type AnswerStore, isKept } from '../answers/store.js';
import type { CatalogKeeper } from '../catalog/keeper.js';
import type { Logger } from '../log.js';
import { readJsonBody } from './body.js';
import { keptResponse, unkeptResponse } from './caching.js';
import type { Documents, Question } from './documents.js';
import { createExecution } from './execution.js';
import type { Handler, HttpRequest } from './handler.js';
import { encodingOf, mediaTypeOf } from './negotiation.js';
import { fromBody, fromSearch } from './parameters.js';

export interface GraphqlOptions {
  readonly prisma: Database;
  readonly catalog: CatalogKeeper;
  readonly logger: Logger;
  readonly documents: Documents;
  readonly answers: AnswerStore;
  /** How long browsers and CDNs may use an answer to GET without asking again. */
  readonly cacheSeconds: number;
}

/** Answers GET, HEAD and POST of GraphQL over HTTP, with a kept answer if there is one. */
export function createGraphqlHandler(options: GraphqlOptions): Handler {
  const { prisma, catalog, logger, documents, answers, cacheSeconds: seconds } = options;
  const execute = createExecution(prisma, documents, logger);

  return async (request) => {
    const { accept, 'accept-encoding': acceptEncoding } = request.headers;
    const method = request.method === 'POST' ? 'POST' : 'GET';
    const type = mediaTypeOf(accept);
    const question = await readQuestion(request, documents);
    if (type === undefined || question instanceof GraphQLError) {
      const { response } = await execute({ method, accept, question, catalog: catalog.current() });
      return unkeptResponse(response, request);
    }
    const wanted = { key: question.key, encoding: encodingOf(acceptEncoding), variant: `${method} ${type}` };
    const { computed, isHit } = await answers.find(wanted, async (of) => {
      const { response, isComplete } = await execute({ method, accept: type, question, catalog: of });
      return isComplete ? toAnswer(response.body) : response;
    });
    if (!isKept(computed)) return unkeptResponse(computed, request);
    documents.remember(question);
    return keptResponse(computed, request, { type, isHit, seconds });
  };
}

/** The question of a request, or the error that answers it in the media type that is accepted. */
async function readQuestion(request: HttpRequest, documents: Documents): Promise<Question | GraphQLError> {
  const body = request.method === 'POST' ? await readJsonBody(request) : undefined;
  try {
    return documents.find(body ? fromBody(body) : fromSearch(request.search));
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
