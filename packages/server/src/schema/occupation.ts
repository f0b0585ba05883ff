import { builder } from '../builder.js';
import { resolveGrowth } from '../figures/growth.js';
import { resolveSalaryHistory } from '../figures/history.js';
import { resolveSalary } from '../figures/salary.js';
import { listName, pageOfItems } from '../paging/connection.js';
import { connectionOf, pageArguments, pageCost } from './connection.js';
import { OccupationLevel } from './enums.js';
import { areaOf, figureArguments, occupationOf, releaseKeyOf } from './figure-arguments.js';
import { Growth } from './growth.js';
import { Career, Occupation } from './refs.js';
import { Salary } from './salary.js';
import { SalaryHistory } from './salary-history.js';

builder.node(Occupation, {
  description: 'A class of the Standard Occupational Classification 2018.',
  id: { resolve: (occupation) => occupation.code, description: 'Global id.' },
  loadOne: (code, { catalog }) => catalog.occupations.get(code) ?? null,
  fields: (t) => ({
    code: t.exposeString('code', { description: 'SOC code, e.g. `11-9111`.' }),
    title: t.exposeString('title', { description: 'Title in the publication.' }),
    level: t.expose('level', { type: OccupationLevel, description: 'Level of the code.' }),
    careers: t.field({
      type: [Career],
      description: 'Careers whose guides name this occupation, by title.',
      resolve: ({ code }, _, { catalog }) =>
        [...catalog.careers.values()].filter(({ occupations }) =>
          occupations.some(({ occupationCode }) => occupationCode === code),
        ),
    }),
    salary: t.field({
      type: Salary,
      nullable: true,
      description: 'What it pays; null where no loaded release says so.',
      args: figureArguments,
      resolve: async (occupation, args, context) => {
        const area = await areaOf(context, args.in);
        return area && resolveSalary(context, { occupation, area, asOf: releaseKeyOf(args.asOf), exact: args.exact });
      },
    }),
    salaryHistory: t.field({
      type: SalaryHistory,
      nullable: true,
      description: 'What it paid in each official release that is loaded; null where none has it.',
      args: { in: figureArguments.in, exact: figureArguments.exact },
      resolve: async (occupation, args, context) => {
        const area = await areaOf(context, args.in);
        return area && resolveSalaryHistory(context, { occupation, area, exact: args.exact });
      },
    }),
    growth: t.field({
      type: Growth,
      nullable: true,
      description: 'Where its employment is heading; null where no loaded release says so.',
      args: figureArguments,
      resolve: async (occupation, args, context) => {
        const area = await areaOf(context, args.in);
        return area && resolveGrowth(context, { occupation, area, asOf: releaseKeyOf(args.asOf), exact: args.exact });
      },
    }),
  }),
});

const OccupationConnection = connectionOf('Occupation', Occupation, 'occupations');

const OccupationFilter = builder.inputType('OccupationFilter', {
  description: 'Which occupations. All that is given must hold.',
  fields: (t) => ({
    text: t.string({ description: 'Part of the title, in any case, taken literally.' }),
    level: t.field({ type: OccupationLevel, description: 'Only this level.' }),
  }),
});

builder.queryFields((t) => ({
  occupation: t.field({
    type: Occupation,
    nullable: true,
    description: 'One occupation; null where there is none of that code. A malformed code is BAD_USER_INPUT.',
    args: { code: t.arg.string({ required: true, description: 'SOC code, e.g. `11-9111`.' }) },
    resolve: (_, { code }, context) => occupationOf(context, code, 'code'),
  }),
  occupations: t.field({
    type: OccupationConnection,
    complexity: pageCost,
    description: 'Occupations that this server has figures of, by code.',
    args: { filter: t.arg({ type: OccupationFilter, description: 'Which ones.' }), ...pageArguments },
    resolve: (_, { filter, ...page }, { catalog }) => {
      const text = filter?.text?.toLowerCase();
      const items = [...catalog.occupations.values()].filter(
        ({ title, level }) =>
          (text === undefined || title.toLowerCase().includes(text)) &&
          (filter?.level == null || level === filter.level),
      );
      return pageOfItems(page, listName('occupations', filter ?? null), items, ({ code }) => code);
    },
  }),
}));
