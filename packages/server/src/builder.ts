import type { Database, PothosTypes } from '@careergraph/db';
import { getDatamodel } from '@careergraph/db';
import SchemaBuilder from '@pothos/core';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import type { Context } from './context.js';
import { badInput } from './errors.js';

export interface SchemaTypes {
  Context: Context;
  PrismaTypes: PothosTypes;
  DefaultFieldNullability: false;
  Scalars: { ID: { Input: string; Output: string }; DateTime: { Input: never; Output: Date } };
}

export const builder = new SchemaBuilder<SchemaTypes>({
  defaultFieldNullability: false,
  plugins: [RelayPlugin, PrismaPlugin],
  prisma: {
    client: (context): Database => context.prisma,
    dmmf: getDatamodel(),
    filterConnectionTotalCount: true,
    onUnusedQuery: null,
  },
  relay: {
    pageInfoTypeOptions: { description: 'What lies before and after a page.' },
    nodeTypeOptions: { description: 'Anything with a global id: what `node(id)` can fetch again.' },
    nodeQueryOptions: {
      description: 'The object of a global id, as its `id` field gave it; null for an id of nothing that exists.',
    },
    nodesQueryOptions: { description: 'The objects of several global ids, in their order; null where there is none.' },
    encodeGlobalID: (typename, id) => Buffer.from(`${typename}:${id}`).toString('base64url'),
    decodeGlobalID: (globalId) => {
      const [, typename, id] = /^([A-Za-z]+):(.+)$/s.exec(Buffer.from(globalId, 'base64url').toString('utf8')) ?? [];
      if (
        typename === undefined ||
        id === undefined ||
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
