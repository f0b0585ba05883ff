import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { TableReleaseFragment, SalaryRowFragment, LeftOutFragment } from './salary.fragment.js';
import type { PageFragment } from './paging.fragment.js';
export type SalariesListQueryVariables = {
  slug: string;
  kind: Types.AreaKind;
  occupation?: string | null | undefined;
  orderBy?: Types.SalaryOrder | null | undefined;
  asOf?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
};


export type SalariesListQuery = { readonly career: { readonly salaries: { readonly totalCount: number, readonly treatment: string, readonly release: TableReleaseFragment | null, readonly nodes: ReadonlyArray<SalaryRowFragment>, readonly leftOut: ReadonlyArray<LeftOutFragment>, readonly pageInfo: PageFragment } } | null };

/**
 * Pay for a career in all areas of one kind, in the order you choose.
 */
export const salariesList: TypedDocument<SalariesListQuery, SalariesListQueryVariables> = {
  name: 'SalariesList',
  hash: 'daa0730257e71ed4fc1c17f3daf14caaaab47eb12a493a06c4086c5f4adc598a',
  text: "query SalariesList($slug:String!$kind:AreaKind!$occupation:String$orderBy:SalaryOrder$asOf:String$first:Int$after:String$last:Int$before:String){career(slug:$slug){salaries(kind:$kind occupation:$occupation orderBy:$orderBy asOf:$asOf first:$first after:$after last:$last before:$before){totalCount treatment release{...TableRelease}nodes{...SalaryRow}leftOut{...LeftOut}pageInfo{...Page}}}}fragment Cited on Provenance{citation attribution licence note}fragment CountFigure on Count{status value unit display reason}fragment LeftOut on AreaWithoutFigure{area{code name}status reason}fragment Page on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment SalaryRow on Salary{area{code name kind}occupation{code title}release{key label}employment{...CountFigure}mean{...YearlyWage}p10:percentile(p:P10){...YearlyWage}p25:percentile(p:P25){...YearlyWage}median{...YearlyWage}p75:percentile(p:P75){...YearlyWage}p90:percentile(p:P90){...YearlyWage}provenance{...Cited}}fragment TableRelease on Release{key label citation}fragment YearlyWage on Wage{status amount atLeast display reason}",
};