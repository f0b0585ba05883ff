import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { LedFromZipFragment } from './salary.fragment.js';
export type AreaQueryVariables = {
  by: Types.AreaBy;
};


export type AreaQuery = { readonly area: { readonly code: string, readonly name: string, readonly kind: Types.AreaKind, readonly fips: string | null, readonly parent: { readonly code: string, readonly name: string } | null, readonly zip: (
      { readonly others: ReadonlyArray<{ readonly areaCode: string, readonly share: number }> }
      & LedFromZipFragment
    ) | null } | null };

/**
 * The area for a state, metropolitan area, ZIP code, or area code: `{ by: { zip: "32801" } }`.
 * For a ZIP code, `zip` explains how it was matched.
 */
export const area: TypedDocument<AreaQuery, AreaQueryVariables> = {
  name: 'Area',
  hash: 'd6691a13ef39d7e095ba394f5b049c586e74284bf38dea16907fba21156b626f',
  text: "query Area($by:AreaBy!){area(by:$by){code name kind fips parent{code name}zip{...LedFromZip others{areaCode share}}}}fragment LedFromZip on ZipResolution{zip place method share sharesBy explanation}",
};