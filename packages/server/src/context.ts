import type { Database } from '@careergraph/db';
import { type AuditLoader, createAuditLoader } from './catalog/audits.js';
import type { Catalog } from './catalog/catalog.js';
import { type CrosswalkLoader, createCrosswalkLoader } from './classification/crosswalk.js';
import { type ContentLoaders, createContentLoaders } from './content/loaders.js';
import { createFigureLoaders, type FigureLoaders } from './figures/loaders.js';
import { createOnetLoaders, type OnetLoaders } from './onet/loaders.js';
import { type CountyLoader, createCountyLoader } from './places/counties.js';
import { createZipLoader, type ZipLoader } from './places/zip.js';
import type { RowStore } from './rows/store.js';

/** What the resolvers of one request share. */
export interface Context {
  readonly prisma: Database;
  /** The same object from the start of a request to the end. */
  readonly catalog: Catalog;
  readonly figures: FigureLoaders;
  readonly content: ContentLoaders;
  readonly onet: OnetLoaders;
  readonly crosswalk: CrosswalkLoader;
  readonly zips: ZipLoader;
  readonly counties: CountyLoader;
  readonly audits: AuditLoader;
  /** Whether the operation is known to be within the limits of depth, breadth and cost. */
  isAffordable: boolean;
}

export function createContext(prisma: Database, catalog: Catalog, rows: RowStore): Context {
  return {
    prisma,
    catalog,
    figures: createFigureLoaders(prisma, rows),
    content: createContentLoaders(prisma, catalog, rows),
    onet: createOnetLoaders(prisma, rows),
    crosswalk: createCrosswalkLoader(prisma, catalog, rows),
    zips: createZipLoader(prisma, catalog, rows),
    counties: createCountyLoader(prisma, catalog, rows),
    audits: createAuditLoader(prisma),
    isAffordable: false,
  };
}
