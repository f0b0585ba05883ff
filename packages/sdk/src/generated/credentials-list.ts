import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { CredentialCardFragment, DurationClaimsFragment } from './credentials.fragment.js';
import type { PageFragment } from './paging.fragment.js';
export type CredentialsListQueryVariables = {
  filter?: Types.CredentialFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
};


export type CredentialsListQuery = { readonly credentials: { readonly totalCount: number, readonly nodes: ReadonlyArray<(
      { readonly duration: DurationClaimsFragment | null }
      & CredentialCardFragment
    )>, readonly pageInfo: PageFragment } };

/**
 * Credentials, filtered by career, kind, or text.
 */
export const credentialsList: TypedDocument<CredentialsListQuery, CredentialsListQueryVariables> = {
  name: 'CredentialsList',
  hash: 'd7bd6bb4b493c32de7d8681cab7d68384853aeb7639814820e9877388d6ad53d',
  text: "query CredentialsList($filter:CredentialFilter$first:Int$after:String$last:Int$before:String){credentials(filter:$filter first:$first after:$after last:$last before:$before){totalCount nodes{...CredentialCard duration{...DurationClaims}}pageInfo{...Page}}}fragment CredentialCard on Credential{slug name acronym alsoCalled kind summary url issuer{slug name url}issuerNote duration{...FullDuration}needs renewal}fragment DurationClaims on Duration{claims{...StatedClaim}}fragment FullDuration on Duration{display min max hours basis}fragment Page on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment StatedClaim on Claim{key measure statistic bound low high unit period printed section line note document{slug title url}}",
};