import { listed, publishersCode, socEditionOf } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { ReleaseEntry } from '../catalog/entries.js';
import { FIGURE_SOURCES } from '../catalog/releases.js';
import { namedCode, theFigures } from '../figures/wording.js';

/** For a hybrid; and for an occupation that the wages or projections that answer by default publish under one. */
export function describeHybrid(catalog: Catalog, code: string): string | null {
  const active = FIGURE_SOURCES.flatMap((source) => catalog.active(source) ?? []);
  const under = together(catalog, active, (release) => catalog.hybridOf(release, code)?.code);
  if (under) return under;
  const isOfRelease = (release: ReleaseEntry) => catalog.partsOfHybrid(release, code).length > 0;
  const answering = FIGURE_SOURCES.flatMap((source) => catalog.answering(source));
  const having = active.some(isOfRelease) ? active : answering.filter(isOfRelease).slice(0, 1);
  return (
    together(catalog, having, (release) => (isOfRelease(release) ? code : undefined)) ?? describeUnloaded(catalog, code)
  );
}

/** Which of the releases publish several occupations together, and under which code; null if none does. */
function together(
  catalog: Catalog,
  releases: readonly ReleaseEntry[],
  codeIn: (release: ReleaseEntry) => string | undefined,
): string | null {
  const [first] = releases.filter((release) => codeIn(release) !== undefined);
  const code = first && codeIn(first);
  if (!first || code === undefined) return null;
  const same = releases.filter((release) => codeIn(release) === code);
  const parts = catalog.partsOfHybrid(first, code).map((part) => namedCode(catalog, part));
  return `${theFigures(...same)} combine ${listed(parts)} as ${namedCode(catalog, code)}.`;
}

/** Null for a code of the SOC that is no hybrid in the loaded releases. */
function describeUnloaded(catalog: Catalog, code: string): string | null {
  const occupation = catalog.occupation(code);
  const own = publishersCode(code, occupation ? socEditionOf(catalog.releaseOf(occupation).key) : 'SOC_2018');
  if (own && 'partOf' in own) {
    return `${namedCode(catalog, code)} is one part of ${own.partOf} of the SOC 2010. OEWS had it in May 2017.`;
  }
  if (!own || occupation) return null;
  const parts = own.parts.map((part) => namedCode(catalog, part));
  return `${code} is a code of wages and projections for ${listed(parts)} together. No loaded release has it.`;
}
