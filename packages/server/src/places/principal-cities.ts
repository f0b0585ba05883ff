import type { Database } from '@careergraph/db';
import { STATES } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';

export interface City {
  readonly name: string;
  readonly stateCode: string;
}

/** `Nashua, NH` in small letters, as titles of areas and lists of places spell it. */
export function cityKey(name: string, stateCode: string): string {
  return `${name.toLowerCase().replace(/^st\. /, 'saint ')} ${stateCode}`;
}

/** `Nashua-Manchester, NH-MA`; divisions have words after the states. */
const TITLE = /^(.*), ([A-Z]{2}(?:-[A-Z]{2})*)\b/;

/** Whether a title is that of a part of a metropolitan area: `Newark, NJ-PA Metropolitan Division`. */
export function isDivision(title: string): boolean {
  return title.endsWith(' Division');
}

/** The states at the end of the title of a metropolitan area; none in other names. */
export function statesIn(title: string): readonly string[] {
  const [, , states] = TITLE.exec(title) ?? [];
  return states === undefined ? [] : states.split('-').map((usps) => `US-${usps}`);
}

/**
 * The state that an area belongs to by its name: the first one at the end of a title, or the one that the name of a
 * nonmetropolitan area contains (`Southern West Virginia nonmetropolitan area`, which is not in Virginia).
 */
export function stateInName(name: string): string | null {
  const [first] = statesIn(name);
  if (first !== undefined) return first;
  const named = STATES.filter((state) => new RegExp(`\\b${state.name}\\b`).test(name));
  return named.toSorted((a, b) => b.name.length - a.name.length)[0]?.code ?? null;
}

/**
 * The cities that the title of a metropolitan area may name, in each of its states: `Boston-Cambridge-Nashua, MA-NH`. The
 * first city is in the first state.
 */
export function citiesIn(title: string): readonly City[] {
  const [, names] = TITLE.exec(title) ?? [];
  if (names === undefined) return [];
  const codes = statesIn(title);
  const cities = names.split(/--|-|\//).map((name) => name.trim().replace(/ Town$/, ''));
  return cities.flatMap((name, index) =>
    (index === 0 ? codes.slice(0, 1) : codes).map((stateCode) => ({ name, stateCode })),
  );
}

/** The county with most of the ZIP codes of each city, by the key of the city; none for a city without ZIP codes. */
export async function countiesOfCities(
  prisma: Database,
  catalog: Catalog,
  cities: readonly City[],
): Promise<ReadonlyMap<string, string>> {
  const files = catalog.fileIdsOf(catalog.active('geonames-postal'), ['postal-codes']);
  const keys = [...new Set(cities.map(({ name, stateCode }) => cityKey(name, stateCode)))];
  if (files.length === 0 || keys.length === 0) return new Map();
  const rows = await prisma.$queryRaw<{ key: string; countyFips: string }[]>`
    SELECT DISTINCT ON (key) key, county_fips AS "countyFips"
    FROM (SELECT regexp_replace(lower(place), '^st\\. ', 'saint ') || ' ' || state_code AS key, county_fips
          FROM zip_place WHERE file_id = ANY(${files}::int[]) AND county_fips IS NOT NULL) AS place
    WHERE key = ANY(${keys}::text[])
    GROUP BY key, county_fips ORDER BY key, count(*) DESC, county_fips`;
  return new Map(rows.map(({ key, countyFips }) => [key, countyFips]));
}
