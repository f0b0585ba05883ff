import { existsSync } from 'node:fs';
import { access, constants, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { appliedMigrations, freeBytes, holderOf, knownMigrations, type Sql } from '@careergraph/db';
import { type ListedSource, listSources } from '@careergraph/releases';
import { importers, SETUP_FILES } from '@careergraph/sources';
import { quoted } from '../help.js';
import { sizeText } from '../maintenance/disk.js';
import { planSteps } from '../setup/plan.js';
import { counted } from '../table.js';

/** What one check found. */
export interface Finding {
  readonly check: string;
  /** `NOTE`: works, but worth knowing. `UNKNOWN`: could not be checked. */
  readonly status: 'OK' | 'NOTE' | 'UNKNOWN' | 'PROBLEM';
  readonly message: string;
  /** What to do; absent if there is nothing to do. */
  readonly todo?: string;
}

/** The oldest version that the libraries run on. */
const NODE = [20, 19] as const;

/** Postgres writes its log in files of 16 MB, and a checkpoint may need a second one. */
const LEAST_FREE_BYTES = 64e6;

/** Downloads, and their rows with the log, of everything that `data setup` loads. */
const ROOM_TO_IMPORT_BYTES = 4e9;

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNew = major > NODE[0] || (major === NODE[0] && minor >= NODE[1]);
  const message = `Node ${version}`;
  if (isNew) return { check: 'node', status: 'OK', message };
  return { check: 'node', status: 'PROBLEM', message, todo: `Install Node ${NODE.join('.')} or later.` };
}

export function checkParts(parts: Readonly<Record<string, string>>): readonly Finding[] {
  const missing = Object.entries(parts).filter(([, path]) => !existsSync(path));
  if (missing.length === 0)
    return [{ check: 'parts', status: 'OK', message: `${Object.keys(parts).join(', ')} are there` }];
  return missing.map(([name, path]) => ({
    check: 'parts',
    status: 'PROBLEM',
    message: `${name} is missing: there is no ${path}`,
    todo: 'Install CareerGraph again; in a clone, run "npm run build".',
  }));
}

export async function checkFolder(home: string): Promise<Finding> {
  const check = 'folder';
  if (!existsSync(home)) {
    return { check, status: 'NOTE', message: `${home} does not exist yet`, todo: 'A first start creates it.' };
  }
  try {
    await access(home, constants.R_OK | constants.W_OK | constants.X_OK);
    const before = (await readdir(home)).filter((name) => name.startsWith('pgdata-before-restore-'));
    if (before.length === 0) return { check, status: 'OK', message: home };
    return {
      check,
      status: 'NOTE',
      message: `${home} has ${counted(before.length, 'database')} from before a restore`,
      todo: `If they are not needed: rm -r ${before.map((name) => quoted(join(home, name))).join(' ')}`,
    };
  } catch (error) {
    return {
      check,
      status: 'PROBLEM',
      message: `${home} cannot be used: ${(error as Error).message}`,
      todo: 'Give it to the user that runs the server (chown -R), or set CAREERGRAPH_HOME to another folder.',
    };
  }
}

export async function checkDisk(home: string): Promise<Finding> {
  const check = 'disk';
  let folder = home;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  const free = await freeBytes(folder);
  if (free === undefined) return { check, status: 'UNKNOWN', message: `the free space of ${folder} is not known` };
  const message = `${sizeText(free)} are free on the disk of ${home}`;
  if (free < LEAST_FREE_BYTES) {
    return {
      check,
      status: 'PROBLEM',
      message,
      todo: `The database needs at least ${sizeText(LEAST_FREE_BYTES)}. Free some space, or move the folder to a larger disk and set CAREERGRAPH_HOME to it.`,
    };
  }
  if (free >= ROOM_TO_IMPORT_BYTES) return { check, status: 'OK', message };
  return {
    check,
    status: 'NOTE',
    message,
    todo: `Everything that can be imported takes about ${sizeText(ROOM_TO_IMPORT_BYTES)}.`,
  };
}

export async function checkLock(home: string): Promise<Finding> {
  const check = 'lock';
  const held = await holderOf(home);
  if (held === null) return { check, status: 'OK', message: 'no process has the database open' };
  const { pid, host, command, since } = held.holder;
  const who = `process ${pid} on ${host} (${command}, since ${since})`;
  if (held.isAlive) return { check, status: 'OK', message: `${who} has the database open` };
  return {
    check,
    status: 'NOTE',
    message: `${who} has ended without releasing its lock`,
    todo: 'Nothing: the next start takes the lock over.',
  };
}

/** Migrations and releases. */
export async function checkDatabase(sql: Sql): Promise<readonly Finding[]> {
  const [applied, known] = [await appliedMigrations(sql), await knownMigrations()];
  const newer = applied.filter((name) => !known.includes(name));
  if (newer.length > 0) {
    return [
      {
        check: 'database',
        status: 'PROBLEM',
        message: `it is newer than this CareerGraph, which does not know the migration ${newer.join(', ')}`,
        todo: 'Install the version that migrated it, or a newer one.',
      },
    ];
  }
  const pending = known.filter((name) => !applied.includes(name));
  if (pending.length > 0) {
    return [
      {
        check: 'database',
        status: 'NOTE',
        message: `${counted(pending.length, 'migration')} pending: ${pending.join(', ')}`,
        todo: 'Make a backup, then start the server: it applies them. The releases can be checked after that.',
      },
    ];
  }
  const version: Finding = {
    check: 'database',
    status: 'OK',
    message: `${counted(applied.length, 'migration')} applied, none pending`,
  };
  return [version, ...checkReleases(await listSources(sql))];
}

function checkReleases(sources: readonly ListedSource[]): readonly Finding[] {
  const check = 'releases';
  const active = sources.flatMap(({ id, releases }) => {
    const found = releases.find(({ status }) => status === 'ACTIVE');
    const isStarter = found?.files.some(({ edition }) => edition === 'starter') ?? false;
    return found ? [{ id, text: `${id} ${found.label}${isStarter ? ' (starter)' : ''}` }] : [];
  });
  if (active.length === 0) {
    return [
      {
        check,
        status: 'PROBLEM',
        message: 'no release is loaded',
        todo: 'Start the server: it loads guides and starter figures.',
      },
    ];
  }
  const loaded: Finding = { check, status: 'OK', message: active.map(({ text }) => text).join('; ') };
  const missing = planSteps(SETUP_FILES, importers).filter(({ importer, loadedIn }) => {
    return loadedIn(sources.find(({ id }) => id === importer.source.id)?.releases ?? []) === null;
  });
  if (missing.length === 0) return [loaded];
  const names = [...new Set(missing.map(({ importer }) => importer.name))];
  return [
    loaded,
    {
      check,
      status: 'NOTE',
      message: `published files of ${names.join(', ')} are not loaded, or not all`,
      todo: 'Stop the server if the database is the embedded one, and run: careergraph data setup',
    },
  ];
}
