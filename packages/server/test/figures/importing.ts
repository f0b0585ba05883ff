import { openDatabase } from '@careergraph/db';
import { createApi, keepCatalog } from '@careergraph/server';
import { createTestDatabase, environmentOf, toFetch } from '@careergraph/testkit';
import { expect } from 'vitest';
import { runCommandLine } from '../../../cli/dist/run.js';
import type { Json } from '../support/ask.ts';

export interface ImportedApi {
  /** Data of an answer without errors. */
  ask(query: string): Promise<Record<string, Json>>;
  /** Messages of the errors of an answer. */
  errors(query: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** The service after imports by the command line, each with its arguments. */
export async function importedApi(...imports: readonly (readonly string[])[]): Promise<ImportedApi> {
  const { location, remove } = await createTestDatabase('loaded');
  for (const args of imports) await importFiles(environmentOf(location), args);
  const database = await openDatabase(location);
  const catalog = await keepCatalog(database.prisma, 60_000, (error) => console.error(error));
  const logger = { info: () => {}, error: console.error };
  const api = toFetch(createApi({ prisma: database.prisma, catalog, logger }));
  const answer = async (query: string) => {
    const headers = { 'content-type': 'application/json' };
    const request = new Request('http://localhost/graphql', {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
    });
    return (await (await api(request)).json()) as { data: Record<string, Json>; errors?: { message: string }[] };
  };
  return {
    ask: async (query) => {
      const { data, errors } = await answer(query);
      expect(errors).toBeUndefined();
      return data;
    },
    errors: async (query) => ((await answer(query)).errors ?? []).map(({ message }) => message),
    close: async () => {
      catalog.stop();
      await database.close();
      await remove();
    },
  };
}

/** Imports by the command line. */
export async function importFiles(environment: Record<string, string>, args: readonly string[]): Promise<void> {
  let said = '';
  const code = await runCommandLine(['import', ...args], {
    environment,
    stdout: { write: (_, written) => written() },
    stderr: {
      write: (text) => {
        said += text;
      },
    },
    stop: new AbortController().signal,
  });
  if (code !== 0) throw new Error(`import ${args.join(' ')}: ${said}`);
}
