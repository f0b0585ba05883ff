import { basename, join } from 'node:path';
import { type OpenDatabase, openDatabase } from '@careergraph/db';
import { unpack } from '@careergraph/extract';
import { importParts } from '@careergraph/releases';
import { oewsImporter, projectionsImporter } from '@careergraph/sources';
import { createTestDatabase } from '@careergraph/testkit';
import { dataDir, haveData, skipped } from '@careergraph/testkit/files';
import { expect, onTestFinished, test } from 'vitest';

/** The rows of a file in a table, without its ID. */
async function rowsOf({ session }: OpenDatabase, table: string, edition: string, name: string): Promise<unknown[]> {
  const rows = await session((sql) =>
    sql.query<{ row: unknown }>(
      `select to_jsonb(t) - 'file_id' as row from ${table} t join file f on f.id = t.file_id
       where f.edition = $1 and f.name = $2 order by t.row`,
      [edition, name],
    ),
  );
  return rows.map(({ row }) => row);
}

test.skipIf(!haveData).each([
  [oewsImporter, 'oews/national_M2024_dl.xlsx', 'wage_estimate', 1396],
  [oewsImporter, 'oews/national_M2025_dl.xlsx', 'wage_estimate', 1394],
  [projectionsImporter, 'projections/occupation_2024-34.xlsx', 'projection', 1113],
] as const)(
  `the starter has the rows that an import of the published file loads: $1${skipped}`,
  async (importer, path, table, count) => {
    const name = basename(path);
    const { location, remove } = await createTestDatabase('loaded');
    onTestFinished(remove);
    const database = await openDatabase(location);
    onTestFinished(() => database.close());
    const files = await unpack(join(dataDir, path), location.home);
    const parts = await importer.recognize(files, { release: null });
    await importParts(database, importer, parts, { cause: 'a test', url: null });
    for (const each of [table, 'file_occupation']) {
      const starter = await rowsOf(database, each, 'starter', name);
      expect(starter).toHaveLength(count);
      expect(starter).toEqual(await rowsOf(database, each, 'published', name));
    }
  },
);
