import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type LoadedRows, type LoadedTable, type OpenDatabase, openDatabase } from '@careergraph/db';
import { describeFault, type PublishedFile } from '@careergraph/extract';
import { type Importer, type ImportResult, importParts } from '@careergraph/releases';
import { createTestDatabase, type TestDatabase, type WorkbookSheet, writeWorkbook } from '@careergraph/testkit';
import { afterAll, beforeAll } from 'vitest';

/** A folder for the files that a test makes, gone afterwards. */
export function workFolder(): { readonly path: string } {
  const folder = { path: '' };
  beforeAll(async () => {
    folder.path = await mkdtemp(join(tmpdir(), 'careergraph-importing-'));
  });
  afterAll(() => rm(folder.path, { recursive: true, force: true }));
  return folder;
}

/** A file on this disk as if it had been published. */
export function published(path: string): PublishedFile {
  return {
    name: basename(path),
    archive: null,
    path,
    sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
    bytes: statSync(path).size,
    modified: null,
  };
}

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

export async function workbookAt(path: string, sheets: readonly WorkbookSheet[]): Promise<PublishedFile> {
  await writeWorkbook(path, sheets);
  return published(path);
}

export interface Loaded {
  readonly parts: readonly { readonly role: string; readonly release: string }[];
  readonly rows: { readonly [T in LoadedTable]?: readonly LoadedRows[T][] };
  readonly faults: readonly string[];
}

/** Recognizes and loads files without a database: the rows and the faults that an importer finds. */
export async function loadFiles(
  importer: Importer,
  files: readonly PublishedFile[],
  release: string | null = null,
): Promise<Loaded> {
  const parts = await importer.recognize(files, { release });
  const rows: Record<string, unknown[]> = {};
  const faults: string[] = [];
  for (const part of parts) {
    await importer.load(part, {
      add: (table, row) => {
        rows[table] = [...(rows[table] ?? []), row];
        return undefined;
      },
      fault: (fault) => faults.push(describeFault(fault)),
      progress: () => {},
    });
  }
  return { parts: parts.map(({ role, release: key }) => ({ role, release: key })), rows, faults };
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
