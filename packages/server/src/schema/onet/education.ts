import { builder } from '../../builder.js';
import { type CategoryShares, educationNeeded, type Hiding } from '../../onet/ratings.js';
import { elementOf, scaleOf } from '../../onet/references.js';
import { releaseKeyOf } from '../figure-arguments.js';
import {
  listCost,
  OnetContent,
  occupationOf,
  onetArguments,
  onOccupationAndCareer,
  suppressedArgument,
} from './content.js';
import { OnetElement, OnetScale } from './element.js';
import { CategoryShare, OnetRating } from './rating.js';

const EducationNeed = builder.objectRef<CategoryShares>('EducationNeed').implement({
  description:
    'The education, training, or experience that new hires in an occupation need, according to workers or experts.',
  fields: (t) => ({
    element: t.field({
      type: OnetElement,
      description: 'The element that was rated, such as the required level of education.',
      resolve: ({ elementId, release }, _, context) => elementOf(context, release, elementId),
    }),
    scale: t.field({
      type: OnetScale,
      description: 'The scale of the categories or the rating.',
      resolve: ({ scaleId, release }, _, context) => scaleOf(context, release, scaleId),
    }),
    categories: t.field({
      type: [CategoryShare],
      complexity: listCost(12),
      description:
        'The share of each category, from the lowest category to the highest. Empty for an element that is rated on a scale.',
      resolve: ({ shares }) => [...shares],
    }),
    rating: t.expose('rating', {
      type: OnetRating,
      nullable: true,
      description:
        'The importance rating, for example of a certification or an apprenticeship. Null for an element that has categories.',
    }),
  }),
});

const EducationNeeds = builder.objectRef<Hiding<CategoryShares>>('EducationNeeds').implement({
  interfaces: [OnetContent],
  description: 'The education, training, and experience that an occupation needs.',
  fields: (t) => ({
    nodes: t.field({
      type: [EducationNeed],
      complexity: listCost(6),
      description: 'The needs: education first, then certification, experience, and training. At most 100.',
      resolve: ({ nodes }) => nodes.slice(0, 100),
    }),
    hidden: t.exposeInt('hidden', {
      description: 'The number of shares hidden because O*NET recommends suppressing them.',
    }),
  }),
});

onOccupationAndCareer((t, whose) => ({
  educationNeeded: t.field({
    type: EducationNeeds,
    description: `The education, training, and experience ${whose} needs, as shares of survey responses. From O*NET.`,
    args: { ...onetArguments, ...suppressedArgument },
    resolve: (parent, { asOf, includeSuppressed }, context) =>
      educationNeeded(context, occupationOf(parent, context), { asOf: releaseKeyOf(asOf), includeSuppressed }),
  }),
}));
