import type { Sql } from '@careergraph/db';
import { STATES } from '@careergraph/domain';
import type { Comparison } from './comparison.js';
import type { KeyValues } from './release-diff.js';

/** Titles of the codes in a key, by field. Codes without a title are left out. */
export type Titles = (key: KeyValues) => KeyValues;

/** Where the files of a release give the titles of codes. */
const NAMED_BY = {
  occupation: 'select file_id as "fileId", code, title from file_occupation',
  area: 'select file_id as "fileId", code, name as title from file_area',
  element: 'select file_id as "fileId", element_id as code, name as title from onet_element',
} as const;

const FIELDS: Readonly<Record<string, keyof typeof NAMED_BY>> = {
  occupationCode: 'occupation',
  relatedCode: 'occupation',
  areaCode: 'area',
  elementId: 'element',
};

const KNOWN_AREAS: readonly (readonly [string, string])[] = [
  ['US', 'United States'],
  ...STATES.map(({ code, name }) => [code, name] as const),
];

/** @param files IDs by priority: the title in an earlier file wins */
export async function titlesOf(
  sql: Sql,
  { key: fields, table }: Comparison,
  keys: readonly KeyValues[],
  files: readonly number[],
): Promise<Titles> {
  const kinds = new Map(
    fields.flatMap((field) => {
      const kind = table === 'FileOccupation' && field === 'code' ? 'occupation' : FIELDS[field];
      return kind === undefined ? [] : [[field, kind] as const];
    }),
  );
  const titles = new Map<string, ReadonlyMap<string, string>>();
  for (const kind of new Set(kinds.values())) {
    const codeFields = fields.filter((field) => kinds.get(field) === kind);
    const codes = [...new Set(keys.flatMap((key) => codeFields.map((field) => key[field])))];
    const found = await sql.query<{ fileId: number; code: string; title: string }>(
      `select * from (${NAMED_BY[kind]}) as named where "fileId" = any($1::int[]) and code = any($2::text[])`,
      [files, codes],
    );
    const byPriority = found.toSorted((a, b) => files.indexOf(b.fileId) - files.indexOf(a.fileId));
    const known = kind === 'area' ? KNOWN_AREAS : [];
    titles.set(kind, new Map([...known, ...byPriority.map(({ code, title }) => [code, title] as const)]));
  }
  return (key) =>
    Object.fromEntries(
      [...kinds].flatMap(([field, kind]) => {
        const title = titles.get(kind)?.get(key[field] as string);
        return title === undefined ? [] : [[field, title]];
      }),
    );
}
