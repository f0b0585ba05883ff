import type * as Types from './types.js';

import type { CountFigureFragment, PercentFigureFragment } from './figures.fragment.js';
import type { CitedFragment } from './provenance.fragment.js';
export type GrowthRowFragment = { readonly baseYear: number, readonly projectedYear: number, readonly occupation: { readonly code: string, readonly title: string }, readonly area: { readonly code: string, readonly name: string }, readonly release: { readonly key: string, readonly label: string }, readonly baseEmployment: CountFigureFragment, readonly projectedEmployment: CountFigureFragment, readonly change: CountFigureFragment, readonly percent: PercentFigureFragment, readonly annualOpenings: CountFigureFragment, readonly outlook: { readonly label: Types.OutlookLabel | null, readonly rule: string, readonly allOccupations: PercentFigureFragment }, readonly provenance: CitedFragment };
