import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { YearlyWageFragment } from './wages.fragment.js';
import type { FullProvenanceFragment } from './provenance.fragment.js';
import type { ResolvedFragment } from './salary.fragment.js';
export type ProvenanceQueryVariables = {
  slug: string;
  area?: Types.AreaBy | null | undefined;
  occupation?: string | null | undefined;
  asOf?: string | null | undefined;
};


export type ProvenanceQuery = { readonly career: { readonly slug: string, readonly title: string, readonly salary: { readonly mean: YearlyWageFragment, readonly median: YearlyWageFragment, readonly provenance: FullProvenanceFragment, readonly resolution: ResolvedFragment } | null } | null };

/**
 * The source of a wage, down to the sheet and row of the published file.
 */
export const provenance: TypedDocument<ProvenanceQuery, ProvenanceQueryVariables> = {
  name: 'Provenance',
  hash: 'c7a9e9f9459ee95b8033e8177b1314c08e6f1d32dd632f84b95f8ee65f99a6a1',
  text: "query Provenance($slug:String!$area:AreaBy$occupation:String$asOf:String){career(slug:$slug){slug title salary(in:$area occupation:$occupation asOf:$asOf){mean{...YearlyWage}median{...YearlyWage}provenance{...FullProvenance}resolution{...Resolved}}}}fragment Cited on Provenance{citation attribution licence note}fragment FullProvenance on Provenance{...Cited source{key name publisher kind homepage}release{key label status edition url importedAt activatedAt topCodeAnnualUsd topCodeHourlyUsd}file{name sha256}sheet row}fragment LedFromZip on ZipResolution{zip place method share sharesBy explanation}fragment Resolved on Resolution{exact rule ruleText explanation askedOccupation{code title}askedArea{code name}usedOccupation{code title}usedArea{code name}zip{...LedFromZip}}fragment YearlyWage on Wage{status amount atLeast display reason}",
};