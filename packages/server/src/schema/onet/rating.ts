import { builder } from '../../builder.js';
import type { CategoryShares, Rating } from '../../onet/ratings.js';
import { categoryOf, scaleOf } from '../../onet/references.js';
import { Provenance } from '../provenance.js';
import { provenanceOf } from './content.js';
import { OnetScale } from './element.js';

/** What a rating and a share have in common: how good the value is and where it came from. */
const RatedValue = builder.interfaceRef<Rating>('RatedValue').implement({
  description: 'A value of O*NET with what is published about its precision.',
  fields: (t) => ({
    sampleSize: t.int({
      nullable: true,
      description: 'How many people were asked; null where that is not published.',
      resolve: ({ row }) => row.sampleSize,
    }),
    standardError: t.float({
      nullable: true,
      description: 'Standard error of the value, in its unit; null where it is not published.',
      resolve: ({ row }) => tenThousandths(row.standardErrorTenThousandths),
    }),
    lowerBound: t.float({
      nullable: true,
      description: 'Lower bound of the 95 % confidence interval; null where it is not published.',
      resolve: ({ row }) => tenThousandths(row.lowerTenThousandths),
    }),
    upperBound: t.float({
      nullable: true,
      description: 'Upper bound of the 95 % confidence interval; null where it is not published.',
      resolve: ({ row }) => tenThousandths(row.upperTenThousandths),
    }),
    recommendSuppress: t.boolean({
      nullable: true,
      description: 'Whether O*NET finds it too imprecise to be shown; null where it does not say.',
      resolve: ({ row }) => row.recommendSuppress,
    }),
    date: t.string({
      nullable: true,
      description: 'Year and month in which it was last updated, e.g. `2023-08`.',
      resolve: ({ row }) => row.date,
    }),
    domainSource: t.string({
      nullable: true,
      description: 'Who rated it, e.g. Incumbent, Analyst, Occupational Expert.',
      resolve: ({ row }) => row.domainSource,
    }),
    provenance: t.field({ type: Provenance, description: 'Where it came from.', resolve: provenanceOf }),
  }),
});

export const OnetRating = builder.objectRef<Rating>('OnetRating').implement({
  interfaces: [RatedValue],
  description: 'How an element is rated for an occupation on one scale.',
  fields: (t) => ({
    value: t.float({
      description: 'The value on the scale, as published, to two decimals.',
      resolve: ({ row }) => row.valueHundredths / 100,
    }),
    scale: t.field({
      type: OnetScale,
      description: 'The scale.',
      resolve: ({ row, release }, _, context) => scaleOf(context, release, row.scaleId),
    }),
    notRelevant: t.boolean({
      nullable: true,
      description: 'Whether most of those asked found the element not relevant; null where O*NET does not say.',
      resolve: ({ row }) => row.notRelevant,
    }),
  }),
});

export const CategoryShare = builder.objectRef<CategoryShares['shares'][number]>('CategoryShare').implement({
  interfaces: [RatedValue],
  description: 'How many of those asked chose a category.',
  fields: (t) => ({
    category: t.exposeInt('category', { description: 'Number of the category on its scale, from 1.' }),
    description: t.string({
      nullable: true,
      description: "What the category means; null where the release is loaded without O*NET's categories.",
      resolve: ({ row, release, category }, _, context) => categoryOf(context, release, { ...row, category }),
    }),
    percent: t.float({
      description: 'Percent of those asked, to two decimals.',
      resolve: ({ row }) => row.valueHundredths / 100,
    }),
  }),
});

function tenThousandths(value: number | null): number | null {
  return value === null ? null : value / 10_000;
}
