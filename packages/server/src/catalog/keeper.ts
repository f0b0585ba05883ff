import type { Database } from '@careergraph/db';
import { every } from '../every.js';
import { Catalog } from './catalog.js';
import { loadCatalog, versionOf } from './load.js';

/** Keeps the catalog that new requests get. */
export interface CatalogKeeper {
  current(): Catalog;
  /** Whether the last look for a changed release failed. */
  isStale(): boolean;
  /** Loads the catalog again if a release has changed; requests under way keep the one they have. */
  refresh(): Promise<void>;
  /** Keeps the entries and drops what was computed from them, as after a start: tests count statements from there. */
  forgetComputed(): void;
  stop(): void;
}

/**
 * @param intervalMs how often to look for a changed release, which another process may have activated
 * @param afterLook is called with the catalog after each look, even a failed one, and ends before the next
 */
export async function keepCatalog(
  prisma: Database,
  intervalMs: number,
  onError: (error: unknown) => void,
  afterLook: (catalog: Catalog) => Promise<void> = async () => {},
): Promise<CatalogKeeper> {
  let catalog = await loadCatalog(prisma);
  await afterLook(catalog);
  let isStale = false;
  const refresh = async () => {
    try {
      const version = versionOf(await prisma.release.findMany({ select: { id: true, status: true } }));
      if (version !== catalog.version) catalog = await loadCatalog(prisma, catalog);
      isStale = false;
    } catch (error) {
      isStale = true;
      throw error;
    } finally {
      await afterLook(catalog);
    }
  };
  const stop = every(intervalMs, refresh, onError);
  return {
    current: () => catalog,
    isStale: () => isStale,
    refresh,
    forgetComputed: () => {
      catalog = new Catalog(catalog.entries);
    },
    stop,
  };
}
