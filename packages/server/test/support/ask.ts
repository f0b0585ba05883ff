import type { Answer, TestApi } from '@careergraph/testkit';

/** A JSON value of an answer, to go into by name. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** The data of an answer that must have no errors. */
export async function ask<T = Record<string, Json>>(
  api: TestApi,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<T> {
  const answer = await api.query(query, variables);
  if (answer.errors) throw new Error(`The answer has errors: ${JSON.stringify(answer.errors)}`);
  return answer.data as T;
}

/** The only error of an answer, with its code and the argument that it names. */
export function onlyError(answer: Answer): { code: unknown; argument: unknown; message: string } {
  const [error, ...more] = answer.errors ?? [];
  if (!error || more.length > 0) throw new Error(`Expected one error: ${JSON.stringify(answer).slice(0, 500)}`);
  return { code: error.extensions.code, argument: error.extensions.argument, message: error.message };
}

/** A list of the API that is read in pages: how it is asked for, and how an entry is told apart. */
export interface List {
  readonly name: string;
  /** The field with its own arguments, after which those of the page come. */
  readonly field: string;
  /** Field of an entry that no other has. */
  readonly key: string;
  /** Field of Query around it, for a list of an object. */
  readonly inside?: string;
}

const CAREER = 'career(slug: "medical-office-manager")';

export const LISTS: readonly List[] = [
  {
    name: 'careers',
    field: 'careers(filter: { education: [MASTER] })',
    key: 'occupations { occupation { code } }',
  },
  { name: 'occupations', field: 'occupations(filter: { careers: true, under: "29-2000" })', key: 'code' },
  { name: 'areas', field: 'areas', key: 'code' },
  { name: 'credentials', field: 'credentials', key: 'slug' },
  { name: 'salaries', field: 'salaries(kind: STATE, occupation: "43-6011")', key: 'area { code }', inside: CAREER },
  { name: 'claims', field: 'claims', key: 'key', inside: CAREER },
];

/** The query of a page of a list, its page arguments given as text or as `$variables`. */
export function pageQuery({ field, key, inside }: List, args: string, variables = ''): string {
  const call = field.endsWith(')') ? `${field.slice(0, -1)}, ${args})` : `${field}(${args})`;
  const page = `list: ${call} {
    totalCount
    edges { cursor node { ${key} } }
    nodes { ${key} }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }`;
  return `query Page${variables} { ${inside ? `owner: ${inside} { ${page} }` : page} }`;
}

export interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: Json }[];
  readonly nodes: readonly Json[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const PAGE_VARIABLES = '($first: Int, $after: String, $last: Int, $before: String)';
const PAGE_ARGUMENTS = 'first: $first, after: $after, last: $last, before: $before';

export interface PageArguments {
  readonly first?: number;
  readonly after?: string | null;
  readonly last?: number;
  readonly before?: string | null;
}

/** One page of a list. */
export async function page(api: TestApi, list: List, args: PageArguments): Promise<Page> {
  const data = await ask<{ list?: Page; owner?: { list: Page } }>(
    api,
    pageQuery(list, PAGE_ARGUMENTS, PAGE_VARIABLES),
    { ...args },
  );
  return (data.owner?.list ?? data.list) as Page;
}

/** The answer to one page, errors and all. */
export function tryPage(api: TestApi, list: List, args: Record<string, unknown>): Promise<Answer> {
  return api.query(pageQuery(list, PAGE_ARGUMENTS, PAGE_VARIABLES), args);
}

export function globalId(typename: string, id: string): string {
  return Buffer.from(`${typename}:${id}`).toString('base64url');
}
