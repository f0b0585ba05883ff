import type { Database } from '@careergraph/db';
import { resolveZip, type ZipEvidence, type ZipResolution } from '@careergraph/domain';
import DataLoader from 'dataloader';
import type { Catalog } from '../catalog/catalog.js';

/** The area that a ZIP code was matched to, and the state that the sources name for it. */
export interface LocatedZip {
  readonly resolution: ZipResolution;
  readonly stateCode: string | null;
}

/** Null for an unknown ZIP code. */
export type ZipLoader = DataLoader<string, LocatedZip | null>;

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
  const files = zipFilesOf(catalog);
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

/**
 * The states of known ZIP codes that share their first three digits with unknown ones. In SQL, because Prisma cannot
 * group by a part of a column.
 */
async function statesByPrefix(
  prisma: Database,
  files: ZipFiles,
  unknown: readonly string[],
): Promise<readonly Neighbours[]> {
  const prefixes = [...new Set(unknown.map((zip) => zip.slice(0, 3)))];
  if (prefixes.length === 0) return [];
  return prisma.$queryRaw<Neighbours[]>`
    SELECT left(zip, 3) AS prefix, state_code AS "stateCode", count(DISTINCT zip)::int AS zips
    FROM (SELECT zip, state_code FROM zip_share WHERE file_id = ANY(${files.shares}::int[])
          UNION ALL SELECT zip, state_code FROM zip_place WHERE file_id = ANY(${files.places}::int[])) AS known
    WHERE left(zip, 3) = ANY(${prefixes}::text[]) AND state_code IS NOT NULL
    GROUP BY 1, 2`;
}
