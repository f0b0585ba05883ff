import type { CipOccupation, CipTitle, Database, Institution, InstitutionOutcome } from '@careergraph/db';
import type { Catalog } from '../catalog/catalog.js';
import { groupBy } from '../catalog/group-by.js';
import type { Context } from '../context.js';
import { type ProgramFiles, programFilesOf, type ReleaseFile } from './files.js';

/** The institutions and fields of study of the active releases: about 6,000 and 2,000. */
export interface Directory {
  readonly files: ProgramFiles;
  readonly institutions: ReadonlyMap<number, Institution>;
  readonly outcomes: ReadonlyMap<number, InstitutionOutcome>;
  /** Fields of study by CIP code of six digits. */
  readonly titles: ReadonlyMap<string, CipTitle>;
  /** Rows of the crosswalk by SOC code. A row without a CIP code says that the occupation has no match. */
  readonly ofOccupation: ReadonlyMap<string, readonly CipOccupation[]>;
}

/** Read at the first question about programs, and kept with the catalog. */
export function directoryOf({ catalog, prisma }: Context): Promise<Directory> {
  return catalog.once('directory of programs', () => loadDirectory(prisma, catalog));
}

async function loadDirectory(prisma: Database, catalog: Catalog): Promise<Directory> {
  const files = programFilesOf(catalog);
  const rowsOf = <Row>(file: ReleaseFile | null, read: (where: { fileId: number }) => Promise<Row[]>) =>
    file ? read({ fileId: file.fileId }) : Promise.resolve([]);
  const [institutions, outcomes, titles, crosswalk] = await Promise.all([
    rowsOf(files.institutions, (where) => prisma.institution.findMany({ where })),
    rowsOf(files.institutionOutcomes, (where) => prisma.institutionOutcome.findMany({ where })),
    rowsOf(files.crosswalk, (where) => prisma.cipTitle.findMany({ where, orderBy: { cipCode: 'asc' } })),
    rowsOf(files.crosswalk, (where) =>
      prisma.cipOccupation.findMany({ where: { ...where, occupationCode: { not: null } }, orderBy: { row: 'asc' } }),
    ),
  ]);
  return {
    files,
    institutions: new Map(institutions.map((row) => [row.unitId, row])),
    outcomes: new Map(outcomes.map((row) => [row.unitId, row])),
    titles: new Map(titles.map((row) => [row.cipCode, row])),
    ofOccupation: groupBy(crosswalk, ({ occupationCode }) => occupationCode ?? ''),
  };
}
