import type { Client, RequestOptions } from './client.js';
import type { TypedDocument } from './documents.js';
import { ServerError } from './errors.js';

/** A page of a list, as every connection of the API has it. */
export interface Connection<TNode> {
  readonly nodes: readonly TNode[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * Walks a list from its start to its end, page by page, as the loop asks for more.
 *
 * @param pick finds the list in an answer; null where there is no such thing, which ends the walk without items
 * @throws PartialDataError where a page has gaps: a list with holes is no list; else as {@link Client.request}
 *
 * @example
 * for await (const career of walk(client, careersList, { first: 50 }, (data) => data.careers)) console.log(career.title);
 */
export async function* walk<TData, TVariables extends object, TNode>(
  client: Client,
  document: TypedDocument<TData, TVariables>,
  variables: NoInfer<TVariables>,
  pick: (data: TData) => Connection<TNode> | null | undefined,
  options?: RequestOptions,
): AsyncGenerator<TNode, void, undefined> {
  const request = client.request as (
    document: TypedDocument<TData, TVariables>,
    variables: object,
    options?: RequestOptions,
  ) => Promise<{ readonly data: TData }>;
  const seen = new Set<string>();
  for (let after: string | undefined; ; ) {
    const { data } = await request(
      document,
      { ...variables, ...(after && { after }) },
      { ...options, partial: 'throw' },
    );
    const page = pick(data);
    if (!page && !after) return;
    if (!page) throw broken(document);
    yield* page.nodes;
    const { hasNextPage, endCursor } = page.pageInfo;
    if (!hasNextPage) return;
    if (!endCursor || seen.has(endCursor)) throw broken(document);
    seen.add(endCursor);
    after = endCursor;
  }
}

function broken({ name }: { readonly name: string }): ServerError {
  return new ServerError(`${name}: the list does not go on.`, 'BAD_ANSWER');
}
