import { builder } from '../builder.js';
import type { CareerEntry, OccupationEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { resolveGrowth } from '../figures/growth.js';
import { resolveSalaryHistory } from '../figures/history.js';
import { resolveSalaries } from '../figures/salaries.js';
import { resolveSalary } from '../figures/salary.js';
import { andThen, type MaybePromise } from '../maybe-promise.js';
import { pageArguments, pageCost } from './connection.js';
import { Duration } from './credential.js';
import { AreaKind } from './enums.js';
import {
  AREAS_COST,
  areaOf,
  FIGURE_COST,
  figureArguments,
  occupationArgument,
  occupationOf,
  releaseKeyOf,
} from './figure-arguments.js';
import { Growth } from './growth.js';
import { Career } from './refs.js';
import { Salary, SalaryConnection, SalaryOrder } from './salary.js';
import { SalaryHistory } from './salary-history.js';

export const CareerHighlights = builder.objectRef<CareerEntry>('CareerHighlights').implement({
  description:
    'Key facts for the top of a career page: average pay, length of training, and outlook. Figures are national and describe the primary occupation.',
  fields: (t) => ({
    averageSalary: t.field({
      type: Salary,
      nullable: true,
      complexity: FIGURE_COST,
      description: 'The national wage estimate. Its `mean` is the average salary. Null if no loaded release has one.',
      resolve: (career, _, context) => figureOf(context, career, resolveSalary),
    }),
    educationDuration: t.field({
      type: Duration,
      nullable: true,
      description:
        'How long training for this career takes, not counting any degree. The rating EDUCATION_DURATION, in contrast, is for the degree. Null if the guide does not say.',
      resolve: ({ slug }, _, { content }) =>
        andThen(content.careerDocuments.load(slug), ({ educationDuration }) => educationDuration ?? null),
    }),
    outlook: t.field({
      type: Growth,
      nullable: true,
      complexity: FIGURE_COST,
      description:
        'The national employment projection. Its `outlook` has the label. Null if no loaded release has one.',
      resolve: (career, _, context) => figureOf(context, career, resolveGrowth),
    }),
  }),
});

type Resolver<T> = (context: Context, asked: Parameters<typeof resolveSalary>[1]) => MaybePromise<T | null>;

interface FigureArguments {
  readonly in?: Parameters<typeof areaOf>[1];
  readonly occupation?: string | null | undefined;
  readonly asOf?: string | null | undefined;
  readonly exact?: boolean;
}

/** Null if the code is not one of the career's occupations. */
function careerOccupation(
  context: Context,
  career: CareerEntry,
  code: string | null | undefined,
): OccupationEntry | null {
  const found = code == null ? context.catalog.occupation(career.primary) : occupationOf(context, code, 'occupation');
  return career.occupations.some(({ occupationCode }) => occupationCode === found?.code) ? found : null;
}

function figureOf<T>(
  context: Context,
  career: CareerEntry,
  resolve: Resolver<T>,
  args: FigureArguments = {},
): MaybePromise<T | null> {
  const asOf = releaseKeyOf(args.asOf);
  const occupation = careerOccupation(context, career, args.occupation);
  return andThen(
    areaOf(context, args.in),
    (area) => occupation && area && resolve(context, { occupation, area, asOf, exact: args.exact ?? false }),
  );
}

builder.objectFields(Career, (t) => ({
  salary: t.field({
    type: Salary,
    nullable: true,
    complexity: FIGURE_COST,
    description:
      "Pay in one area. Null if no loaded release has a figure or the occupation is not one of the career's.",
    args: { ...occupationArgument, ...figureArguments },
    resolve: (career, args, context) => figureOf(context, career, resolveSalary, args),
  }),
  salaries: t.field({
    type: SalaryConnection,
    complexity: (page) => ({ ...pageCost(page), field: AREAS_COST }),
    description:
      "Pay in every area of one type, from a single release. Empty if no loaded release has figures or the occupation is not one of the career's.",
    args: {
      kind: t.arg({ type: AreaKind, required: true, description: 'The type of areas to list.' }),
      ...occupationArgument,
      orderBy: t.arg({ type: SalaryOrder, description: 'How to sort the list. Defaults to area code, ascending.' }),
      asOf: t.arg.string({
        description: 'The key of a release, such as `2024-05`. Defaults to the newest release that has these areas.',
      }),
      ...pageArguments,
    },
    resolve: (career, { kind, occupation: code, orderBy, asOf, ...page }, context) => {
      const releaseKey = releaseKeyOf(asOf);
      const occupation = careerOccupation(context, career, code);
      const order = orderBy ?? { field: 'AREA' as const, direction: 'ASC' as const };
      return resolveSalaries(context, { occupation, kind, orderBy: order, asOf: releaseKey }, page);
    },
  }),
  salaryHistory: t.field({
    type: SalaryHistory,
    nullable: true,
    complexity: FIGURE_COST,
    description:
      "Pay in each loaded official release. Null if no release has a figure or the occupation is not one of the career's.",
    args: { ...occupationArgument, in: figureArguments.in, exact: figureArguments.exact },
    resolve: (career, args, context) => figureOf(context, career, resolveSalaryHistory, args),
  }),
  growth: t.field({
    type: Growth,
    nullable: true,
    complexity: FIGURE_COST,
    description:
      "The employment projection. Null if no loaded release has one or the occupation is not one of the career's.",
    args: { ...occupationArgument, ...figureArguments },
    resolve: (career, args, context) => figureOf(context, career, resolveGrowth, args),
  }),
}));
