import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guidesFolder, loadContent, readContent } from '@careergraph/content';
import { type DatabaseLocation, openDatabase } from '@careergraph/db';
import { databaseUrl, onServer, TEMPLATE_DATABASE, TEMPLATE_HOME, TEST_POSTGRES_URL } from './database.js';
import { rawSql } from './raw-database.js';

/** What Postgres makes new databases of is two thirds of the files that each test would copy. */
async function dropTemplates(home: string): Promise<void> {
  const drop = ['template0', 'template1'].flatMap((name) => [
    `ALTER DATABASE ${name} IS_TEMPLATE false`,
    `DROP DATABASE ${name}`,
  ]);
  await rawSql({ home }, drop);
}

/**
 * Migrates a database and loads the guides once on each kind of database; tests copy these. A process that a test has
 * started finds in its environment what is prepared already.
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env[TEMPLATE_HOME] !== undefined) return async () => {};
  const content = await readContent(guidesFolder);
  const migrate = async (location: DatabaseLocation) => (await openDatabase(location)).close();
  const load = async (location: DatabaseLocation) => {
    const database = await openDatabase(location);
    await loadContent(database, content);
    await database.close();
  };
  const homes = await mkdtemp(join(tmpdir(), 'careergraph-template-'));
  const [migrated, loaded] = [join(homes, 'migrated'), join(homes, 'loaded')];
  await migrate({ home: migrated });
  await dropTemplates(migrated);
  await cp(migrated, loaded, { recursive: true });
  await load({ home: loaded });
  process.env[TEMPLATE_HOME] = homes;

  const server = process.env[TEST_POSTGRES_URL];
  const name = `careergraph_template_${randomBytes(6).toString('hex')}`;
  if (server) {
    const at = (content: string) => ({ url: databaseUrl(server, `${name}_${content}`), home: homes });
    await onServer(server, `CREATE DATABASE "${name}_migrated"`);
    await migrate(at('migrated'));
    await onServer(server, `CREATE DATABASE "${name}_loaded" TEMPLATE "${name}_migrated"`);
    await load(at('loaded'));
    process.env[TEMPLATE_DATABASE] = name;
  }
  return async () => {
    await rm(homes, { recursive: true, force: true });
    if (!server) return;
    for (const content of ['migrated', 'loaded']) {
      await onServer(server, `DROP DATABASE IF EXISTS "${name}_${content}" WITH (FORCE)`);
    }
  };
}
