import { readdir } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { commandLine } from '@careergraph/db';
import { type PublishedFile, withPublishedFiles } from '@careergraph/extract';
import type { Importer, Part } from '@careergraph/releases';
import type { SetupFile } from '@careergraph/sources';
import { type Context, UsageError } from '../command.js';
import { failureOf } from '../failure.js';
import { quoted } from '../help.js';
import { type IgnoredFile, monthOf, type PlannedFile } from './plan.js';

export interface FolderFiles {
  /** Paths by the file of the table that they hold. */
  readonly inputs: ReadonlyMap<SetupFile, readonly string[]>;
  readonly ignored: readonly IgnoredFile[];
}

const READABLE = /^\.(zip|gz|xlsx?|csv|tsv|txt|xml|html?)$/i;

/** Finds the files of the table in a folder: by their published names, or else by asking the importers. */
export async function filesInFolder(
  folder: string,
  planned: readonly PlannedFile[],
  context: Context,
): Promise<FolderFiles> {
  const inputs = new Map<SetupFile, string[]>();
  const rolesTaken = new Map<SetupFile, Set<string>>();
  const ignored: IgnoredFile[] = [];
  const take = (file: SetupFile, path: string, roles: readonly string[]): boolean => {
    const taken = rolesTaken.get(file) ?? new Set();
    if (inputs.has(file) && (roles.length === 0 || roles.some((role) => taken.has(role)))) return false;
    inputs.set(file, [...(inputs.get(file) ?? []), path]);
    rolesTaken.set(file, new Set([...taken, ...roles]));
    return true;
  };

  const others: string[] = [];
  for (const { name, isFolder } of await entriesOf(folder)) {
    const known = planned.find(({ file }) => isNamed(file, name, isFolder));
    if (known) {
      if (!take(known.file, join(folder, name), known.file.roles)) {
        ignored.push({ name, reason: `is another copy of ${known.file.fileName}` });
      }
    } else if (isFolder) ignored.push({ name, reason: 'is a folder; give its path with --from to read it' });
    else if (!READABLE.test(extname(name))) ignored.push({ name, reason: 'is not a published file' });
    else others.push(name);
  }

  for (const name of others) {
    context.signal.throwIfAborted();
    context.onProgress({ phase: 'recognizing', what: name, done: 0, total: null, unit: 'steps' });
    const path = join(folder, name);
    const { importer, parts, reason } = await recognized(path, planned, context);
    const roles = parts.map(({ role }) => role);
    const known = planned.find(
      ({ file, importer: { name: source } }) => source === importer?.name && parts.some((part) => isPartOf(file, part)),
    );
    if (!known) ignored.push({ name, reason });
    else if (!take(known.file, path, roles)) {
      ignored.push({ name, reason: `is another copy of a file of ${known.file.fileName}` });
    }
  }
  return { inputs, ignored };
}

async function entriesOf(folder: string) {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter(({ name }) => !name.startsWith('.'))
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw new UsageError(`The folder ${resolve(folder)} of --from cannot be read: ${(error as Error).message}.`);
  }
}

/** `oesm24nat.zip`, a browser's second copy `oesm24nat (1).zip`, or the unpacked folder `oesm24nat`. */
function isNamed({ fileName }: SetupFile, name: string, isFolder: boolean): boolean {
  const published = fileName.toLowerCase();
  const found = name.toLowerCase().replace(/ ?\(\d+\)(?=(\.\w+)?$)/, '');
  return found === (isFolder ? published.replace(/\.zip$/, '') : published);
}

function isPartOf({ release, roles }: SetupFile, part: Part): boolean {
  return (release === null || part.release === release) && (roles.length === 0 || roles.includes(part.role));
}

interface Recognized {
  readonly importer: Importer | null;
  readonly parts: readonly Part[];
  /** Why the file is ignored if it is none of the table. */
  readonly reason: string;
}

async function recognized(
  path: string,
  planned: readonly PlannedFile[],
  { environment, signal }: Context,
): Promise<Recognized> {
  const unknown = { importer: null, parts: [] };
  try {
    return await withPublishedFiles([path], { store: join(environment.home, 'snapshots'), signal }, async (inputs) => {
      const sources = new Set(planned.map((step) => step.importer));
      for (const importer of sources) {
        const isByMonth = planned.some((step) => step.importer === importer && step.file.isReleaseMonthOfFile);
        const parts = await partsOf(importer, inputs.files, isByMonth ? monthOf(inputs.files) : null);
        const [first] = parts;
        if (!first) continue;
        const release = `${importer.name}/${first.release} (${parts.map(({ role }) => role).join(', ')})`;
        return { importer, parts, reason: `belongs to ${release}, which the table does not have` };
      }
      for (const importer of sources) {
        const parts = await partsOf(importer, inputs.files, importer.releaseKey.example);
        if (parts.length === 0) continue;
        const command = commandLine('data', 'import', importer.name, quoted(path), '--release', 'KEY');
        return { ...unknown, reason: `does not state its release; import it with: ${command}` };
      }
      return { ...unknown, reason: 'is not a file of these sources' };
    });
  } catch (error) {
    return { ...unknown, reason: refusalOf(error) };
  }
}

async function partsOf(
  importer: Importer,
  files: readonly PublishedFile[],
  release: string | null,
): Promise<readonly Part[]> {
  try {
    return await importer.recognize(files, { release });
  } catch (error) {
    refusalOf(error);
    return [];
  }
}

/** Why a file was refused. Other errors are thrown. */
function refusalOf(error: unknown): string {
  const { kind, message } = failureOf(error);
  if (kind !== 'REFUSED') throw error;
  return message;
}
