import {
  displayCount,
  displayPercent,
  displayQuotient,
  type Figure,
  MARKERS,
  type PayPeriod as Period,
  type WageFigure,
  wageIn,
} from '@careergraph/domain';
import { builder } from '../builder.js';
import { FigureStatus, PayPeriod } from './enums.js';

/** A count and what it counts. */
export interface CountShape {
  readonly figure: Figure;
  readonly unit: string;
}

export const Count = builder.objectRef<CountShape>('Count').implement({
  description: 'A number of people or jobs, or the reason why there is no number.',
  fields: (t) => ({
    value: t.int({
      nullable: true,
      description: 'The number. Null if there is none; `status` and `reason` explain why.',
      resolve: ({ figure }) => figure.value,
    }),
    status: t.field({
      type: FigureStatus,
      description: 'Whether there is a number.',
      resolve: ({ figure }) => statusOf(figure),
    }),
    unit: t.exposeString('unit', {
      description: 'What is counted. Example: "employees; the self-employed are not counted".',
    }),
    reason: t.string({
      nullable: true,
      description: 'Why there is no number. Null if the number is published.',
      resolve: ({ figure }) => reasonOf(figure),
    }),
    display: t.string({
      description: 'The number as readable text. Examples: `565,840`, `not released`.',
      resolve: ({ figure }) => displayCount(figure),
    }),
  }),
});

export const Percent = builder.objectRef<Figure>('Percent').implement({
  description: 'A percentage, or the reason why there is no number.',
  fields: (t) => ({
    value: t.float({
      nullable: true,
      description:
        'The percentage, to one decimal place. Example: 23.2. Null if there is none; `status` and `reason` explain why.',
      resolve: ({ value }) => (value === null ? null : value / 10),
    }),
    status: t.field({ type: FigureStatus, description: 'Whether there is a number.', resolve: statusOf }),
    reason: t.string({
      nullable: true,
      description: 'Why there is no number. Null if the number is published.',
      resolve: reasonOf,
    }),
    display: t.string({
      description: 'The percentage as readable text. Examples: `23.2%`, `not published`.',
      resolve: displayPercent,
    }),
  }),
});

export const Quotient = builder.objectRef<Figure>('Quotient').implement({
  description: 'A ratio, or the reason why there is no number.',
  fields: (t) => ({
    value: t.float({
      nullable: true,
      description: 'The ratio, to three decimal places. Null if there is none; `status` and `reason` explain why.',
      resolve: ({ value }) => (value === null ? null : value / 1000),
    }),
    status: t.field({ type: FigureStatus, description: 'Whether there is a number.', resolve: statusOf }),
    reason: t.string({
      nullable: true,
      description: 'Why there is no number. Null if the number is published.',
      resolve: reasonOf,
    }),
    display: t.string({
      description: 'The ratio as readable text. Examples: `1.25`, `not published`.',
      resolve: displayQuotient,
    }),
  }),
});

const perYear = {
  type: PayPeriod,
  required: true as const,
  defaultValue: 'YEAR' as const,
  description: 'The pay period.',
};

export const Wage = builder.objectRef<WageFigure>('Wage').implement({
  description: 'One wage statistic, before taxes, in US dollars. Includes tips and commissions, but not overtime pay.',
  fields: (t) => ({
    amount: t.float({
      nullable: true,
      args: { per: t.arg(perYear) },
      description:
        'The wage in US dollars for the pay period. Null if there is no number; `status` and `reason` explain why.',
      resolve: (wage, { per }) => answer(wage, per).amount,
    }),
    status: t.field({
      type: FigureStatus,
      args: { per: t.arg(perYear) },
      description: 'Whether there is a number for the pay period. Monthly wages are always `DERIVED`.',
      resolve: (wage, { per }) => answer(wage, per).status,
    }),
    atLeast: t.float({
      nullable: true,
      args: { per: t.arg(perYear) },
      description: 'The lower bound of a top-coded wage, in US dollars for the pay period. Null for other wages.',
      resolve: (wage, { per }) => answer(wage, per).atLeast,
    }),
    reason: t.string({
      nullable: true,
      args: { per: t.arg(perYear) },
      description: 'Why there is no number, or how it was derived. Null if the number is published.',
      resolve: (wage, { per }) => answer(wage, per).reason,
    }),
    display: t.string({
      args: { per: t.arg(perYear) },
      description: 'The wage as readable text. Examples: `$74,260`, `$239,200 or more`, `not released`.',
      resolve: (wage, { per }) => answer(wage, per).display,
    }),
  }),
});

function answer(wage: WageFigure, per: Period) {
  return wageIn(wage, per);
}

function statusOf({ marker }: Figure) {
  return marker === null ? ('PUBLISHED' as const) : MARKERS[marker].status;
}

function reasonOf({ marker }: Figure) {
  return marker === null ? null : MARKERS[marker].reason;
}
