/** Query of how many rows another query has, as `outcomeOf` needs it. */
export function count(query: string): string {
  return `select count(*)::int as checked from (${query}) as examined`;
}

/** Query of failures with the name of their file in place of `file_id`. */
export function withFileName(failures: string): string {
  return `select file.name as file, sheet, "row", "column", value, message
          from (${failures}) as failure join file on file.id = failure.file_id order by file.name, "row"`;
}
