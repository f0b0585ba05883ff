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
  description: 'How much an occupation is like one of the six kinds of work after Holland (RIASEC).',
  fields: (t) => ({
    element: t.field({
      type: OnetElement,
      description: 'Realistic, investigative, artistic, social, enterprising or conventional.',
      resolve: ({ elementId, release }, _, context) => elementOf(context, release, elementId),
    }),
    score: t.field({ type: OnetRating, description: 'From 1 to 7 (scale OI).', resolve: (rating) => rating }),
  }),
});

const InterestHighPoint = builder.objectRef<HighPoint>('InterestHighPoint').implement({
  description: 'One of the interests that stand out in an occupation.',
  fields: (t) => ({
    rank: t.exposeInt('rank', { description: '1 for the strongest, at most 3.' }),
    element: t.field({
      type: OnetElement,
      description: 'The interest.',
      resolve: ({ elementId, release }, _, context) => elementOf(context, release, elementId),
    }),
    provenance: t.field({ type: Provenance, description: 'Where it came from.', resolve: (parent) => parent }),
  }),
});

const OccupationInterests = builder.objectRef<Interests>('OccupationInterests').implement({
  interfaces: [OnetContent],
  description: 'What interests an occupation suits.',
  fields: (t) => ({
    nodes: t.field({
      type: [InterestScore],
      complexity: listCost(6),
      description: 'The six interests, the strongest first.',
      resolve: ({ nodes }) => [...nodes],
    }),
    highPoints: t.field({
      type: [InterestHighPoint],
      complexity: listCost(3),
      description: 'The interests that stand out, the strongest first, as O*NET publishes them.',
      resolve: ({ highPoints }) => [...highPoints],
    }),
  }),
});

builder.objectField(Occupation, 'interests', (t) =>
  t.field({
    type: OccupationInterests,
    description: 'What interests it suits. Of O*NET.',
    args: onetArguments,
    resolve: (occupation, { asOf }, context) => interestsOf(context, occupation, releaseKeyOf(asOf)),
  }),
);
