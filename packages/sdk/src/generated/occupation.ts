import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { CitedFragment } from './provenance.fragment.js';
import type { RatedFragment } from './onet.fragment.js';
export type OccupationQueryVariables = {
  code: string;
  titles?: number;
  technology?: number;
};


export type OccupationQuery = { readonly occupation: { readonly code: string, readonly title: string, readonly level: Types.OccupationLevel, readonly definition: string | null, readonly definitionProvenance: CitedFragment | null, readonly ancestors: ReadonlyArray<{ readonly code: string, readonly title: string, readonly level: Types.OccupationLevel }>, readonly onetCodes: ReadonlyArray<{ readonly code: string, readonly title: string }>, readonly careers: ReadonlyArray<{ readonly slug: string, readonly title: string }>, readonly alternateTitles: { readonly totalCount: number, readonly attribution: string | null, readonly explanation: string | null, readonly reason: string | null, readonly nodes: ReadonlyArray<{ readonly title: string, readonly shortTitle: string | null, readonly kind: Types.JobTitleKind }> }, readonly tasks: { readonly attribution: string | null, readonly explanation: string | null, readonly reason: string | null, readonly nodes: ReadonlyArray<{ readonly text: string, readonly kind: Types.TaskKind | null, readonly date: string | null }> }, readonly skills: { readonly attribution: string | null, readonly reason: string | null, readonly hidden: number, readonly nodes: ReadonlyArray<RatedFragment> }, readonly knowledge: { readonly attribution: string | null, readonly reason: string | null, readonly hidden: number, readonly nodes: ReadonlyArray<RatedFragment> }, readonly technology: { readonly totalCount: number, readonly attribution: string | null, readonly reason: string | null, readonly nodes: ReadonlyArray<{ readonly name: string, readonly commodityTitle: string | null, readonly hot: boolean, readonly inDemand: boolean | null, readonly inDemandReason: string | null }> }, readonly jobZone: { readonly attribution: string | null, readonly reason: string | null, readonly zone: { readonly number: number, readonly name: string | null, readonly education: string | null, readonly experience: string | null, readonly jobTraining: string | null } | null }, readonly related: { readonly attribution: string | null, readonly reason: string | null, readonly nodes: ReadonlyArray<{ readonly rank: number, readonly code: string, readonly tier: Types.RelatednessTier, readonly occupation: { readonly title: string } | null }> } } | null };

/**
 * An occupation: definition, place in the hierarchy, titles, tasks, skills, technology, and related occupations.
 * An empty list says why it is empty. Show the O*NET attribution wherever you show O*NET content.
 */
export const occupation: TypedDocument<OccupationQuery, OccupationQueryVariables> = {
  name: 'Occupation',
  hash: 'c148cf56524a9c886eb42e8ad753d02a4bca17e822cea9a0661bf212b97b888a',
  text: "query Occupation($code:String!$titles:Int!=10$technology:Int!=10){occupation(code:$code){code title level definition definitionProvenance{...Cited}ancestors{code title level}onetCodes{code title}careers{slug title}alternateTitles(first:$titles){totalCount attribution explanation reason nodes{title shortTitle kind}}tasks{attribution explanation reason nodes{text kind date}}skills{attribution reason hidden nodes{...Rated}}knowledge{attribution reason hidden nodes{...Rated}}technology(first:$technology){totalCount attribution reason nodes{name commodityTitle hot inDemand inDemandReason}}jobZone{attribution reason zone{number name education experience jobTraining}}related{attribution reason nodes{rank code tier occupation{title}}}}}fragment Cited on Provenance{citation attribution licence note}fragment Rated on RatedElement{element{key name description}importance{...RatedOn}level{...RatedOn}}fragment RatedOn on OnetRating{value standardError sampleSize recommendSuppress date scale{key name minimum maximum}}",
};