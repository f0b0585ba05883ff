import { builder } from '../../builder.js';
import type { CategoryShare as CategoryShareShape } from '../../onet/ratings.js';
import { categoryOf, scaleOf } from '../../onet/references.js';
import { Provenance } from '../provenance.js';
import { OnetScale } from './element.js';

/** What a rating and a share have in common: how good the value is and where it came from. */
const RatedValue = builder.prismaInterface('OnetRating', {
  variant: 'RatedValue',
  description: 'A value of O*NET with what is published about its precision.',
  fields: (t) => ({
    sampleSize: t.exposeInt('sampleSize', {
      nullable: true,
      description: 'How many people were asked; null where that is not published.',
    }),
    standardError: t.float({
      nullable: true,
      description: 'Standard error of the value, in its unit; null where it is not published.',
      resolve: ({ standardErrorTenThousandths }) => tenThousandths(standardErrorTenThousandths),
    }),
    lowerBound: t.float({
      nullable: true,
      description: 'Lower bound of the 95 % confidence interval; null where it is not published.',
      resolve: ({ lowerTenThousandths }) => tenThousandths(lowerTenThousandths),
    }),
    upperBound: t.float({
      nullable: true,
      description: 'Upper bound of the 95 % confidence interval; null where it is not published.',
      resolve: ({ upperTenThousandths }) => tenThousandths(upperTenThousandths),
    }),
    recommendSuppress: t.exposeBoolean('recommendSuppress', {
      nullable: true,
      description: 'Whether O*NET finds it too imprecise to be shown; null where it does not say.',
    }),
    date: t.exposeString('date', {
      nullable: true,
      description: 'Year and month in which it was last updated, e.g. `2023-08`.',
    }),
    domainSource: t.exposeString('domainSource', {
      nullable: true,
      description: 'Who rated it, e.g. Incumbent, Analyst, Occupational Expert.',
    }),
    provenance: t.field({ type: Provenance, description: 'Where it came from.', resolve: (parent) => parent }),
  }),
});

export const OnetRating = builder.prismaObject('OnetRating', {
  interfaces: [RatedValue],
  description: 'How an element is rated for an occupation on one scale.',
  fields: (t) => ({
    value: t.float({
      description: 'The value on the scale, as published, to two decimals.',
      resolve: ({ valueHundredths }) => valueHundredths / 100,
    }),
    scale: t.field({
      type: OnetScale,
      description: 'The scale.',
      resolve: ({ scaleId, release }, _, context) => scaleOf(context, release, scaleId),
    }),
    notRelevant: t.exposeBoolean('notRelevant', {
      nullable: true,
      description: 'Whether most of those asked found the element not relevant; null where O*NET does not say.',
    }),
  }),
});

export const CategoryShare = builder.objectRef<CategoryShareShape>('CategoryShare').implement({
  interfaces: [RatedValue],
  description: 'How many of those asked chose a category.',
  fields: (t) => ({
    category: t.exposeInt('category', { description: 'Number of the category on its scale, from 1.' }),
    description: t.string({
      nullable: true,
      description: "What the category means; null where the release is loaded without O*NET's categories.",
      resolve: (share, _, context) => categoryOf(context, share.release, share),
    }),
    percent: t.float({
      description: 'Percent of those asked, to two decimals.',
      resolve: ({ valueHundredths }) => valueHundredths / 100,
    }),
  }),
});

function tenThousandths(value: number | null): number | null {
  return value === null ? null : value / 10_000;
}
