import { ImportError, openTable, type PublishedFile, type Table, type TextEncoding } from '@careergraph/extract';
import type { Importer, Part } from '@careergraph/releases';
import type { FileKind } from './define-file.js';
import type { FoundFile } from './file-kind.js';
import { isReadMe, notOfSource } from './other-file.js';
import { releaseOf, type StatedRelease } from './release.js';

export interface SourceDefinition extends Omit<Importer, 'recognize' | 'load'> {
  readonly files: readonly FileKind[];
  /** Completes "is not …" for a file of another source. The default lists the kinds of files. */
  readonly what?: string;
  /** Which files to give, for the refusal of one that is not known. */
  readonly filesHelp: string;
  /** Where an operator finds the release of a file that does not state it. */
  readonly releaseHelp: string;
  /** Whether a file of this name accompanies the data and has none. A Read Me always does. */
  readonly isAccompanying?: (fileName: string) => boolean;
  /** Of text files. The default is UTF-8 alone. */
  readonly encoding?: TextEncoding;
  /** What the files together say of their release, for those that say nothing themselves. */
  readonly statedRelease?: (files: readonly PublishedFile[]) => Promise<readonly StatedRelease[]>;
}

/** Describes a source: its files, their layouts, and how a row of a file becomes rows of tables. */
export function defineSource({
  files: kinds,
  what = kinds.map((kind) => kind.what).join(' or '),
  filesHelp,
  releaseHelp,
  isAccompanying,
  encoding,
  statedRelease,
  ...importer
}: SourceDefinition): Importer {
  return {
    ...importer,
    async recognize(files, { release: asked, onFile }) {
      const ofAll = (await statedRelease?.(files)) ?? [];
      const parts: Part[] = [];
      for (const [index, file] of files.entries()) {
        onFile?.(index);
        if (isReadMe(file.name) || isAccompanying?.(file.name)) continue;
        const partsOfFile = await withTable(file, encoding, async (table) => {
          const found = await find(kinds, file, table);
          if (!found) throw await notOfSource(file.name, what, filesHelp, table);
          const stated = [...(await found.kind.statedRelease(found.file)), ...ofAll];
          const release = releaseOf(file.name, stated, asked, importer.releaseKey, releaseHelp);
          return (await found.kind.rolesOf(found.file, release)).map((role) => ({ file, role, release }));
        });
        parts.push(...partsOfFile);
      }
      if (parts.length === 0) {
        const names = files.map(({ name }) => name).join(', ');
        throw new ImportError(`No file with data was given, only files that accompany it: ${names}. ${filesHelp}`);
      }
      return parts;
    },
    load: (part, sink) =>
      withTable(part.file, encoding, async (table) => {
        const found = await find(kinds, part.file, table);
        if (!found) throw new ImportError(`${part.file.name} has changed since it was recognized. Import it again.`);
        await found.kind.load(found.file, part, sink);
      }),
  };
}

async function find(
  kinds: readonly FileKind[],
  file: PublishedFile,
  table: Table,
): Promise<{ readonly kind: FileKind; readonly file: FoundFile } | null> {
  for (const kind of kinds) {
    const found = await kind.find(file, table);
    if (found) return { kind, file: found };
  }
  return null;
}

async function withTable<T>(
  { path, name }: PublishedFile,
  encoding: TextEncoding | undefined,
  work: (table: Table) => Promise<T>,
): Promise<T> {
  const table = await openTable(path, name, encoding);
  try {
    return await work(table);
  } finally {
    await table.close();
  }
}
