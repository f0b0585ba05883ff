import type { Database } from '@careergraph/db';
import { type AuditLoader, createAuditLoader } from './catalog/audits.js';
import type { Catalog } from './catalog/catalog.js';
import { type CrosswalkLoader, createCrosswalkLoader } from './classification/crosswalk.js';
import { type ContentLoaders, createContentLoaders } from './content/loaders.js';
import { createFigureLoaders, type FigureLoaders } from './figures/loaders.js';
import { createOnetLoaders, type OnetLoaders } from './onet/loaders.js';
import { type CountyLoader, createCountyLoader } from './places/counties.js';
import { createZipLoader, type ZipLoader } from './places/zip.js';
import { createProgramLoader, type ProgramLoader } from './programs/rows.js';
import type { Results } from './rows/results.js';
import type { RowStore } from './rows/store.js';

/** What the resolvers of one request share. */
export interface Context {
  readonly prisma: Database;
  /** The same object from the start of a request to the end. */
  readonly catalog: Catalog;
  readonly results: Results;
  readonly figures: FigureLoaders;
  readonly content: ContentLoaders;
  readonly onet: OnetLoaders;
  readonly crosswalk: CrosswalkLoader;
  readonly zips: ZipLoader;
  readonly counties: CountyLoader;
  readonly programs: ProgramLoader;
  readonly audits: AuditLoader;
}

/** Loaders are created when a resolver needs them: most requests need few. */
export function createContext(prisma: Database, catalog: Catalog, rows: RowStore): Context {
  const figures = once(() => createFigureLoaders(prisma, rows));
  const content = once(() => createContentLoaders(prisma, catalog, rows));
  const onet = once(() => createOnetLoaders(prisma, rows));
  const crosswalk = once(() => createCrosswalkLoader(prisma, catalog, rows));
  const zips = once(() => createZipLoader(prisma, catalog, rows));
  const counties = once(() => createCountyLoader(prisma, catalog, rows));
  const programs = once(() => createProgramLoader(prisma, catalog, rows));
  const audits = once(() => createAuditLoader(prisma));
  return {
    prisma,
    catalog,
    results: rows.results(catalog),
    get figures() {
      return figures();
    },
    get content() {
      return content();
    },
    get onet() {
      return onet();
    },
    get crosswalk() {
      return crosswalk();
    },
    get zips() {
      return zips();
    },
    get counties() {
      return counties();
    },
    get programs() {
      return programs();
    },
    get audits() {
      return audits();
    },
  };
}

function once<T extends object>(create: () => T): () => T {
  let created: T | undefined;
  return () => {
    created ??= create();
    return created;
  };
}
