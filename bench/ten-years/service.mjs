import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guidesFolder, loadContent, readContent } from '@careergraph/content';
import { openDatabase } from '@careergraph/db';
import { createApi, keepCatalog } from '@careergraph/server';
import { databaseUrl, onServer, toFetch } from '@careergraph/testkit';
import { fillYear } from './fill.mjs';

/** The service without a port, on a database of its own with some synthetic years. */
export async function openService({ postgres, occupations, years }) {
  const name = `careergraph_bench_${randomBytes(4).toString('hex')}`;
  const home = await mkdtemp(join(tmpdir(), 'careergraph-bench-'));
  if (postgres) await onServer(postgres, `CREATE DATABASE "${name}"`);
  const database = await openDatabase({ home, ...(postgres && { url: databaseUrl(postgres, name) }) });
  const close = async (catalog) => {
    catalog?.stop();
    await database.close();
    await rm(home, { recursive: true, force: true });
    if (postgres) await onServer(postgres, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  };
  try {
    await loadContent(database, await readContent(guidesFolder));
    let rows = 0;
    for (let year = 0; year < years; year++) rows += await fillYear(database, { year: 2025 - year, occupations });
    await database.session(({ query }) => query('analyze wage_estimate')).catch(() => {});
    const catalog = await keepCatalog(database.prisma, 600_000, console.error);
    const logger = { info: () => {}, error: console.error };
    const api = toFetch(createApi({ prisma: database.prisma, catalog, logger, answerMegabytes: 0 }));
    const ask = async (query) => {
      const response = await api(
        new Request('http://localhost/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        }),
      );
      return response.json();
    };
    return { rows, ask, close: () => close(catalog) };
  } catch (error) {
    await close();
    throw error;
  }
}
