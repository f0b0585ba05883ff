import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { PageFragment } from './paging.fragment.js';
export type TitlesListQueryVariables = {
  code: string;
  kind?: ReadonlyArray<Types.JobTitleKind> | Types.JobTitleKind | null | undefined;
  asOf?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
};


export type TitlesListQuery = { readonly occupation: { readonly alternateTitles: { readonly totalCount: number, readonly attribution: string | null, readonly explanation: string | null, readonly reason: string | null, readonly nodes: ReadonlyArray<{ readonly title: string, readonly shortTitle: string | null, readonly kind: Types.JobTitleKind, readonly sources: ReadonlyArray<string> }>, readonly pageInfo: PageFragment } } | null };

/**
 * All titles of an occupation. Show the O*NET attribution with them.
 */
export const titlesList: TypedDocument<TitlesListQuery, TitlesListQueryVariables> = {
  name: 'TitlesList',
  hash: '5325aedd9a64c505030fc12a1d70086425bb98af9a51f8db17a9ae18085a91c7',
  text: "query TitlesList($code:String!$kind:[JobTitleKind!]$asOf:String$first:Int$after:String$last:Int$before:String){occupation(code:$code){alternateTitles(kind:$kind asOf:$asOf first:$first after:$after last:$last before:$before){totalCount attribution explanation reason nodes{title shortTitle kind sources}pageInfo{...Page}}}}fragment Page on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}",
};