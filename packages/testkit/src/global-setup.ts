import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseLocation, openDatabase } from '@careergraph/db';
import { guidesFolder, loadContent, readContent } from '@careergraph/importers';
import { databaseUrl, onServer, TEMPLATE_DATABASE, TEMPLATE_HOME, TEST_POSTGRES_URL } from './database.js';

/** Loads the guides once on each kind of database; tests copy these. */
export default async function setup(): Promise<() => Promise<void>> {
  const content = await readContent(guidesFolder);
  const prepare = async (location: DatabaseLocation) => {
    const database = await openDatabase(location);
    await loadContent(database, content);
    await database.close();
  };
  const home = await mkdtemp(join(tmpdir(), 'careergraph-template-'));
  await prepare({ home });
  process.env[TEMPLATE_HOME] = home;

  const server = process.env[TEST_POSTGRES_URL];
  const name = `careergraph_template_${randomBytes(6).toString('hex')}`;
  if (server) {
    await onServer(server, `CREATE DATABASE "${name}"`);
    await prepare({ url: databaseUrl(server, name), home });
    process.env[TEMPLATE_DATABASE] = name;
  }
  return async () => {
    await rm(home, { recursive: true, force: true });
    if (server) await onServer(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  };
}
