import type { FigureStatus, PayPeriod } from '../generated/types.js';

/** Locales of the formatting functions. */
export type FigureLocale = 'en-US' | 'es-US';

/** Options of the formatting functions. */
export interface FormatOptions {
  /** Default: `'en-US'`. */
  readonly locale?: FigureLocale | undefined;
}

/** Options of {@link formatWage} and {@link formatRange}. */
export interface WageFormatOptions extends FormatOptions {
  /** Pay period of the wage. Yearly wages have whole dollars; monthly and hourly wages have cents. Default: `'YEAR'`. */
  readonly per?: PayPeriod | undefined;
}

/** The fields {@link formatWage} needs. */
export interface WageLike {
  readonly status: FigureStatus;
  readonly amount: number | null;
  readonly atLeast: number | null;
}

/** The fields {@link formatCount} needs. */
export interface CountLike {
  readonly status: FigureStatus;
  readonly value: number | null;
}

const WORDS = {
  'en-US': {
    above: ' or more',
    SUPPRESSED: 'not released',
    NOT_PUBLISHED: 'not published',
    NOT_IN_FILE: 'not in the file',
    other: 'no figure',
  },
  'es-US': {
    above: ' o más',
    SUPPRESSED: 'no divulgado',
    NOT_PUBLISHED: 'no publicado',
    NOT_IN_FILE: 'no está en el archivo',
    other: 'sin cifra',
  },
};

/**
 * Formats a wage: `$74,260`, `$239,200 or more`, `not released`.
 *
 * @example
 * formatWage(career.salary.median); // $74,260
 * formatWage(career.salary.hourlyMedian, { per: 'HOUR', locale: 'es-US' }); // $35.70
 */
export function formatWage({ status, amount, atLeast }: WageLike, options: WageFormatOptions = {}): string {
  const { locale = 'en-US' } = options;
  if (hasNumber(status) && amount != null) return dollars(options).format(amount);
  if (status === 'TOP_CODED' && atLeast != null) return dollars(options).format(atLeast) + WORDS[locale].above;
  return absence(status, locale);
}

/**
 * Formats a count of people, jobs, or openings: `565,840`, or the reason there is no number.
 *
 * @example
 * formatCount(career.growth.annualOpenings); // 62,200
 */
export function formatCount({ status, value }: CountLike, { locale = 'en-US' }: FormatOptions = {}): string {
  return hasNumber(status) && value != null ? new Intl.NumberFormat(locale).format(value) : absence(status, locale);
}

/**
 * Formats a range of wages, such as the 10th to the 90th percentile: `$69,680 – $219,080`.
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

/** A figure with an unknown status counts as missing, even if it has a number. */
function absence(status: FigureStatus, locale: FigureLocale): string {
  return status === 'SUPPRESSED' || status === 'NOT_PUBLISHED' || status === 'NOT_IN_FILE'
    ? WORDS[locale][status]
    : WORDS[locale].other;
}
