import type { InterfaceRef, ObjectRef } from '@pothos/core';
import { builder } from '../builder.js';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../paging/arguments.js';
import type { Connection } from '../paging/connection.js';

/** Arguments of every connection. */
export const pageArguments = builder.args((t) => ({
  first: t.int({
    description: 'How many from the start (or after `after`), 1 to 100. 20 where neither first nor last is given.',
  }),
  after: t.string({ description: 'Cursor to start after.' }),
  last: t.int({ description: 'How many from the end (or before `before`), 1 to 100. Not together with first.' }),
  before: t.string({ description: 'Cursor to end before.' }),
}));

/**
 * What a connection field costs: its entries are counted by the size of the page. A size that no page has counts as
 * the nearest, so that the list itself can refuse it by name.
 */
export function pageCost({ first, last }: { readonly first?: number | null; readonly last?: number | null }) {
  return { field: 1, multiplier: Math.min(Math.max(1, first ?? last ?? DEFAULT_PAGE_SIZE), MAX_PAGE_SIZE) };
}

/** The lists inside a connection are already counted by {@link pageCost}. */
export const IN_PAGE = { field: 1, multiplier: 1 };

type Types = (typeof builder)['$inferSchemaTypes'];

/** A Relay connection type with totalCount; one that has more than a page is of an interface with these fields. */
export function connectionOf<T, C extends Connection<T> = Connection<T>>(
  name: string,
  node: ObjectRef<Types, T>,
  plural: string,
  interfaces: readonly InterfaceRef<Types, Omit<C, keyof Connection<T>>>[] = [],
) {
  const edge = builder.objectRef<Connection<T>['edges'][number]>(`${name}Edge`).implement({
    description: `One of the ${plural} of a page.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: 'Place in this list, for `after` and `before`.' }),
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
        description: 'The page, with a cursor for each entry.',
        resolve: (parent) => parent.edges,
      }),
      nodes: t.field({
        type: [node],
        complexity: IN_PAGE,
        description: 'The page without cursors.',
        resolve: (parent) => parent.edges.map((item) => item.node) as never,
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        description: 'Whether there is more, and the cursors to go on from.',
        resolve: (parent) => parent.pageInfo,
      }),
      totalCount: t.int({
        description: 'How many there are in the whole list.',
        resolve: (parent) => parent.totalCount(),
      }),
    }),
  });
}
