import { migrationsFolder, readMigrations } from './migrate.js';
import type { Sql } from './session.js';

/** What can be compared of two copies of a database. */
export interface Contents {
  /** Names of the applied migrations, in order. */
  readonly migrations: readonly string[];
  /** `public.wage_estimate`, and how many rows it has. */
  readonly tables: Readonly<Record<string, number>>;
  readonly releases: readonly {
    readonly source: string;
    readonly key: string;
    readonly revision: number;
    readonly status: string;
  }[];
}

/** Counts every row, which takes seconds on a large database. */
export async function readContents(sql: Sql): Promise<Contents> {
  const names = await sql.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_catalog.pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const tables: Record<string, number> = {};
  for (const { name } of names) {
    const [counted] = await sql.query<{ rows: string }>(`select count(*)::text as rows from ${name}`);
    tables[name] = Number(counted?.rows);
  }
  return {
    migrations: await appliedMigrations(sql),
    tables,
    releases:
      'public.release' in tables
        ? await sql.query<Contents['releases'][number]>(
            // Releases had no revision before the second migration.
            `select source_id as source, key, coalesce((to_jsonb(release)->>'revision')::int, 1) as revision,
                    status::text as status from public.release order by 1, 2, 3`,
          )
        : [],
  };
}

export async function appliedMigrations(sql: Sql): Promise<readonly string[]> {
  const [found] = await sql.query<{ name: string | null }>(
    `select to_regclass('public._prisma_migrations')::text as name`,
  );
  if (!found?.name) return [];
  const rows = await sql.query<{ name: string }>(
    'select migration_name as name from public._prisma_migrations where finished_at is not null order by 1',
  );
  return rows.map(({ name }) => name);
}

/** Names of the migrations that this code has. */
export async function knownMigrations(): Promise<readonly string[]> {
  return (await readMigrations(migrationsFolder)).migrationDirectories.map(({ path }) => path);
}
