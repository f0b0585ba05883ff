import type { Sql } from '@careergraph/db';

export interface DeletedFile {
  readonly name: string;
  readonly role: string;
  readonly rows: number;
}

/**
 * Deletes revisions, the activations that changed them, and the files that no other revision has, each with its rows.
 *
 * @returns the deleted files
 */
export async function deleteReleases(sql: Sql, ids: readonly number[]): Promise<readonly DeletedFile[]> {
  if (ids.length === 0) return [];
  const files = await sql.query<{ id: number }>(
    'select distinct file_id as id from release_file where release_id = any($1::int[])',
    [ids],
  );
  // A rollback would look for the deleted revisions.
  await sql.query(
    `delete from activation where exists (
       select from jsonb_array_elements(changes::jsonb) as change where (change->>'releaseId')::int = any($1::int[]))`,
    [ids],
  );
  await sql.query('delete from release where id = any($1::int[])', [ids]);
  return sql.query<DeletedFile>(
    `delete from file where id = any($1::int[])
       and not exists (select from release_file where file_id = file.id) returning name, role, rows`,
    [files.map(({ id }) => id)],
  );
}
