import type { Audit, Evidence } from './audit.js';
import { type Failure, outcomeOf } from './check.js';

type Named = Pick<Audit, 'id' | 'level' | 'title'>;

/** Runs an audit that needs files of some roles, and skips it while the release lacks one. */
export function needing(roles: readonly string[], run: Audit['run']): Audit['run'] {
  return async (evidence) => {
    const missing = roles.find((role) => !evidence.roles.has(role));
    if (missing !== undefined) return { skipped: `The release has no file "${missing}" yet: import it to run this.` };
    return run(evidence);
  };
}

/** No two rows of a table have the same key. */
export function noDuplicates({
  table,
  key,
  what,
  column,
  value,
  ...named
}: Named & {
  readonly table: string;
  readonly key: readonly string[];
  /** SQL of the thing that has two rows: `'ZIP ' || zip`. */
  readonly what: string;
  /** The column that the message is about, as the file names it and in SQL. */
  readonly column: string;
  readonly value: string;
}): Audit {
  return {
    ...named,
    run: ({ sql, files }) =>
      outcomeOf(sql, {
        checked: `select count(*)::int as checked from ${table} where file_id = any($1)`,
        failures: `
          select file.name as file, max("row") as "row", '${column}' as column, ${value} as value,
                 ${what} || ' has it in row ' || min("row") || ' already.' as message
          from ${table} join file on file.id = file_id
          where file_id = any($1) group by file.name, ${key.join(', ')} having count(*) > 1 order by 2`,
        parameters: [files],
      }),
  };
}

/** Every code of a list has a row in a table. */
export function covers({
  table,
  column,
  codes,
  what,
  ...named
}: Named & {
  readonly table: string;
  readonly column: string;
  readonly codes: readonly string[];
  /** What a code should have: `postal code` */
  readonly what: string;
}): Audit {
  return {
    ...named,
    run: ({ sql, files }) =>
      outcomeOf(sql, {
        checked: codes.length,
        failures: `
          select (select min(name) from file where id = any($1)) as file, 'has no ${what} of ' || code || '.' as message
          from unnest($2::text[]) with ordinality as expected (code, place)
          where code not in (select ${column} from ${table} where file_id = any($1) and ${column} is not null)
          order by place`,
        parameters: [files, codes],
      }),
  };
}

/** Values that a person has read in the published file. */
export interface SpotValue {
  readonly role: string;
  /** What the values are about: `11-9111 in US` */
  readonly subject: string;
  /** Query of one row of the file $1, with the columns of `expected`, and `sheet` and `row` where it has them. */
  readonly query: string;
  readonly expected: Readonly<Record<string, unknown>>;
}

/** Values that a person has read in the published file are the same in the database. */
export function spotValues(named: Named, valuesOf: (release: string) => readonly SpotValue[]): Audit {
  return {
    ...named,
    async run(evidence) {
      const values = valuesOf(evidence.release).filter(({ role }) => evidence.roles.has(role));
      if (values.length === 0) return { skipped: 'No values of these files were read by a person.' };
      const checked = values.reduce((sum, { expected }) => sum + Object.keys(expected).length, 0);
      const failures: Failure[] = [];
      for (const value of values) failures.push(...(await differences(evidence, value)));
      return outcomeOf(evidence.sql, { checked, failures });
    },
  };
}

async function differences(
  { sql, roles }: Evidence,
  { role, subject, query, expected }: SpotValue,
): Promise<readonly Failure[]> {
  const id = roles.get(role);
  const [file] = await sql.query<{ name: string }>('select name from file where id = $1', [id]);
  const [row] = await sql.query<Readonly<Record<string, unknown>>>(query, [id]);
  const place = {
    file: (file as { name: string }).name,
    sheet: text(row?.sheet),
    row: row ? Number(row.row) || null : null,
  };
  return Object.entries(expected).flatMap(([column, value]) => {
    if (row?.[column] === value) return [];
    const message = row ? `should be ${String(value)}, for ${subject}.` : `has no row of ${subject}.`;
    return [{ ...place, column, value: row?.[column], message }];
  });
}

const text = (value: unknown) => (typeof value === 'string' ? value : null);
