import { builder } from '../../builder.js';
import { type Related, relatedOf } from '../../onet/related.js';
import { RelatednessTier } from '../enums.js';
import { releaseKeyOf } from '../figure-arguments.js';
import { Provenance } from '../provenance.js';
import { Occupation } from '../refs.js';
import { listCost, OnetContent, onetArguments } from './content.js';

const TIERS = {
  'Primary-Short': 'PRIMARY_SHORT',
  'Primary-Long': 'PRIMARY_LONG',
  Supplemental: 'SUPPLEMENTAL',
} as const;

const RelatedOccupation = builder.prismaObject('OnetRelated', {
  name: 'RelatedOccupation',
  description: 'An occupation that is similar to another occupation.',
  fields: (t) => ({
    rank: t.exposeInt('index', { description: 'The rank, starting at 1 for the most similar.' }),
    tier: t.field({
      type: RelatednessTier,
      description: 'How closely the occupation is related.',
      resolve: ({ tier }) => TIERS[tier as keyof typeof TIERS],
    }),
    code: t.exposeString('relatedCode', {
      description: 'The O*NET-SOC code of the related occupation. Example: `15-1211.01`.',
    }),
    occupation: t.field({
      type: Occupation,
      nullable: true,
      description: 'The related occupation. Null if no loaded release includes the code.',
      resolve: ({ relatedCode }, _, { catalog }) => catalog.occupation(relatedCode),
    }),
    provenance: t.field({ type: Provenance, description: 'Where the row comes from.', resolve: (parent) => parent }),
  }),
});

const RelatedOccupations = builder.objectRef<Related>('RelatedOccupations').implement({
  interfaces: [OnetContent],
  description: 'Occupations that are similar to another occupation.',
  fields: (t) => ({
    nodes: t.field({
      type: [RelatedOccupation],
      complexity: listCost(20),
      description: 'The related occupations, most similar first.',
      resolve: ({ nodes }) => [...nodes],
    }),
  }),
});

builder.objectField(Occupation, 'related', (t) =>
  t.field({
    type: RelatedOccupations,
    description: 'Occupations with similar tasks, knowledge, and job titles. From O*NET.',
    args: onetArguments,
    resolve: (occupation, { asOf }, context) => relatedOf(context, occupation, releaseKeyOf(asOf)),
  }),
);
