import { resolve } from 'node:path';
import { ownFolder } from '@careergraph/db';
import { atMost } from '../arguments.js';
import { UsageError } from '../command.js';
import { quoted } from '../help.js';
import { pointToRestore } from '../maintenance/postgres.js';
import { databaseNamed, type MaintenanceCommand, runMaintenance } from '../maintenance/run.js';
import type { Surroundings } from '../surroundings.js';
import { counted } from '../table.js';
import { restoreBackup } from './read.js';

const restore: MaintenanceCommand = {
  name: 'restore',
  parameters: '<file>',
  summary: 'replaces the embedded database by that of a backup',
  details: `Stop the server first. The command unpacks the backup beside the database, checks the SHA-256 of every file, opens it,
and compares the number of rows of every table. Only then it renames folders, so that a kill at any point leaves the old
database or the new one. The old one is kept in the folder of the database; the command says where and how to delete it.
A backup of an older version is migrated by the next start; one of a newer version is refused. API keys are those of the
backup: a key that was revoked since is valid again. With DATABASE_URL, the command prints how to use pg_restore.`,
  options: {},
  examples: [['/backups/careergraph-2026-11-28.backup', 'restore into CAREERGRAPH_HOME']],
  exitCodes: `Exit codes: 0 done; 1 failed, and nothing was changed; 2 invalid usage or environment, or DATABASE_URL is set; 3 another
process has the database open; 130, 143 stopped by Ctrl-C or SIGTERM.`,
  run: async ({ positionals }, context) => {
    const [name] = positionals;
    if (name === undefined) throw new UsageError('Missing file. Give the backup to restore.');
    atMost(positionals, 1);
    const { url, home } = databaseNamed(context);
    if (url !== undefined) pointToRestore(name);
    const file = resolve(name);
    const { unlock } = await ownFolder(home);
    try {
      const { manifest, kept, pending } = await restoreBackup({
        home,
        file,
        signal: context.signal,
        now: () => new Date(),
        onProgress: context.onProgress,
      });
      const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0);
      const text = [
        `Restored the database in ${home} as of ${manifest.createdAt}: ${counted(rows, 'row')} of ${counted(Object.keys(manifest.tables).length, 'table')}, ${counted(manifest.releases.length, 'release')}.`,
        ...(pending.length === 0
          ? []
          : [`The backup is of an older version: the next start applies ${counted(pending.length, 'migration')}.`]),
        ...(kept === null ? [] : [`The database before is in ${kept}. To delete it: rm -r ${quoted(kept)}`]),
        'API keys are those of the backup: revoke again what was revoked since.',
      ];
      return {
        json: {
          outcome: 'RESTORED',
          home,
          createdAt: manifest.createdAt,
          rows,
          tables: manifest.tables,
          kept,
          pending,
        },
        text: text.join('\n'),
      };
    } finally {
      await unlock();
    }
  },
};

/**
 * `careergraph restore <file>`
 *
 * @returns the exit code
 */
export function runRestore(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  return runMaintenance(restore, argv, surroundings);
}
