import type { ZipResolution } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { AreaEntry } from '../catalog/entries.js';
import { statesIn } from '../places/principal-cities.js';

/** One way to name an area: GraphQL's oneOf accepts exactly one. */
export interface AreaBy {
  readonly country?: string | null | undefined;
  readonly state?: string | null | undefined;
  readonly metro?: string | null | undefined;
  readonly county?: string | null | undefined;
  readonly zip?: string | null | undefined;
  readonly code?: string | null | undefined;
}

/** The area of a release that stands for an area which its delineation does not have. */
export interface Equivalent {
  readonly releaseId: number;
  readonly area: AreaEntry;
  /** Why this area, as the end of a sentence. */
  readonly reason: string;
}

/** An area in a query, with what led to it if the query names something else. */
export interface AskedArea extends AreaEntry {
  /** How the ZIP code in the query was matched to the area. */
  readonly zip?: ZipResolution;
  /** How the county or metropolitan division in the query was matched to the area, which is larger. */
  readonly match?: string;
  /** The state of the place in the query: not always the first one in the name of the area. */
  readonly stateCode?: string;
  /** The areas that cover it in releases whose delineation does not have it. */
  readonly equivalents?: readonly Equivalent[];
}

/**
 * The area, then the areas around it: of a division, the metropolitan area; then the state of the place, or of an area in one
 * state. An area in several states is part of the nation only.
 */
export function areasFor(catalog: Catalog, asked: AskedArea): readonly AskedArea[] {
  const around = catalog.withAreasAround(asked).slice(1);
  const state = isState(asked) ? null : catalog.area(asked.stateCode ?? null);
  if (state) return [asked, ...around.filter(isLocal), ...catalog.withAreasAround(state)];
  return [asked, ...around.filter((area) => !liesInSeveralStates(asked) || !isState(area))];
}

/**
 * Whether the query names the area itself, or a ZIP code in a metropolitan or micropolitan area. A county, a division, a ZIP
 * code outside of all of them, and one that is guessed get the figure of a larger place.
 */
export function isExactPlace({ zip, match, kind }: AskedArea): boolean {
  if (match !== undefined) return false;
  return zip === undefined || (zip.exact && (kind === 'METRO' || kind === 'MICRO'));
}

/** Whether the name of an area ends in several states, and the query names no place in one of them. */
export function liesInSeveralStates({ name, stateCode }: AskedArea): boolean {
  return stateCode === undefined && statesIn(name).length > 1;
}

function isState({ kind }: AreaEntry): boolean {
  return kind === 'STATE' || kind === 'TERRITORY';
}

/** Whether files name the area, and its borders change between releases. */
export function isLocal({ kind }: Pick<AreaEntry, 'kind'>): boolean {
  return kind === 'METRO' || kind === 'NONMETRO';
}
