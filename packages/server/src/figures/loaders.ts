import type { Database, Prisma } from '@careergraph/db';
import DataLoader from 'dataloader';
import type { Catalog } from '../catalog/catalog.js';
import { groupBy } from '../catalog/group-by.js';

export type WageRow = Prisma.WageEstimateGetPayload<object>;
export type ProjectionRow = Prisma.ProjectionGetPayload<object>;

/** Names one row of figures. */
export interface FigureKey {
  readonly releaseId: number;
  readonly occupationCode: string;
  readonly areaCode: string;
}

/** Collects the rows that the fields of one request need into one statement per table. */
export interface FigureLoaders {
  readonly wages: DataLoader<FigureKey, WageRow | null, string>;
  readonly projections: DataLoader<FigureKey, ProjectionRow | null, string>;
}

export function createFigureLoaders(prisma: Database, catalog: Catalog): FigureLoaders {
  return {
    wages: loader(catalog, (OR) => prisma.wageEstimate.findMany({ where: { OR } })),
    projections: loader(catalog, (OR) => prisma.projection.findMany({ where: { OR } })),
  };
}

/** The files and areas that a request needs for an occupation. */
interface KeyGroup {
  readonly occupationCode: string;
  readonly fileId: { readonly in: number[] };
  readonly areaCode: { readonly in: string[] };
}

/** Rows name a file, which may belong to several revisions of a release. */
type FileKey = Omit<FigureKey, 'releaseId'> & { readonly fileId: number };

function loader<Row extends FileKey>(
  catalog: Catalog,
  fetch: (groups: KeyGroup[]) => Promise<Row[]>,
): DataLoader<FigureKey, Row | null, string> {
  return new DataLoader<FigureKey, Row | null, string>(
    async (keys) => {
      const found = await fetch(groupsOf(catalog, keys));
      const rows = new Map(found.map((row) => [`${row.fileId} ${row.occupationCode} ${row.areaCode}`, row]));
      return keys.map(({ releaseId, occupationCode, areaCode }) => {
        const { fileIds } = catalog.releaseOf({ releaseId });
        const row = fileIds.map((fileId) => rows.get(`${fileId} ${occupationCode} ${areaCode}`)).find((it) => it);
        return row ?? null;
      });
    },
    { cacheKeyFn: nameOf, maxBatchSize: 500 },
  );
}

function groupsOf(catalog: Catalog, keys: readonly FigureKey[]): KeyGroup[] {
  const groups = groupBy(keys, ({ occupationCode }) => occupationCode);
  return [...groups].map(([occupationCode, group]) => ({
    occupationCode,
    fileId: { in: [...new Set(group.flatMap((key) => catalog.releaseOf(key).fileIds))] },
    areaCode: { in: [...new Set(group.map(({ areaCode }) => areaCode))] },
  }));
}

function nameOf({ releaseId, occupationCode, areaCode }: FigureKey): string {
  return `${releaseId} ${occupationCode} ${areaCode}`;
}
