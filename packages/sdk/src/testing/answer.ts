import type { DataOf, TypedDocument, VariablesOf } from '../documents.js';
import type { ApiError } from '../errors.js';
import type { Asked } from './request.js';
import { respond } from './response.js';

/** A typed document with any data and variables. */
export type AnyDocument = TypedDocument<unknown, never>;

/** A response other than plain data; {@link fail}, {@link partial}, and {@link slow} create it. */
export class Outcome<TData> {
  /** Carries the type. It has no value at run time. */
  declare readonly __data?: TData;
  readonly #respond: Respond;

  /** @internal */
  constructor(respond: Respond) {
    this.#respond = respond;
  }

  /** @internal */
  respond(asked: Asked): Response | Promise<Response> {
    return this.#respond(asked);
  }
}

type Respond = (asked: Asked) => Response | Promise<Response>;

/** The answer of a stub: data, an outcome, or a function of the variables that returns one of them. */
export type StubbedAnswer<TDocument extends AnyDocument> =
  | DataOf<TDocument>
  | Outcome<DataOf<TDocument>>
  | ((
      variables: VariablesOf<TDocument>,
    ) => DataOf<TDocument> | Outcome<DataOf<TDocument>> | Promise<DataOf<TDocument> | Outcome<DataOf<TDocument>>>);

/** Turns data into an outcome. */
export function outcomeOf<TData>(answer: TData | Outcome<TData>): Outcome<TData> {
  return answer instanceof Outcome ? answer : new Outcome((asked) => respond(asked, { data: answer }));
}

/**
 * A partial answer: data, and the errors that explain what is missing. The client returns both, or throws a
 * `PartialDataError` with `partial: 'throw'`.
 *
 * @example
 * const career = { slug: 'welder', title: 'Welder', salary: null };
 * stub.on(salaryInArea, partial({ career }, [{ message: 'The log has the details.', path: ['career', 'salary'] }]));
 */
export function partial<TData>(data: TData, errors: readonly ApiError[]): Outcome<TData> {
  return new Outcome((asked) => respond(asked, { data, errors }));
}

/**
 * A delayed answer. Aborting the request, or the client's time limit, ends the delay.
 *
 * @param ms delay in milliseconds; `Infinity` for an answer that never arrives
 *
 * @example
 * stub.on(careerPage, slow(Infinity, recorded(careerPage)));
 * await client.careerPage({ slug: 'medical-assistant' }, { timeoutMs: 50 }); // rejects with a TimeoutError
 */
export function slow<TData>(ms: number, answer: TData | Outcome<TData>): Outcome<TData> {
  return new Outcome(async (asked) => {
    asked.signal?.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      // A longer delay overflows the timer, which then fires at once.
      const timer = setTimeout(resolve, Math.min(ms, 2 ** 31 - 1));
      asked.signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(asked.signal?.reason);
      });
    });
    return outcomeOf(answer).respond(asked);
  });
}
