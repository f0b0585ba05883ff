import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { DatabaseError } from './errors.js';
import { installed } from './installation.js';
import { longMigration } from './migration-estimate.js';
import { openSchemaEngine } from './schema-engine.js';

export const migrationsFolder = installed('prisma/migrations');

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

type Sql = (script: string) => Promise<unknown>;
type Query = <Row>(statement: string) => Promise<readonly Row[]>;

const filters = { externalTables: [], externalEnums: [] };

/**
 * Applies the pending migrations. The caller holds the lock against a second migrating process.
 *
 * @returns the names of the migrations that were applied
 * @throws DatabaseError if the database is newer than this code, half migrated or not CareerGraph's; it is not changed
 */
export async function migrate(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  options: {
    readonly database: string;
    /** Runs statements on the same connection as the adapter. */
    readonly sql: Sql;
    readonly query: Query;
    readonly folder?: string | undefined;
    /** Is told before migrations that take long. */
    readonly onLongMigration?: ((message: string) => void) | undefined;
  },
): Promise<readonly string[]> {
  const migrationsList = await readMigrations(options.folder ?? migrationsFolder);
  // Usually there is nothing to do. Finding that out does not need the engine, which is slow to load.
  if (await isUpToDate(options.query, migrationsList)) return [];
  const upTo = (name: string) => ({
    ...migrationsList,
    migrationDirectories: migrationsList.migrationDirectories.filter(({ path }) => path <= name),
  });
  const engine = await openSchemaEngine(adapter);
  try {
    const found = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters });
    const failed = found.failedMigrationNames[0];
    if (failed !== undefined) {
      throw new DatabaseError(
        'HALF_MIGRATED',
        `The database ${options.database} is half migrated: ${failed} was started and did not finish. ` +
          'Nothing was changed. Restore a backup, or complete the migration by hand and mark it with "prisma migrate resolve".',
      );
    }
    const edited = found.editedMigrationNames[0];
    if (edited !== undefined) {
      throw new DatabaseError(
        'EDITED_MIGRATION',
        `The migration ${edited} in prisma/migrations differs from the one that was applied to the database ` +
          `${options.database}. Nothing was changed. Restore the file, and make the change in a new migration.`,
      );
    }
    const { history } = found;
    if (history && history.diagnostic !== 'databaseIsBehind') {
      throw new DatabaseError(
        'NEWER',
        `The database ${options.database} is newer than this code: it contains the migration ` +
          `${history.unpersistedMigrationNames.join(', ')}, which this code does not know. ` +
          'Nothing was changed. Start a newer CareerGraph, or use another database.',
      );
    }
    const pending = history?.unappliedMigrationNames ?? [];
    const scripts = migrationsList.migrationDirectories
      .filter(({ path }) => pending.includes(path))
      .map(({ path, migrationFile }) => ({ name: path, script: migrationFile.content.value }));
    const long = await longMigration(options.query, options.database, scripts);
    if (long !== undefined) options.onLongMigration?.(long);
    for (const name of pending) {
      const list = upTo(name);
      const script = list.migrationDirectories.at(-1)?.migrationFile.content.value ?? '';
      await inTransaction(options.sql, script, () => engine.applyMigrations({ migrationsList: list, filters }));
    }
    return pending;
  } catch (error) {
    if (isForeign(error)) {
      throw new DatabaseError(
        'FOREIGN',
        `The database ${options.database} contains tables that are not CareerGraph's. Nothing was changed. ` +
          'Use an empty database.',
        { cause: error },
      );
    }
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(
      'NOT_MIGRATED',
      `The database ${options.database} could not be migrated to the schema of this code: ${reason(error)}. ` +
        'Nothing was changed. The user must own the database, or have the CREATE privilege on it and on its schema "public".',
      { cause: error },
    );
  } finally {
    engine.free();
  }
}

/** Whether exactly these migrations were applied completely and unedited. The engine judges every other state. */
async function isUpToDate(query: Query, { migrationDirectories }: EngineMigrations): Promise<boolean> {
  const [found] = await query<{ table: string | null }>(
    `select to_regclass('public._prisma_migrations')::text as table`,
  );
  if (!found?.table) return false;
  const applied = await query<{ line: string }>(
    `select concat_ws(' ', migration_name, checksum, (finished_at is null)::text, (rolled_back_at is null)::text) as line
     from public._prisma_migrations`,
  );
  const expected = migrationDirectories.map(({ path, migrationFile }) => {
    const checksum = createHash('sha256').update(migrationFile.content.value).digest('hex');
    return `${path} ${checksum} false true`;
  });
  return (
    applied
      .map(({ line }) => line)
      .sort()
      .join('\n') === expected.sort().join('\n')
  );
}

/**
 * Applies a migration in a transaction. The engine records a migration as started, runs it and records it as finished;
 * a kill in between would otherwise leave the database half migrated.
 */
async function inTransaction(sql: Sql, script: string, apply: () => Promise<unknown>): Promise<void> {
  await sql('begin');
  try {
    await apply();
    await sql('commit');
  } catch (error) {
    await sql('rollback');
    if (isForeign(error)) throw error;
    // The engine only reports that the transaction failed. Running the script alone gives the reason.
    await sql('begin');
    await sql(script).finally(() => sql('rollback'));
    throw error;
  }
}

function isForeign(error: unknown): boolean {
  return (
    error instanceof Error &&
    /P3005|database schema is not empty/i.test(`${error.message} ${Reflect.get(error, 'code')}`)
  );
}

/** The message of the database or the engine, without the engine's stack. */
function reason(error: unknown): string {
  const [text = ''] = (error instanceof Error ? error.message : String(error)).split(/\n\s*0: /);
  return text
    .trim()
    .replaceAll(/\s*\n\s*/g, ': ')
    .replace(/\.$/, '');
}
