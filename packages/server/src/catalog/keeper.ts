import type { Database } from '@careergraph/db';
import type { Catalog } from './catalog.js';
import { loadCatalog, versionOf } from './load.js';

/** Keeps the catalog that new requests get. */
export interface CatalogKeeper {
  current(): Catalog;
  /** Loads anew where a release has changed since; requests under way keep what they have. */
  refresh(): Promise<void>;
  stop(): void;
}

/** @param intervalMs how often to look for a changed release, which another process may have activated */
export async function keepCatalog(
  prisma: Database,
  intervalMs: number,
  onError: (error: unknown) => void,
): Promise<CatalogKeeper> {
  let catalog = await loadCatalog(prisma);
  const refresh = async () => {
    const version = versionOf(await prisma.release.findMany({ select: { id: true, status: true } }));
    if (version !== catalog.version) catalog = await loadCatalog(prisma);
  };
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const schedule = () => {
    timer = setTimeout(() => {
      refresh()
        .catch(onError)
        .finally(() => {
          if (!stopped) schedule();
        });
    }, intervalMs).unref();
  };
  schedule();
  return {
    current: () => catalog,
    refresh,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
