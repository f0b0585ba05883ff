import { readdirSync, readFileSync } from 'node:fs';

const MIGRATIONS = new URL('../../../../prisma/migrations/', import.meta.url);
const sql = readdirSync(MIGRATIONS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => readFileSync(new URL(`${name}/migration.sql`, MIGRATIONS), 'utf8'))
  .join('\n');
/** Names of the CHECKs of all migrations. */
export const CHECKS = [...sql.matchAll(/ADD CONSTRAINT "([^"]+)" CHECK/g)].map(([, name]) => name as string);

/** Names of the partial unique indexes. A migration may drop an index of an earlier one, to create it again. */
export const INDEXES = new Set(
  [...sql.matchAll(/CREATE UNIQUE INDEX "([^"]+)" [^;]* WHERE /g)].map(([, name]) => name),
);
