import type { Database, Prisma } from '@careergraph/db';
import { type KeptLoader, keptLoader } from '../rows/loader.js';
import type { RowStore } from '../rows/store.js';
import type { InRelease, OnetPlace } from './place.js';

export type TaskRow = Prisma.OnetTaskGetPayload<object>;
export type RatingRow = Prisma.OnetRatingGetPayload<object>;
export type JobZoneRow = Prisma.OnetJobZoneGetPayload<object>;
export type RelatedRow = Prisma.OnetRelatedGetPayload<object>;
export type TitleRow = Prisma.OccupationTitleGetPayload<object>;
export type TechnologyRow = Prisma.OnetTechnologyGetPayload<object>;

/** The rows of an occupation in a file. */
interface RowsKey {
  readonly fileId: number;
  readonly occupationCode: string;
}

type RowsLoader<Row> = KeptLoader<RowsKey, readonly Row[]>;

/** Collects the rows that the fields of one request need into one statement per table, in the order of the file. */
export interface OnetLoaders {
  readonly tasks: RowsLoader<TaskRow>;
  /** Skills, knowledge, work styles, interests and education: one table, so one statement. */
  readonly ratings: RowsLoader<RatingRow>;
  readonly jobZones: RowsLoader<JobZoneRow>;
  readonly related: RowsLoader<RelatedRow>;
  /** Those of the SOC are rows of the same table. */
  readonly titles: RowsLoader<TitleRow>;
  readonly technology: RowsLoader<TechnologyRow>;
}

/** The most rows that an occupation may have in a file, about three times the most in any release so far. */
const MOST = { tasks: 150, ratings: 300, jobZones: 1, related: 60, titles: 8_000, technology: 1_300 };

export function createOnetLoaders(prisma: Database, rows: RowStore): OnetLoaders {
  const orderBy = [{ fileId: 'asc' as const }, { row: 'asc' as const }];
  return {
    tasks: loader(rows, 'tasks', (OR, take) => prisma.onetTask.findMany({ where: { OR }, orderBy, take })),
    ratings: loader(rows, 'ratings', (OR, take) => prisma.onetRating.findMany({ where: { OR }, orderBy, take })),
    jobZones: loader(rows, 'jobZones', (OR, take) => prisma.onetJobZone.findMany({ where: { OR }, orderBy, take })),
    related: loader(rows, 'related', (OR, take) => prisma.onetRelated.findMany({ where: { OR }, orderBy, take })),
    titles: loader(rows, 'titles', (OR, take) => prisma.occupationTitle.findMany({ where: { OR }, orderBy, take })),
    technology: loader(rows, 'technology', (OR, take) =>
      prisma.onetTechnology.findMany({ where: { OR }, orderBy, take }),
    ),
  };
}

/** All rows that a place describes, file by file. */
export async function rowsAt<Row>(rows: RowsLoader<Row>, place: OnetPlace): Promise<readonly InRelease<Row>[]> {
  const { release, onetCode, fileIds } = place;
  if (release === null || onetCode === null) return [];
  const found = await Promise.all(fileIds.map((fileId) => rows.load({ fileId, occupationCode: onetCode.code })));
  return found.flat().map((row) => ({ ...row, release }));
}

interface KeyGroup {
  readonly fileId: number;
  readonly occupationCode: { readonly in: string[] };
}

function loader<Row extends RowsKey>(
  kept: RowStore,
  table: keyof typeof MOST,
  read: (groups: KeyGroup[], take: number) => Promise<Row[]>,
): RowsLoader<Row> {
  const most = MOST[table];
  return keptLoader<RowsKey, readonly Row[]>({
    rows: kept,
    name: table,
    keyOf: nameOf,
    fetch: async (keys) => {
      const groups = new Map<number, KeyGroup>();
      for (const { fileId, occupationCode } of keys) {
        const group = groups.get(fileId);
        if (group) group.occupationCode.in.push(occupationCode);
        else groups.set(fileId, { fileId, occupationCode: { in: [occupationCode] } });
      }
      const take = keys.length * most + 1;
      const found = await read([...groups.values()], take);
      if (found.length === take) throw new Error(`More than ${most} rows of an occupation in a file.`);
      const rows = new Map<string, Row[]>(keys.map((key) => [nameOf(key), []]));
      for (const row of found) rows.get(nameOf(row))?.push(row);
      return keys.map((key) => rows.get(nameOf(key)) as Row[]);
    },
  });
}

function nameOf({ fileId, occupationCode }: RowsKey): string {
  return `${fileId} ${occupationCode}`;
}
