export { DatabaseError, type DatabaseErrorCode } from './errors.js';
export type * from './generated/client/client.js';
export { Prisma } from './generated/client/client.js';
export * from './generated/client/enums.js';
export type * from './generated/client/models.js';
export type { default as PothosTypes } from './generated/pothos.js';
export { getDatamodel } from './generated/pothos.js';
export { migrationsFolder } from './migrate.js';
export { type Database, type DatabaseLocation, type OpenDatabase, openDatabase } from './open.js';
