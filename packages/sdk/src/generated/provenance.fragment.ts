import type * as Types from './types.js';

export type CitedFragment = { readonly citation: string, readonly attribution: string | null, readonly licence: string, readonly note: string | null };

export type FullProvenanceFragment = (
  { readonly sheet: string, readonly row: number | null, readonly source: { readonly key: string, readonly name: string, readonly publisher: string, readonly kind: Types.SourceKind, readonly homepage: string | null }, readonly release: { readonly key: string, readonly label: string, readonly status: Types.ReleaseStatus, readonly edition: string, readonly url: string | null, readonly importedAt: string, readonly activatedAt: string | null, readonly topCodeAnnualUsd: number | null, readonly topCodeHourlyUsd: number | null }, readonly file: { readonly name: string, readonly sha256: string } }
  & CitedFragment
);
