import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { PageFragment } from './paging.fragment.js';
export type OccupationsListQueryVariables = {
  filter?: Types.OccupationFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
};


export type OccupationsListQuery = { readonly occupations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly code: string, readonly title: string, readonly level: Types.OccupationLevel, readonly definition: string | null }>, readonly pageInfo: PageFragment } };

/**
 * Occupations, filtered by text, level, branch of the SOC hierarchy, and available data.
 */
export const occupationsList: TypedDocument<OccupationsListQuery, OccupationsListQueryVariables> = {
  name: 'OccupationsList',
  hash: '82afde5ecbba1cc0f60233b20df42af2948390afb06e63c566207973b55936cb',
  text: "query OccupationsList($filter:OccupationFilter$first:Int$after:String$last:Int$before:String){occupations(filter:$filter first:$first after:$after last:$last before:$before){totalCount nodes{code title level definition}pageInfo{...Page}}}fragment Page on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}",
};