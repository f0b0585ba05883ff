import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
export type SuggestQueryVariables = {
  text: string;
  first?: number | null | undefined;
};


export type SuggestQuery = { readonly suggest: ReadonlyArray<{ readonly text: string, readonly kind: Types.SearchKind, readonly node:
      | { readonly id: string, readonly code: string }
      | { readonly id: string, readonly slug: string }
      | { readonly id: string, readonly slug: string }
      | { readonly id: string, readonly code: string }
      | Record<PropertyKey, never>
     }> };

/**
 * Titles that complete what someone types.
 */
export const suggest: TypedDocument<SuggestQuery, SuggestQueryVariables> = {
  name: 'Suggest',
  hash: 'f8c7f20b4c73671e76a42e33aa2623170a65a3f81bd63e22537a55036627876b',
  text: "query Suggest($text:String!$first:Int){suggest(text:$text first:$first){text kind node{...on Career{id slug}...on Occupation{id code}...on Credential{id slug}...on Area{id code}}}}",
};