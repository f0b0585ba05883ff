import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { TableReleaseFragment, SalaryRowFragment, LeftOutFragment } from './salary.fragment.js';
export type SalariesByStateQueryVariables = {
  slug: string;
  occupation?: string | null | undefined;
  asOf?: string | null | undefined;
};


export type SalariesByStateQuery = { readonly career: { readonly slug: string, readonly title: string, readonly salaries: { readonly totalCount: number, readonly treatment: string, readonly release: TableReleaseFragment | null, readonly nodes: ReadonlyArray<SalaryRowFragment>, readonly leftOut: ReadonlyArray<LeftOutFragment> } } | null };

/**
 * Pay in every state, and the states the source leaves out, with the reason.
 */
export const salariesByState: TypedDocument<SalariesByStateQuery, SalariesByStateQueryVariables> = {
  name: 'SalariesByState',
  hash: 'e6d2f7bddd276042cc1662ab592a94fd852dbc77606e0ceb7b654e5b36f2e3c6',
  text: "query SalariesByState($slug:String!$occupation:String$asOf:String){career(slug:$slug){slug title salaries(kind:STATE occupation:$occupation asOf:$asOf first:60){totalCount treatment release{...TableRelease}nodes{...SalaryRow}leftOut{...LeftOut}}}}fragment Cited on Provenance{citation attribution licence note}fragment CountFigure on Count{status value unit display reason}fragment LeftOut on AreaWithoutFigure{area{code name}status reason}fragment SalaryRow on Salary{area{code name kind}occupation{code title}release{key label}employment{...CountFigure}mean{...YearlyWage}p10:percentile(p:P10){...YearlyWage}p25:percentile(p:P25){...YearlyWage}median{...YearlyWage}p75:percentile(p:P75){...YearlyWage}p90:percentile(p:P90){...YearlyWage}provenance{...Cited}}fragment TableRelease on Release{key label citation}fragment YearlyWage on Wage{status amount atLeast display reason}",
};