import type { FormatOptions } from './format.js';

/** The fields {@link cite} needs: the fragment `Cited`. */
export interface ProvenanceLike {
  /** Citation of the source, in English. */
  readonly citation: string;
  /** Attribution text that the license requires; null if it requires none. */
  readonly attribution?: string | null;
  /** A note that readers of the figure need; null if there is none. */
  readonly note?: string | null;
}

/**
 * Formats the source of a figure as one line, with the attribution its license requires. The citation itself is always
 * in English.
 *
 * @example
 * cite(career.salary.provenance);
 * // Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, May 2025, …, row 615. …
 */
export function cite(
  { citation, attribution, note }: ProvenanceLike,
  { locale = 'en-US' }: FormatOptions = {},
): string {
  const [source, remark] = locale === 'es-US' ? ['Fuente', 'Nota'] : ['Source', 'Note'];
  return [`${source}: ${citation}`, attribution, note && `${remark}: ${note}`].filter(Boolean).join(' ');
}
