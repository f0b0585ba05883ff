import type { Answer } from './answer.js';
import type { Client, QuestionArguments, RequestOptions } from './client.js';
import type { TypedDocument } from './documents.js';
import { type Connection, walk } from './walk.js';

/** A method that sends one operation. It rejects with the same errors as {@link Client.request}. */
export type Question<TData, TVariables> = (...rest: QuestionArguments<TVariables>) => Promise<Answer<TData>>;

/** A method that requests one page of a list. Its `all` iterates over the whole list. */
export interface ListQuestion<TData, TVariables, TNode> extends Question<TData, TVariables> {
  /**
   * Iterates over all items of the list. `first` sets the page size, 1 to 100. A list that belongs to something that does
   * not exist has no items.
   *
   * @throws PartialDataError if data is missing from a page, and the errors of {@link Client.request}
   *
   * @example
   * for await (const career of client.careers.all({ filter: { text: 'assistant' } })) console.log(career.title);
   */
  all(
    ...rest: QuestionArguments<Omit<TVariables, 'after' | 'last' | 'before'>>
  ): AsyncGenerator<TNode, void, undefined>;
}

/** Makes the method for an operation. */
export function question<TData, TVariables>(
  client: Client,
  document: TypedDocument<TData, TVariables>,
): Question<TData, TVariables> {
  return (...rest) => client.request(document, ...rest);
}

/** Makes the method for an operation that selects one list. */
export function list<TData, TVariables extends object, TNode>(
  client: Client,
  document: TypedDocument<TData, TVariables>,
  pick: (data: TData) => Connection<TNode> | null | undefined,
): ListQuestion<TData, TVariables, TNode> {
  return Object.assign(question(client, document), {
    all: (variables?: object, options?: RequestOptions) =>
      walk(client, document, variables as TVariables, pick, options),
  });
}
