import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { SalaryRowFragment, ResolvedFragment } from './salary.fragment.js';
import type { PercentFigureFragment, QuotientFigureFragment } from './figures.fragment.js';
import type { MonthlyWageFragment, HourlyWageFragment } from './wages.fragment.js';
export type SalaryInAreaQueryVariables = {
  slug: string;
  area?: Types.AreaBy | null | undefined;
  occupation?: string | null | undefined;
  asOf?: string | null | undefined;
  exact?: boolean;
};


export type SalaryInAreaQuery = { readonly career: { readonly slug: string, readonly title: string, readonly salary: (
      { readonly monthlyMean: MonthlyWageFragment, readonly monthlyMedian: MonthlyWageFragment, readonly hourlyMean: HourlyWageFragment, readonly hourlyP10: HourlyWageFragment, readonly hourlyP25: HourlyWageFragment, readonly hourlyMedian: HourlyWageFragment, readonly hourlyP75: HourlyWageFragment, readonly hourlyP90: HourlyWageFragment, readonly meanRelativeStandardError: PercentFigureFragment, readonly locationQuotient: QuotientFigureFragment, readonly resolution: ResolvedFragment }
      & SalaryRowFragment
    ) | null } | null };

/**
 * Pay in one area per year, month, and hour, with percentiles. `area` is `{ state: "FL" }`, `{ metro: "36740" }`, or
 * `{ zip: "32801" }`; without it, the area is the nation. `resolution` explains which area and occupation the wages are for.
 */
export const salaryInArea: TypedDocument<SalaryInAreaQuery, SalaryInAreaQueryVariables> = {
  name: 'SalaryInArea',
  hash: '68e49cfb463cd478b56834b5b87e6daf36d4c8bb153403615dca9984eca7a769',
  text: "query SalaryInArea($slug:String!$area:AreaBy$occupation:String$asOf:String$exact:Boolean!=false){career(slug:$slug){slug title salary(in:$area occupation:$occupation asOf:$asOf exact:$exact){...SalaryRow monthlyMean:mean{...MonthlyWage}monthlyMedian:median{...MonthlyWage}hourlyMean:mean{...HourlyWage}hourlyP10:percentile(p:P10){...HourlyWage}hourlyP25:percentile(p:P25){...HourlyWage}hourlyMedian:median{...HourlyWage}hourlyP75:percentile(p:P75){...HourlyWage}hourlyP90:percentile(p:P90){...HourlyWage}meanRelativeStandardError{...PercentFigure}locationQuotient{...QuotientFigure}resolution{...Resolved}}}}fragment Cited on Provenance{citation attribution licence note}fragment CountFigure on Count{status value unit display reason}fragment HourlyWage on Wage{status:status(per:HOUR)amount:amount(per:HOUR)atLeast:atLeast(per:HOUR)display:display(per:HOUR)reason:reason(per:HOUR)}fragment LedFromZip on ZipResolution{zip place method share sharesBy explanation}fragment MonthlyWage on Wage{status:status(per:MONTH)amount:amount(per:MONTH)atLeast:atLeast(per:MONTH)display:display(per:MONTH)reason:reason(per:MONTH)}fragment PercentFigure on Percent{status value display reason}fragment QuotientFigure on Quotient{status value display reason}fragment Resolved on Resolution{exact rule ruleText explanation askedOccupation{code title}askedArea{code name}usedOccupation{code title}usedArea{code name}zip{...LedFromZip}}fragment SalaryRow on Salary{area{code name kind}occupation{code title}release{key label}employment{...CountFigure}mean{...YearlyWage}p10:percentile(p:P10){...YearlyWage}p25:percentile(p:P25){...YearlyWage}median{...YearlyWage}p75:percentile(p:P75){...YearlyWage}p90:percentile(p:P90){...YearlyWage}provenance{...Cited}}fragment YearlyWage on Wage{status amount atLeast display reason}",
};