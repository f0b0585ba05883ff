import type { FileArea } from '@careergraph/db';
import { delineationListedIn, delineationOf } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { ReleaseEntry } from '../catalog/entries.js';
import { groupBy } from '../catalog/group-by.js';
import type { Context } from '../context.js';
import { citiesIn, cityKey, countiesOfCities, isDivision } from './principal-cities.js';

/** What is known of the borders of a metropolitan or micropolitan area. */
export interface Borders {
  readonly code: string;
  /** The label of the list that names its counties; null if only the counties of the cities in its title are known. */
  readonly list: string | null;
  readonly counties: ReadonlySet<string>;
  /** `boston US-MA`, the first one first. */
  readonly cities: readonly string[];
  /** The first city of the title that is in the list of places, with its county; null if none is. */
  readonly principal: { readonly city: string; readonly countyFips: string } | null;
}

type BordersByCode = ReadonlyMap<string, Borders>;

/** The metropolitan areas of the releases of wages that follow one delineation. */
export interface Delineation {
  readonly releaseIds: readonly number[];
  readonly areas: BordersByCode;
}

export interface Delineations {
  /** The newest first. */
  readonly followed: readonly Delineation[];
  /** The areas of all lists that are loaded, each as the newest list has it. */
  readonly listed: BordersByCode;
}

/** The delineations that the releases of wages follow; read once per catalog. */
export function delineationsOf({ catalog, prisma }: Context): Promise<Delineations> {
  return catalog.once('delineations', async () => {
    const wages = filesOf(catalog, 'bls-oews', /^metro/);
    if (wages.length === 0) return { followed: [], listed: new Map() };
    const lists = filesOf(catalog, 'census-cbsa', /^delineation$/);
    const fileId = { in: [...wages, ...lists].flatMap(({ fileIds }) => fileIds) };
    const areas = (await prisma.fileArea.findMany({ where: { fileId, kind: { in: ['METRO', 'MICRO'] } } })).filter(
      ({ name }) => !isDivision(name),
    );
    const counties = groupBy(await prisma.cbsaCounty.findMany({ where: { fileId } }), placeOf);
    const cities = areas.flatMap(({ name }) => citiesIn(name));
    const countyOfCity = await countiesOfCities(prisma, catalog, cities);
    const titled = (area: FileArea) => bordersByTitle(area, countyOfCity);
    // The oldest first, here and below, so that the newest that has an area decides.
    const inLists = lists.toReversed().flatMap(({ release, fileIds }) =>
      areas
        .filter((area) => fileIds.includes(area.fileId))
        .map((area) => {
          const own = (counties.get(placeOf({ ...area, areaCode: area.code })) ?? []).map(
            ({ countyFips }) => countyFips,
          );
          const borders: Borders = { ...titled(area), list: release.label, counties: new Set(own) };
          return { name: delineationListedIn(release.key), borders };
        }),
    );
    const eras = groupBy(wages, ({ release }) => delineationOf(release.key));
    return {
      followed: [...eras].map(([name, releases]): Delineation => {
        const named = releases
          .toReversed()
          .flatMap(({ fileIds }) => areas.filter((area) => fileIds.includes(area.fileId)).map(titled));
        const codes = new Set(named.map(({ code }) => code));
        const known = inLists.filter((each) => each.name === name && codes.has(each.borders.code));
        return {
          releaseIds: releases.map(({ release }) => release.id),
          areas: byCode([...named, ...known.map(({ borders }) => borders)]),
        };
      }),
      listed: byCode(inLists.map(({ borders }) => borders)),
    };
  });
}

/** The files with a role in each release of a source that answers, the newest release first. */
function filesOf(catalog: Catalog, sourceId: string, role: RegExp) {
  return catalog.answering(sourceId).flatMap((release: ReleaseEntry) => {
    const files = catalog.filesOf(release).filter((file) => role.test(file.role));
    return files.length === 0 ? [] : [{ release, fileIds: files.map(({ id }) => id) }];
  });
}

function placeOf({ fileId, areaCode }: { readonly fileId: number; readonly areaCode: string }): string {
  return `${fileId} ${areaCode}`;
}

function byCode(areas: readonly Borders[]): BordersByCode {
  return new Map(areas.map((area) => [area.code, area]));
}

function bordersByTitle({ code, name }: FileArea, countyOfCity: ReadonlyMap<string, string>): Borders {
  const cities = citiesIn(name).flatMap((city) => {
    const countyFips = countyOfCity.get(cityKey(city.name, city.stateCode));
    return countyFips === undefined ? [] : [{ ...city, countyFips }];
  });
  const [first] = cities;
  return {
    code,
    list: null,
    counties: new Set(cities.map(({ countyFips }) => countyFips)),
    cities: cities.map((city) => cityKey(city.name, city.stateCode)),
    principal: first ? { city: first.name, countyFips: first.countyFips } : null,
  };
}
