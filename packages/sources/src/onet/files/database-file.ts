import { extname } from 'node:path';
import { type CellTypes, type FieldOf, ImportError, type Layout } from '@careergraph/extract';
import { defineFile, type FileKind } from '../../define/define-file.js';
import type { FileKindDefinition } from '../../define/file-kind.js';
import { firstRowIsHeader } from '../../define/find.js';
import { isBefore, OLDEST } from '../releases.js';

/** What some releases have and others do not. */
interface InReleases {
  /** The first release that has it, if not the first of all. */
  readonly from?: string;
  /** The first release that no longer has it. */
  readonly until?: string;
}

/** A file of the database by its name without the extension, and its part in a release. */
export interface NamedFile extends InReleases {
  readonly name: string;
  readonly role: string;
}

export interface DatabaseLayout<Field extends string> extends InReleases, Omit<Layout<Field>, 'name'> {}

interface DatabaseFileDefinition<C extends CellTypes>
  extends Pick<FileKindDefinition<C, undefined>, 'what' | 'cells' | 'key' | 'row'> {
  readonly files: readonly NamedFile[];
  readonly layouts: readonly DatabaseLayout<FieldOf<C>>[];
}

/** Describes files of the database with the same columns. Their names tell them apart, and the header is the first row. */
export function databaseFile<C extends CellTypes>({ files, layouts, ...kind }: DatabaseFileDefinition<C>): FileKind {
  const named = (fileName: string) => files.find(({ name }) => isNamed(fileName, name));
  return defineFile({
    ...kind,
    isNamed: (fileName) => named(fileName) !== undefined,
    find: firstRowIsHeader,
    role: ({ file }) => (named(file.name) as NamedFile).role,
    layouts({ file }, release) {
      const known = named(file.name) as NamedFile;
      if (isBefore(release, OLDEST)) {
        throw new ImportError(
          `${file.name} is of O*NET ${release}, whose codes are those of O*NET-SOC 2010. Give release ${OLDEST} or a later one: they have O*NET-SOC 2019, which is based on SOC 2018.`,
        );
      }
      if (!isIn(known, release)) {
        throw new ImportError(
          `${file.name} is a file of ${describe(known)}, and this is release ${release}. Give the files of one release, and the release that its Read Me states.`,
        );
      }
      return layouts.filter((layout) => isIn(layout, release)).map((layout) => ({ name: describe(layout), ...layout }));
    },
    emptyText: 'n/a',
  });
}

/** Whether a file is one of the database, in the Text or the Excel edition, whatever the case of its name. */
export function isNamed(fileName: string, name: string): boolean {
  const extension = extname(fileName).toLowerCase();
  if (extension !== '.txt' && extension !== '.xlsx') return false;
  return fileName.slice(0, -extension.length).toLowerCase() === name.toLowerCase();
}

function isIn({ from, until }: InReleases, release: string): boolean {
  if (from !== undefined && isBefore(release, from)) return false;
  return until === undefined || isBefore(release, until);
}

function describe({ from, until }: InReleases): string {
  if (from !== undefined) return `releases from ${from}${until === undefined ? ' on' : ` and before ${until}`}`;
  return until === undefined ? 'all releases' : `releases before ${until}`;
}
