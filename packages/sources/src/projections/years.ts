import type { FoundSheet } from '../define/find.js';

/** Years of a workbook, as its title and its headers state them. */
export interface Years {
  readonly base: number;
  readonly projected: number;
  /** Of the median wages; null if no header has it. */
  readonly median: number | null;
}

/** `Table 1.2 Occupational projections, 2024–2034, and worker characteristics, 2024 (Employment in thousands)` */
export const TITLE =
  /^Table [\d.]+ Occupational projections, (\d{4})\s*[-\u2010-\u2015\u2212]\s*(\d{4}|\d{2})\b.*\bworker characteristics\b.*\((?:Employment|Numbers) in thousands\)$/is;

/** @param found with the title as its first row */
export function yearsOf({ above: [title], header }: Pick<FoundSheet, 'above' | 'header'>): Years {
  const [, base, projected] = TITLE.exec(String(title?.cells[0]).trim()) ?? [];
  if (base === undefined || projected === undefined) throw new TypeError('The table has no title with years.');
  const median = header.cells
    .map((name) => /^Median annual wage,.*?\b(\d{4})/i.exec(String(name))?.[1])
    .find((year) => year !== undefined);
  return {
    base: Number(base),
    projected: Number(projected.length === 2 ? base.slice(0, 2) + projected : projected),
    median: median === undefined ? null : Number(median),
  };
}

/** `2024-34` */
export function releaseOf({ base, projected }: Years): string {
  return `${base}-${String(projected).slice(2)}`;
}
