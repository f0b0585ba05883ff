import { parseAreaCode, parseCountry, parseMetro, parseState, parseZip, type ZipResolution } from '@careergraph/domain';
import type { AreaEntry, Catalog } from '../catalog/catalog.js';
import type { Context } from '../context.js';
import { apiError, parseArgument } from '../errors.js';
import { knowsZips } from '../places/zip.js';

/** One way to name an area; GraphQL's oneOf lets exactly one through. */
export interface AreaBy {
  readonly country?: string | null | undefined;
  readonly state?: string | null | undefined;
  readonly metro?: string | null | undefined;
  readonly zip?: string | null | undefined;
  readonly code?: string | null | undefined;
}

/** An area that was asked for, with the ZIP code that led to it, if one did. */
export interface AskedArea extends AreaEntry {
  readonly zip?: ZipResolution;
}

/** The area that is asked for, null where there is none. Malformed codes are BAD_USER_INPUT. */
export async function findArea(context: Context, by: AreaBy, argument: string): Promise<AskedArea | null> {
  const { catalog } = context;
  const { country, state, metro, zip, code } = by;
  const at = (value: string | null) => (value === null ? null : (catalog.areas.get(value) ?? null));
  if (country != null) return at(parseArgument(`${argument}.country`, () => parseCountry(country)));
  if (state != null) return at(parseArgument(`${argument}.state`, () => parseState(state)));
  if (zip != null) {
    return findByZip(
      context,
      parseArgument(`${argument}.zip`, () => parseZip(zip)),
      argument,
    );
  }
  const local = metro != null ? parseArgument(`${argument}.metro`, () => parseMetro(metro)) : null;
  const wanted = local ?? (code != null ? parseArgument(`${argument}.code`, () => parseAreaCode(code)) : null);
  const area = at(wanted);
  if (area === null && wanted !== null && /^(CBSA|NONMETRO)-/.test(wanted) && !hasLocalAreas(catalog)) {
    throw notAvailableYet(metro != null ? `${argument}.metro` : `${argument}.code`, wanted, 'metropolitan areas');
  }
  return area;
}

async function findByZip({ catalog, zips }: Context, zip: string, argument: string): Promise<AskedArea | null> {
  if (!knowsZips(catalog)) throw notAvailableYet(`${argument}.zip`, zip, 'ZIP codes');
  const located = await zips.load(zip);
  if (located === null) return null;
  const { resolution, stateCode } = located;
  const { areaCode } = resolution;
  const area = catalog.areas.get(areaCode);
  if (area) return { ...area, zip: resolution };
  // A metropolitan area that neither the delineation nor a release of wages names: its number is all that is known.
  return { code: areaCode, kind: 'METRO', name: areaCode, fips: null, parentCode: stateCode, zip: resolution };
}

function hasLocalAreas({ areas }: Catalog): boolean {
  return [...areas.values()].some(({ kind }) => kind === 'METRO' || kind === 'NONMETRO');
}

function notAvailableYet(argument: string, value: string, what: string) {
  return apiError(
    'NOT_AVAILABLE_YET',
    `${argument}: ${value} cannot be answered yet: this server has no data on ${what}. Ask for a state or the nation.`,
    {
      argument,
    },
  );
}

/** The area, then what lies around it, up to the nation. */
export function areaChain(catalog: Catalog, area: AreaEntry): readonly AreaEntry[] {
  const parent = area.parentCode === null ? undefined : catalog.areas.get(area.parentCode);
  return parent ? [area, ...areaChain(catalog, parent)] : [area];
}
