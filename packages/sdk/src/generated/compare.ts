import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { ComparedWageFragment, ComparedPairFragment } from './comparison.fragment.js';
export type CompareQueryVariables = {
  careers?: ReadonlyArray<string> | string | null | undefined;
  occupations?: ReadonlyArray<string> | string | null | undefined;
  areas: ReadonlyArray<Types.AreaBy> | Types.AreaBy;
  statistic?: Types.WageStatistic;
  asOf?: string | null | undefined;
};


export type CompareQuery = { readonly compare: { readonly statistic: Types.WageStatistic, readonly comparedPairs: number, readonly expectedFalseDifferences: number, readonly treatment: string, readonly rows: ReadonlyArray<{ readonly title: string, readonly career: { readonly slug: string } | null, readonly occupation: { readonly code: string, readonly title: string } | null, readonly cells: ReadonlyArray<ComparedWageFragment>, readonly pairs: ReadonlyArray<ComparedPairFragment> }>, readonly areas: ReadonlyArray<{ readonly explanation: string | null, readonly area: { readonly code: string, readonly name: string } | null, readonly pairs: ReadonlyArray<ComparedPairFragment> }> } };

/**
 * Wages of careers or occupations side by side in several areas, and which of them differ by more than their sampling errors.
 * Name `careers`, `occupations`, or both: up to 10 in all, in up to 10 areas.
 */
export const compare: TypedDocument<CompareQuery, CompareQueryVariables> = {
  name: 'Compare',
  hash: '8210b8b52ebe222fe54d018f62ead83214cc342fac4059de0d6568c3c1a14a30',
  text: "query Compare($careers:[String!]$occupations:[String!]$areas:[AreaBy!]!$statistic:WageStatistic!=MEAN$asOf:String){compare(careers:$careers occupations:$occupations areas:$areas statistic:$statistic asOf:$asOf){statistic rows{title career{slug}occupation{code title}cells{...ComparedWage}pairs{...ComparedPair}}areas{area{code name}explanation pairs{...ComparedPair}}comparedPairs expectedFalseDifferences treatment}}fragment Cited on Provenance{citation attribution licence note}fragment ComparedPair on ComparisonPair{fromIndex toIndex verdict reason differenceUsd standardErrorUsd lowUsd highUsd explanation arithmetic}fragment ComparedWage on ComparisonCell{reason wage{...YearlyWage}standardError{amountUsd status reason}salary{area{code name}occupation{code title}release{key label}resolution{exact explanation}provenance{...Cited}}}fragment YearlyWage on Wage{status amount atLeast display reason}",
};