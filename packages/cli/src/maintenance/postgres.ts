import { UsageError } from '../command.js';
import { quoted } from '../help.js';

/** @throws UsageError always: Postgres has its own tools, and this one does not do their work */
export function pointToDump(file: string): never {
  throw new UsageError(
    `DATABASE_URL names a Postgres database. Back it up with Postgres' own tool, while servers run:

  pg_dump --format=custom --no-owner --no-privileges --file=${quoted(file)} "$DATABASE_URL"

Its major version must be at least that of the server. No backup was made.`,
  );
}

/** @throws UsageError always */
export function pointToRestore(file: string): never {
  throw new UsageError(
    `DATABASE_URL names a Postgres database. Stop the servers and restore with Postgres' own tool:

  pg_restore --clean --if-exists --exit-on-error --single-transaction --no-owner --no-privileges --dbname="$DATABASE_URL" ${quoted(file)}

It replaces every table of the dump in one transaction; if it fails, nothing was changed. The database must exist: in an
empty one, the same command works. Then start the servers: they migrate a dump of an older version. Nothing was
restored.`,
  );
}
