import { parseAreaCode, parseCountry, parseMetro, parseState, parseZip, type ZipResolution } from '@careergraph/domain';
import type { AreaEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { notAvailableYet, parseArgument } from '../errors.js';
import { knowsZips } from '../places/zip.js';

/** One way to name an area: GraphQL's oneOf accepts exactly one. */
export interface AreaBy {
  readonly country?: string | null | undefined;
  readonly state?: string | null | undefined;
  readonly metro?: string | null | undefined;
  readonly zip?: string | null | undefined;
  readonly code?: string | null | undefined;
}

/** An area in a query, with the ZIP code that was matched to it, if the query has one. */
export interface AskedArea extends AreaEntry {
  readonly zip?: ZipResolution;
}

const USE_STATE = 'Ask for a state or the nation.';

/** The area that a query names, null if there is none. A malformed code is BAD_USER_INPUT. */
export async function findArea(context: Context, by: AreaBy, argument: string): Promise<AskedArea | null> {
  const { catalog } = context;
  const { country, state, metro, zip, code } = by;
  if (country != null) return catalog.area(parseArgument(`${argument}.country`, () => parseCountry(country)));
  if (state != null) return catalog.area(parseArgument(`${argument}.state`, () => parseState(state)));
  if (zip != null) {
    return findByZip(
      context,
      parseArgument(`${argument}.zip`, () => parseZip(zip)),
      argument,
    );
  }
  const local = metro != null ? parseArgument(`${argument}.metro`, () => parseMetro(metro)) : null;
  const wanted = local ?? (code != null ? parseArgument(`${argument}.code`, () => parseAreaCode(code)) : null);
  const area = catalog.area(wanted);
  if (area === null && wanted !== null && /^(CBSA|NONMETRO)-/.test(wanted) && !catalog.areas.some(isLocal)) {
    const name = metro != null ? `${argument}.metro` : `${argument}.code`;
    throw notAvailableYet(name, wanted, 'data on metropolitan areas', USE_STATE);
  }
  return area;
}

async function findByZip({ catalog, zips }: Context, zip: string, argument: string): Promise<AskedArea | null> {
  if (!knowsZips(catalog)) throw notAvailableYet(`${argument}.zip`, zip, 'data on ZIP codes', USE_STATE);
  const located = await zips.load(zip);
  if (located === null) return null;
  const { resolution, stateCode } = located;
  const { areaCode } = resolution;
  const area = catalog.area(areaCode);
  if (area) return { ...area, zip: resolution };
  // Neither the delineation nor a release of wages names this metropolitan area: only its code is known.
  return { code: areaCode, kind: 'METRO', name: areaCode, fips: null, parentCode: stateCode, zip: resolution };
}

/** Whether files name the area, and its borders change between releases. */
export function isLocal({ kind }: AreaEntry): boolean {
  return kind === 'METRO' || kind === 'NONMETRO';
}
