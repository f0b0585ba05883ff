import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { CitedFragment } from './provenance.fragment.js';
import type { NearbyProgramFragment } from './programs.fragment.js';
import type { PageFragment } from './paging.fragment.js';
export type ProgramsNearQueryVariables = {
  near: Types.NearBy;
  career?: string | null | undefined;
  occupation?: string | null | undefined;
  cip?: string | null | undefined;
  levels?: ReadonlyArray<Types.AwardLevel> | Types.AwardLevel | null | undefined;
  control?: ReadonlyArray<Types.InstitutionControl> | Types.InstitutionControl | null | undefined;
  orderBy?: Types.ProgramOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
};


export type ProgramsNearQuery = { readonly programs: { readonly totalCount: number, readonly explanation: string | null, readonly fieldsExplanation: string, readonly treatment: string, readonly place: { readonly zip: string | null, readonly method: Types.ZipLocationMethod | null, readonly latitude: number | null, readonly longitude: number | null, readonly miles: number | null, readonly explanation: string | null, readonly area: { readonly code: string, readonly name: string } | null }, readonly fields: ReadonlyArray<{ readonly cipCode: string, readonly title: string | null, readonly occupationCode: string | null, readonly provenance: CitedFragment | null }>, readonly leftOut: ReadonlyArray<{ readonly reason: Types.ProgramsLeftOutReason, readonly explanation: string, readonly programs: number, readonly institutions: number }>, readonly nodes: ReadonlyArray<NearbyProgramFragment>, readonly pageInfo: PageFragment } };

/**
 * Programs of education near a ZIP code or in an area that may prepare for a career or occupation, or are in a field of
 * study, with the earnings and debt of their graduates. Provide exactly one of `career`, `occupation`, and `cip`.
 */
export const programsNear: TypedDocument<ProgramsNearQuery, ProgramsNearQueryVariables> = {
  name: 'ProgramsNear',
  hash: '514ecfa9e0a5746176a29eec488678fc58789cde2a66ca17921858901e17029f',
  text: "query ProgramsNear($near:NearBy!$career:String$occupation:String$cip:String$levels:[AwardLevel!]$control:[InstitutionControl!]$orderBy:ProgramOrder$first:Int$after:String$last:Int$before:String){programs(near:$near career:$career occupation:$occupation cip:$cip levels:$levels control:$control orderBy:$orderBy first:$first after:$after last:$last before:$before){totalCount explanation place{zip method latitude longitude miles area{code name}explanation}fieldsExplanation fields{cipCode title occupationCode provenance{...Cited}}leftOut{reason explanation programs institutions}treatment nodes{...NearbyProgram}pageInfo{...Page}}}fragment Cited on Provenance{citation attribution licence note}fragment NearbyProgram on Program{id title cipCode level levelName distanceMiles distanceReason institution{id name city stateCode zip control level websiteUrl admissionsUrl applicationUrl financialAidUrl netPriceCalculatorUrl}completions{...ProgramNumber}awards{...ProgramNumber}earnings1Year{...ProgramNumber}earnings4Years{...ProgramNumber}medianDebt{...ProgramNumber}netPrice{...ProgramNumber}completionRate{...ProgramNumber}}fragment Page on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment ProgramNumber on ProgramFigure{value status reason note unit display whoIsCounted caution cohort{graduates measured dollarsOf}provenance{...Cited}}",
};