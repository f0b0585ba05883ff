import { builder } from '../../builder.js';
import { type Hiding, type RatedElement as RatedElementShape, ratedElements } from '../../onet/ratings.js';
import { elementOf } from '../../onet/references.js';
import { releaseKeyOf } from '../figure-arguments.js';
import {
  listCost,
  OnetContent,
  occupationOf,
  onetArguments,
  onOccupationAndCareer,
  suppressedArgument,
} from './content.js';
import { OnetElement } from './element.js';
import { OnetRating } from './rating.js';

const RatedElement = builder.objectRef<RatedElementShape>('RatedElement').implement({
  description: 'A skill, knowledge area, or work style, with all of its ratings for an occupation.',
  fields: (t) => {
    const on = (scale: string) => (element: RatedElementShape) =>
      element.ratings.find(({ scaleId }) => scaleId === scale) ?? null;
    return {
      element: t.field({
        type: OnetElement,
        description: 'The element that is rated.',
        resolve: ({ elementId, release }, _, context) => elementOf(context, release, elementId),
      }),
      importance: t.field({
        type: OnetRating,
        nullable: true,
        description: 'The importance, from 1 to 5 (scale IM). Null if it is hidden or not published.',
        resolve: on('IM'),
      }),
      level: t.field({
        type: OnetRating,
        nullable: true,
        description: 'The level needed, from 0 to 7 (scale LV). Null if it is hidden or not published.',
        resolve: on('LV'),
      }),
      ratings: t.field({
        type: [OnetRating],
        complexity: listCost(2),
        description:
          'The ratings on every scale, as published. Since O*NET 30.1, work styles have different scales from skills and knowledge.',
        resolve: ({ ratings }) => [...ratings],
      }),
      hiddenScales: t.stringList({
        description:
          'The keys of scales whose rating is hidden, either because O*NET recommends suppressing it or because the element is not relevant.',
        resolve: ({ hiddenScales }) => [...hiddenScales],
      }),
    };
  },
});

const RatedElements = builder.objectRef<Hiding<RatedElementShape>>('RatedElements').implement({
  interfaces: [OnetContent],
  description: 'The skills, knowledge areas, or work styles of an occupation.',
  fields: (t) => ({
    nodes: t.field({
      type: [RatedElement],
      complexity: listCost(35),
      description:
        'The elements, sorted by importance, highest first. Since O*NET 30.1, work styles are sorted by impact. At most 100.',
      resolve: ({ nodes }) => nodes.slice(0, 100),
    }),
    hidden: t.exposeInt('hidden', {
      description:
        'The number of ratings hidden, either because O*NET recommends suppressing them or because the element is not relevant.',
    }),
  }),
});

const LISTS = {
  skills: ['skills', ' Since O*NET 30.3, these are the essential and transferable skills.'],
  knowledge: ['knowledge areas', ''],
  workStyles: ['work styles', ' Since O*NET 30.1, work styles are sorted by impact.'],
} as const;

onOccupationAndCareer((t, whose) => {
  const list = (kind: keyof typeof LISTS) => {
    const [what, note] = LISTS[kind];
    return t.field({
      type: RatedElements,
      description: `The ${what} ${whose} needs, sorted by importance.${note} From O*NET.`,
      args: { ...onetArguments, ...suppressedArgument },
      resolve: (parent, { asOf, includeSuppressed }, context) =>
        ratedElements(context, occupationOf(parent, context), kind, { asOf: releaseKeyOf(asOf), includeSuppressed }),
    });
  };
  return { skills: list('skills'), knowledge: list('knowledge'), workStyles: list('workStyles') };
});
