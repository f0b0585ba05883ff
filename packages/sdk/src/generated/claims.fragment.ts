import type * as Types from './types.js';

export type StatedClaimFragment = { readonly key: string, readonly measure: Types.ClaimMeasure, readonly statistic: Types.ClaimStatistic | null, readonly bound: Types.ClaimBound, readonly low: number | null, readonly high: number | null, readonly unit: Types.ClaimUnit, readonly period: string | null, readonly printed: string, readonly section: string, readonly line: number, readonly note: string | null, readonly document: { readonly slug: string, readonly title: string, readonly url: string | null } };
