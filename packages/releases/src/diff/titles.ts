import type { Sql } from '@careergraph/db';
import { STATES } from '@careergraph/domain';
import type { Comparison } from './comparison.js';
import type { KeyValues } from './release-diff.js';

/** What the codes of a key are called, by field; what has no name is left out. */
export type Titles = (key: KeyValues) => KeyValues;

/** Where the files of a release say what a code is called. */
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

/** @param files in the order in which their word counts */
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
    const its = fields.filter((field) => kinds.get(field) === kind);
    const codes = [...new Set(keys.flatMap((key) => its.map((field) => key[field])))];
    const found = await sql.query<{ fileId: number; code: string; title: string }>(
      `select * from (${NAMED_BY[kind]}) as named where "fileId" = any($1::int[]) and code = any($2::text[])`,
      [files, codes],
    );
    const byWord = found.toSorted((a, b) => files.indexOf(b.fileId) - files.indexOf(a.fileId));
    const known = kind === 'area' ? KNOWN_AREAS : [];
    titles.set(kind, new Map([...known, ...byWord.map(({ code, title }) => [code, title] as const)]));
  }
  return (key) =>
    Object.fromEntries(
      [...kinds].flatMap(([field, kind]) => {
        const title = titles.get(kind)?.get(key[field] as string);
        return title === undefined ? [] : [[field, title]];
      }),
    );
}
