import type * as Types from './types.js';

import type { TypedDocument } from '../index.js';
import type { SalaryRowFragment } from './salary.fragment.js';
export type TopStatesQueryVariables = {
  slug: string;
  occupation?: string | null | undefined;
  asOf?: string | null | undefined;
  first?: number;
};


export type TopStatesQuery = { readonly career: { readonly slug: string, readonly title: string, readonly salaries: { readonly treatment: string, readonly release: { readonly key: string, readonly label: string, readonly citation: string } | null, readonly edges: ReadonlyArray<{ readonly rank: number | null, readonly node: SalaryRowFragment }>, readonly leftOut: ReadonlyArray<{ readonly status: Types.FigureStatus, readonly reason: string, readonly area: { readonly code: string, readonly name: string } }> } } | null };

/**
 * The best paid states by mean wage, what was left out and why.
 */
export const topStates: TypedDocument<TopStatesQuery, TopStatesQueryVariables> = {
  name: 'TopStates',
  hash: '20041aca079290be883789717489abcb97ed51f17d10c0630c6c09bd51584f12',
  text: "query TopStates($slug:String!$occupation:String$asOf:String$first:Int!=5){career(slug:$slug){slug title salaries(kind:STATE occupation:$occupation asOf:$asOf orderBy:{field:MEAN direction:DESC}first:$first){treatment release{key label citation}edges{rank node{...SalaryRow}}leftOut{area{code name}status reason}}}}fragment Cited on Provenance{citation attribution licence note}fragment CountFigure on Count{status value unit display reason}fragment SalaryRow on Salary{area{code name kind}occupation{code title}release{key label}employment{...CountFigure}mean{...YearlyWage}p10:percentile(p:P10){...YearlyWage}p25:percentile(p:P25){...YearlyWage}median{...YearlyWage}p75:percentile(p:P75){...YearlyWage}p90:percentile(p:P90){...YearlyWage}provenance{...Cited}}fragment YearlyWage on Wage{status amount atLeast display reason}",
};