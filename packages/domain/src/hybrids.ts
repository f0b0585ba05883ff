import { levelOf } from './codes.js';

/** A published code that stands for several detailed occupations. */
export interface Hybrid {
  readonly code: string;
  /** The detailed occupations of the SOC that are published under `code` only. */
  readonly parts: readonly string[];
}

/** A detailed occupation of the SOC, and the broad occupation that it belongs to. */
export interface SocOccupation {
  readonly code: string;
  readonly broadCode: string;
}

/** Whether a release of wages (`2025-05`) or projections (`2024-34`) uses codes of the SOC 2018, hybrids included. */
export function usesSoc2018(releaseKey: string): boolean {
  return Number(releaseKey.slice(0, 4)) >= 2019;
}

/**
 * The hybrids of a release, by the detailed occupation that each stands for. A hybrid is the only code of a broad
 * occupation that the release lists and the SOC has not, or the broad occupation itself where the release lists none
 * of its parts. It stands for the parts that the release does not list: 21-1018 for 21-1011 and 21-1014.
 *
 * @param listed codes that the release has rows for
 * @param detailed the detailed occupations of the SOC 2018
 */
export function hybridsOf(
  listed: ReadonlySet<string>,
  detailed: readonly SocOccupation[],
): ReadonlyMap<string, Hybrid> {
  const isDetailed = new Set(detailed.map(({ code }) => code));
  const added = [...listed].filter((code) => levelOf(code) === 'DETAILED' && !isDetailed.has(code));
  return new Map(
    [...new Set(detailed.map(({ broadCode }) => broadCode))].flatMap((broadCode) => {
      const group = detailed.filter((occupation) => occupation.broadCode === broadCode).map(({ code }) => code);
      const parts = group.filter((code) => !listed.has(code));
      const own = added.filter((code) => broadOf(code) === broadCode);
      const isWhole = own.length === 0 && parts.length === group.length && listed.has(broadCode);
      const [code, other] = isWhole ? [broadCode] : own;
      if (code === undefined || other !== undefined || parts.length < 2) return [];
      return parts.map((part) => [part, { code, parts }] as const);
    }),
  );
}

/** The broad occupation that the form of a detailed code tells: 21-1010 of 21-1018. */
export function broadOf(code: string): string {
  return `${code.slice(0, 6)}0`;
}
