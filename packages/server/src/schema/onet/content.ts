import { builder } from '../../builder.js';
import type { OnetContent as OnetContentShape } from '../../onet/place.js';
import { Occupation } from '../refs.js';
import { Release } from '../source.js';

export const OnetContent = builder.interfaceRef<OnetContentShape>('OnetContent').implement({
  description: 'Something of the O*NET database about an occupation, with the text that must be shown beside it.',
  fields: (t) => ({
    release: t.expose('release', {
      type: Release,
      nullable: true,
      description: 'The O*NET release that was asked; null where none answers.',
    }),
    attribution: t.string({
      nullable: true,
      description: 'Text that must be shown with it: O*NET is licensed under CC BY 4.0. Null where no release answers.',
      resolve: ({ release }, _, { catalog }) => release && catalog.sourceOf(release).attribution,
    }),
    onetCode: t.expose('onetCode', {
      type: Occupation,
      nullable: true,
      description: 'The O*NET-SOC code whose rows these are: for a SOC code, its `.00`.',
    }),
    explanation: t.exposeString('explanation', {
      nullable: true,
      description: 'Why these are the rows of another code; null where they are those of the code asked for.',
    }),
    reason: t.string({
      nullable: true,
      description: 'What is missing and why; null where nothing is.',
      resolve: ({ reason }) => (typeof reason === 'function' ? reason() : reason),
    }),
  }),
});

/** Which O*NET release. */
export const onetArguments = builder.args((t) => ({
  asOf: t.string({
    description: 'Key of an O*NET release, e.g. `29.3`; the active one where it is not given.',
  }),
}));

/** What of ratings that are of little worth. */
export const suppressedArgument = builder.args((t) => ({
  includeSuppressed: t.boolean({
    required: true,
    defaultValue: false,
    description: 'true: with ratings that O*NET recommends to suppress, and those of elements that are not relevant.',
  }),
}));

/** What a list costs that is no connection: at most about so many entries. */
export function listCost(entries: number) {
  return { field: 1, multiplier: entries };
}
