import { builder } from '../../builder.js';
import { type CategoryShares, educationNeeded, type Hiding } from '../../onet/ratings.js';
import { elementOf, scaleOf } from '../../onet/references.js';
import { releaseKeyOf } from '../figure-arguments.js';
import { Occupation } from '../refs.js';
import { listCost, OnetContent, onetArguments, suppressedArgument } from './content.js';
import { OnetElement, OnetScale } from './element.js';
import { CategoryShare, OnetRating } from './rating.js';

const EducationNeed = builder.objectRef<CategoryShares>('EducationNeed').implement({
  description:
    'Level of education, experience or training that people in an occupation or its experts say a new hire needs.',
  fields: (t) => ({
    element: t.field({
      type: OnetElement,
      description: 'What was asked for, e.g. the required level of education.',
      resolve: ({ elementId, release }, _, context) => elementOf(context, release, elementId),
    }),
    scale: t.field({
      type: OnetScale,
      description: 'The scale of its categories or rating.',
      resolve: ({ scaleId, release }, _, context) => scaleOf(context, release, scaleId),
    }),
    categories: t.field({
      type: [CategoryShare],
      complexity: listCost(12),
      description: 'Each category with its share, from the least to the most; none for what is rated on a scale.',
      resolve: ({ shares }) => [...shares],
    }),
    rating: t.expose('rating', {
      type: OnetRating,
      nullable: true,
      description: 'How important it is, e.g. a certification or an apprenticeship; null for what has categories.',
    }),
  }),
});

const EducationNeeds = builder.objectRef<Hiding<CategoryShares>>('EducationNeeds').implement({
  interfaces: [OnetContent],
  description: 'Education, experience and training that an occupation needs.',
  fields: (t) => ({
    nodes: t.field({
      type: [EducationNeed],
      complexity: listCost(6),
      description: 'Education first, then certification, experience and training; at most 100.',
      resolve: ({ nodes }) => nodes.slice(0, 100),
    }),
    hidden: t.exposeInt('hidden', { description: 'How many shares are hidden: recommended to suppress.' }),
  }),
});

builder.objectField(Occupation, 'educationNeeded', (t) =>
  t.field({
    type: EducationNeeds,
    description: 'Education, experience and training that it needs, as shares of those who were asked. Of O*NET.',
    args: { ...onetArguments, ...suppressedArgument },
    resolve: (occupation, { asOf, includeSuppressed }, context) =>
      educationNeeded(context, occupation, { asOf: releaseKeyOf(asOf), includeSuppressed }),
  }),
);
