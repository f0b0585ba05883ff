import { builder } from '../builder.js';
import { lookUpOccupation } from '../classification/lookup.js';
import { resolveGrowth } from '../figures/growth.js';
import { resolveSalaryHistory } from '../figures/history.js';
import { resolveSalary } from '../figures/salary.js';
import { CodeEdition, OccupationLevel } from './enums.js';
import { areaOf, FIGURE_COST, figureArguments, releaseKeyOf } from './figure-arguments.js';
import { Growth } from './growth.js';
import { OccupationSuccessor } from './occupation-successor.js';
import { Career, Occupation } from './refs.js';
import { Salary } from './salary.js';
import { SalaryHistory } from './salary-history.js';

builder.node(Occupation, {
  description: 'An occupation in the 2018 Standard Occupational Classification (SOC), or an O*NET-SOC code within one.',
  id: { resolve: (occupation) => occupation.code, description: 'The global ID.' },
  loadOne: (code, { catalog }) => catalog.occupation(code),
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'The SOC code, such as `11-9111`, or O*NET-SOC code, such as `11-9111.00`.',
    }),
    title: t.exposeString('title', { description: 'The title, as published.' }),
    level: t.expose('level', { type: OccupationLevel, description: 'The level of the code in the hierarchy.' }),
    edition: t.field({
      type: CodeEdition,
      nullable: true,
      description: 'The classification that the code belongs to. Null if the loaded files do not tell.',
      resolve: async ({ code }, _, context) => (await lookUpOccupation(context, code)).edition,
    }),
    successors: t.field({
      type: [OccupationSuccessor],
      description:
        'For an occupation of the SOC 2010: the occupations of the SOC 2018 that have its workers now, sorted by code. Empty for other occupations, and if no crosswalk is loaded.',
      resolve: async ({ code }, _, context) => [...(await lookUpOccupation(context, code)).successors],
    }),
    careers: t.field({
      type: [Career],
      description: 'The careers that use the figures of this occupation, sorted by title.',
      resolve: (occupation, _, { catalog }) => [...catalog.careersOf(occupation)],
    }),
    salary: t.field({
      type: Salary,
      nullable: true,
      complexity: FIGURE_COST,
      description: 'Pay in one area. Null if no loaded release has a figure.',
      args: figureArguments,
      resolve: async (occupation, args, context) => {
        const area = await areaOf(context, args.in);
        return area && resolveSalary(context, { occupation, area, asOf: releaseKeyOf(args.asOf), exact: args.exact });
      },
    }),
    salaryHistory: t.field({
      type: SalaryHistory,
      nullable: true,
      complexity: FIGURE_COST,
      description: 'Pay in each loaded official release. Null if no release has a figure.',
      args: { in: figureArguments.in, exact: figureArguments.exact },
      resolve: async (occupation, args, context) => {
        const area = await areaOf(context, args.in);
        return area && resolveSalaryHistory(context, { occupation, area, exact: args.exact });
      },
    }),
    growth: t.field({
      type: Growth,
      nullable: true,
      complexity: FIGURE_COST,
      description: 'The employment projection. Null if no loaded release has one.',
      args: figureArguments,
      resolve: async (occupation, args, context) => {
        const area = await areaOf(context, args.in);
        return area && resolveGrowth(context, { occupation, area, asOf: releaseKeyOf(args.asOf), exact: args.exact });
      },
    }),
  }),
});
