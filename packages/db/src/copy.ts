import type { Prisma } from './generated/client/client.js';
import { TABLES } from './generated/tables.js';

/** Rows of the tables that are loaded with a file, without the file's id. */
export interface LoadedRows {
  FileArea: Omit<Prisma.FileAreaCreateManyInput, 'fileId'>;
  FileOccupation: Omit<Prisma.FileOccupationCreateManyInput, 'fileId'>;
  OccupationTitle: Omit<Prisma.OccupationTitleCreateManyInput, 'fileId'>;
  WageEstimate: Omit<Prisma.WageEstimateCreateManyInput, 'fileId'>;
  Projection: Omit<Prisma.ProjectionCreateManyInput, 'fileId'>;
  OnetTask: Omit<Prisma.OnetTaskCreateManyInput, 'fileId'>;
  OnetRating: Omit<Prisma.OnetRatingCreateManyInput, 'fileId'>;
  OnetTechnology: Omit<Prisma.OnetTechnologyCreateManyInput, 'fileId'>;
  OnetJobZone: Omit<Prisma.OnetJobZoneCreateManyInput, 'fileId'>;
  OnetRelated: Omit<Prisma.OnetRelatedCreateManyInput, 'fileId'>;
  OnetElement: Omit<Prisma.OnetElementCreateManyInput, 'fileId'>;
  OnetScale: Omit<Prisma.OnetScaleCreateManyInput, 'fileId'>;
  OnetCategory: Omit<Prisma.OnetCategoryCreateManyInput, 'fileId'>;
  OnetJobZoneName: Omit<Prisma.OnetJobZoneNameCreateManyInput, 'fileId'>;
  CbsaCounty: Omit<Prisma.CbsaCountyCreateManyInput, 'fileId'>;
  ZipShare: Omit<Prisma.ZipShareCreateManyInput, 'fileId'>;
  ZipPlace: Omit<Prisma.ZipPlaceCreateManyInput, 'fileId'>;
}
export type LoadedTable = keyof LoadedRows;

/** `COPY … FROM` for a table, the file's id first; `from` is STDIN or the embedded database's blob. */
export function copyStatement(table: LoadedTable, from: string): string {
  const { table: name, columns } = TABLES[table];
  const list = Object.values(columns).map((column) => `"${column}"`);
  return `COPY "${name}" (${list.join(', ')}) FROM ${from}`;
}

/** A line of COPY's text format; what a row does not have is NULL. */
export function copyLine<T extends LoadedTable>(table: T, fileId: number, row: LoadedRows[T]): string {
  const { columns } = TABLES[table];
  // The file's id is the first column of each of these tables.
  let line = String(fileId);
  for (const field in columns) {
    if (field === 'fileId') continue;
    const value = row[field as keyof typeof row] as CopyValue;
    // One piece for each field: lines are what a load spends most of its time with.
    line += value === null ? '\t\\N' : typeof value === 'number' ? `\t${value}` : `\t${copyValue(value)}`;
  }
  return `${line}\n`;
}

type CopyValue = string | number | boolean | null | undefined | readonly string[];

function copyValue(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return escaped(`{${value.map((item) => `"${item.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`);
}

const SPECIAL = /[\\\t\n\r]/;

function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}
