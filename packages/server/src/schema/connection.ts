import type { InterfaceRef, ObjectRef } from '@pothos/core';
import { builder } from '../builder.js';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../paging/arguments.js';
import type { Connection } from '../paging/connection.js';

/** Arguments of every connection. */
export const pageArguments = builder.args((t) => ({
  first: t.int({
    description:
      'The number of entries to return from the start of the list, or after `after`. From 1 to 100. Defaults to 20 if neither `first` nor `last` is provided.',
  }),
  after: t.string({ description: 'Return entries after this cursor.' }),
  last: t.int({
    description:
      'The number of entries to return from the end of the list, or before `before`. From 1 to 100. Cannot be combined with `first`.',
  }),
  before: t.string({ description: 'Return entries before this cursor.' }),
}));

/**
 * The cost of a connection field: the cost of an entry times the page size. An invalid page size counts as the nearest
 * valid one, so that the list itself can reject it and name the argument.
 */
export function pageCost({ first, last }: { readonly first?: number | null; readonly last?: number | null }) {
  return { field: 1, multiplier: Math.min(Math.max(1, first ?? last ?? DEFAULT_PAGE_SIZE), MAX_PAGE_SIZE) };
}

/** A list that is filtered by text goes through all of its entries. */
export const TEXT_SEARCH_COST = 200;

/** The lists inside a connection are already counted by {@link pageCost}. */
export const IN_PAGE = { field: 1, multiplier: 1 };

type Types = (typeof builder)['$inferSchemaTypes'];

/** A Relay connection type with totalCount. Pass an interface for connections that have more fields. */
export function connectionOf<T, C extends Connection<T> = Connection<T>>(
  name: string,
  node: ObjectRef<Types, T>,
  plural: string,
  interfaces: readonly InterfaceRef<Types, Omit<C, keyof Connection<T>>>[] = [],
) {
  const edge = builder.objectRef<Connection<T>['edges'][number]>(`${name}Edge`).implement({
    description: `An entry on a page of ${plural}.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        description: 'The position of the entry in this list. Use it with `after` and `before`.',
      }),
      node: t.field({ type: node, description: 'The entry.', resolve: (parent) => parent.node as never }),
    }),
  });
  return builder.objectRef<C>(`${name}Connection`).implement({
    interfaces: [...interfaces] as never,
    description: `A page of ${plural}.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        complexity: IN_PAGE,
        description: 'The entries on the page, each with its cursor.',
        resolve: (parent) => parent.edges,
      }),
      nodes: t.field({
        type: [node],
        complexity: IN_PAGE,
        description: 'The entries on the page, without cursors.',
        resolve: (parent) => parent.edges.map((item) => item.node) as never,
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        description: 'Information for fetching more pages.',
        resolve: (parent) => parent.pageInfo,
      }),
      totalCount: t.int({
        description: 'The total number of entries in the list.',
        resolve: (parent) => parent.totalCount(),
      }),
    }),
  });
}
