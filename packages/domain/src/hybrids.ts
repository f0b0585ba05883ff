import { DEFINITIONS, DIVISIONS, type SocEdition } from './hybrid-definitions.js';

/** A published code that stands for several detailed occupations. */
export interface Hybrid {
  readonly code: string;
  /** The detailed occupations of the SOC that are published under `code` only. */
  readonly parts: readonly string[];
}

/** The edition of the SOC that a release of wages (`2025-05`) or projections (`2024-34`) uses, hybrids apart. */
export function socEditionOf(releaseKey: string): SocEdition {
  return Number(releaseKey.slice(0, 4)) >= 2019 ? 'SOC_2018' : 'SOC_2010';
}

/** The codes of all hybrids of an edition, whichever release has them. */
export function hybridCodes(edition: SocEdition): readonly string[] {
  return Object.keys(DEFINITIONS[edition]);
}

/** Codes that tell which hybrids a release has: those of hybrids, and of what they stand for. */
export const HYBRID_RELATED_CODES: readonly string[] = [
  ...new Set(
    Object.values(DEFINITIONS).flatMap((definitions) =>
      Object.entries(definitions).flatMap(([code, parts]) => [code, ...parts]),
    ),
  ),
];

/**
 * The hybrids of a release, by the detailed occupation that each stands for. A code that is a hybrid in one release may be
 * an occupation of its own, or a group with published parts, in another.
 *
 * @param listed codes that the release has rows for, at least those among {@link HYBRID_RELATED_CODES}
 */
export function hybridsOf(releaseKey: string, listed: ReadonlySet<string>): ReadonlyMap<string, Hybrid> {
  return new Map(
    Object.entries(DEFINITIONS[socEditionOf(releaseKey)]).flatMap(([code, parts]) =>
      listed.has(code) && !parts.some((part) => listed.has(part))
        ? parts.map((part) => [part, { code, parts }] as const)
        : [],
    ),
  );
}

/** What a code of wages or projections stands for that neither edition of the SOC has; null for another code. */
export type PublishersCode =
  | { readonly edition: SocEdition; readonly parts: readonly string[] }
  | { readonly edition: SocEdition; readonly partOf: string };

/** @param first the edition to look in first, because 25-3097 has another meaning in each */
export function publishersCode(code: string, first: SocEdition = 'SOC_2018'): PublishersCode | null {
  const editions: readonly SocEdition[] = first === 'SOC_2018' ? ['SOC_2018', 'SOC_2010'] : ['SOC_2010', 'SOC_2018'];
  for (const edition of editions) {
    const [parts, partOf] = [DEFINITIONS[edition][code], DIVISIONS[edition][code]];
    if (parts) return { edition, parts };
    if (partOf !== undefined) return { edition, partOf };
  }
  return null;
}

/** The broad occupation that the form of a detailed code tells: 21-1010 of 21-1018. */
export function broadOf(code: string): string {
  return `${code.slice(0, 6)}0`;
}
