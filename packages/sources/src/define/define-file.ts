import {
  type CellTypes,
  type FieldOf,
  fitLayout,
  ImportError,
  type PublishedFile,
  type Table,
} from '@careergraph/extract';
import type { RowSink } from '@careergraph/releases';
import type { FileKindDefinition, FoundFile, OpenFile } from './file-kind.js';
import { readFile } from './read-file.js';
import type { StatedRelease } from './release.js';

/** A kind of file, independent of its columns. */
export interface FileKind {
  readonly what: string;
  /**
   * Looks for its table in a file; null if it is a file of another kind.
   *
   * @throws ImportError if the file has the table twice
   */
  find(file: PublishedFile, table: Table): Promise<FoundFile | null>;
  statedRelease(found: FoundFile): Promise<readonly StatedRelease[]>;
  /** @throws ImportError if the columns are not those of a known layout, or the file is another one */
  rolesOf(found: FoundFile, release: string): Promise<readonly string[]>;
  load(found: FoundFile, part: { readonly release: string; readonly role: string }, sink: RowSink): Promise<void>;
}

/** Describes one kind of file that a source publishes. */
export function defineFile<C extends CellTypes, Memory = undefined>(kind: FileKindDefinition<C, Memory>): FileKind {
  return {
    what: kind.what,
    async find(file, table) {
      if (kind.isNamed?.(file.name) === false) return null;
      const [found, second] = await kind.find(table, file.name);
      if (!found) return null;
      if (second) {
        throw new ImportError(
          `${file.name} has ${kind.what} on two sheets, "${found.sheet.name}" and "${second.sheet.name}": leave one of them.`,
        );
      }
      return { ...found, file, table };
    },
    statedRelease: async (found) => (await kind.statedRelease?.(found)) ?? [],
    async rolesOf(found, release) {
      const file = open(kind, found, release);
      await kind.check?.(file);
      return [typeof kind.role === 'string' ? kind.role : await kind.role(file)].flat();
    },
    load: (found, { release, role }, sink) => readFile(kind, { ...open(kind, found, release), role }, sink),
  };
}

function open<C extends CellTypes, Memory>(
  kind: FileKindDefinition<C, Memory>,
  found: FoundFile,
  release: string,
): OpenFile<FieldOf<C>> {
  const { file, table, sheet, header } = found;
  const layouts = typeof kind.layouts === 'function' ? kind.layouts(found, release) : kind.layouts;
  const place = { file: file.name, sheet: table.kind === 'text' ? null : sheet.name, row: header.number };
  const { layout, columns, skipped } = fitLayout(header.cells, layouts, place);
  const fields = Object.entries(columns) as [FieldOf<C>, number][];
  const pick = <T>(valueAt: (index: number) => T) =>
    Object.fromEntries(fields.map(([field, index]) => [field, valueAt(index)])) as Partial<Record<FieldOf<C>, T>>;
  return {
    ...found,
    release,
    layout,
    columns,
    skipped,
    names: pick((index) => String(header.cells[index]).trim()),
    async first() {
      for await (const { number, cells } of sheet.rows()) {
        if (number > header.end) return pick((index) => cells[index] ?? null);
      }
      return null;
    },
  };
}
