import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { CareerCardFragment } from './careers.fragment.js';
import type { PageFragment } from './paging.fragment.js';
export type CareersListQueryVariables = {
  filter?: Types.CareerFilter | null | undefined;
  orderBy?: Types.CareerOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
};


export type CareersListQuery = { readonly careers: { readonly totalCount: number, readonly nodes: ReadonlyArray<CareerCardFragment>, readonly pageInfo: PageFragment } };

/**
 * Careers, filtered by text, field, outlook, education, and pay, in the order you choose.
 */
export const careersList: TypedDocument<CareersListQuery, CareersListQueryVariables> = {
  name: 'CareersList',
  hash: '656657deac3261241413368b8201a7a4464f6e7592bc0300f4b99d74a8609c2d',
  text: "query CareersList($filter:CareerFilter$orderBy:CareerOrder$first:Int$after:String$last:Int$before:String){careers(filter:$filter orderBy:$orderBy first:$first after:$after last:$last before:$before){totalCount nodes{...CareerCard}pageInfo{...Page}}}fragment CareerCard on Career{slug title summary field typicalEducation salary{median{...YearlyWage}provenance{...Cited}}growth{percent{...PercentFigure}outlook{label}provenance{...Cited}}}fragment Cited on Provenance{citation attribution licence note}fragment Page on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment PercentFigure on Percent{status value display reason}fragment YearlyWage on Wage{status amount atLeast display reason}",
};