import { builder } from '../builder.js';
import { findOccupations } from '../onet/search.js';
import { listName, pageOfItems } from '../paging/connection.js';
import { connectionOf, pageArguments, pageCost } from './connection.js';
import { OccupationLevel } from './enums.js';
import { occupationOf } from './figure-arguments.js';
import { Occupation } from './refs.js';

const OccupationConnection = connectionOf('Occupation', Occupation, 'occupations');

const OccupationFilter = builder.inputType('OccupationFilter', {
  description: 'Which occupations. All that is given must hold.',
  fields: (t) => ({
    text: t.string({ description: 'Part of the title, in any case, taken literally.' }),
    titles: t.boolean({
      description:
        'true: look for the text also in job titles of SOC and O*NET, those of an O*NET code `.00` counting for its SOC code. NOT_AVAILABLE_YET until any are loaded.',
    }),
    level: t.field({ type: OccupationLevel, description: 'Only this level.' }),
    under: t.string({ description: 'Only what lies below this code in the tree, e.g. `11-0000`.' }),
    jobZone: t.int({
      description:
        'Only those in this job zone of O*NET, 1 to 5, a SOC code by its `.00`. NOT_AVAILABLE_YET until O*NET is loaded.',
    }),
    hasWages: t.boolean({
      description: 'true: only those with a row of their own in the active release of OEWS; false: only the others.',
    }),
    hasProjections: t.boolean({
      description: 'true: only those with a row of their own in the active projections; false: only the others.',
    }),
    careers: t.boolean({ description: 'true: only those that a career uses; false: only the others.' }),
  }),
});

builder.queryFields((t) => ({
  occupation: t.field({
    type: Occupation,
    nullable: true,
    description:
      'One occupation; null where there is none of that code. A malformed code is BAD_USER_INPUT; an O*NET code is NOT_AVAILABLE_YET until O*NET is loaded.',
    args: {
      code: t.arg.string({
        required: true,
        description: 'SOC code, e.g. `11-9111`, or O*NET code, e.g. `11-9111.00`.',
      }),
    },
    resolve: (_, { code }, context) => occupationOf(context, code, 'code'),
  }),
  occupations: t.field({
    type: OccupationConnection,
    complexity: pageCost,
    description: 'Occupations that the releases on this server name, by code.',
    args: { filter: t.arg({ type: OccupationFilter, description: 'Which ones.' }), ...pageArguments },
    resolve: async (_, { filter, ...page }, context) =>
      pageOfItems(
        page,
        listName('occupations', filter ?? null),
        await findOccupations(context, filter ?? {}),
        ({ code }) => code,
      ),
  }),
}));
