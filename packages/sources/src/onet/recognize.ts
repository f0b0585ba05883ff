import { readFile } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import { ImportError, type PublishedFile } from '@careergraph/extract';
import type { Importer, Part } from '@careergraph/releases';
import { ACCOMPANYING, FILES, type LoadedFile } from './files.js';
import { isBefore, RELEASE_KEY, RENAMED } from './release.js';

const DOWNLOAD =
  'Take the Text or Excel edition of the database as it is published (db_29_3_text.zip, db_29_3_excel.zip), or files of one.';

const byName = new Map(Object.entries(FILES).map(([name, file]) => [name.toLowerCase(), file]));
const accompanying = new Set(ACCOMPANYING.map((name) => name.toLowerCase()));

/** Finds what part each file is, by its name, and the release by the Read Me, the archive's or folder's name, or as asked. */
export const recognize: Importer['recognize'] = async (files, asked) => {
  const loaded: { readonly file: PublishedFile; readonly known: LoadedFile }[] = [];
  const unknown: string[] = [];
  for (const file of files) {
    const name = nameOf(file);
    const known = name === null ? undefined : byName.get(name);
    if (known) loaded.push({ file, known });
    else if (name === null || !accompanying.has(name)) unknown.push(file.name);
  }
  if (unknown.length > 0) {
    const named = unknown.map((name) => `"${name}"`).join(', ');
    throw new ImportError(
      `${named} ${unknown.length === 1 ? 'has no name' : 'have no names'} that a file of the O*NET database has. ${DOWNLOAD}`,
    );
  }
  if (loaded.length === 0) {
    const named = files.map(({ name }) => `"${name}"`).join(', ');
    throw new ImportError(`Nothing is loaded from ${named}: those files only accompany the database. ${DOWNLOAD}`);
  }
  const release = await releaseOf(files, asked.release);
  for (const { file, known } of loaded) refuseOtherLayout(file, known, release);
  return loaded.map(({ file, known }): Part => ({ file, release, role: known.role }));
};

/** The part of the file by its name. */
export function fileOf(file: PublishedFile): LoadedFile {
  const known = byName.get(nameOf(file) ?? file.name);
  if (!known) throw new TypeError(`${file.name} was not recognized`);
  return known;
}

/** In lower case without its ending; null where that is none of O*NET's. */
function nameOf({ name }: PublishedFile): string | null {
  const ending = extname(name).toLowerCase();
  if (ending !== '.txt' && ending !== '.xlsx') return null;
  return name.slice(0, name.length - ending.length).toLowerCase();
}

function refuseOtherLayout(file: PublishedFile, { layout }: LoadedFile, release: string): void {
  if (layout === 'both' || (layout === 'to-30.2') === isBefore(release, RENAMED)) return;
  const when = layout === 'to-30.2' ? `up to O*NET 30.2` : `from O*NET ${RENAMED} on`;
  throw new ImportError(
    `${file.name} is the name of a file ${when}, and this is to be release ${release}. Give the files of one release, and its number as it is in the Read Me.`,
  );
}

async function releaseOf(files: readonly PublishedFile[], asked: string | null): Promise<string> {
  const said = new Map<string, string>();
  if (asked !== null) said.set('--release', asked);
  for (const file of files) {
    if (nameOf(file) === 'read me') said.set(file.name, await releaseOfReadMe(file));
    for (const name of [file.archive, basename(dirname(file.path))]) {
      const found = name === null ? null : /^db_(\d+)_(\d+)(?:_|\.|$)/i.exec(name);
      if (name !== null && found) said.set(name, `${found[1]}.${found[2]}`);
    }
  }
  const [release, ...others] = new Set(said.values());
  if (release === undefined) {
    throw new ImportError(
      'None of these files says which O*NET release it is of. Name it, as --release 29.3, or give the Read Me with them.',
    );
  }
  if (others.length > 0) {
    const listed = [...said].map(([where, which]) => `  ${where}: ${which}`).join('\n');
    throw new ImportError(`These files are of more than one O*NET release: import one at a time.\n${listed}`);
  }
  if (!RELEASE_KEY.pattern.test(release)) {
    throw new ImportError(
      `"${release}" is not a release of the O*NET database, which look like ${RELEASE_KEY.example}.`,
    );
  }
  return release;
}

async function releaseOfReadMe({ name, path }: PublishedFile): Promise<string> {
  const found = /^\s*O\*NET\S* (\d+\.\d+) Database/.exec(await readFile(path, 'utf8'));
  if (!found?.[1]) {
    throw new ImportError(`${name} does not begin with "O*NET … Database", so it is not the database's. ${DOWNLOAD}`);
  }
  return found[1];
}
