import type { DataOf, TypedDocument, VariablesOf } from '../documents.js';
import type { ApiError } from '../errors.js';
import type { Asked } from './request.js';
import { respond } from './response.js';

/** Any typed document, whatever it answers and asks for. */
export type AnyDocument = TypedDocument<unknown, never>;

/** What comes of a request other than data alone: made by {@link fail}, {@link partial} and {@link slow}. */
export class Outcome<TData> {
  /** Holds the type; there is no such value. */
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

/** What a stub answers with: data, an outcome, or a function of the variables that gives one of them. */
export type StubbedAnswer<TDocument extends AnyDocument> =
  | DataOf<TDocument>
  | Outcome<DataOf<TDocument>>
  | ((
      variables: VariablesOf<TDocument>,
    ) => DataOf<TDocument> | Outcome<DataOf<TDocument>> | Promise<DataOf<TDocument> | Outcome<DataOf<TDocument>>>);

/** Data is an outcome too. */
export function outcomeOf<TData>(answer: TData | Outcome<TData>): Outcome<TData> {
  return answer instanceof Outcome ? answer : new Outcome((asked) => respond(asked, { data: answer }));
}

/**
 * Data with gaps, and the errors that say why: the client gives both, or a `PartialDataError` where it was asked to throw.
 *
 * @example
 * const career = { slug: 'welder', title: 'Welder', salary: null };
 * stub.on(salaryInArea, partial({ career }, [{ message: 'The log has the details.', path: ['career', 'salary'] }]));
 */
export function partial<TData>(data: TData, errors: readonly ApiError[]): Outcome<TData> {
  return new Outcome((asked) => respond(asked, { data, errors }));
}

/**
 * An answer that takes its time; an abort or the client's time-out ends it.
 *
 * @param ms milliseconds; `Infinity` for an answer that never comes
 *
 * @example
 * stub.on(careerPage, slow(Infinity, recorded(careerPage)));
 * await client.careerPage({ slug: 'medical-assistant' }, { timeoutMs: 50 }); // rejects with a TimeoutError
 */
export function slow<TData>(ms: number, answer: TData | Outcome<TData>): Outcome<TData> {
  return new Outcome(async (asked) => {
    asked.signal?.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      // More overflows the timer, which then fires at once.
      const timer = setTimeout(resolve, Math.min(ms, 2 ** 31 - 1));
      asked.signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(asked.signal?.reason);
      });
    });
    return outcomeOf(answer).respond(asked);
  });
}
