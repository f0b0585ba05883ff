import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { TableReleaseFragment, SalaryRowFragment, LeftOutFragment } from './salary.fragment.js';
export type TopStatesQueryVariables = {
  slug: string;
  occupation?: string | null | undefined;
  asOf?: string | null | undefined;
  first?: number;
};


export type TopStatesQuery = { readonly career: { readonly slug: string, readonly title: string, readonly salaries: { readonly treatment: string, readonly release: TableReleaseFragment | null, readonly edges: ReadonlyArray<{ readonly rank: number | null, readonly node: SalaryRowFragment }>, readonly leftOut: ReadonlyArray<LeftOutFragment> } } | null };

/**
 * The states with the highest mean wage, and the states left out, with the reason.
 */
export const topStates: TypedDocument<TopStatesQuery, TopStatesQueryVariables> = {
  name: 'TopStates',
  hash: 'c9016d50c5e05f46a2b6ab4378046bfc66e9a186eaf1d061164f309e86c2c57f',
  text: "query TopStates($slug:String!$occupation:String$asOf:String$first:Int!=5){career(slug:$slug){slug title salaries(kind:STATE occupation:$occupation asOf:$asOf orderBy:{field:MEAN direction:DESC}first:$first){treatment release{...TableRelease}edges{rank node{...SalaryRow}}leftOut{...LeftOut}}}}fragment Cited on Provenance{citation attribution licence note}fragment CountFigure on Count{status value unit display reason}fragment LeftOut on AreaWithoutFigure{area{code name}status reason}fragment SalaryRow on Salary{area{code name kind}occupation{code title}release{key label}employment{...CountFigure}mean{...YearlyWage}p10:percentile(p:P10){...YearlyWage}p25:percentile(p:P25){...YearlyWage}median{...YearlyWage}p75:percentile(p:P75){...YearlyWage}p90:percentile(p:P90){...YearlyWage}provenance{...Cited}}fragment TableRelease on Release{key label citation}fragment YearlyWage on Wage{status amount atLeast display reason}",
};