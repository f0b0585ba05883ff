import type * as Types from './types.js';

import type { TypedDocument } from '../index.js';
import type { SalaryRowFragment } from './salary.fragment.js';
export type SalariesByStateQueryVariables = {
  slug: string;
  occupation?: string | null | undefined;
  asOf?: string | null | undefined;
};


export type SalariesByStateQuery = { readonly career: { readonly slug: string, readonly title: string, readonly salaries: { readonly totalCount: number, readonly treatment: string, readonly release: { readonly key: string, readonly label: string, readonly citation: string } | null, readonly nodes: ReadonlyArray<SalaryRowFragment>, readonly leftOut: ReadonlyArray<{ readonly status: Types.FigureStatus, readonly reason: string, readonly area: { readonly code: string, readonly name: string } }> } } | null };

/**
 * The whole table of states, with the states that the source leaves out and why.
 */
export const salariesByState: TypedDocument<SalariesByStateQuery, SalariesByStateQueryVariables> = {
  name: 'SalariesByState',
  hash: 'c4a79d1501953308a3938e108107ece05a0bb5c8b073b517af2170834557c606',
  text: "query SalariesByState($slug:String!$occupation:String$asOf:String){career(slug:$slug){slug title salaries(kind:STATE occupation:$occupation asOf:$asOf first:60){totalCount treatment release{key label citation}nodes{...SalaryRow}leftOut{area{code name}status reason}}}}fragment Cited on Provenance{citation attribution licence note}fragment CountFigure on Count{status value unit display reason}fragment SalaryRow on Salary{area{code name kind}occupation{code title}release{key label}employment{...CountFigure}mean{...YearlyWage}p10:percentile(p:P10){...YearlyWage}p25:percentile(p:P25){...YearlyWage}median{...YearlyWage}p75:percentile(p:P75){...YearlyWage}p90:percentile(p:P90){...YearlyWage}provenance{...Cited}}fragment YearlyWage on Wage{status amount atLeast display reason}",
};