import type * as Types from './types.js';

import type { YearlyWageFragment } from './wages.fragment.js';
import type { CitedFragment } from './provenance.fragment.js';
export type ComparedWageFragment = { readonly reason: string | null, readonly wage: YearlyWageFragment | null, readonly standardError: { readonly amountUsd: number | null, readonly status: Types.FigureStatus, readonly reason: string }, readonly salary: { readonly area: { readonly code: string, readonly name: string }, readonly occupation: { readonly code: string, readonly title: string }, readonly release: { readonly key: string, readonly label: string }, readonly resolution: { readonly exact: boolean, readonly explanation: string }, readonly provenance: CitedFragment } | null };

export type ComparedPairFragment = { readonly fromIndex: number, readonly toIndex: number, readonly verdict: Types.ComparisonVerdict, readonly reason: Types.NotComparableReason | null, readonly differenceUsd: number | null, readonly standardErrorUsd: number | null, readonly lowUsd: number | null, readonly highUsd: number | null, readonly explanation: string, readonly arithmetic: string | null };
