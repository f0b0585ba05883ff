import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { PageFragment } from './paging.fragment.js';
export type SearchQueryVariables = {
  text: string;
  kinds?: ReadonlyArray<Types.SearchKind> | Types.SearchKind | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
};


export type SearchQuery = { readonly search: { readonly totalCount: number, readonly explanation: string | null, readonly edges: ReadonlyArray<{ readonly score: number, readonly kind: Types.SearchKind, readonly reason: Types.SearchReason, readonly matched: string, readonly explanation: string, readonly node:
        | { readonly id: string, readonly code: string, readonly name: string }
        | { readonly id: string, readonly slug: string, readonly title: string }
        | { readonly id: string, readonly slug: string, readonly name: string }
        | { readonly id: string, readonly code: string, readonly title: string }
       }>, readonly pageInfo: PageFragment } };

/**
 * What a text names: careers, occupations, credentials, and areas, each with the reason why it was found.
 */
export const search: TypedDocument<SearchQuery, SearchQueryVariables> = {
  name: 'Search',
  hash: '4e1a9f10ecafffc0b684183c5a5d43c55a42dc1aa90dfb7e5cde1534daf03434',
  text: "query Search($text:String!$kinds:[SearchKind!]$first:Int$after:String$last:Int$before:String){search(text:$text kinds:$kinds first:$first after:$after last:$last before:$before){totalCount explanation edges{score kind reason matched explanation node{...on Career{id slug title}...on Occupation{id code title}...on Credential{id slug name}...on Area{id code name}}}pageInfo{...Page}}}fragment Page on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}",
};