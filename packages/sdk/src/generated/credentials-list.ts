import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { CredentialCardFragment } from './credentials.fragment.js';
import type { PageFragment } from './paging.fragment.js';
export type CredentialsListQueryVariables = {
  filter?: Types.CredentialFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
};


export type CredentialsListQuery = { readonly credentials: { readonly totalCount: number, readonly nodes: ReadonlyArray<CredentialCardFragment>, readonly pageInfo: PageFragment } };

/**
 * Credentials, filtered by career, kind, or text.
 */
export const credentialsList: TypedDocument<CredentialsListQuery, CredentialsListQueryVariables> = {
  name: 'CredentialsList',
  hash: '3153b7af6af3b840665216c0580660034dc4b32e862395806d6db4f76f04a083',
  text: "query CredentialsList($filter:CredentialFilter$first:Int$after:String$last:Int$before:String){credentials(filter:$filter first:$first after:$after last:$last before:$before){totalCount nodes{...CredentialCard}pageInfo{...Page}}}fragment CredentialCard on Credential{slug name acronym alsoCalled kind summary url issuer{slug name url}issuerNote duration{...FullDuration}needs renewal}fragment FullDuration on Duration{display min max hours basis claims{...StatedClaim}}fragment Page on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment StatedClaim on Claim{key measure statistic bound low high unit period printed section line note document{slug title url}}",
};