type Query = <Row>(statement: string) => Promise<readonly Row[]>;

/**
 * Bytes of a table per second that a statement rewrites or indexes: about 25 MB on the embedded database of an idle
 * laptop, and 5 MB on a busy one. Postgres is faster.
 */
const BYTES_PER_SECOND = 10e6;

/** Whoever waits for less needs no message. */
const LONG_SECONDS = 5;

/** A table after the words of SQL that a name of a table follows. */
const TABLES = /\b(?:table(?:\s+only)?|on|update|from|into|join)\s+(?:"?public"?\.)?"?(\w+)"?/gi;

/**
 * Says that migrations will take long, judging by the sizes of the tables that they name.
 *
 * @returns undefined if they will not
 */
export async function longMigration(
  query: Query,
  database: string,
  migrations: readonly { readonly name: string; readonly script: string }[],
): Promise<string | undefined> {
  const sizes = await query<{ name: string; bytes: string }>(
    `select relname as name, pg_total_relation_size(oid)::text as bytes from pg_catalog.pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  const bytesOf = new Map(sizes.map(({ name, bytes }) => [name, Number(bytes)]));
  const changed = new Set<string>();
  let bytes = 0;
  for (const { script } of migrations) {
    const named = new Set([...script.matchAll(TABLES)].map(([, name]) => name as string));
    for (const name of named) {
      const size = bytesOf.get(name);
      if (size === undefined) continue;
      changed.add(name);
      bytes += size;
    }
  }
  const seconds = bytes / BYTES_PER_SECOND;
  if (seconds < LONG_SECONDS) return undefined;
  const about = seconds < 90 ? `${Math.ceil(seconds / 5) * 5} s` : `${Math.ceil(seconds / 60)} min`;
  const size = bytes < 1e9 ? `${Math.ceil(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
  return (
    `Migrating the database ${database} can take up to ${about}: ${migrations.map(({ name }) => name).join(', ')} ` +
    `changes ${[...changed].sort().join(', ')} (${size}). Let the process run. If it is stopped, the migration under ` +
    'way is undone, and the next start begins it again.'
  );
}
