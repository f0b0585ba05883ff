import type * as Types from './types.js';

import type { CountFigureFragment } from './figures.fragment.js';
import type { YearlyWageFragment, MonthlyWageFragment, HourlyWageFragment } from './wages.fragment.js';
import type { CitedFragment } from './provenance.fragment.js';
export type SalaryRowFragment = { readonly area: { readonly code: string, readonly name: string, readonly kind: Types.AreaKind }, readonly occupation: { readonly code: string, readonly title: string }, readonly release: { readonly key: string, readonly label: string }, readonly employment: CountFigureFragment, readonly mean: YearlyWageFragment, readonly p10: YearlyWageFragment, readonly p25: YearlyWageFragment, readonly median: YearlyWageFragment, readonly p75: YearlyWageFragment, readonly p90: YearlyWageFragment, readonly provenance: CitedFragment };

export type MonthlySalaryFragment = { readonly monthlyMean: MonthlyWageFragment, readonly monthlyP10: MonthlyWageFragment, readonly monthlyP25: MonthlyWageFragment, readonly monthlyMedian: MonthlyWageFragment, readonly monthlyP75: MonthlyWageFragment, readonly monthlyP90: MonthlyWageFragment };

export type HourlySalaryFragment = { readonly hourlyMean: HourlyWageFragment, readonly hourlyP10: HourlyWageFragment, readonly hourlyP25: HourlyWageFragment, readonly hourlyMedian: HourlyWageFragment, readonly hourlyP75: HourlyWageFragment, readonly hourlyP90: HourlyWageFragment };

export type ResolvedFragment = { readonly exact: boolean, readonly rule: Types.ResolutionRule, readonly ruleText: string, readonly explanation: string, readonly askedOccupation: { readonly code: string, readonly title: string }, readonly askedArea: { readonly code: string, readonly name: string }, readonly usedOccupation: { readonly code: string, readonly title: string }, readonly usedArea: { readonly code: string, readonly name: string }, readonly zip: LedFromZipFragment | null };

export type LedFromZipFragment = { readonly zip: string, readonly place: string | null, readonly method: Types.ZipMethod, readonly share: number | null, readonly sharesBy: string | null, readonly explanation: string };

export type TableReleaseFragment = { readonly key: string, readonly label: string, readonly citation: string };

export type LeftOutFragment = { readonly status: Types.FigureStatus, readonly reason: string, readonly area: { readonly code: string, readonly name: string } };
