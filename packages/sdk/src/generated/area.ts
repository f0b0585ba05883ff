import type * as Types from './types.js';

import type { TypedDocument } from '../index.js';
export type AreaQueryVariables = {
  by: Types.AreaBy;
};


export type AreaQuery = { readonly area: { readonly code: string, readonly name: string, readonly kind: Types.AreaKind, readonly fips: string | null, readonly parent: { readonly code: string, readonly name: string } | null, readonly zip: { readonly zip: string, readonly place: string | null, readonly method: Types.ZipMethod, readonly share: number | null, readonly sharesBy: string | null, readonly explanation: string, readonly others: ReadonlyArray<{ readonly areaCode: string, readonly share: number }> } | null } | null };

/**
 * An area by state, metropolitan area, ZIP code or code; a ZIP code says how it was led there.
 */
export const area: TypedDocument<AreaQuery, AreaQueryVariables> = {
  name: 'Area',
  hash: 'c8df5979300fca0c7c0579184caaefda03247ccef9c003cb2b2a3fb3127466db',
  text: "query Area($by:AreaBy!){area(by:$by){code name kind fips parent{code name}zip{zip place method share sharesBy explanation others{areaCode share}}}}",
};