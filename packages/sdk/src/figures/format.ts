import type { FigureStatus, PayPeriod } from '../generated/types.js';

/** Languages that figures are written in. */
export type FigureLocale = 'en-US' | 'es-US';

/** Options of the formatting helpers. */
export interface FormatOptions {
  /** en-US unless given. */
  readonly locale?: FigureLocale | undefined;
}

/** Options of {@link formatWage} and {@link formatRange}. */
export interface WageFormatOptions extends FormatOptions {
  /** The pay period that the wage was asked in: whole dollars a year, cents a month and an hour. YEAR unless given. */
  readonly per?: PayPeriod | undefined;
}

/** What {@link formatWage} needs of a wage. */
export interface WageLike {
  readonly status: FigureStatus;
  readonly amount: number | null;
  readonly atLeast: number | null;
}

/** What {@link formatCount} needs of a figure. */
export interface CountLike {
  readonly status: FigureStatus;
  readonly value: number | null;
}

const WORDS = {
  'en-US': { above: ' or more', SUPPRESSED: 'not released', NOT_PUBLISHED: 'not published', other: 'no figure' },
  'es-US': { above: ' o más', SUPPRESSED: 'no divulgado', NOT_PUBLISHED: 'no publicado', other: 'sin cifra' },
};

/**
 * A wage as a page shows it: `$74,260`, `$239,200 or more`, `not released`.
 *
 * @example
 * formatWage(career.salary.median); // $74,260
 * formatWage(career.salary.hourlyMedian, { per: 'HOUR', locale: 'es-US' }); // $35.70
 */
export function formatWage({ status, amount, atLeast }: WageLike, options: WageFormatOptions = {}): string {
  const { locale = 'en-US' } = options;
  if (hasNumber(status) && amount !== null) return dollars(options).format(amount);
  if (status === 'TOP_CODED' && atLeast !== null) return dollars(options).format(atLeast) + WORDS[locale].above;
  return absence(status, locale);
}

/**
 * A count of persons, jobs or openings: `565,840`, or why there is none.
 *
 * @example
 * formatCount(career.growth.annualOpenings); // 62,200
 */
export function formatCount({ status, value }: CountLike, { locale = 'en-US' }: FormatOptions = {}): string {
  return hasNumber(status) && value !== null ? new Intl.NumberFormat(locale).format(value) : absence(status, locale);
}

/**
 * From one wage to another, such as the percentiles 10 and 90: `$69,680 – $219,080`, `$110,000 – $239,200 or more`.
 *
 * @example
 * formatRange(career.salary.p10, career.salary.p90);
 */
export function formatRange(low: WageLike, high: WageLike, options: WageFormatOptions = {}): string {
  return `${formatWage(low, options)} – ${formatWage(high, options)}`;
}

function dollars({ locale = 'en-US', per = 'YEAR' }: WageFormatOptions): Intl.NumberFormat {
  const digits = per === 'YEAR' ? 0 : 2;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

function hasNumber(status: FigureStatus): boolean {
  return status === 'PUBLISHED' || status === 'DERIVED';
}

/** A number of a status that is not known yet is not shown: nobody knows what it means. */
function absence(status: FigureStatus, locale: FigureLocale): string {
  return status === 'SUPPRESSED' || status === 'NOT_PUBLISHED' ? WORDS[locale][status] : WORDS[locale].other;
}
