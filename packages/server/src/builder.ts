import { type Database, getDatamodel } from '@careergraph/db';
import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import { type GraphQLSchema, isObjectType } from 'graphql';
import type { Context } from './context.js';
import { badInput } from './errors.js';
import { MAX_PAGE_SIZE } from './paging/arguments.js';
import type { Models } from './schema/models.js';

export interface SchemaTypes {
  Context: Context;
  PrismaTypes: Models;
  DefaultFieldNullability: false;
  Scalars: { ID: { Input: string; Output: string }; DateTime: { Input: never; Output: Date } };
}

export const builder = new SchemaBuilder<SchemaTypes>({
  defaultFieldNullability: false,
  plugins: [RelayPlugin, PrismaPlugin, ComplexityPlugin],
  // Fields declare their cost here; http/costs.ts counts before anything is executed.
  complexity: { disabled: true },
  prisma: {
    client: (context): Database => context.prisma,
    dmmf: getDatamodel(),
  },
  relay: {
    pageInfoTypeOptions: { description: 'Information about a page of a list.' },
    hasNextPageFieldOptions: { description: 'Whether more entries follow this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether entries precede this page.' },
    startCursorFieldOptions: { description: 'The cursor of the first entry on the page. Null if the page is empty.' },
    endCursorFieldOptions: { description: 'The cursor of the last entry on the page. Null if the page is empty.' },
    idFieldOptions: { description: 'The global ID.' },
    nodeTypeOptions: { description: 'An object with a global ID. Fetch it again with `node(id)`.' },
    nodeQueryOptions: {
      description: 'Fetches an object by its global ID. Null if no such object exists.',
      args: { id: { description: 'The global ID, as returned by an `id` field.' } },
      resolve: (_, { id }, __, info, resolveNode) => {
        assertNodeType(info.schema, id);
        return resolveNode(id);
      },
    },
    nodesQueryOptions: {
      description:
        'Fetches up to 100 objects by their global IDs, in the order of the IDs. An entry is null if no such object exists.',
      args: { ids: { description: 'The global IDs, as returned by `id` fields. At most 100.' } },
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

/** Rejects ids whose type is not a Node: a client can send any type name. */
function assertNodeType(schema: GraphQLSchema, { typename, id }: { readonly typename: string; readonly id: string }) {
  const type = schema.getType(typename);
  if (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node')) return;
  throw badInput(
    'id',
    `${JSON.stringify(`${typename}:${id}`.slice(0, 60))} is of no type that can be fetched by id; take one from an id field, e.g. ${Buffer.from('Area:US').toString('base64url')}.`,
  );
}

builder.queryType({
  description:
    'Career data: what careers pay, what they require, and how employment is projected to change. Every figure names its source.',
});

builder.scalarType('DateTime', {
  description: 'A date and time in UTC, in ISO 8601 format. Example: `2026-04-17T14:30:00.000Z`.',
  serialize: (value) => value.toISOString(),
  parseValue: () => {
    throw new TypeError('DateTime is for output only.');
  },
});
