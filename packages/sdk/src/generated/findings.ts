import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { StatedClaimFragment } from './claims.fragment.js';
export type FindingsQueryVariables = {
  slug: string;
};


export type FindingsQuery = { readonly career: { readonly slug: string, readonly title: string, readonly findings: ReadonlyArray<{ readonly key: string, readonly rule: Types.FindingRule, readonly ruleText: string, readonly summary: string, readonly claims: ReadonlyArray<(
        { readonly officialFigures: ReadonlyArray<{ readonly label: string, readonly value: number, readonly unit: Types.ClaimUnit }> }
        & StatedClaimFragment
      )>, readonly figures: ReadonlyArray<{ readonly label: string, readonly value: number, readonly unit: Types.ClaimUnit, readonly source: string, readonly release: string }> }> } | null };

/**
 * Contradictions in what is published about a career, each with the claims and official figures compared.
 */
export const findings: TypedDocument<FindingsQuery, FindingsQueryVariables> = {
  name: 'Findings',
  hash: '36570daf534bc3d5ed6d5fdaeb5fbb036d22664a3a42faf3944cfe615e750995',
  text: "query Findings($slug:String!){career(slug:$slug){slug title findings{key rule ruleText summary claims{...StatedClaim officialFigures{label value unit}}figures{label value unit source release}}}}fragment StatedClaim on Claim{key measure statistic bound low high unit period printed section line note document{slug title url}}",
};