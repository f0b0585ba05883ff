import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { SalaryRowFragment, ResolvedFragment } from './salary.fragment.js';
export type SalaryHistoryQueryVariables = {
  slug: string;
  area?: Types.AreaBy | null | undefined;
  occupation?: string | null | undefined;
  exact?: boolean;
};


export type SalaryHistoryQuery = { readonly career: { readonly slug: string, readonly title: string, readonly salaryHistory: { readonly points: ReadonlyArray<{ readonly reason: string | null, readonly release: { readonly key: string, readonly label: string, readonly status: Types.ReleaseStatus }, readonly breaksBefore: ReadonlyArray<{ readonly kind: Types.SeriesBreakKind, readonly explanation: string }>, readonly salary: SalaryRowFragment | null }>, readonly resolution: ResolvedFragment } | null } | null };

/**
 * Pay in each loaded release, with the breaks that make releases hard to compare.
 */
export const salaryHistory: TypedDocument<SalaryHistoryQuery, SalaryHistoryQueryVariables> = {
  name: 'SalaryHistory',
  hash: '41c972bc7c2ac188e8c1d46be776ff4a8b9628cd733c177884c5f85f0ebc6cac',
  text: "query SalaryHistory($slug:String!$area:AreaBy$occupation:String$exact:Boolean!=false){career(slug:$slug){slug title salaryHistory(in:$area occupation:$occupation exact:$exact){points{release{key label status}breaksBefore{kind explanation}salary{...SalaryRow}reason}resolution{...Resolved}}}}fragment Cited on Provenance{citation attribution licence note}fragment CountFigure on Count{status value unit display reason}fragment LedFromZip on ZipResolution{zip place method share sharesBy explanation}fragment Resolved on Resolution{exact rule ruleText explanation askedOccupation{code title}askedArea{code name}usedOccupation{code title}usedArea{code name}zip{...LedFromZip}}fragment SalaryRow on Salary{area{code name kind}occupation{code title}release{key label}employment{...CountFigure}mean{...YearlyWage}p10:percentile(p:P10){...YearlyWage}p25:percentile(p:P25){...YearlyWage}median{...YearlyWage}p75:percentile(p:P75){...YearlyWage}p90:percentile(p:P90){...YearlyWage}provenance{...Cited}}fragment YearlyWage on Wage{status amount atLeast display reason}",
};