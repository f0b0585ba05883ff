import type { Database, Prisma } from '@careergraph/db';
import DataLoader from 'dataloader';

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

export function createFigureLoaders(prisma: Database): FigureLoaders {
  return {
    wages: loader((OR) => prisma.wageEstimate.findMany({ where: { OR } })),
    projections: loader((OR) => prisma.projection.findMany({ where: { OR } })),
  };
}

interface KeyGroup {
  readonly releaseId: number;
  readonly occupationCode: string;
  readonly areaCode: { readonly in: string[] };
}

function loader<Row extends FigureKey>(
  fetch: (groups: KeyGroup[]) => Promise<Row[]>,
): DataLoader<FigureKey, Row | null, string> {
  return new DataLoader<FigureKey, Row | null, string>(
    async (keys) => {
      const groups = new Map<string, KeyGroup>();
      for (const { releaseId, occupationCode, areaCode } of keys) {
        const name = `${releaseId} ${occupationCode}`;
        const group = groups.get(name);
        if (group) group.areaCode.in.push(areaCode);
        else groups.set(name, { releaseId, occupationCode, areaCode: { in: [areaCode] } });
      }
      const rows = new Map((await fetch([...groups.values()])).map((row) => [nameOf(row), row]));
      return keys.map((key) => rows.get(nameOf(key)) ?? null);
    },
    { cacheKeyFn: nameOf, maxBatchSize: 500 },
  );
}

function nameOf({ releaseId, occupationCode, areaCode }: FigureKey): string {
  return `${releaseId} ${occupationCode} ${areaCode}`;
}
