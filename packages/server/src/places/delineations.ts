import type { Database } from '@careergraph/db';
import type { Catalog } from '../catalog/catalog.js';
import type { AreaEntry } from '../catalog/entries.js';
import { groupBy } from '../catalog/group-by.js';
import type { Context } from '../context.js';
import { citiesIn, cityKey, countiesOfCities } from './principal-cities.js';

/** The area of a release that stands for an area which the release does not have, because it follows another delineation. */
export interface Equivalent {
  readonly releaseId: number;
  readonly area: AreaEntry;
  /** Why this area, as the end of a sentence. */
  readonly reason: string;
}

/** What is known of the place in a query, besides the area. */
export interface Place {
  readonly city: string | null;
  readonly stateCode: string | null;
  readonly countyFips: string | null;
}

/** What is known of the borders of an area. */
interface Borders {
  /** The label of the delineation that lists the area; null if only the cities in its title are known. */
  readonly delineation: string | null;
  readonly counties: ReadonlySet<string>;
  /** `boston, US-MA`, the first one first. */
  readonly cities: readonly string[];
}

interface Delineations {
  readonly borders: ReadonlyMap<string, Borders>;
  /** The metropolitan areas of each release of wages that has rows for metropolitan areas. */
  readonly releases: readonly { readonly id: number; readonly codes: ReadonlySet<string> }[];
}

/**
 * For each release of wages that lacks an area, the area that covers the same place in it, if the data tell: by a city in
 * its title, by the county, or by the counties of the area.
 */
export async function equivalentsOf(context: Context, area: AreaEntry, place: Place): Promise<readonly Equivalent[]> {
  const { borders, releases } = await delineationsOf(context);
  const own = borders.get(area.code);
  return releases.flatMap(({ id, codes }): Equivalent[] => {
    if (codes.has(area.code)) return [];
    const others = [...codes].flatMap((code): Candidate[] => {
      const known = borders.get(code);
      return known && known.delineation !== own?.delineation ? [{ code, borders: known }] : [];
    });
    const found = byCity(others, place) ?? byCounty(others, place, own);
    const match = found && context.catalog.area(found.code);
    return match ? [{ releaseId: id, area: match, reason: found.reason }] : [];
  });
}

interface Candidate {
  readonly code: string;
  readonly borders: Borders;
}

interface Match {
  readonly code: string;
  readonly reason: string;
}

function byCity(areas: readonly Candidate[], { city, stateCode }: Place): Match | null {
  if (city === null || stateCode === null) return null;
  const [found, other] = areas.filter(({ borders }) => borders.cities.includes(cityKey(city, stateCode)));
  return found && !other ? { code: found.code, reason: `its title names ${city}` } : null;
}

function byCounty(areas: readonly Candidate[], { countyFips }: Place, own: Borders | undefined): Match | null {
  const having = countyFips === null ? [] : areas.filter(({ borders }) => borders.counties.has(countyFips));
  const [found, other] = having;
  if (!found) return byCounties(areas, own);
  // Towns of one county may be in different areas, and which towns is not known.
  if (other) return null;
  const { delineation } = found.borders;
  const reason =
    delineation === null
      ? `county ${countyFips} is that of a city in its title (GeoNames); the delineation itself is not loaded`
      : `county ${countyFips} lies in it by the delineation of ${delineation}`;
  return { code: found.code, reason };
}

function byCounties(areas: readonly Candidate[], own: Borders | undefined): Match | null {
  if (!own) return null;
  const sharing = areas.filter(({ borders }) => [...borders.counties].some((county) => own.counties.has(county)));
  const sameCity = sharing.filter(({ borders }) => borders.cities[0] === own.cities[0]);
  const found = sharing.length === 1 ? sharing[0] : sameCity.length === 1 ? sameCity[0] : undefined;
  if (!found) return null;
  const isKnown = found.borders.delineation !== null && own.delineation !== null;
  const caution = isKnown ? '' : '; its borders may differ, because the delineation itself is not loaded';
  return { code: found.code, reason: `both areas have the same principal county${caution}` };
}

function delineationsOf({ catalog, prisma }: Context): Promise<Delineations> {
  return catalog.once('delineations', async () => {
    const wages = filesOf(catalog, 'bls-oews', /^metro/);
    if (wages.length === 0) return { borders: new Map(), releases: [] };
    const named = await prisma.fileArea.findMany({
      where: { fileId: { in: wages.flatMap(({ fileIds }) => fileIds) }, kind: 'METRO' },
      select: { fileId: true, code: true, name: true },
    });
    const listed = await bordersInDelineations(prisma, catalog);
    const borders = new Map([...(await bordersByTitle(prisma, catalog, named)), ...listed]);
    const releases = wages.map(({ release: { id }, fileIds }) => ({
      id,
      codes: new Set(named.filter(({ fileId }) => fileIds.includes(fileId)).map(({ code }) => code)),
    }));
    return { borders, releases };
  });
}

/** The files with a role in each release of a source that answers, the newest release first. */
function filesOf(catalog: Catalog, sourceId: string, role: RegExp) {
  return catalog.answering(sourceId).flatMap((release) => {
    const files = catalog.filesOf(release).filter((file) => role.test(file.role));
    return files.length === 0 ? [] : [{ release, fileIds: files.map(({ id }) => id) }];
  });
}

async function bordersInDelineations(prisma: Database, catalog: Catalog): Promise<ReadonlyMap<string, Borders>> {
  const delineations = filesOf(catalog, 'census-cbsa', /^delineation$/);
  const where = { fileId: { in: delineations.flatMap(({ fileIds }) => fileIds) } };
  const counties = await prisma.cbsaCounty.findMany({ where });
  const titles = new Map((await prisma.fileArea.findMany({ where })).map(({ code, name }) => [code, name]));
  // The oldest first, so that the newest delineation that lists an area decides.
  return new Map(
    delineations.toReversed().flatMap(({ release, fileIds }) => {
      const own = counties.filter(({ fileId }) => fileIds.includes(fileId));
      return [...groupBy(own, ({ areaCode }) => areaCode)].map(([code, rows]): [string, Borders] => [
        code,
        {
          delineation: release.label,
          counties: new Set(rows.map(({ countyFips }) => countyFips)),
          cities: keysIn(titles.get(code)),
        },
      ]);
    }),
  );
}

async function bordersByTitle(
  prisma: Database,
  catalog: Catalog,
  areas: readonly { readonly code: string; readonly name: string }[],
): Promise<ReadonlyMap<string, Borders>> {
  const counties = await countiesOfCities(
    prisma,
    catalog,
    areas.flatMap(({ name }) => citiesIn(name)),
  );
  return new Map(
    areas.map(({ code, name }) => {
      const cities = keysIn(name).filter((key) => counties.has(key));
      const own = new Set(cities.flatMap((key) => counties.get(key) ?? []));
      return [code, { delineation: null, counties: own, cities }];
    }),
  );
}

function keysIn(title: string | undefined): readonly string[] {
  return title === undefined ? [] : citiesIn(title).map(({ name, stateCode }) => cityKey(name, stateCode));
}
