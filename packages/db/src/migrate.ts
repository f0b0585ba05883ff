import { createHash } from 'node:crypto';
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

type Sql = (script: string) => Promise<unknown>;
type Query = <Row>(statement: string) => Promise<readonly Row[]>;

const filters = { externalTables: [], externalEnums: [] };

/**
 * Brings the database to the code's schema, or throws a {@link DatabaseError} and changes nothing where it is
 * newer than the code, half migrated, or not ours. The caller holds the lock against a second migrating process.
 *
 * @returns the names of the migrations that were applied now
 */
export async function migrate(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  options: {
    readonly database: string;
    /** Runs statements on the one connection that the adapter uses as well. */
    readonly sql: Sql;
    readonly query: Query;
    readonly folder?: string | undefined;
  },
): Promise<readonly string[]> {
  const migrationsList = await readMigrations(options.folder ?? migrationsFolder);
  // At nearly each start there is nothing to do, and the engine need not be loaded to find that.
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
    const pending = history?.unappliedMigrationNames ?? [];
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
        `The database ${options.database} holds tables that are not CareerGraph's. Nothing was changed. ` +
          'Name an empty database.',
        { cause: error },
      );
    }
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(
      'NOT_MIGRATED',
      `The database ${options.database} could not be brought to the schema of this code: ${reason(error)}. ` +
        'Nothing was changed. Its user must own the database, or be allowed to create in it and in its schema "public".',
      { cause: error },
    );
  } finally {
    engine.free();
  }
}

/** Whether just these migrations were applied, each to its end and as it stands; of all else the engine has the say. */
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
 * The engine notes a migration as begun, runs it, and notes it as done: all of it or nothing, or a kill in between
 * would leave the database half migrated, for a person to mend.
 */
async function inTransaction(sql: Sql, script: string, apply: () => Promise<unknown>): Promise<void> {
  await sql('begin');
  try {
    await apply();
    await sql('commit');
  } catch (error) {
    await sql('rollback');
    if (isForeign(error)) throw error;
    // In a transaction that has failed the engine learns nothing more than that; the script alone says why.
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

/** What the database or the engine says, without the engine's stack. */
function reason(error: unknown): string {
  const [text = ''] = (error instanceof Error ? error.message : String(error)).split(/\n\s*0: /);
  return text
    .trim()
    .replaceAll(/\s*\n\s*/g, ': ')
    .replace(/\.$/, '');
}
