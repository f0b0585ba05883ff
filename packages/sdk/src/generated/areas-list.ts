import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { PageFragment } from './paging.fragment.js';
export type AreasListQueryVariables = {
  kind?: Types.AreaKind | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
};


export type AreasListQuery = { readonly areas: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly kind: Types.AreaKind, readonly fips: string | null, readonly parent: { readonly code: string, readonly name: string } | null }>, readonly pageInfo: PageFragment } };

/**
 * All areas, or the areas of one kind.
 */
export const areasList: TypedDocument<AreasListQuery, AreasListQueryVariables> = {
  name: 'AreasList',
  hash: '50a0351062da7f7a307433a3a339648eca895b656b71a71fa05bce018f42bf31',
  text: "query AreasList($kind:AreaKind$first:Int$after:String$last:Int$before:String){areas(kind:$kind first:$first after:$after last:$last before:$before){totalCount nodes{code name kind fips parent{code name}}pageInfo{...Page}}}fragment Page on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}",
};