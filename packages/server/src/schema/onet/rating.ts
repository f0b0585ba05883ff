import { builder } from '../../builder.js';
import type { CategoryShare as CategoryShareShape } from '../../onet/ratings.js';
import { categoryOf, scaleOf } from '../../onet/references.js';
import { Provenance } from '../provenance.js';
import { OnetScale } from './element.js';

/** The fields that ratings and shares have in common: precision and provenance. */
const RatedValue = builder.prismaInterface('OnetRating', {
  variant: 'RatedValue',
  description: 'An O*NET value and its published precision.',
  fields: (t) => ({
    sampleSize: t.exposeInt('sampleSize', {
      nullable: true,
      description: 'The number of survey responses. Null if it is not published.',
    }),
    standardError: t.float({
      nullable: true,
      description: 'The standard error, in the unit of the value. Null if it is not published.',
      resolve: ({ standardErrorTenThousandths }) => tenThousandths(standardErrorTenThousandths),
    }),
    lowerBound: t.float({
      nullable: true,
      description: 'The lower bound of the 95% confidence interval. Null if it is not published.',
      resolve: ({ lowerTenThousandths }) => tenThousandths(lowerTenThousandths),
    }),
    upperBound: t.float({
      nullable: true,
      description: 'The upper bound of the 95% confidence interval. Null if it is not published.',
      resolve: ({ upperTenThousandths }) => tenThousandths(upperTenThousandths),
    }),
    recommendSuppress: t.exposeBoolean('recommendSuppress', {
      nullable: true,
      description:
        'Whether O*NET recommends suppressing the value because it is imprecise. Null if O*NET does not say.',
    }),
    date: t.exposeString('date', {
      nullable: true,
      description: 'The year and month of the last update. Example: `2023-08`. Null if it is not published.',
    }),
    domainSource: t.exposeString('domainSource', {
      nullable: true,
      description:
        'Who provided the value. Examples: "Incumbent", "Analyst", "Occupational Expert". Null if it is not published.',
    }),
    provenance: t.field({ type: Provenance, description: 'Where the value comes from.', resolve: (parent) => parent }),
  }),
});

export const OnetRating = builder.prismaObject('OnetRating', {
  interfaces: [RatedValue],
  description: 'The rating of an element for an occupation on one scale.',
  fields: (t) => ({
    value: t.float({
      description: 'The value on the scale, to two decimal places, as published.',
      resolve: ({ valueHundredths }) => valueHundredths / 100,
    }),
    scale: t.field({
      type: OnetScale,
      description: 'The scale.',
      resolve: ({ scaleId, release }, _, context) => scaleOf(context, release, scaleId),
    }),
    notRelevant: t.exposeBoolean('notRelevant', {
      nullable: true,
      description: 'Whether most survey responses rate the element as not relevant. Null if O*NET does not say.',
    }),
  }),
});

export const CategoryShare = builder.objectRef<CategoryShareShape>('CategoryShare').implement({
  interfaces: [RatedValue],
  description: 'The share of survey responses that chose a category.',
  fields: (t) => ({
    category: t.exposeInt('category', { description: 'The number of the category on its scale, starting at 1.' }),
    description: t.string({
      nullable: true,
      description: 'The meaning of the category. Null if the categories of this release are not loaded.',
      resolve: (share, _, context) => categoryOf(context, share.release, share),
    }),
    percent: t.float({
      description: 'The percentage of survey responses, to two decimal places.',
      resolve: ({ valueHundredths }) => valueHundredths / 100,
    }),
  }),
});

function tenThousandths(value: number | null): number | null {
  return value === null ? null : value / 10_000;
}
