import { ServerError } from '../errors.js';
import { type AnyDocument, outcomeOf, type StubbedAnswer } from './answer.js';
import { recorded, recordedDocument } from './recorded.js';
import { type Asked, readRequest, type StubbedCall } from './request.js';

/** Stands for `fetch`, and answers without a server. */
export interface StubFetch {
  (input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** What was asked, from the first to the last; the client's own retries too. */
  readonly calls: readonly StubbedCall[];
  /**
   * Answers a document, ours or your own, from now on: with data, with {@link fail}, {@link partial} or {@link slow}, or
   * with what a function makes of the variables. The last answer given to a document counts.
   *
   * @example
   * stub.on(careerPage, ({ slug }) => (slug === 'welder' ? { career: null } : aCareerPage()));
   */
  on<TDocument extends AnyDocument>(document: TDocument, answer: StubbedAnswer<TDocument>): StubFetch;
}

/**
 * A `fetch` for tests, that answers the SDK's operations from recorded real answers. An answer is given for the
 * variables that it was recorded for, and for no others (what is null counts as not given): the career
 * `medical-office-manager`, which has findings, `medical-assistant`, and `no-such-career`, which is null; the occupation
 * 11-9111; California; and every page of the lists in pages of 20. Everything else is told with {@link StubFetch.on}.
 *
 * The recording server has the content of CareerGraph's repository alone: official figures of the nation, none of states
 * and metropolitan areas, nothing of O*NET.
 *
 * It is the server after it has seen each document once: the client gets what it asks for by GET, with an ETag.
 *
 * A request that it has no answer for rejects with a ServerError whose message says what to do; its code is NO_ANSWER.
 * What an answering function throws arrives the same way, its code is ANSWER_THREW. The client tries neither again.
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
    if (!document) throw new Error(`${asked.operation} is no document of this version of the SDK.`);
    return recorded(document, asked.variables as never);
  } catch (error) {
    const { message } = error as Error;
    throw new ServerError(`stubFetch: ${message} Say what to answer: stub.on(document, data).`, 'NO_ANSWER');
  }
}
