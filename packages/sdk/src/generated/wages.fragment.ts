import type * as Types from './types.js';

import type { Figure } from '../documents.js';
export type YearlyWageFragment = Figure<{ readonly status: Types.FigureStatus, readonly amount: number | null, readonly atLeast: number | null, readonly display: string, readonly reason: string | null }>;

export type MonthlyWageFragment = Figure<{ readonly status: Types.FigureStatus, readonly amount: number | null, readonly atLeast: number | null, readonly display: string, readonly reason: string | null }>;

export type HourlyWageFragment = Figure<{ readonly status: Types.FigureStatus, readonly amount: number | null, readonly atLeast: number | null, readonly display: string, readonly reason: string | null }>;
