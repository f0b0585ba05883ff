import { type Database, getDatamodel } from '@careergraph/db';
import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import { type GraphQLSchema, isObjectType } from 'graphql';
import type { Context } from './context.js';
import { apiError, badInput } from './errors.js';
import { MAX_PAGE_SIZE } from './paging/arguments.js';
import type { Models } from './schema/models.js';

export interface SchemaTypes {
  Context: Context;
  PrismaTypes: Models;
  DefaultFieldNullability: false;
  Scalars: { ID: { Input: string; Output: string }; DateTime: { Input: never; Output: Date } };
}

/** The whole career page stays below half of each. */
export const QUERY_LIMITS = { depth: 12, breadth: 500, complexity: 20_000 };

/** Refused before any resolver has run, with the variables' values counted. */
function tooMuch(kind: 'Depth' | 'Breadth' | 'Complexity', value: number) {
  const limit = QUERY_LIMITS[kind.toLowerCase() as keyof typeof QUERY_LIMITS];
  const what = {
    Depth: 'deep; ask for less in one go',
    Breadth: 'selected fields wide; split it',
    Complexity: 'in cost, lists counted by their page size; ask for smaller pages or fewer fields',
  }[kind];
  return apiError(
    `QUERY_${kind.toUpperCase()}` as 'QUERY_DEPTH',
    `The query is ${value} ${what}. The limit is ${limit}.`,
    {
      limit,
      http: { status: 400 },
    },
  );
}

export const builder = new SchemaBuilder<SchemaTypes>({
  defaultFieldNullability: false,
  plugins: [RelayPlugin, PrismaPlugin, ComplexityPlugin],
  complexity: {
    limit: QUERY_LIMITS,
    complexityError: (kind, { depth, breadth, complexity }) =>
      tooMuch(kind, { Depth: depth, Breadth: breadth, Complexity: complexity }[kind]),
  },
  prisma: {
    client: (context): Database => context.prisma,
    dmmf: getDatamodel(),
  },
  relay: {
    pageInfoTypeOptions: { description: 'What lies before and after a page.' },
    hasNextPageFieldOptions: { description: 'Whether there is more after it.' },
    hasPreviousPageFieldOptions: { description: 'Whether there is more before it.' },
    startCursorFieldOptions: { description: 'Cursor of its first entry; null where it is empty.' },
    endCursorFieldOptions: { description: 'Cursor of its last entry; null where it is empty.' },
    idFieldOptions: { description: 'Global id.' },
    nodeTypeOptions: { description: 'Anything with a global id: what `node(id)` can fetch again.' },
    nodeQueryOptions: {
      description: 'The object of a global id, as its `id` field gave it; null for an id of nothing that exists.',
      args: { id: { description: 'Global id, from an `id` field.' } },
      resolve: (_, { id }, __, info, resolveNode) => {
        assertNodeType(info.schema, id);
        return resolveNode(id);
      },
    },
    nodesQueryOptions: {
      description: 'The objects of several global ids, in their order; null where there is none.',
      args: { ids: { description: 'Global ids, from `id` fields; at most 100.' } },
      complexity: ({ ids }: { readonly ids: readonly unknown[] }) => ({
        field: 1,
        multiplier: Math.min(ids.length, MAX_PAGE_SIZE),
      }),
      resolve: (_, { ids }, __, info, resolveNodes) => {
        if (ids.length > MAX_PAGE_SIZE) {
          throw badInput('ids', `${ids.length} ids are more than ${MAX_PAGE_SIZE}.`);
        }
        for (const id of ids) assertNodeType(info.schema, id);
        return resolveNodes(ids);
      },
    },
    encodeGlobalID: (typename, id) => Buffer.from(`${typename}:${id}`).toString('base64url'),
    decodeGlobalID: (globalId) => {
      const [, typename, id] = /^([A-Za-z]+):(.+)$/s.exec(Buffer.from(globalId, 'base64url').toString('utf8')) ?? [];
      if (
        typename === undefined ||
        id === undefined ||
        id.includes('\0') ||
        Buffer.from(`${typename}:${id}`).toString('base64url') !== globalId.replace(/=+$/, '')
      ) {
        throw badInput(
          'id',
          `${JSON.stringify(globalId.slice(0, 60))} is not a global id; take one from an id field, e.g. ${Buffer.from('Area:US').toString('base64url')}.`,
        );
      }
      return { typename, id };
    },
  },
});

/** An id is the client's word: its type may be any, and only a Node can be fetched by one. */
function assertNodeType(schema: GraphQLSchema, { typename, id }: { readonly typename: string; readonly id: string }) {
  const type = schema.getType(typename);
  if (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node')) return;
  throw badInput(
    'id',
    `${JSON.stringify(`${typename}:${id}`.slice(0, 60))} is of no type that can be fetched by id; take one from an id field, e.g. ${Buffer.from('Area:US').toString('base64url')}.`,
  );
}

builder.queryType({
  description: 'Careers, what they pay, what they ask for and where they are heading; each figure with its source.',
});

builder.scalarType('DateTime', {
  description: 'A moment in UTC, ISO 8601.',
  serialize: (value) => value.toISOString(),
  parseValue: () => {
    throw new TypeError('DateTime is for output only.');
  },
});
