import { type OpenDatabase, openDatabase } from '@careergraph/db';
import type { PublishedFile } from '@careergraph/extract';
import { type Importer, type ImportResult, importParts } from '@careergraph/releases';
import { createTestDatabase, type TestDatabase } from '@careergraph/testkit';
import { afterAll, beforeAll } from 'vitest';

/** A database with the guides and the starter's figures, for the tests of a file. */
export function testDatabase(): { readonly open: OpenDatabase } {
  const state: { database?: TestDatabase; open?: OpenDatabase } = {};
  beforeAll(async () => {
    state.database = await createTestDatabase('loaded');
    state.open = await openDatabase(state.database.location);
  });
  afterAll(async () => {
    await state.open?.close();
    await state.database?.remove();
  });
  return {
    get open() {
      if (!state.open) throw new Error('The database is opened by beforeAll.');
      return state.open;
    },
  };
}

/** Recognizes files and imports them, as the command does. */
export async function importFiles(
  database: OpenDatabase,
  importer: Importer,
  files: readonly PublishedFile[],
): Promise<ImportResult> {
  const parts = await importer.recognize(files, { release: null });
  return importParts(database, importer, parts, { cause: 'a test', url: null });
}

/** Every table with the number of its rows. */
export async function rowCounts({ session }: OpenDatabase): Promise<Record<string, number>> {
  return session(async (sql) => {
    const tables = await sql.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      const [row] = await sql.query<{ count: number }>(`select count(*)::int as count from "${name}"`);
      counts[name] = (row as { count: number }).count;
    }
    return counts;
  });
}

/** Removes every release and file of a source, so that others can be imported under the same keys. */
export async function forget({ session }: OpenDatabase, { source }: Importer): Promise<void> {
  await session(async (sql) => {
    for (const table of ['activation', 'release', 'file']) {
      await sql.query(`delete from ${table} where source_id = $1`, [source.id]);
    }
  });
}
