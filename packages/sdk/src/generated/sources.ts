import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
export type SourcesQueryVariables = { [key: string]: never; };


export type SourcesQuery = { readonly sources: ReadonlyArray<{ readonly key: string, readonly name: string, readonly publisher: string, readonly kind: Types.SourceKind, readonly licence: string, readonly attribution: string | null, readonly homepage: string | null, readonly releases: ReadonlyArray<{ readonly key: string, readonly label: string, readonly status: Types.ReleaseStatus, readonly citation: string, readonly importedAt: string, readonly activatedAt: string | null }> }> };

/**
 * The sources of the service, each with its loaded releases.
 */
export const sources: TypedDocument<SourcesQuery, SourcesQueryVariables> = {
  name: 'Sources',
  hash: 'db28294cf66004082dd003489905c98b72a01bfcd2408a7abf2753a14371b830',
  text: "query Sources{sources{key name publisher kind licence attribution homepage releases{key label status citation importedAt activatedAt}}}",
};