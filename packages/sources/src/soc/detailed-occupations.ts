import { type Audit, checkEach, outcomeOf } from '@careergraph/releases';

const ACTIVE_SOC = `select release.id from release join release_file on release_id = release.id join file on file.id = file_id
  where release.source_id = 'bls-soc' and status = 'ACTIVE' and role = 'structure' and edition = 'published'`;

/** Every code in a column of another source is a detailed occupation of the active SOC 2018. */
export function detailedOccupations({
  table,
  column,
  heading,
  ...named
}: Pick<Audit, 'id' | 'title'> & {
  readonly table: string;
  readonly column: string;
  /** The column as the file names it. */
  readonly heading: string;
}): Audit {
  return {
    ...named,
    level: 'MUST',
    async run({ sql, files }) {
      const [soc] = await sql.query(ACTIVE_SOC);
      if (!soc) return { skipped: 'The SOC 2018 is not loaded: import "soc" first to have this checked.' };
      return outcomeOf(
        sql,
        checkEach(
          `select file.name as file, used.sheet, used."row", '${heading}' as "column", ${column} as value,
                  'is not a detailed occupation of the SOC 2018.' as message,
                  not exists (select from release_file part join file_occupation listed on listed.file_id = part.file_id
                              where part.release_id = (${ACTIVE_SOC}) and listed.code = ${column}
                                and listed.level = 'DETAILED') as bad
           from ${table} used join file on file.id = used.file_id
           where used.file_id = any($1) and ${column} is not null`,
          [files],
        ),
      );
    },
  };
}
