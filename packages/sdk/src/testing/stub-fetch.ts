import { ServerError } from '../errors.js';
import { type AnyDocument, outcomeOf, type StubbedAnswer } from './answer.js';
import { recorded, recordedDocument } from './recorded.js';
import { type Asked, readRequest, type StubbedCall } from './request.js';

/** A `fetch` that answers without a server. */
export interface StubFetch {
  (input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** All requests in order, including retries. */
  readonly calls: readonly StubbedCall[];
  /**
   * Sets the answer to a document, the SDK's or your own: data, {@link fail}, {@link partial}, {@link slow}, or a function
   * of the variables. A new answer replaces the previous one.
   *
   * @example
   * stub.on(careerPage, ({ slug }) => (slug === 'welder' ? { career: null } : aCareerPage()));
   */
  on<TDocument extends AnyDocument>(document: TDocument, answer: StubbedAnswer<TDocument>): StubFetch;
}

/**
 * Creates a `fetch` for tests that answers the SDK's operations with recorded answers of a real server. It answers only
 * the recorded variables (null counts as missing): the careers `medical-office-manager`, which has findings,
 * `medical-assistant`, and `no-such-career`, which is null; the occupation 11-9111; California; and every page of the
 * lists, 20 items per page. Set other answers with {@link StubFetch.on}.
 *
 * The recording server has only the content of CareerGraph's repository: official figures for the nation, but no figures
 * for states and metropolitan areas, and no O*NET content.
 *
 * The stub acts like a server that has seen every document before: it answers a GET by hash, with an ETag.
 *
 * A request without an answer rejects with a ServerError whose code is NO_ANSWER and whose message says what to do. If
 * your function throws, the code is ANSWER_THREW. The client retries neither.
 *
 * @example
 * import { createCareerClient } from '@careergraph/sdk';
 * import { stubFetch } from '@careergraph/sdk/testing';
 *
 * const stub = stubFetch();
 * const client = createCareerClient({ endpoint: 'https://careers.example/graphql', fetch: stub });
 * const { data } = await client.careerPage({ slug: 'medical-office-manager' });
 * stub.calls; // [{ operation: 'CareerPage', variables: { slug: 'medical-office-manager' }, method: 'GET', … }]
 */
export function stubFetch(): StubFetch {
  const calls: StubbedCall[] = [];
  const answers: { readonly document: AnyDocument; readonly answer: unknown }[] = [];

  const answer = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const asked = await readRequest(input, init);
    const { operation, variables, method, headers, signal } = asked;
    calls.push({ operation, variables, method, headers });
    signal?.throwIfAborted();
    const given = answers.find(({ document }) => isAskedFor(document, asked));
    return outcomeOf(given ? await evaluate(given.answer, asked) : recordedAnswer(asked)).respond(asked);
  };
  const stub: StubFetch = Object.assign(answer, {
    calls,
    on: (document: AnyDocument, answer: unknown) => {
      answers.unshift({ document, answer });
      return stub;
    },
  });
  return stub;
}

function isAskedFor({ hash, text }: AnyDocument, asked: Asked): boolean {
  return asked.hash === undefined ? asked.text === text : asked.hash === hash;
}

async function evaluate(answer: unknown, { operation, variables }: Asked): Promise<unknown> {
  if (typeof answer !== 'function') return answer;
  try {
    return await answer(variables);
  } catch (error) {
    throw new ServerError(`stubFetch: the answer to ${operation} threw ${String(error)}`, 'ANSWER_THREW');
  }
}

function recordedAnswer(asked: Asked): unknown {
  const document = recordedDocument((each) => isAskedFor(each, asked));
  try {
    if (!document) throw new Error(`${asked.operation} is not a document of this version of the SDK.`);
    return recorded(document, asked.variables as never);
  } catch (error) {
    const { message } = error as Error;
    throw new ServerError(`stubFetch: ${message} Set an answer: stub.on(document, data).`, 'NO_ANSWER');
  }
}
