export {
  type ApiKeyParts,
  formatApiKey,
  hashOfSecret,
  isSameHash,
  newApiKeyId,
  newApiKeySecret,
  parseApiKey,
} from './api-keys.js';
export { appliedMigrations, type Contents, knownMigrations, readContents } from './contents.js';
export type { LoadedRows, LoadedTable } from './copy.js';
export type { Database, DatabaseLocation, OpenDatabase } from './database.js';
export { DEFAULT_CONNECTIONS } from './defaults.js';
export { freeBytes, isDiskFull } from './disk-space.js';
export {
  DATABASE_ENVIRONMENT,
  type DatabaseEnvironment,
  databaseOf,
  databaseVariables,
  type Environment,
  EnvironmentError,
  folderOf,
  postgresUrl,
  readVariables,
} from './environment.js';
export { DatabaseError, type DatabaseErrorCode } from './errors.js';
export { type FolderLock, type Holder, holderOf } from './folder-lock.js';
export { readDataFolder, readFolder } from './folder-session.js';
export { swapFolder } from './folder-swap.js';
export type * from './generated/client/client.js';
export { Prisma } from './generated/client/client.js';
export * from './generated/client/enums.js';
export type * from './generated/client/models.js';
export type { default as PothosTypes } from './generated/pothos.js';
export { getDatamodel } from './generated/pothos.js';
export { TABLES } from './generated/tables.js';
export { commandLine, type Installation, installation, installed, quietCommandLine } from './installation.js';
export { LOCK_KEY } from './lock-keys.js';
export { migrationsFolder } from './migrate.js';
export { isFirstStart, openDatabase, openReplicas } from './open.js';
export { isOutage } from './outage.js';
export { ownFolder } from './own-folder.js';
export { startPglite } from './pglite.js';
export type { ReadClient } from './read-client.js';
export { readPostgres } from './read-postgres.js';
export { Rollback, type Session, type Sql } from './session.js';
