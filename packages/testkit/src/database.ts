import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseLocation } from '@careergraph/db';
import pg from 'pg';

/** Variables by which the set-up tells the tests where the prepared databases are: a folder and a name for each content. */
export const TEMPLATE_HOME = 'CAREERGRAPH_TEST_TEMPLATE_HOME';
export const TEMPLATE_DATABASE = 'CAREERGRAPH_TEST_TEMPLATE_DATABASE';
/** `embedded` or `postgres`: on which database this project of the suite runs. */
export const TEST_DATABASE = 'CAREERGRAPH_TEST_DATABASE';
/** A Postgres server on which the tests may create and drop databases of their own. */
export const TEST_POSTGRES_URL = 'CAREERGRAPH_TEST_POSTGRES_URL';

export interface TestDatabase {
  /** Give this to `openDatabase`. */
  readonly location: DatabaseLocation;
  remove(): Promise<void>;
}

export function testDatabaseKind(): 'embedded' | 'postgres' {
  return process.env[TEST_DATABASE] === 'postgres' ? 'postgres' : 'embedded';
}

/** `empty`: not even a table; `migrated`: no rows; `loaded`: with the guides and starter figures. */
export type TestContent = 'empty' | 'migrated' | 'loaded';

/** A database of the test's own. */
export async function createTestDatabase(content: TestContent): Promise<TestDatabase> {
  return testDatabaseKind() === 'postgres' ? createOnServer(content) : createEmbedded(content);
}

function createEmbedded(content: TestContent): TestDatabase {
  const home = mkdtempSync(join(tmpdir(), 'careergraph-test-'));
  // A thousand small files: copying them one promise at a time takes several times the processor time.
  if (content !== 'empty') cpSync(join(required(TEMPLATE_HOME), content), home, { recursive: true });
  return { location: { home }, remove: async () => rmSync(home, { recursive: true, force: true }) };
}

async function createOnServer(content: TestContent): Promise<TestDatabase> {
  const server = required(TEST_POSTGRES_URL);
  const name = `careergraph_test_${randomBytes(6).toString('hex')}`;
  const template = content === 'empty' ? '' : ` TEMPLATE "${required(TEMPLATE_DATABASE)}_${content}"`;
  await onServer(server, `CREATE DATABASE "${name}"${template}`);
  return {
    location: { url: databaseUrl(server, name), home: join(tmpdir(), name) },
    remove: () => onServer(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
  };
}

export async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

export function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with npm test, which prepares the databases.`);
  return value;
}
