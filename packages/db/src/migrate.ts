import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { DatabaseError } from './errors.js';
import { openSchemaEngine } from './schema-engine.js';

export const migrationsFolder = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url));

type EngineMigrations = Parameters<
  Awaited<ReturnType<typeof openSchemaEngine>>['applyMigrations']
>[0]['migrationsList'];

export async function readMigrations(folder: string): Promise<EngineMigrations> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: folder,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(join(folder, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await readFile(join(folder, path, 'migration.sql'), 'utf8') },
        },
      })),
    ),
  };
}

const filters = { externalTables: [], externalEnums: [] };

/**
 * Brings the database to the code's schema, or throws a {@link DatabaseError} and changes nothing where it is
 * newer than the code, half migrated, or not ours. The caller holds the lock against a second migrating process.
 *
 * @returns the names of the migrations that were applied now
 */
export async function migrate(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  options: { database: string; folder?: string },
): Promise<readonly string[]> {
  const migrationsList = await readMigrations(options.folder ?? migrationsFolder);
  const engine = await openSchemaEngine(adapter);
  try {
    const found = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters });
    const failed = found.failedMigrationNames[0];
    if (failed !== undefined) {
      throw new DatabaseError(
        'HALF_MIGRATED',
        `The database ${options.database} is half migrated: ${failed} was started and did not finish. ` +
          'Nothing was changed. Restore a backup, or see what is missing and mark it with "prisma migrate resolve".',
      );
    }
    const edited = found.editedMigrationNames[0];
    if (edited !== undefined) {
      throw new DatabaseError(
        'EDITED_MIGRATION',
        `The migration ${edited} in prisma/migrations differs from the one that the database ${options.database} ` +
          'has seen. Nothing was changed. Restore the file; a change needs a migration of its own.',
      );
    }
    const { history } = found;
    if (history && history.diagnostic !== 'databaseIsBehind') {
      throw new DatabaseError(
        'NEWER',
        `The database ${options.database} is newer than this code: it has had the migration ` +
          `${history.unpersistedMigrationNames.join(', ')}, which this code does not know. ` +
          'Nothing was changed. Start a newer CareerGraph, or point it at another database.',
      );
    }
    return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
  } catch (error) {
    if (
      error instanceof Error &&
      /P3005|database schema is not empty/i.test(`${error.message} ${Reflect.get(error, 'code')}`)
    ) {
      throw new DatabaseError(
        'FOREIGN',
        `The database ${options.database} holds tables that are not CareerGraph's. Nothing was changed. ` +
          'Name an empty database.',
        { cause: error },
      );
    }
    throw error;
  } finally {
    engine.free();
  }
}
