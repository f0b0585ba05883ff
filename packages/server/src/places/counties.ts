import type { Database } from '@careergraph/db';
import { STATES } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { AreaEntry } from '../catalog/entries.js';
import { type KeptLoader, keptLoader } from '../rows/loader.js';
import type { RowStore } from '../rows/store.js';

export interface CountyLookup {
  /** The metropolitan or micropolitan area of the county, or its state if it is in none; null for an unknown county. */
  readonly area: AreaEntry | null;
  readonly explanation: string;
}

/** Finds counties by their FIPS codes. */
export interface CountyLoader {
  load(fips: string): Promise<CountyLookup>;
}

/** What the loaded files have of a county. */
interface CountyEvidence {
  readonly listed: { readonly county: string; readonly areaCode: string } | undefined;
  /** Its name in the list of places. */
  readonly name: string | null | undefined;
}

/** The counties of Connecticut before its planning regions. Lists of places still name them here and there. */
const FORMER_COUNTIES = /^090(01|03|05|07|09|11|13|15)$/;

function filesOf(catalog: Catalog) {
  return {
    delineation: catalog.fileIdsOf(catalog.active('census-cbsa'), ['delineation']),
    places: catalog.fileIdsOf(catalog.active('geonames-postal'), ['postal-codes']),
  };
}

/** Whether a delineation is loaded: without it, the area of a county is not known. */
export function knowsCounties(catalog: Catalog): boolean {
  return filesOf(catalog).delineation.length > 0;
}

export function createCountyLoader(prisma: Database, catalog: Catalog, rows: RowStore): CountyLoader {
  const files = filesOf(catalog);
  const evidence: KeptLoader<string, CountyEvidence> = keptLoader({
    rows,
    name: `county ${files.delineation} ${files.places}`,
    keyOf: (fips) => fips,
    fetch: async (counties) => {
      const listed = await prisma.cbsaCounty.findMany({
        where: { fileId: { in: files.delineation }, countyFips: { in: [...counties] } },
      });
      const byFips = new Map(listed.map((row) => [row.countyFips, row]));
      const others = counties.filter((fips) => !byFips.has(fips));
      const places =
        others.length === 0
          ? []
          : await prisma.zipPlace.groupBy({
              by: ['countyFips', 'county'],
              where: { fileId: { in: files.places }, countyFips: { in: others } },
            });
      const names = new Map(places.map(({ countyFips, county }) => [countyFips, county]));
      return counties.map((fips): CountyEvidence => ({ listed: byFips.get(fips), name: names.get(fips) }));
    },
  });
  return { load: async (fips) => lookUp(catalog, fips, await evidence.load(fips)) };
}

function lookUp(catalog: Catalog, fips: string, { listed, name }: CountyEvidence): CountyLookup {
  const delineation = `the delineation of ${catalog.active('census-cbsa')?.label}`;
  if (listed) {
    const area = catalog.areaOf(listed);
    const explanation = `County ${fips} (${listed.county}) lies in ${area.name} (${area.code}), by ${delineation}.`;
    return { area, explanation };
  }
  const state = catalog.area(STATES.find((each) => fips.startsWith(each.fips))?.code ?? null);
  const isFormer = FORMER_COUNTIES.test(fips);
  if (name !== undefined && state && !isFormer) {
    const explanation = `County ${fips}${name === null ? '' : ` (${name})`} is in no metropolitan or micropolitan area of ${delineation}: the area is its state, ${state.name}.`;
    return { area: state, explanation };
  }
  const instead = state
    ? `Ask for the state, ${state.code.slice(3)}, or for a ZIP code.`
    : 'No state or territory with figures has a code that begins like it.';
  const why = isFormer
    ? `County ${fips} is a former county of Connecticut, which ${delineation} does not list: since 2022, planning regions (09110 to 09190) stand in place of its counties.`
    : `County ${fips} is in no loaded file.`;
  return { area: null, explanation: `${why} ${instead}` };
}
