import { openDatabase } from '@careergraph/db';
import { createApi, keepCatalog, listen } from '@careergraph/server';
import { type Answer, createTestDatabase, environmentOf } from '@careergraph/testkit';
import { importFiles } from './importing.ts';

export interface ImportedServer {
  /** Posts a query to the port and gives the answer, errors and all. */
  post(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  close(): Promise<void>;
}

/** The service on a free port, after imports by the command line, each with its arguments. */
export async function importedServer(...imports: readonly (readonly string[])[]): Promise<ImportedServer> {
  const { location, remove } = await createTestDatabase('loaded');
  for (const args of imports) await importFiles(environmentOf(location), args);
  const database = await openDatabase(location);
  const catalog = await keepCatalog(database.prisma, 60_000, (error) => console.error(error));
  const api = createApi({ prisma: database.prisma, catalog, logger: { info: () => {}, error: console.error } });
  const listening = await listen(api, { port: 0, host: '127.0.0.1' });
  return {
    post: async (query, variables = {}) => {
      const response = await fetch(new URL('/graphql', listening.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    },
    close: async () => {
      await listening.close();
      catalog.stop();
      await database.close();
      await remove();
    },
  };
}
