import type { ClaimBound } from '@careergraph/domain';
import type { Figure, NamedFigure, Place } from './profile.js';
import type { Report } from './report.js';

const NUMBER = /^\$?(-?)\$?(\d{1,3}(?:,\d{3})*|\d+)(\.\d+)?( million| billion)?%?$/;
const SCALE: Readonly<Record<string, number>> = { ' million': 1e6, ' billion': 1e9 };

/** Top-coded wages: `$239,200 or more`, `This wage is equal to or greater than $239,200 per year.` */
const AT_LEAST = /^(?:This wage is equal to or greater than )?(\$?[\d,.]*\d)(?: or more| per year\.)$/;

export interface PrintedNumber {
  readonly value: number;
  readonly bound: ClaimBound;
  readonly roundedTo: number | null;
}

/** The number that a printed figure states: `$93,600`, `-3%`, `3.4 million`, `$239,200 or more`; null if it is none. */
export function numberIn(printed: string): PrintedNumber | null {
  const [, atLeast] = AT_LEAST.exec(printed) ?? [];
  const [, minus, whole, decimals = '', scale] = NUMBER.exec(atLeast ?? printed) ?? [];
  if (whole === undefined) return null;
  const factor = scale === undefined ? 1 : (SCALE[scale] as number);
  const value = Number(`${minus}${whole.replaceAll(',', '')}${decimals}`) * factor;
  return {
    value: Math.round(value * 100) / 100,
    bound: atLeast === undefined ? 'EXACT' : 'AT_LEAST',
    roundedTo: factor === 1 ? null : factor / 10 ** Math.max(decimals.length - 1, 0),
  };
}

/** A figure that must be a number; an error is reported if it is none. */
export function figure(report: Report, { section, line }: Place, printed: string): Figure {
  const number = numberIn(printed);
  if (number === null) report.fault(section, line, 'is not a number', printed);
  return {
    printed,
    value: number?.value ?? null,
    bound: number?.bound ?? 'EXACT',
    roundedTo: number?.roundedTo ?? null,
    section,
    line,
  };
}

export const named = (name: string, value: Figure): NamedFigure => ({ name, ...value });

/** A figure that the text calls "about". */
export const about = (value: Figure): Figure => ({ ...value, bound: 'ABOUT' });
