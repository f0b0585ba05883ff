import type { Catalog, OccupationEntry } from '../catalog/catalog.js';

/** What lies around an occupation, the nearest first: broad, minor, major for a detailed one. */
export function ancestorsOf(catalog: Catalog, { parentCode }: OccupationEntry): readonly OccupationEntry[] {
  const parent = parentCode === null ? undefined : catalog.occupations.get(parentCode);
  return parent ? [parent, ...ancestorsOf(catalog, parent)] : [];
}

/** What lies right below an occupation, by code. */
export function childrenOf(catalog: Catalog, { code }: OccupationEntry): readonly OccupationEntry[] {
  return indexOf(catalog).get(code) ?? [];
}

/** Everything below an occupation, by code; below 00-0000 is everything else. */
export function descendantsOf(catalog: Catalog, occupation: OccupationEntry): readonly OccupationEntry[] {
  if (occupation.level === 'TOTAL') {
    return [...catalog.occupations.values()].filter(({ code }) => code !== occupation.code);
  }
  return childrenOf(catalog, occupation)
    .flatMap((child) => [child, ...descendantsOf(catalog, child)])
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** O*NET codes below a class of the classification, by code. */
export function onetCodesOf(catalog: Catalog, occupation: OccupationEntry): readonly OccupationEntry[] {
  return descendantsOf(catalog, occupation).filter(({ level }) => level === 'ONET');
}

type Index = ReadonlyMap<string, readonly OccupationEntry[]>;
const indexes = new WeakMap<Catalog, Index>();

function indexOf(catalog: Catalog): Index {
  const known = indexes.get(catalog);
  if (known) return known;
  const index = new Map<string, OccupationEntry[]>();
  for (const occupation of catalog.occupations.values()) {
    if (occupation.parentCode === null) continue;
    const siblings = index.get(occupation.parentCode);
    if (siblings) siblings.push(occupation);
    else index.set(occupation.parentCode, [occupation]);
  }
  indexes.set(catalog, index);
  return index;
}
