import { builder } from '../../builder.js';
import { type HighPoint, type Interests, interestsOf } from '../../onet/interests.js';
import { elementOf } from '../../onet/references.js';
import { releaseKeyOf } from '../figure-arguments.js';
import { Provenance } from '../provenance.js';
import { Occupation } from '../refs.js';
import { listCost, OnetContent, onetArguments } from './content.js';
import { OnetElement } from './element.js';
import { OnetRating } from './rating.js';

const InterestScore = builder.prismaObject('OnetRating', {
  variant: 'InterestScore',
  description: "How well an occupation matches one of Holland's six interest types (RIASEC).",
  fields: (t) => ({
    element: t.field({
      type: OnetElement,
      description: 'The interest type: Realistic, Investigative, Artistic, Social, Enterprising, or Conventional.',
      resolve: ({ elementId, release }, _, context) => elementOf(context, release, elementId),
    }),
    score: t.field({
      type: OnetRating,
      description: 'The score, from 1 to 7 (scale OI).',
      resolve: (rating) => rating,
    }),
  }),
});

const InterestHighPoint = builder.objectRef<HighPoint>('InterestHighPoint').implement({
  description: 'One of the strongest interest types of an occupation.',
  fields: (t) => ({
    rank: t.exposeInt('rank', { description: 'The rank, from 1 (strongest) to 3.' }),
    element: t.field({
      type: OnetElement,
      description: 'The interest type.',
      resolve: ({ elementId, release }, _, context) => elementOf(context, release, elementId),
    }),
    provenance: t.field({ type: Provenance, description: 'Where the value comes from.', resolve: (parent) => parent }),
  }),
});

const OccupationInterests = builder.objectRef<Interests>('OccupationInterests').implement({
  interfaces: [OnetContent],
  description: 'The interest types that match an occupation.',
  fields: (t) => ({
    nodes: t.field({
      type: [InterestScore],
      complexity: listCost(6),
      description: 'The six interest types, sorted by score, highest first.',
      resolve: ({ nodes }) => [...nodes],
    }),
    highPoints: t.field({
      type: [InterestHighPoint],
      complexity: listCost(3),
      description: 'The strongest interest types as published by O*NET, strongest first.',
      resolve: ({ highPoints }) => [...highPoints],
    }),
  }),
});

builder.objectField(Occupation, 'interests', (t) =>
  t.field({
    type: OccupationInterests,
    description: 'The interest types that match the occupation. From O*NET.',
    args: onetArguments,
    resolve: (occupation, { asOf }, context) => interestsOf(context, occupation, releaseKeyOf(asOf)),
  }),
);
