import type * as Types from './types.js';

import type { Figure } from '../documents.js';
export type CountFigureFragment = Figure<{ readonly status: Types.FigureStatus, readonly value: number | null, readonly unit: string, readonly display: string, readonly reason: string | null }>;

export type PercentFigureFragment = Figure<{ readonly status: Types.FigureStatus, readonly value: number | null, readonly display: string, readonly reason: string | null }>;

export type QuotientFigureFragment = Figure<{ readonly status: Types.FigureStatus, readonly value: number | null, readonly display: string, readonly reason: string | null }>;
