import { guidesFolder, loadContent, readContent } from '@careergraph/content';
import { openDatabase } from '@careergraph/db';
import { createApi } from './api.js';
import { keepCatalog } from './catalog/keeper.js';
import type { Env } from './env.js';
import { type Listening, listen } from './http/listen.js';
import type { Playground } from './http/playground.js';
import type { Logger } from './log.js';

const CATALOG_INTERVAL_MS = 3_000;

export interface Service extends Listening {
  /** Where the data is, for a person to read. */
  readonly database: string;
  readonly content: 'loaded' | 'unchanged';
}

/**
 * Reads the guides, opens and migrates the database, loads what has changed, and serves.
 * A fault in a guide stops the start before the database is touched.
 */
export async function startService(env: Env, logger: Logger, playground?: Playground): Promise<Service> {
  const content = await readContent(env.guides ?? guidesFolder);
  const database = await openDatabase({ url: env.databaseUrl, home: env.home });
  const undo: (() => unknown)[] = [() => database.close()];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const loaded = await loadContent(database, content);
    const report = (error: unknown) => logger.error('the catalog could not be refreshed', { message: String(error) });
    const catalog = await keepCatalog(database.prisma, CATALOG_INTERVAL_MS, report);
    undo.push(() => catalog.stop());
    const { collisions } = catalog.current().entries;
    if (collisions.length > 0) logger.info('careers with the same title have different slugs', { collisions });
    const { cacheSeconds, corsOrigins } = env;
    const api = createApi({
      prisma: database.prisma,
      catalog,
      logger,
      cacheSeconds,
      corsOrigins,
      ...(playground && { playground }),
    });
    const listening = await listen(api, env);
    undo.push(() => listening.close());
    return { url: listening.url, close, database: `${database.kind}, ${database.name}`, content: loaded };
  } catch (error) {
    await close();
    throw error;
  }
}
