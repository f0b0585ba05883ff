export { type Answer, createTestApi, startTestServer, type TestApi } from './api.js';
export { CHROMIUM_ARGS, chromiumPath } from './chromium.js';
export {
  createTestDatabase,
  databaseUrl,
  onServer,
  TEST_POSTGRES_URL,
  type TestContent,
  type TestDatabase,
  testDatabaseKind,
} from './database.js';
export { type Fetch, toFetch } from './fetch.js';
export { loadNursingPrograms } from './nursing-programs.js';
export { loadDump, rawSql, tableCounts } from './raw-database.js';
export { careergraph, type Ended, endOf, environmentOf, type SpawnedServer, spawnServer } from './spawn-server.js';
