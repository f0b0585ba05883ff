import type { Database } from '@careergraph/db';
import {
  resolveZip,
  type UnresolvedZip,
  type ZipEvidence,
  type ZipNeighbor,
  type ZipResolution,
} from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import { type KeptLoader, keptLoader } from '../rows/loader.js';
import type { RowStore } from '../rows/store.js';

export type ZipLoader = KeptLoader<string, ZipResolution | UnresolvedZip>;

const BILLION = 1e9;

/** Ids of the files that ZIP codes are matched with; empty if a source has no active release. */
interface ZipFiles {
  readonly shares: number[];
  readonly places: number[];
  readonly counties: number[];
}

function zipFilesOf(catalog: Catalog): ZipFiles {
  const active = (sourceId: string, role: string) => catalog.fileIdsOf(catalog.active(sourceId), [role]);
  return {
    shares: active('hud-zip-cbsa', 'zip-cbsa'),
    places: active('geonames-postal', 'postal-codes'),
    counties: active('census-cbsa', 'delineation'),
  };
}

/** Whether any data on ZIP codes is loaded. */
export function knowsZips(catalog: Catalog): boolean {
  const { shares, places } = zipFilesOf(catalog);
  return shares.length > 0 || places.length > 0;
}

export function createZipLoader(prisma: Database, catalog: Catalog, rows: RowStore): ZipLoader {
  const files = zipFilesOf(catalog);
  return keptLoader<string, ZipResolution | UnresolvedZip>({
    rows,
    name: `zip ${files.shares} ${files.places} ${files.counties}`,
    keyOf: (zip) => zip,
    fetch: async (zips) => {
      const found = await gather(prisma, files, [...zips]);
      return zips.map((zip) => resolveZip(found(zip)));
    },
  });
}

async function gather(prisma: Database, files: ZipFiles, zips: string[]): Promise<(zip: string) => ZipEvidence> {
  const inFiles = (fileIds: number[]) => ({ fileId: { in: fileIds }, zip: { in: zips } });
  const [shares, places] = await Promise.all([
    files.shares.length === 0
      ? []
      : prisma.zipShare.findMany({ where: inFiles(files.shares), orderBy: { row: 'asc' } }),
    files.places.length === 0
      ? []
      : prisma.zipPlace.findMany({ where: inFiles(files.places), orderBy: { row: 'asc' } }),
  ]);
  const counties = places.flatMap(({ countyFips }) => (countyFips === null ? [] : [countyFips]));
  const areas =
    files.counties.length === 0 || counties.length === 0
      ? []
      : await prisma.cbsaCounty.findMany({
          where: { fileId: { in: files.counties }, countyFips: { in: counties } },
        });
  const unknown = zips.filter((zip) => ![...shares, ...places].some((row) => row.zip === zip));
  const neighbors = await neighborsOf(prisma, files, unknown);
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
    neighbors: neighbors.filter((row) => row.unknown === zip),
  });
}

interface Neighbor extends ZipNeighbor {
  readonly unknown: string;
}

/**
 * The known ZIP codes right before and after unknown ones, among those with the same first three digits. In SQL, because
 * Prisma cannot look for the nearest row of each value.
 */
async function neighborsOf(
  prisma: Database,
  files: ZipFiles,
  unknown: readonly string[],
): Promise<readonly Neighbor[]> {
  if (unknown.length === 0) return [];
  return prisma.$queryRaw<Neighbor[]>`
    WITH known AS (
      SELECT zip, CASE WHEN count(DISTINCT coalesce(state_code, '')) = 1 THEN min(state_code) END AS state_code
      FROM (SELECT zip, state_code FROM zip_share WHERE file_id = ANY(${files.shares}::int[])
            UNION ALL SELECT zip, state_code FROM zip_place WHERE file_id = ANY(${files.places}::int[])) AS listed
      WHERE left(zip, 3) = ANY(${unknown.map((zip) => zip.slice(0, 3))}::text[]) GROUP BY zip)
    SELECT unknown, neighbor.zip, state_code AS "stateCode"
    FROM unnest(${unknown}::text[]) AS unknown
    CROSS JOIN LATERAL (SELECT max(zip) AS zip FROM known WHERE left(zip, 3) = left(unknown, 3) AND zip < unknown
                        UNION ALL
                        SELECT min(zip) FROM known WHERE left(zip, 3) = left(unknown, 3) AND zip > unknown) AS neighbor
    JOIN known ON known.zip = neighbor.zip ORDER BY unknown, neighbor.zip`;
}
