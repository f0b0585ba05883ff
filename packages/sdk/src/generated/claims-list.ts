import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { StatedClaimFragment } from './claims.fragment.js';
import type { PageFragment } from './paging.fragment.js';
export type ClaimsListQueryVariables = {
  slug: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
};


export type ClaimsListQuery = { readonly career: { readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<StatedClaimFragment>, readonly pageInfo: PageFragment } } | null };

/**
 * All claims that published pages make about a career.
 */
export const claimsList: TypedDocument<ClaimsListQuery, ClaimsListQueryVariables> = {
  name: 'ClaimsList',
  hash: '8e34759e3d2977dd4bd300f33123ab631204d433f49bb80234805a34f350669b',
  text: "query ClaimsList($slug:String!$first:Int$after:String$last:Int$before:String){career(slug:$slug){claims(first:$first after:$after last:$last before:$before){totalCount nodes{...StatedClaim}pageInfo{...Page}}}}fragment Page on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment StatedClaim on Claim{key measure statistic bound low high unit period printed section line note document{slug title url}}",
};