import type { Database, Prisma } from '@careergraph/db';
import { WAGE_STATISTICS, wageColumns, wordsOf } from '@careergraph/domain';
import DataLoader from 'dataloader';
import type { ReleaseEntry } from '../catalog/entries.js';
import { groupBy } from '../catalog/group-by.js';
import type { Equivalent } from './areas.js';

export type WageRow = Prisma.WageEstimateGetPayload<object>;
export type ProjectionRow = Prisma.ProjectionGetPayload<object>;

/** Asks for the row of an occupation in an area: that of the first release that has one. */
export interface FigureKey {
  readonly releases: readonly ReleaseEntry[];
  readonly occupationCode: string;
  readonly areaCode: string;
  /** Areas that stand for the area in releases that do not have it. */
  readonly equivalents?: readonly Equivalent[] | undefined;
}

export interface Found<Row> {
  readonly row: Row;
  readonly release: ReleaseEntry;
  /** The area in the key, or its equivalent in the release. */
  readonly areaCode: string;
}

export type FigureLoader<Row> = DataLoader<FigureKey, Found<Row> | null, string>;

/** Collects the rows that the fields of one request need into one statement per table. */
export interface FigureLoaders {
  readonly wages: FigureLoader<WageRow>;
  readonly projections: FigureLoader<ProjectionRow>;
}

export function createFigureLoaders(prisma: Database): FigureLoaders {
  return {
    wages: loader((OR) => prisma.wageEstimate.findMany({ where: { OR } }), holdsAnyWage),
    projections: loader(
      (OR) => prisma.projection.findMany({ where: { OR } }),
      () => true,
    ),
  };
}

const STATISTICS = wordsOf(WAGE_STATISTICS).map(wageColumns);

/** False for a row of a page that states no wage at all. */
export function holdsAnyWage(row: WageRow): boolean {
  return STATISTICS.some(
    ({ annualMarker, hourlyMarker }) => row[annualMarker] !== 'NOT_STATED' || row[hourlyMarker] !== 'NOT_STATED',
  );
}

/** The files and areas that a request needs for an occupation. */
interface KeyGroup {
  readonly occupationCode: string;
  readonly fileId: { readonly in: number[] };
  readonly areaCode: { readonly in: string[] };
}

/** Rows name a file, which may belong to several revisions of a release. */
type FileKey = Pick<FigureKey, 'occupationCode' | 'areaCode'> & { readonly fileId: number };

function loader<Row extends FileKey>(
  fetch: (groups: KeyGroup[]) => Promise<Row[]>,
  holdsAnything: (row: Row) => boolean,
): FigureLoader<Row> {
  return new DataLoader(
    async (keys) => {
      const found = (await fetch(groupsOf(keys))).filter(holdsAnything);
      const rows = new Map(found.map((row) => [`${row.fileId} ${row.occupationCode} ${row.areaCode}`, row]));
      return keys.map((key) => {
        for (const release of key.releases) {
          for (const areaCode of areaCodesIn(release, key)) {
            for (const fileId of release.fileIds) {
              const row = rows.get(`${fileId} ${key.occupationCode} ${areaCode}`);
              if (row) return { row, release, areaCode };
            }
          }
        }
        return null;
      });
    },
    { cacheKeyFn: nameOf, maxBatchSize: 500 },
  );
}

/** The area in the key, then those that stand for it in a release. */
export function areaCodesIn(
  { id }: ReleaseEntry,
  { areaCode, equivalents = [] }: Pick<FigureKey, 'areaCode' | 'equivalents'>,
): readonly string[] {
  return [areaCode, ...equivalents.flatMap(({ releaseId, area }) => (releaseId === id ? [area.code] : []))];
}

function groupsOf(keys: readonly FigureKey[]): KeyGroup[] {
  const groups = groupBy(keys, ({ occupationCode }) => occupationCode);
  return [...groups].map(([occupationCode, group]) => ({
    occupationCode,
    fileId: { in: [...new Set(group.flatMap(({ releases }) => releases.flatMap(({ fileIds }) => fileIds)))] },
    areaCode: {
      in: [...new Set(group.flatMap((key) => key.releases.flatMap((release) => areaCodesIn(release, key))))],
    },
  }));
}

function nameOf(key: FigureKey): string {
  const places = key.releases.map((release) => `${release.id} ${areaCodesIn(release, key)}`);
  return `${key.occupationCode} ${places.join(' ')}`;
}
