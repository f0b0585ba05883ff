import type { Claim } from '../claims.js';
import { WAGE_STATISTIC_NAMES, type WageStatistic } from '../vocabulary/wages.js';
import { formatUsd } from '../wages.js';
import { distinctBy } from './groups.js';
import type { ComparedFigure, Evidence, OfficialProjection, OfficialWage } from './types.js';

/** The words of findings, for readers who have neither the pages nor the tables of the agencies before them. */

/** Pages call the mean the average. */
export function nameOfStatistic(statistic: WageStatistic): string {
  return statistic === 'MEAN' ? 'average' : WAGE_STATISTIC_NAMES[statistic];
}

/** Pages as the subject of a sentence with its verb: `The page "…" states`, `The pages "…" and "…" state`. */
export function pagesThat(verb: string, { documents }: Evidence, claims: readonly Claim[]): string {
  const titles = distinctBy(claims, ({ document }) => document).map(({ document }) => `"${documents.get(document)}"`);
  if (titles.length > 1) return `The pages ${listOf(titles)} ${verb}`;
  return `The page ${titles[0]} ${verb === 'have' ? 'has' : `${verb}s`}`;
}

export function isOnePage(claims: readonly Claim[]): boolean {
  return new Set(claims.map(({ document }) => document)).size === 1;
}

/** `"2 hours per course" under "Credential Education"` */
export function quoted({ printed, section }: Claim): string {
  return `"${printed}" under "${section}"`;
}

/** `Medical and Health Services Managers (11-9111)` */
export function titleAndCode({ occupationTitle, occupation }: OfficialWage | OfficialProjection): string {
  return `${occupationTitle} (${occupation})`;
}

/** `In the official Occupational Employment and Wage Statistics for May 2024` */
export function inRelease({ sourceName, releaseLabel }: OfficialWage | OfficialProjection): string {
  return `In the official ${sourceName} for ${releaseLabel}`;
}

export function listOf(items: readonly string[]): string {
  if (items.length < 3) return items.join(' and ');
  return `${items.slice(0, -1).join(', ')}, and ${items.at(-1)}`;
}

export const count = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** Begins with a capital letter. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `$117,960`, or `$59.55` per hour. */
export function dollars(value: number, { unit }: Pick<Claim | ComparedFigure, 'unit'>): string {
  return formatUsd(value, unit === 'USD_PER_YEAR' ? 'YEAR' : 'HOUR');
}
