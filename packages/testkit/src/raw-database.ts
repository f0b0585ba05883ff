import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type DatabaseLocation, startPglite } from '@careergraph/db';
import pg from 'pg';

export type Row = Record<string, unknown>;

/** Runs SQL as it stands, past client and migrations; on the embedded database no server may be running. */
export async function rawSql(location: DatabaseLocation, statements: readonly string[]): Promise<readonly Row[]> {
  if (location.url !== undefined) {
    const client = new pg.Client({ connectionString: location.url });
    await client.connect();
    try {
      return await each(statements, async (sql) => (await client.query<Row>(sql)).rows);
    } finally {
      await client.end();
    }
  }
  const pglite = await startPglite(join(location.home, 'pgdata'));
  try {
    return await each(statements, async (sql) => (await pglite.query<Row>(sql)).rows);
  } finally {
    await pglite.close();
  }
}

/** Fills an empty database with a dump that consists of statements. */
export async function loadDump(location: DatabaseLocation, sql: string): Promise<void> {
  if (location.url !== undefined) return void (await rawSql(location, [sql]));
  const pglite = await startPglite(join(location.home, 'pgdata'));
  await pglite.exec(sql).finally(() => pglite.close());
}

/** Every table with the number of its rows; empty where there is no database yet. */
export async function tableCounts(location: DatabaseLocation): Promise<Record<string, number>> {
  if (location.url === undefined && !existsSync(join(location.home, 'pgdata'))) return {};
  const tables = await rawSql(location, [
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  ]);
  if (tables.length === 0) return {};
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as rows from ${name}`);
  const rows = await rawSql(location, [counts.join(' union all ')]);
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name as string, count as number]));
}

async function each(
  statements: readonly string[],
  run: (sql: string) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  let rows: readonly Row[] = [];
  for (const sql of statements) rows = await run(sql);
  return rows;
}
