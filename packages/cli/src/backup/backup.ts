import { join, resolve, sep } from 'node:path';
import { commandLine } from '@careergraph/db';
import { atMost } from '../arguments.js';
import { UsageError } from '../command.js';
import { quoted } from '../help.js';
import { sizeText } from '../maintenance/disk.js';
import { pointToDump } from '../maintenance/postgres.js';
import { databaseNamed, type MaintenanceCommand, runMaintenance } from '../maintenance/run.js';
import type { Surroundings } from '../surroundings.js';
import { counted } from '../table.js';
import { DATA } from './manifest.js';
import { writeBackup } from './write.js';

const backup: MaintenanceCommand = {
  name: 'backup',
  parameters: '<file>',
  summary: 'writes a backup of the embedded database, also while a server serves it',
  details: `The backup is one file, a compressed tar archive with the SHA-256 of every file and the number of rows of every table.
It has all releases, guides, and API keys (as hashes), but not the downloads in "snapshots", which can be downloaded
again. While a server runs, its statements wait until the files are copied, usually a few seconds; it still sends the
answers that it keeps in memory. The disk of the backup needs room for a copy of the database, too. If anything fails,
no file is left. With DATABASE_URL, the command prints how to use pg_dump.`,
  options: { force: { type: 'boolean', help: 'replace the file if it exists' } },
  examples: [['/backups/careergraph-2026-11-28.backup', 'back up the database of CAREERGRAPH_HOME']],
  exitCodes: `Exit codes: 0 done; 1 failed, and nothing was changed; 2 invalid usage or environment, or DATABASE_URL is set; 3 the
process that has the database open cannot be asked; 130, 143 stopped by Ctrl-C or SIGTERM.`,
  run: async ({ positionals, options }, context) => {
    const [name] = positionals;
    if (name === undefined) throw new UsageError('Missing file. Give the name of the backup to write.');
    atMost(positionals, 1);
    const { url, home } = databaseNamed(context);
    if (url !== undefined) pointToDump(name);
    const file = resolve(name);
    if (`${file}${sep}`.startsWith(join(home, DATA, sep))) {
      throw new UsageError(
        `${file} is among the files of the database. Write the backup elsewhere, best to another disk.`,
      );
    }
    const { manifest, bytes, pausedSeconds } = await writeBackup({
      home,
      file,
      force: options.force === true,
      signal: context.signal,
      now: () => new Date(),
      onProgress: context.onProgress,
    });
    const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0);
    const tables = Object.keys(manifest.tables).length;
    return {
      json: {
        outcome: 'WRITTEN',
        file,
        bytes,
        pausedSeconds,
        rows,
        tables: manifest.tables,
        releases: manifest.releases,
      },
      text: `Wrote ${file} (${sizeText(bytes)}): ${counted(rows, 'row')} of ${counted(tables, 'table')}, ${counted(manifest.releases.length, 'release')}.
Statements waited ${pausedSeconds.toFixed(1)} s. To restore it: ${commandLine('restore', quoted(file))}`,
    };
  },
};

/**
 * `careergraph backup <file>`
 *
 * @returns the exit code
 */
export function runBackup(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  return runMaintenance(backup, argv, surroundings);
}
