import { builder } from '../../builder.js';
import { type Hiding, type RatedElement as RatedElementShape, ratedElements } from '../../onet/ratings.js';
import { elementOf } from '../../onet/references.js';
import { releaseKeyOf } from '../figure-arguments.js';
import { Occupation } from '../refs.js';
import { listCost, OnetContent, onetArguments, suppressedArgument } from './content.js';
import { OnetElement } from './element.js';
import { OnetRating } from './rating.js';

const RatedElement = builder.objectRef<RatedElementShape>('RatedElement').implement({
  description: 'A skill, a field of knowledge or a work style, with its ratings for an occupation side by side.',
  fields: (t) => {
    const on = (scale: string) => (element: RatedElementShape) =>
      element.ratings.find(({ scaleId }) => scaleId === scale) ?? null;
    return {
      element: t.field({
        type: OnetElement,
        description: 'What is rated.',
        resolve: ({ elementId, release }, _, context) => elementOf(context, release, elementId),
      }),
      importance: t.field({
        type: OnetRating,
        nullable: true,
        description: 'How important it is, from 1 to 5 (scale IM); null where that is hidden or not published.',
        resolve: on('IM'),
      }),
      level: t.field({
        type: OnetRating,
        nullable: true,
        description: 'How much of it is needed, from 0 to 7 (scale LV); null where that is hidden or not published.',
        resolve: on('LV'),
      }),
      ratings: t.field({
        type: [OnetRating],
        complexity: listCost(2),
        description: 'Its ratings on every scale, as published; since O*NET 30.1 work styles have scales of their own.',
        resolve: ({ ratings }) => [...ratings],
      }),
      hiddenScales: t.stringList({
        description: 'Keys of the scales on which its rating is hidden: recommended to suppress, or not relevant.',
        resolve: ({ hiddenScales }) => [...hiddenScales],
      }),
    };
  },
});

const RatedElements = builder.objectRef<Hiding<RatedElementShape>>('RatedElements').implement({
  interfaces: [OnetContent],
  description: 'The skills, the knowledge or the work styles of an occupation.',
  fields: (t) => ({
    nodes: t.field({
      type: [RatedElement],
      complexity: listCost(35),
      description: 'The most important first (since O*NET 30.1 the work styles of most impact); at most 100.',
      resolve: ({ nodes }) => nodes.slice(0, 100),
    }),
    hidden: t.exposeInt('hidden', {
      description: 'How many ratings are hidden: recommended to suppress, or of elements that are not relevant.',
    }),
  }),
});

const LISTS = {
  skills: 'Skills that it asks for, by importance; since O*NET 30.3 the essential and the transferable ones.',
  knowledge: 'Fields of knowledge that it asks for, by importance.',
  workStyles: 'Personal characteristics that matter in it, by importance or impact.',
} as const;

builder.objectFields(Occupation, (t) => {
  const list = (kind: keyof typeof LISTS) =>
    t.field({
      type: RatedElements,
      description: `${LISTS[kind]} Of O*NET.`,
      args: { ...onetArguments, ...suppressedArgument },
      resolve: (occupation, { asOf, includeSuppressed }, context) =>
        ratedElements(context, occupation, kind, { asOf: releaseKeyOf(asOf), includeSuppressed }),
    });
  return { skills: list('skills'), knowledge: list('knowledge'), workStyles: list('workStyles') };
});
