import { builder } from '../builder.js';
import type { Successor } from '../classification/crosswalk.js';
import { Occupation } from './refs.js';

export const OccupationSuccessor = builder.objectRef<Successor>('OccupationSuccessor').implement({
  description: 'An occupation of the SOC 2018 that has workers of an occupation of an earlier edition.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The SOC 2018 code. Example: `15-1252`.' }),
    title: t.exposeString('title', { description: 'The title in the crosswalk.' }),
    occupation: t.field({
      type: Occupation,
      nullable: true,
      description: 'The occupation. Null if no loaded file lists it.',
      resolve: ({ code }, _, { catalog }) => catalog.occupation(code),
    }),
  }),
});
