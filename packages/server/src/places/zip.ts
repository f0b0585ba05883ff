import type { Database } from '@careergraph/db';
import { resolveZip, type ZipEvidence, type ZipResolution } from '@careergraph/domain';
import DataLoader from 'dataloader';
import type { Catalog } from '../catalog/catalog.js';

/** Where a ZIP code led, and the state that the sources give it. */
export interface LocatedZip {
  readonly resolution: ZipResolution;
  readonly stateCode: string | null;
}

/** Null for a ZIP code that nothing is known of. */
export type ZipLoader = DataLoader<string, LocatedZip | null>;

const BILLION = 1e9;

/** Files of the active releases of the sources that know ZIP codes. */
function placeFiles({ releases, files }: Catalog) {
  const ofRole = (sourceId: string, role: string) => {
    const active = [...releases.values()].find(
      (release) => release.sourceId === sourceId && release.status === 'ACTIVE',
    );
    return active?.files.find((id) => files.get(id)?.role === role) ?? null;
  };
  return {
    shares: ofRole('hud-zip-cbsa', 'zip-cbsa'),
    places: ofRole('geonames-postal', 'postal-codes'),
    counties: ofRole('census-cbsa', 'delineation'),
  };
}

/** Whether anything is loaded that tells where a ZIP code is. */
export function knowsZips(catalog: Catalog): boolean {
  const { shares, places } = placeFiles(catalog);
  return shares !== null || places !== null;
}

export function createZipLoader(prisma: Database, catalog: Catalog): ZipLoader {
  return new DataLoader(async (zips) => {
    const found = await gather(prisma, catalog, [...zips]);
    return zips.map((zip) => {
      const evidence = found(zip);
      const resolution = resolveZip(evidence);
      const [first] = [...evidence.shares, ...evidence.places];
      return resolution && { resolution, stateCode: first?.stateCode ?? null };
    });
  });
}

async function gather(prisma: Database, catalog: Catalog, zips: string[]): Promise<(zip: string) => ZipEvidence> {
  const files = placeFiles(catalog);
  const inFile = (fileId: number | null) => ({ fileId: fileId ?? -1, zip: { in: zips } });
  const [shares, places] = await Promise.all([
    files.shares === null ? [] : prisma.zipShare.findMany({ where: inFile(files.shares), orderBy: { row: 'asc' } }),
    files.places === null ? [] : prisma.zipPlace.findMany({ where: inFile(files.places), orderBy: { row: 'asc' } }),
  ]);
  const counties = places.flatMap(({ countyFips }) => (countyFips === null ? [] : [countyFips]));
  const areas =
    files.counties === null || counties.length === 0
      ? []
      : await prisma.cbsaCounty.findMany({ where: { fileId: files.counties, countyFips: { in: counties } } });
  const unknown = zips.filter((zip) => ![...shares, ...places].some((row) => row.zip === zip));
  const neighbours = await statesByPrefix(prisma, files, unknown);
  return (zip) => ({
    zip,
    shares: shares
      .filter((row) => row.zip === zip)
      .map(({ areaCode, stateCode, residentialBillionths, totalBillionths }) => ({
        areaCode,
        stateCode,
        residential: residentialBillionths / BILLION,
        total: totalBillionths / BILLION,
      })),
    places: places.filter((row) => row.zip === zip),
    countyAreas: new Map(areas.map(({ countyFips, areaCode }) => [countyFips, areaCode])),
    prefixStates: neighbours.filter(({ prefix }) => zip.startsWith(prefix)),
  });
}

interface Neighbours {
  readonly prefix: string;
  readonly stateCode: string;
  readonly zips: number;
}

/** States of the known ZIP codes that share the first three digits with unknown ones. */
async function statesByPrefix(
  prisma: Database,
  files: ReturnType<typeof placeFiles>,
  unknown: readonly string[],
): Promise<readonly Neighbours[]> {
  const prefixes = [...new Set(unknown.map((zip) => zip.slice(0, 3)))];
  if (prefixes.length === 0) return [];
  return prisma.$queryRaw<Neighbours[]>`
    SELECT left(zip, 3) AS prefix, state_code AS "stateCode", count(DISTINCT zip)::int AS zips
    FROM (SELECT zip, state_code FROM zip_share WHERE file_id = ${files.shares ?? -1}
          UNION ALL SELECT zip, state_code FROM zip_place WHERE file_id = ${files.places ?? -1}) AS known
    WHERE left(zip, 3) = ANY(${prefixes}::text[]) AND state_code IS NOT NULL
    GROUP BY 1, 2`;
}
