import { crc32 } from 'node:zlib';
import type { Database } from '@careergraph/db';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type AnswerStore, type Computed, type Found, isKept } from '../answers/store.js';
import type { Catalog } from '../catalog/catalog.js';
import type { CatalogKeeper } from '../catalog/keeper.js';
import type { Admission, Admit } from '../limits/admission.js';
import type { Logger } from '../log.js';
import { andThen, type MaybePromise } from '../maybe-promise.js';
import type { RowStore } from '../rows/store.js';
import type { Tracing } from '../tracing.js';
import { readJsonBody } from './body.js';
import { createKeptResponses, unkeptResponse } from './caching.js';
import type { Documents, Question } from './documents.js';
import { createExecution } from './execution.js';
import type { Handler, HttpRequest, HttpResponse } from './handler.js';
import { encodingOf, MEDIA_TYPES, mediaTypeOf } from './negotiation.js';
import type { FairQueue } from './overload.js';
import { fromBody, fromSearch, type Parameters } from './parameters.js';
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
  /** Whether questions about the schema are answered. */
  readonly introspection: boolean;
  readonly admit: Admit;
  /** In which order answers are computed. */
  readonly queue: FairQueue;
  readonly tracing: Tracing;
}

/** Reading what was not sent before takes processor time, even if it is refused. */
const COST_PER_BYTE = 0.1;

/** How much of what clients send is remembered with the question that it is, half of it for GET and half for POST. */
const QUESTION_BYTES = 8_000_000;

interface SentBody {
  readonly bytes: Uint8Array;
  readonly question: Question;
}

/** Answers GET, HEAD and POST of GraphQL over HTTP, with a kept answer if there is one. */
export function createGraphqlHandler(options: GraphqlOptions): Handler {
  const { catalog, documents, answers, admit, queue, tracing, cacheSeconds: seconds } = options;
  const execution = createExecution(options);
  const readQuestion = createReader(documents);

  const keptResponse = createKeptResponses(seconds);
  const typeOf = remembered(mediaTypeOf);
  const encodingFor = remembered(encodingOf);

  return (request) => {
    const admission = admit(request);
    return andThen(readQuestion(request, admission), (question) => answer(request, admission, question));
  };

  function answer(
    request: HttpRequest,
    admission: Admission,
    question: Question | GraphQLError,
  ): MaybePromise<HttpResponse> {
    const { exchange } = request;
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
    if (exchange) {
      exchange.documentHash = question.documentHash;
    }
    return andThen(find(), ({ computed, isHit }) => {
      const isStale = catalog.isStale();
      if (exchange) exchange.cache = isHit ? (isStale ? 'stale' : 'hit') : 'miss';
      if (!isKept(computed)) return unkeptResponse(computed, request);
      // Only now is it known to be the name of an operation, and not just any text.
      if (exchange) exchange.operationName = question.params.operationName ?? undefined;
      documents.remember(question, admission.caller);
      return keptResponse(computed, request, { type, isHit, isStale });
    });

    function find(): MaybePromise<Found> {
      let isOwn = false;
      const found = answers.find(wanted, (of) => {
        isOwn = true;
        return tracing.within('compute', () => queue.run(admission.caller, () => execute(of)));
      });
      if (!(found instanceof Promise)) return found;
      // Identical requests share a computation, but not the refusal of the caller that began it.
      return found.catch((error: unknown) => {
        if (isOwn || !(error instanceof Refusal)) throw error;
        return find();
      });
    }

    async function execute(of: Catalog): Promise<Computed> {
      const computed = await execution.execute(question as Question, of, { method, accept: type }, admission.charge);
      if (!isKept(computed) && computed.status === 503) queue.giveUp(databaseUnavailable);
      return computed;
    }
  }
}

function databaseUnavailable(): Refusal {
  const message = 'The database does not answer; try again in a few seconds.';
  return new Refusal(503, message, 'DATABASE_UNAVAILABLE', { 'retry-after': '2' });
}

/**
 * Reads the question of a request, or the error that answers it in the media type that is accepted. What was sent before
 * is not parsed again.
 */
function createReader(documents: Documents) {
  const searches = new LRUCache<string, Question>({
    maxSize: QUESTION_BYTES / 2,
    sizeCalculation: ({ params: { query = '' } }, search) => 2 * search.length + query.length,
  });
  const bodies = new LRUCache<number, SentBody>({
    maxSize: QUESTION_BYTES / 2,
    sizeCalculation: ({ bytes, question: { params } }) => bytes.byteLength + (params.query ?? '').length,
  });
  return (request: HttpRequest, { charge }: Admission): MaybePromise<Question | GraphQLError> =>
    request.method === 'POST'
      ? andThen(readJsonBody(request), (body) => questionOfBody(body, charge))
      : questionOfSearch(request.search, charge);

  function questionOfSearch(search: string, charge: Admission['charge']): Question | GraphQLError {
    const known = searches.get(search);
    if (known) return known;
    const question = parse(search.length, charge, () => fromSearch(search));
    if (!(question instanceof GraphQLError)) searches.set(search, question);
    return question;
  }

  /** By a checksum, because V8 takes longer to hash a long text. Another body with the same one takes its place. */
  function questionOfBody(body: Buffer, charge: Admission['charge']): Question | GraphQLError {
    const checksum = crc32(body);
    const known = bodies.get(checksum);
    if (known && body.equals(known.bytes)) return known.question;
    const question = parse(body.byteLength, charge, () => fromBody(body));
    // A copy, because the body is a part of what was read from the socket, all of which would be kept.
    if (!(question instanceof GraphQLError)) bodies.set(checksum, { bytes: new Uint8Array(body), question });
    return question;
  }

  function parse(length: number, charge: Admission['charge'], parameters: () => Parameters): Question | GraphQLError {
    charge(Math.ceil(length * COST_PER_BYTE));
    try {
      return documents.find(parameters());
    } catch (error) {
      if (error instanceof GraphQLError) return error;
      throw error;
    }
  }
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
