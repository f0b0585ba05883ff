import type { Client, RequestOptions } from './client.js';
import type { TypedDocument } from './documents.js';
import { ServerError } from './errors.js';

/** A page of a list: the fields that every connection of the API has. */
export interface Connection<TNode> {
  readonly nodes: readonly TNode[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * Iterates over a list from start to end. It requests each page when the loop reaches it.
 *
 * @param pick returns the list from the data, or null if the parent does not exist, which ends the iteration
 * @throws PartialDataError if data is missing from a page, and the errors of {@link Client.request}
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
    const { nodes, pageInfo } = page as Partial<Connection<TNode>>;
    if (!nodes || !pageInfo) throw broken(document);
    yield* nodes;
    const { hasNextPage, endCursor } = pageInfo;
    if (!hasNextPage) return;
    // A server that sends empty pages, or the same page again, would never end.
    if (!nodes.length || !endCursor || seen.has(endCursor)) throw broken(document);
    seen.add(endCursor);
    after = endCursor;
  }
}

function broken({ name }: { readonly name: string }): ServerError {
  return new ServerError(`${name}: the list broke off before its end.`, 'BAD_ANSWER');
}
