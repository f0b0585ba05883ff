import type { AreaKind, Database, Prisma } from '@careergraph/db';
import { WAGE_STATISTICS, wageColumns, wordsOf } from '@careergraph/domain';
import DataLoader from 'dataloader';
import type { ReleaseEntry } from '../catalog/entries.js';
import { groupBy } from '../catalog/group-by.js';
import type { MaybePromise } from '../maybe-promise.js';
import { type KeptLoader, keptLoader } from '../rows/loader.js';
import type { RowStore } from '../rows/store.js';
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

export interface FigureLoader<Row> {
  /** What is found, at once if the rows are kept. */
  load(key: FigureKey): MaybePromise<Found<Row> | null>;
}

/** Asks for the rows of an occupation in all areas of a kind. */
export interface WageTableKey {
  readonly fileIds: readonly number[];
  readonly occupationCode: string;
  readonly areaKind: AreaKind;
}

/** Collects the rows that the fields of one request need and that are not kept yet into one statement each. */
export interface FigureLoaders {
  readonly wages: FigureLoader<WageRow>;
  readonly projections: FigureLoader<ProjectionRow>;
  /** At most one row per area of the kind, by area code: a few hundred. */
  readonly wageTables: KeptLoader<WageTableKey, readonly WageRow[]>;
}

export function createFigureLoaders(prisma: Database, rows: RowStore): FigureLoaders {
  return {
    wages: figureLoader(rows, 'wage', (OR) => prisma.wageEstimate.findMany({ where: { OR } }), holdsAnyWage),
    projections: figureLoader(
      rows,
      'projection',
      (OR) => prisma.projection.findMany({ where: { OR } }),
      () => true,
    ),
    wageTables: keptLoader({
      rows,
      name: 'wages',
      keyOf: nameOfTable,
      fetch: async (keys) => {
        const OR = keys.map(({ fileIds, ...key }) => ({ ...key, fileId: { in: [...fileIds] } }));
        const found = await prisma.wageEstimate.findMany({ where: { OR } });
        return keys.map(({ fileIds, occupationCode, areaKind }) =>
          found
            .filter(
              (row) =>
                row.occupationCode === occupationCode && row.areaKind === areaKind && fileIds.includes(row.fileId),
            )
            .sort((a, b) => (a.areaCode < b.areaCode ? -1 : 1)),
        );
      },
    }),
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
type Place = Pick<FigureKey, 'occupationCode' | 'areaCode'> & { readonly fileId: number };

function figureLoader<Row extends Place>(
  rows: RowStore,
  table: string,
  fetch: (groups: KeyGroup[]) => Promise<Row[]>,
  holdsAnything: (row: Row) => boolean,
): FigureLoader<Row> {
  const nameOf = ({ fileId, occupationCode, areaCode }: Place) => `${table} ${fileId} ${occupationCode} ${areaCode}`;
  /** Goes through the places of a key in their order. Undefined if it comes to one whose row is not known yet. */
  const find = (key: FigureKey, rowAt: (name: string) => Row | null | undefined): Found<Row> | null | undefined => {
    for (const release of key.releases) {
      for (const areaCode of areaCodesIn(release, key)) {
        for (const fileId of release.fileIds) {
          const row = rowAt(nameOf({ fileId, occupationCode: key.occupationCode, areaCode }));
          if (row === undefined) return undefined;
          if (row !== null && holdsAnything(row)) return { row, release, areaCode };
        }
      }
    }
    return null;
  };
  const unknown = new DataLoader<FigureKey, Found<Row> | null, string>(
    async (keys) => {
      const fetched = new Map((await fetch(groupsOf(keys))).map((row) => [nameOf(row), row]));
      return keys.map((key) => {
        const found = find(key, (name) => {
          const row = fetched.get(name) ?? null;
          rows.set(name, row);
          return row;
        });
        return found ?? null;
      });
    },
    { cacheKeyFn: nameOfKey, maxBatchSize: 500 },
  );
  return {
    load: (key) => {
      const found = find(key, rows.get<Row | null>);
      return found === undefined ? unknown.load(key) : found;
    },
  };
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

function nameOfKey(key: FigureKey): string {
  const places = key.releases.map((release) => `${release.id} ${areaCodesIn(release, key)}`);
  return `${key.occupationCode} ${places.join(' ')}`;
}

function nameOfTable({ fileIds, occupationCode, areaKind }: WageTableKey): string {
  return `${fileIds} ${occupationCode} ${areaKind}`;
}
