import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { GrowthRowFragment } from './growth.fragment.js';
import type { YearlyWageFragment } from './wages.fragment.js';
import type { ResolvedFragment } from './salary.fragment.js';
export type GrowthQueryVariables = {
  slug: string;
  occupation?: string | null | undefined;
  asOf?: string | null | undefined;
};


export type GrowthQuery = { readonly career: { readonly slug: string, readonly title: string, readonly growth: (
      { readonly entryEducation: string | null, readonly workExperience: string | null, readonly onTheJobTraining: string | null, readonly medianWageYear: number | null, readonly medianWage: YearlyWageFragment, readonly resolution: ResolvedFragment }
      & GrowthRowFragment
    ) | null } | null };

/**
 * Employment growth: base and projected employment, change, percent, annual openings, and the outlook with its rule.
 */
export const growth: TypedDocument<GrowthQuery, GrowthQueryVariables> = {
  name: 'Growth',
  hash: '25d50c8ebcc09caad36da97303bbbeb663575b2ca8ae0540d0c73fbb28ced018',
  text: "query Growth($slug:String!$occupation:String$asOf:String){career(slug:$slug){slug title growth(occupation:$occupation asOf:$asOf){...GrowthRow entryEducation workExperience onTheJobTraining medianWage{...YearlyWage}medianWageYear resolution{...Resolved}}}}fragment Cited on Provenance{citation attribution licence note}fragment CountFigure on Count{status value unit display reason}fragment GrowthRow on Growth{occupation{code title}area{code name}release{key label}baseYear projectedYear baseEmployment{...CountFigure}projectedEmployment{...CountFigure}change{...CountFigure}percent{...PercentFigure}annualOpenings{...CountFigure}outlook{label rule allOccupations{...PercentFigure}}provenance{...Cited}}fragment LedFromZip on ZipResolution{zip place method share sharesBy explanation}fragment PercentFigure on Percent{status value display reason}fragment Resolved on Resolution{exact rule ruleText explanation askedOccupation{code title}askedArea{code name}usedOccupation{code title}usedArea{code name}zip{...LedFromZip}}fragment YearlyWage on Wage{status amount atLeast display reason}",
};