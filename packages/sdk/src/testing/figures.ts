import { formatCount, formatWage } from '../figures/format.js';
import type {
  CountFigureFragment,
  PercentFigureFragment,
  QuotientFigureFragment,
} from '../generated/figures.fragment.js';
import type { YearlyWageFragment } from '../generated/wages.fragment.js';

/** The properties of a wage: only those that its status allows. */
export type WageTraits =
  | {
      readonly status?: 'PUBLISHED';
      /** US dollars per pay period. */
      readonly amount?: number;
      /** No monthly wages are published; they are DERIVED. */
      readonly per?: 'YEAR' | 'HOUR';
      readonly atLeast?: never;
      readonly reason?: never;
    }
  | {
      /** A monthly wage: the yearly wage divided by 12. */
      readonly status: 'DERIVED';
      /** US dollars per month. */
      readonly amount?: number;
      readonly per?: 'MONTH';
      readonly atLeast?: never;
      readonly reason?: never;
    }
  | {
      readonly status: 'TOP_CODED';
      /** The lower bound, in US dollars per pay period. */
      readonly atLeast?: number;
      readonly per?: 'YEAR' | 'MONTH' | 'HOUR';
      readonly amount?: never;
      readonly reason?: never;
    }
  | NoFigure<'amount' | 'atLeast' | 'per'>;

/** The properties of a number: its value, or the reason there is none. */
export type NumberTraits =
  | { readonly status?: 'PUBLISHED'; readonly value?: number; readonly reason?: never }
  | NoFigure<'value'>;

/** The properties of a figure without a number. */
export type NoFigure<Absent extends string> = {
  readonly status: 'SUPPRESSED' | 'NOT_PUBLISHED';
  /** The reason there is no number. Default: the server's text. */
  readonly reason?: string;
} & { readonly [K in Absent]?: never };

const AMOUNTS = { YEAR: 74_260, MONTH: 6_188.33, HOUR: 35.7 };
const TOP_CODES = { YEAR: 239_200, MONTH: 19_933.33, HOUR: 115 };

/** The server's texts. */
const REASONS = {
  TOP_CODED: 'At or above the top code of the release, published as "#".',
  DERIVED: 'The yearly figure divided by 12.',
  WAGE: 'The publisher does not release this wage estimate ("*").',
  EMPLOYMENT: 'The publisher does not release this employment estimate ("**").',
  PERCENT: 'Fewer than 0.5% of establishments report the occupation ("~").',
  NOT_PUBLISHED: 'The publication has no such figure.',
};

/**
 * Creates a wage as the fragments `YearlyWage`, `MonthlyWage`, and `HourlyWage` select it, with its display text.
 * Combinations that cannot occur do not compile, such as a suppressed wage with an amount.
 *
 * @example
 * aWage(); // $74,260, published
 * aWage({ amount: 35.7, per: 'HOUR' });
 * aWage({ status: 'DERIVED', amount: 6188.33 }); // per month
 * aWage({ status: 'TOP_CODED' }); // $239,200 or more
 * aWage({ status: 'SUPPRESSED' }); // not released
 */
export function aWage(traits: WageTraits = {}): YearlyWageFragment {
  switch (traits.status) {
    case 'SUPPRESSED':
    case 'NOT_PUBLISHED':
      return noFigure(traits, { amount: null, atLeast: null }, REASONS.WAGE);
    case 'TOP_CODED': {
      const { status, per = 'YEAR', atLeast = TOP_CODES[per] } = traits;
      const wage = { status, amount: null, atLeast };
      return { ...wage, display: formatWage(wage, { per }), reason: REASONS.TOP_CODED };
    }
    case 'DERIVED': {
      const wage = { status: traits.status, amount: traits.amount ?? AMOUNTS.MONTH, atLeast: null };
      return { ...wage, display: formatWage(wage, { per: 'MONTH' }), reason: REASONS.DERIVED };
    }
    default: {
      const { per = 'YEAR', amount = AMOUNTS[per] } = traits;
      const wage = { status: 'PUBLISHED' as const, amount, atLeast: null };
      return { ...wage, display: formatWage(wage, { per }), reason: null };
    }
  }
}

/**
 * Creates a number of people, jobs, or openings, as the fragment `CountFigure` selects it.
 *
 * @example
 * aCount({ value: 62_200, unit: 'openings per year, including replacements for workers who leave' });
 * aCount({ status: 'SUPPRESSED' }); // not released
 */
export function aCount({
  unit = 'employees; the self-employed are not counted',
  ...traits
}: NumberTraits & { readonly unit?: string } = {}): CountFigureFragment {
  const figure = aNumber(traits, 565_840, (value) => formatCount({ status: 'PUBLISHED', value }), REASONS.EMPLOYMENT);
  return { ...figure, unit };
}

/**
 * A percentage, as the fragment `PercentFigure` answers it: 23.2 means 23.2%.
 *
 * @example
 * aPercent({ value: -1.4 });
 * aPercent({ status: 'NOT_PUBLISHED' }); // not published
 */
export function aPercent(traits: NumberTraits = {}): PercentFigureFragment {
  return aNumber(traits, 23.2, (value) => `${digits(1).format(value)}%`, REASONS.PERCENT);
}

/**
 * Creates a ratio, as the fragment `QuotientFigure` selects it.
 *
 * @example
 * aQuotient({ value: 1.25 });
 */
export function aQuotient(traits: NumberTraits = {}): QuotientFigureFragment {
  return aNumber(traits, 1.25, (value) => digits(3).format(value), REASONS.EMPLOYMENT);
}

function digits(maximumFractionDigits: number): Intl.NumberFormat {
  return new Intl.NumberFormat('en-US', { maximumFractionDigits });
}

function aNumber(
  traits: NumberTraits,
  usual: number,
  display: (value: number) => string,
  suppressed: string,
): PercentFigureFragment {
  if (traits.status === 'SUPPRESSED' || traits.status === 'NOT_PUBLISHED') {
    return noFigure(traits, { value: null }, suppressed);
  }
  const { value = usual } = traits;
  return { status: 'PUBLISHED', value, display: display(value), reason: null };
}

function noFigure<TNulls>(
  { status, reason }: Pick<NoFigure<never>, 'status' | 'reason'>,
  nulls: TNulls,
  suppressed: string,
) {
  const isSuppressed = status === 'SUPPRESSED';
  return {
    status,
    ...nulls,
    display: isSuppressed ? 'not released' : 'not published',
    reason: reason ?? (isSuppressed ? suppressed : REASONS.NOT_PUBLISHED),
  };
}
