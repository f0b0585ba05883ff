import type { Database } from '@careergraph/db';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type AnswerStore, isKept } from '../answers/store.js';
import type { CatalogKeeper } from '../catalog/keeper.js';
import type { Logger } from '../log.js';
import { andThen, type MaybePromise } from '../maybe-promise.js';
import type { RowStore } from '../rows/store.js';
import { readJsonBody } from './body.js';
import { createKeptResponses, unkeptResponse } from './caching.js';
import type { Documents, Question } from './documents.js';
import { createExecution } from './execution.js';
import type { Handler, HttpRequest, HttpResponse } from './handler.js';
import { encodingOf, MEDIA_TYPES, mediaTypeOf } from './negotiation.js';
import { boundWork } from './overload.js';
import { fromBody, fromSearch } from './parameters.js';
import { Refusal } from './refusal.js';

export interface GraphqlOptions {
  readonly prisma: Database;
  readonly rows: RowStore;
  readonly catalog: CatalogKeeper;
  readonly logger: Logger;
  readonly documents: Documents;
  readonly answers: AnswerStore;
  /** How long browsers and CDNs may use an answer to GET without asking again. */
  readonly cacheSeconds: number;
  /** How many answers are computed at the same time. */
  readonly maxRequests: number;
  /** Whether questions about the schema are answered. */
  readonly introspection: boolean;
}

/** How much of what clients send is remembered with the question that it is. */
const QUESTION_CHARACTERS = 8_000_000;

/** Answers GET, HEAD and POST of GraphQL over HTTP, with a kept answer if there is one. */
export function createGraphqlHandler(options: GraphqlOptions): Handler {
  const { catalog, documents, answers, cacheSeconds: seconds } = options;
  const execution = createExecution(options);
  const bounded = boundWork(options.maxRequests);
  const readQuestion = createReader(documents);

  const keptResponse = createKeptResponses(seconds);
  const typeOf = remembered(mediaTypeOf);
  const encodingFor = remembered(encodingOf);

  return (request) => andThen(readQuestion(request), (question) => answer(request, question));

  function answer(request: HttpRequest, question: Question | GraphQLError): MaybePromise<HttpResponse> {
    const { accept, 'accept-encoding': acceptEncoding } = request.headers;
    const method = request.method === 'POST' ? 'POST' : 'GET';
    const type = typeOf(accept);
    if (type === undefined) {
      const message = `The answer can be ${MEDIA_TYPES.join(' or ')}; Accept is ${JSON.stringify(accept?.slice(0, 60))}.`;
      throw new Refusal(406, message);
    }
    if (question instanceof GraphQLError) {
      const refused = execution.refuse(question, catalog.current(), { method, accept });
      return refused.then((response) => unkeptResponse(response, request));
    }
    const wanted = { keys: question.keys, encoding: encodingFor(acceptEncoding), variant: `${method} ${type}` };
    const found = answers.find(wanted, (of) =>
      bounded(() => execution.execute(question, of, { method, accept: type })),
    );
    return andThen(found, ({ computed, isHit }) => {
      if (!isKept(computed)) return unkeptResponse(computed, request);
      documents.remember(question, request.peer);
      return keptResponse(computed, request, { type, isHit, isStale: catalog.isStale() });
    });
  }
}

/**
 * Reads the question of a request, or the error that answers it in the media type that is accepted. What was sent before
 * is not parsed again.
 */
function createReader(documents: Documents): (request: HttpRequest) => MaybePromise<Question | GraphQLError> {
  const questions = new LRUCache<string, Question>({
    maxSize: QUESTION_CHARACTERS,
    sizeCalculation: ({ params: { query = '' } }, sent) => 2 * sent.length + query.length,
  });
  const read = (request: HttpRequest, body?: Buffer): Question | GraphQLError => {
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
  return (request) =>
    request.method === 'POST' ? readJsonBody(request).then((body) => read(request, body)) : read(request);
}

/** Clients send the same few headers again and again. */
function remembered<T>(read: (header?: string) => T): (header: string | undefined) => T {
  const without = read();
  const results = new LRUCache<string, { readonly value: T }>({ max: 100 });
  return (header) => {
    if (header === undefined) return without;
    if (header.length > 200) return read(header);
    let result = results.get(header);
    if (!result) {
      result = { value: read(header) };
      results.set(header, result);
    }
    return result.value;
  };
}
