import type { Prisma } from './generated/client/client.js';
import { TABLES } from './generated/tables.js';

/** Rows of the tables that are loaded with a file, without the file's ID. JSON columns take JSON text here and below. */
interface RowsOfFile {
  FileArea: Omit<Prisma.FileAreaCreateManyInput, 'fileId'>;
  FileOccupation: Omit<Prisma.FileOccupationCreateManyInput, 'fileId'>;
  OccupationTitle: Omit<Prisma.OccupationTitleCreateManyInput, 'fileId'>;
  OccupationSuccessor: Omit<Prisma.OccupationSuccessorCreateManyInput, 'fileId'>;
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
  Institution: Omit<Prisma.InstitutionCreateManyInput, 'fileId'>;
  Program: Omit<Prisma.ProgramCreateManyInput, 'fileId'>;
  CipTitle: Omit<Prisma.CipTitleCreateManyInput, 'fileId'>;
  CipOccupation: Omit<Prisma.CipOccupationCreateManyInput, 'fileId'>;
  FieldOutcome: Omit<Prisma.FieldOutcomeCreateManyInput, 'fileId'>;
  InstitutionOutcome: Omit<Prisma.InstitutionOutcomeCreateManyInput, 'fileId'>;
  HandbookProfile: Omit<Prisma.HandbookProfileCreateManyInput, 'fileId' | 'document' | 'notices'> & {
    readonly document: string;
    readonly notices: string;
  };
}

/** Rows of the tables that are loaded with a release, without the release's ID. */
interface RowsOfRelease {
  Organization: Omit<Prisma.OrganizationCreateManyInput, 'releaseId'>;
  Credential: Omit<Prisma.CredentialCreateManyInput, 'releaseId' | 'document'> & { readonly document: string };
  Career: Omit<Prisma.CareerCreateManyInput, 'releaseId' | 'document'> & { readonly document: string };
  CareerOccupation: Omit<Prisma.CareerOccupationCreateManyInput, 'releaseId'>;
  CareerCredential: Omit<Prisma.CareerCredentialCreateManyInput, 'releaseId'>;
  CareerOrganization: Omit<Prisma.CareerOrganizationCreateManyInput, 'releaseId'>;
  RelatedCareer: Omit<Prisma.RelatedCareerCreateManyInput, 'releaseId'>;
  Document: Omit<Prisma.DocumentCreateManyInput, 'releaseId' | 'absences'> & { readonly absences: string };
  Claim: Omit<Prisma.ClaimCreateManyInput, 'releaseId'>;
}

export interface LoadedRows extends RowsOfFile, RowsOfRelease {}
export type LoadedTable = keyof LoadedRows;

/** `COPY … FROM` for a table, the owner's ID first; `from` is STDIN or the embedded database's blob. */
export function copyStatement(table: LoadedTable, from: string): string {
  const { table: name, columns } = TABLES[table];
  const list = Object.values(columns).map((column) => `"${column}"`);
  return `COPY "${name}" (${list.join(', ')}) FROM ${from}`;
}

/**
 * A line in COPY's text format. Missing fields become NULL.
 *
 * @param ownerId ID of the file or release that the row belongs to: the first column of each of these tables
 */
export function copyLine<T extends LoadedTable>(table: T, ownerId: number, row: LoadedRows[T]): string {
  const { columns } = TABLES[table];
  let line = String(ownerId);
  for (const field in columns) {
    if (field === 'fileId' || field === 'releaseId') continue;
    const value = row[field as keyof typeof row] as CopyValue;
    // One concatenation per field: a load spends most of its time here.
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
