import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
export type SearchQueryVariables = {
  text: string;
  kinds?: ReadonlyArray<Types.SearchKind> | Types.SearchKind | null | undefined;
  first?: number | null | undefined;
};


export type SearchQuery = { readonly search: { readonly totalCount: number, readonly explanation: string | null, readonly edges: ReadonlyArray<{ readonly score: number, readonly kind: Types.SearchKind, readonly reason: Types.SearchReason, readonly matched: string, readonly explanation: string, readonly node:
        | { readonly id: string, readonly code: string, readonly name: string }
        | { readonly id: string, readonly slug: string, readonly title: string }
        | { readonly id: string, readonly slug: string, readonly name: string }
        | { readonly id: string, readonly code: string, readonly title: string }
       }> } };

/**
 * What a text names: careers, occupations, credentials, and areas, each with the reason why it was found. At
 * most 100 results.
 */
export const search: TypedDocument<SearchQuery, SearchQueryVariables> = {
  name: 'Search',
  hash: '57f08a6236b438d3a846de1d11841743a0f0d972973783dd166172a711c5d66b',
  text: "query Search($text:String!$kinds:[SearchKind!]$first:Int){search(text:$text kinds:$kinds first:$first){totalCount explanation edges{score kind reason matched explanation node{...on Career{id slug title}...on Occupation{id code title}...on Credential{id slug name}...on Area{id code name}}}}}",
};