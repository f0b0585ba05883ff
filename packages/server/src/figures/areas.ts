import type { ZipResolution } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { AreaEntry } from '../catalog/entries.js';
import type { Equivalent } from '../places/delineations.js';

/** One way to name an area: GraphQL's oneOf accepts exactly one. */
export interface AreaBy {
  readonly country?: string | null | undefined;
  readonly state?: string | null | undefined;
  readonly metro?: string | null | undefined;
  readonly county?: string | null | undefined;
  readonly zip?: string | null | undefined;
  readonly code?: string | null | undefined;
}

/** An area in a query, with what led to it if the query names something else. */
export interface AskedArea extends AreaEntry {
  /** How the ZIP code in the query was matched to the area. */
  readonly zip?: ZipResolution;
  /** How the county or metropolitan division in the query was matched to the area. */
  readonly match?: string;
  /** The state of the place in the query: not always the first one in the name of the area. */
  readonly stateCode?: string;
  /** The areas that cover it in releases that follow another delineation. */
  readonly equivalents?: readonly Equivalent[];
}

/** The area, those that cover it in other delineations, then the areas around it: of a place, its own state. */
export function areasFor(catalog: Catalog, asked: AskedArea): readonly AskedArea[] {
  const around = catalog.withAreasAround(asked).slice(1);
  const state = asked.kind === 'STATE' || asked.kind === 'TERRITORY' ? null : catalog.area(asked.stateCode ?? null);
  const equivalents = new Set(asked.equivalents?.map(({ area }) => area));
  return [asked, ...equivalents, ...(state ? catalog.withAreasAround(state) : around)];
}

/** Whether files name the area, and its borders change between releases. */
export function isLocal({ kind }: AreaEntry): boolean {
  return kind === 'METRO' || kind === 'NONMETRO';
}
