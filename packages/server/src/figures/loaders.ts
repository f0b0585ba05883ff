import type { Database, Prisma } from '@careergraph/db';
import DataLoader from 'dataloader';
import type { Catalog } from '../catalog/catalog.js';

export type WageRow = Prisma.WageEstimateGetPayload<object>;
export type ProjectionRow = Prisma.ProjectionGetPayload<object>;

/** What one row of figures is of. */
export interface FigureKey {
  readonly releaseId: number;
  readonly occupationCode: string;
  readonly areaCode: string;
}

/** Gathers what the fields of one request ask for into one statement a table. */
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

interface KeyGroup {
  readonly fileId: { readonly in: number[] };
  readonly occupationCode: string;
  readonly areaCode: { readonly in: string[] };
}

/** A row as the tables have it: of a file, which may belong to several revisions of a release. */
type FileKey = Omit<FigureKey, 'releaseId'> & { readonly fileId: number };

function loader<Row extends FileKey>(
  catalog: Catalog,
  fetch: (groups: KeyGroup[]) => Promise<Row[]>,
): DataLoader<FigureKey, Row | null, string> {
  return new DataLoader<FigureKey, Row | null, string>(
    async (keys) => {
      const groups = new Map<string, KeyGroup>();
      for (const { releaseId, occupationCode, areaCode } of keys) {
        const files = filesOf(catalog, releaseId);
        if (files.length === 0) continue;
        const name = `${releaseId} ${occupationCode}`;
        const group = groups.get(name);
        if (group) group.areaCode.in.push(areaCode);
        else groups.set(name, { fileId: { in: [...files] }, occupationCode, areaCode: { in: [areaCode] } });
      }
      const found = groups.size === 0 ? [] : await fetch([...groups.values()]);
      const rows = new Map(found.map((row) => [`${row.fileId} ${row.occupationCode} ${row.areaCode}`, row]));
      return keys.map(({ releaseId, occupationCode, areaCode }) => {
        for (const fileId of filesOf(catalog, releaseId)) {
          const row = rows.get(`${fileId} ${occupationCode} ${areaCode}`);
          if (row) return row;
        }
        return null;
      });
    },
    { cacheKeyFn: nameOf, maxBatchSize: 500 },
  );
}

function filesOf({ releases }: Catalog, releaseId: number): readonly number[] {
  const release = releases.get(releaseId);
  if (!release) throw new Error(`There is no release ${releaseId} in this catalog.`);
  return release.files;
}

function nameOf({ releaseId, occupationCode, areaCode }: FigureKey): string {
  return `${releaseId} ${occupationCode} ${areaCode}`;
}
