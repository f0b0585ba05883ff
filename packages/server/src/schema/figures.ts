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

/** How far a count may be read, beside the number itself. */
export interface CountShape {
  readonly figure: Figure;
  readonly unit: string;
}

export const Count = builder.objectRef<CountShape>('Count').implement({
  description: 'A number of people, or the reason why there is none.',
  fields: (t) => ({
    value: t.int({
      nullable: true,
      description: 'Persons; null where there is no figure.',
      resolve: ({ figure }) => figure.value,
    }),
    status: t.field({
      type: FigureStatus,
      description: 'Whether there is a number.',
      resolve: ({ figure }) => statusOf(figure),
    }),
    unit: t.exposeString('unit', {
      description: 'What is counted, e.g. "employees; the self-employed are not counted".',
    }),
    reason: t.string({
      nullable: true,
      description: 'Why there is no number; null for a published one.',
      resolve: ({ figure }) => reasonOf(figure),
    }),
    display: t.string({ description: '`565,840`, or `not released`.', resolve: ({ figure }) => displayCount(figure) }),
  }),
});

export const Percent = builder.objectRef<Figure>('Percent').implement({
  description: 'A percentage, or the reason why there is none.',
  fields: (t) => ({
    value: t.float({
      nullable: true,
      description: 'Percent, to one decimal; null where there is no figure.',
      resolve: ({ value }) => (value === null ? null : value / 10),
    }),
    status: t.field({ type: FigureStatus, description: 'Whether there is a number.', resolve: statusOf }),
    reason: t.string({
      nullable: true,
      description: 'Why there is no number; null for a published one.',
      resolve: reasonOf,
    }),
    display: t.string({ description: '`23.2 %`, or `not published`.', resolve: displayPercent }),
  }),
});

export const Quotient = builder.objectRef<Figure>('Quotient').implement({
  description: 'A ratio, or the reason why there is none.',
  fields: (t) => ({
    value: t.float({
      nullable: true,
      description: 'The ratio, to three decimals; null where there is no figure.',
      resolve: ({ value }) => (value === null ? null : value / 1000),
    }),
    status: t.field({ type: FigureStatus, description: 'Whether there is a number.', resolve: statusOf }),
    reason: t.string({
      nullable: true,
      description: 'Why there is no number; null for a published one.',
      resolve: reasonOf,
    }),
    display: t.string({ description: '`1.25`, or `not published`.', resolve: displayQuotient }),
  }),
});

const perYear = { type: PayPeriod, required: true as const, defaultValue: 'YEAR' as const, description: 'Pay period.' };

export const Wage = builder.objectRef<WageFigure>('Wage').implement({
  description:
    'One statistic of what an occupation pays, before tax, in US dollars. Tips and commissions are included; overtime pay is not.',
  fields: (t) => ({
    amount: t.float({
      nullable: true,
      args: { per: t.arg(perYear) },
      description: 'US dollars in the pay period; null when there is no figure.',
      resolve: (wage, { per }) => answer(wage, per).amount,
    }),
    status: t.field({
      type: FigureStatus,
      args: { per: t.arg(perYear) },
      description: 'Whether there is a number for that pay period. Monthly numbers are DERIVED.',
      resolve: (wage, { per }) => answer(wage, per).status,
    }),
    atLeast: t.float({
      nullable: true,
      args: { per: t.arg(perYear) },
      description: 'The bound of a top-coded figure in US dollars.',
      resolve: (wage, { per }) => answer(wage, per).atLeast,
    }),
    reason: t.string({
      nullable: true,
      args: { per: t.arg(perYear) },
      description: 'Why there is no number, or how it was derived; null for one as published.',
      resolve: (wage, { per }) => answer(wage, per).reason,
    }),
    display: t.string({
      args: { per: t.arg(perYear) },
      description: '`$74,260`, `$239,200 or more`, `not released`.',
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
