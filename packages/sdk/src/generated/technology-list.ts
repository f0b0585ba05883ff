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


export type TechnologyListQuery = { readonly occupation: { readonly technology: { readonly totalCount: number, readonly attribution: string | null, readonly explanation: string | null, readonly reason: string | null, readonly nodes: ReadonlyArray<{ readonly name: string, readonly commodityCode: number | null, readonly commodityTitle: string | null, readonly hot: boolean, readonly inDemand: boolean | null }>, readonly pageInfo: PageFragment } } | null };

/**
 * All technology used in an occupation. Show the O*NET attribution with it.
 */
export const technologyList: TypedDocument<TechnologyListQuery, TechnologyListQueryVariables> = {
  name: 'TechnologyList',
  hash: 'f58bb3725df45e8ac2158d781eedf54f829a8eeea62a44d99d95de821facb46a',
  text: "query TechnologyList($code:String!$asOf:String$first:Int$after:String$last:Int$before:String){occupation(code:$code){technology(asOf:$asOf first:$first after:$after last:$last before:$before){totalCount attribution explanation reason nodes{name commodityCode commodityTitle hot inDemand}pageInfo{...Page}}}}fragment Page on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}",
};