import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { PageFragment } from './paging.fragment.js';
export type TechnologyListQueryVariables = {
  code: string;
  asOf?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
};


export type TechnologyListQuery = { readonly occupation: { readonly technology: { readonly totalCount: number, readonly attribution: string | null, readonly explanation: string | null, readonly reason: string | null, readonly nodes: ReadonlyArray<{ readonly name: string, readonly commodityCode: number | null, readonly commodityTitle: string | null, readonly hot: boolean, readonly inDemand: boolean | null, readonly inDemandReason: string | null }>, readonly pageInfo: PageFragment } } | null };

/**
 * All technology used in an occupation. Show the O*NET attribution with it.
 */
export const technologyList: TypedDocument<TechnologyListQuery, TechnologyListQueryVariables> = {
  name: 'TechnologyList',
  hash: '402e5ec5500ada83246f4404ef969c60893e88b03b37bc227ee3a244c2fde0b1',
  text: "query TechnologyList($code:String!$asOf:String$first:Int$after:String$last:Int$before:String){occupation(code:$code){technology(asOf:$asOf first:$first after:$after last:$last before:$before){totalCount attribution explanation reason nodes{name commodityCode commodityTitle hot inDemand inDemandReason}pageInfo{...Page}}}}fragment Page on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}",
};