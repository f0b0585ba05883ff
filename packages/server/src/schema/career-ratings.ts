import { RATING_RULES } from '@careergraph/domain';
import { builder } from '../builder.js';
import {
  type AspectWithoutRating as AspectWithoutRatingShape,
  type Rating as RatingShape,
  ratingsOf,
} from '../content/ratings.js';
import { andThen } from '../maybe-promise.js';
import { Claim, claimsById, Document } from './claim.js';
import { RatingAspect, RatingRule } from './enums.js';
import { Career } from './refs.js';

const Rating = builder.objectRef<RatingShape>('Rating').implement({
  description: 'A rating that is calculated from official figures, or that a source states.',
  fields: (t) => ({
    aspect: t.expose('aspect', { type: RatingAspect, description: 'The aspect that is rated.' }),
    rating: t.exposeString('rating', { description: 'The rating: HIGH, MEDIUM, or LOW.' }),
    grounds: t.exposeString('grounds', {
      description:
        'The reasons for the rating, as Markdown text. For a calculated rating, the official figures come first; the guide to the career may add to them. For a rating that a page states, they are in the words of the guide.',
    }),
    rule: t.expose('rule', {
      type: RatingRule,
      nullable: true,
      description: 'The rule that the rating is calculated by. Null if a source states the rating.',
    }),
    ruleText: t.string({
      nullable: true,
      description: 'The text of the rule. Null if a source states the rating.',
      resolve: ({ rule }) => rule && RATING_RULES[rule],
    }),
    source: t.field({
      type: Document,
      nullable: true,
      description:
        'The page that states the rating. Null if the rating is calculated. `origins` has the guide that reports it, and the figures.',
      resolve: ({ source }, _, { catalog }) => (source === null ? null : catalog.documentOf({ documentSlug: source })),
    }),
    claims: t.field({
      type: [Claim],
      description: 'What published pages state about this topic.',
      resolve: ({ claims }, _, context) => claimsById(context, claims),
    }),
  }),
});

const AspectWithoutRating = builder.objectRef<AspectWithoutRatingShape>('AspectWithoutRating').implement({
  description: 'An aspect of a career that has no rating, and why.',
  fields: (t) => ({
    aspect: t.expose('aspect', { type: RatingAspect, description: 'The aspect.' }),
    reason: t.exposeString('reason', { description: 'Why there is no rating.' }),
  }),
});

builder.objectFields(Career, (t) => ({
  ratings: t.field({
    type: [Rating],
    description:
      'The ratings of the career. Pay, job growth, and duration of education are calculated from the national figures of the primary occupation. Satisfaction is rated only if a source states it.',
    resolve: (career, _, context) => andThen(ratingsOf(context, career), ({ rated }) => rated),
  }),
  ratingsLeftOut: t.field({
    type: [AspectWithoutRating],
    description: 'The aspects that are not in `ratings`, with the reason.',
    resolve: (career, _, context) => andThen(ratingsOf(context, career), ({ leftOut }) => leftOut),
  }),
}));
