import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { LoadedRows, LoadedTable } from '@careergraph/db';
import type { TopCode } from '@careergraph/domain';
import { describeFault, type PublishedFile } from '@careergraph/extract';
import type { Importer } from '@careergraph/releases';
import { type WorkbookSheet, writeWorkbook } from '@careergraph/testkit/files';
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

export async function workbookAt(path: string, sheets: readonly WorkbookSheet[]): Promise<PublishedFile> {
  await writeWorkbook(path, sheets);
  return published(path);
}

export interface Loaded {
  readonly parts: readonly { readonly role: string; readonly release: string }[];
  readonly rows: { readonly [T in LoadedTable]?: readonly LoadedRows[T][] };
  readonly faults: readonly string[];
  readonly remarks: readonly string[];
  readonly topCodes: readonly TopCode[];
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
  const remarks: string[] = [];
  const topCodes: TopCode[] = [];
  for (const part of parts) {
    await importer.load(part, {
      add: (table, row) => {
        rows[table] = [...(rows[table] ?? []), row];
        return undefined;
      },
      fault: (fault) => faults.push(describeFault(fault)),
      remark: (text) => remarks.push(text),
      topCode: (stated) => topCodes.push(stated),
      progress: () => {},
    });
  }
  return { parts: parts.map(({ role, release: key }) => ({ role, release: key })), rows, faults, remarks, topCodes };
}
