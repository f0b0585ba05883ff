import type { FormatOptions } from './format.js';

/** What {@link cite} needs of a provenance: the fragment `Cited`. */
export interface ProvenanceLike {
  readonly citation: string;
  /** Text that must be shown where the licence asks for one. */
  readonly attribution?: string | null;
  /** What a reader must know about the source. */
  readonly note?: string | null;
}

/**
 * One line that names where a figure came from, with the text that its licence asks for. The citation itself stays in
 * English, as it is published.
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
