import { builder } from '../builder.js';
import { resolveGrowth } from '../figures/growth.js';
import { resolveSalaryHistory } from '../figures/history.js';
import { resolveSalary } from '../figures/salary.js';
import { OccupationLevel } from './enums.js';
import { areaOf, figureArguments, releaseKeyOf } from './figure-arguments.js';
import { Growth } from './growth.js';
import { Career, Occupation } from './refs.js';
import { Salary } from './salary.js';
import { SalaryHistory } from './salary-history.js';

builder.node(Occupation, {
  description: 'A class of the Standard Occupational Classification 2018, or an O*NET code below one.',
  id: { resolve: (occupation) => occupation.code, description: 'Global id.' },
  loadOne: (code, { catalog }) => catalog.occupation(code),
  fields: (t) => ({
    code: t.exposeString('code', { description: 'SOC code, e.g. `11-9111`, or O*NET-SOC code, e.g. `11-9111.00`.' }),
    title: t.exposeString('title', { description: 'Title in the publication.' }),
    level: t.expose('level', { type: OccupationLevel, description: 'Level of the code.' }),
    careers: t.field({
      type: [Career],
      description: 'Careers whose guides name this occupation, by title.',
      resolve: ({ code }, _, { catalog }) =>
        catalog.careers.filter(({ occupations }) => occupations.some(({ occupationCode }) => occupationCode === code)),
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
