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
        | { readonly id: string, readonly cipCode: string, readonly level: Types.AwardLevel, readonly levelName: string, readonly field: string | null, readonly institution: { readonly id: string, readonly name: string, readonly city: string, readonly stateCode: string } }
       }> } };

/**
 * What a text names: careers, occupations, credentials, and areas, each with the reason why it was found; and programs of
 * education if `kinds` has `PROGRAM`. At most 100 results.
 */
export const search: TypedDocument<SearchQuery, SearchQueryVariables> = {
  name: 'Search',
  hash: '6f60b32ddaac8fd4e3b9d354039cd7666dea56c72a1f45516450582f3fc83082',
  text: "query Search($text:String!$kinds:[SearchKind!]$first:Int){search(text:$text kinds:$kinds first:$first){totalCount explanation edges{score kind reason matched explanation node{...on Career{id slug title}...on Occupation{id code title}...on Credential{id slug name}...on Program{id cipCode field:title level levelName institution{id name city stateCode}}...on Area{id code name}}}}}",
};