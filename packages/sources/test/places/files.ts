import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { LoadedRows, LoadedTable } from '@careergraph/db';
import { describeFault, type PublishedFile } from '@careergraph/extract';
import type { Importer, Part } from '@careergraph/releases';
import { type WorkbookCell, writeWorkbook } from '@careergraph/testkit/files';

export type Grid = readonly (readonly WorkbookCell[])[];

/** Files of a test, in a folder of their own. */
export class TestFiles {
  readonly #folder = mkdtemp(join(tmpdir(), 'careergraph-places-'));
  #made = 0;

  /** A file with this text, or a workbook with these rows. */
  async make(name: string, content: string | Buffer | Grid, sheet = 'Sheet 1'): Promise<PublishedFile> {
    this.#made += 1;
    const path = join(await this.#folder, `${this.#made}`);
    if (typeof content === 'string' || Buffer.isBuffer(content)) await writeFile(path, content);
    else await writeWorkbook(path, [{ name: sheet, rows: content }]);
    return publishedFile(path, name);
  }

  async remove(): Promise<void> {
    await rm(await this.#folder, { recursive: true, force: true });
  }
}

export async function publishedFile(path: string, name = basename(path)): Promise<PublishedFile> {
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  return { name, archive: null, path, sha256, bytes: (await stat(path)).size, modified: null };
}

/** What an importer makes of one file, without a database. */
export async function loaded(importer: Importer, file: PublishedFile, release: string | null = null) {
  const [part] = await importer.recognize([file], { release });
  const rows: Partial<{ [Table in LoadedTable]: LoadedRows[Table][] }> = {};
  const faults: string[] = [];
  await importer.load(part as Part, {
    add(table, row) {
      const list: unknown[] = rows[table] ?? [];
      list.push(row);
      rows[table] = list as never;
      return undefined;
    },
    fault: (fault) => faults.push(describeFault(fault)),
    remark: () => {},
    topCode: () => {},
    progress: () => {},
  });
  return { part: part as Part, rows, faults };
}
