import type * as Types from './types.js';

import type { YearlyWageFragment } from './wages.fragment.js';
import type { CitedFragment } from './provenance.fragment.js';
import type { PercentFigureFragment } from './figures.fragment.js';
export type CareerCardFragment = { readonly slug: string, readonly title: string, readonly summary: string, readonly field: Types.CareerField, readonly typicalEducation: Types.EducationLevel, readonly salary: { readonly median: YearlyWageFragment, readonly provenance: CitedFragment } | null, readonly growth: { readonly percent: PercentFigureFragment, readonly outlook: { readonly label: Types.OutlookLabel | null }, readonly provenance: CitedFragment } | null };
