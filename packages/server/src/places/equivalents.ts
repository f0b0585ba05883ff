import type { AreaEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import type { Equivalent } from '../figures/areas.js';
import { type Borders, type Delineations, delineationsOf } from './delineations.js';
import { cityKey } from './principal-cities.js';

/** What is known of the place in a query, besides the area. */
export interface Place {
  readonly city: string | null;
  readonly stateCode: string | null;
  readonly countyFips: string | null;
}

interface Match {
  readonly code: string;
  readonly reason: string;
}

/**
 * For each delineation without an area, the area that covers the same place in the releases that follow it, if the data
 * tell: by a city in its title, by the county, or by the counties of the area.
 */
export async function equivalentsOf(context: Context, area: AreaEntry, place: Place): Promise<readonly Equivalent[]> {
  const delineations = await delineationsOf(context);
  const own = bordersOf(delineations, area.code);
  return delineations.followed.flatMap(({ releaseIds, areas }): Equivalent[] => {
    if (areas.has(area.code)) return [];
    const candidates = [...areas.values()];
    const found = byCity(candidates, place) ?? byCounty(candidates, place, own);
    const match = found && context.catalog.area(found.code);
    return match ? releaseIds.map((releaseId) => ({ releaseId, area: match, reason: found.reason })) : [];
  });
}

function bordersOf({ listed, followed }: Delineations, code: string): Borders | undefined {
  return listed.get(code) ?? followed.find(({ areas }) => areas.has(code))?.areas.get(code);
}

function byCity(areas: readonly Borders[], { city, stateCode, countyFips }: Place): Match | null {
  if (city === null || stateCode === null) return null;
  const [found, other] = areas.filter(
    ({ cities, list, counties }) =>
      cities.includes(cityKey(city, stateCode)) && (list === null || countyFips === null || counties.has(countyFips)),
  );
  return found && !other ? { code: found.code, reason: `its title names ${city}` } : null;
}

function byCounty(areas: readonly Borders[], { countyFips }: Place, own: Borders | undefined): Match | null {
  const having = countyFips === null ? [] : areas.filter(({ counties }) => counties.has(countyFips));
  const [found, other] = having;
  if (!found) return byCounties(areas, own);
  // Towns of one county may be in different areas, and which towns is not known.
  if (other || (isOfTowns(found) && found.principal?.countyFips !== countyFips)) return null;
  const { code, list } = found;
  const reason =
    list === null
      ? `county ${countyFips} is that of a city in its title (GeoNames); the delineation itself is not loaded`
      : `county ${countyFips} lies in it by the delineation of ${list}`;
  return { code, reason };
}

/** The areas of New England were made up of towns, under codes of their own, until the delineation of 2023. */
function isOfTowns({ code, list }: Borders): boolean {
  return list === null && code.startsWith('CBSA-7');
}

/** By the county of the first city. Of an area known by its title alone, the county of its own first city must agree too. */
function byCounties(areas: readonly Borders[], own: Borders | undefined): Match | null {
  const principal = own?.principal;
  if (!own || !principal) return null;
  const covering = areas.filter(
    ({ counties, list, principal: first }) =>
      counties.has(principal.countyFips) && (list !== null || (first !== null && own.counties.has(first.countyFips))),
  );
  const sameCounty = covering.filter(({ principal: first }) => first?.countyFips === principal.countyFips);
  const found = covering.length === 1 ? covering[0] : sameCounty.length === 1 ? sameCounty[0] : undefined;
  if (!found) return null;
  const isKnown = found.list !== null && own.list !== null;
  const caution = isKnown ? '' : '; their borders may differ, because not both delineations are loaded';
  return { code: found.code, reason: `the county of ${principal.city} lies in both areas${caution}` };
}
