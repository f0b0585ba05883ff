import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { CredentialCardFragment, DurationClaimsFragment } from './credentials.fragment.js';
export type CredentialsQueryVariables = {
  slug: string;
};


export type CredentialsQuery = { readonly career: { readonly slug: string, readonly title: string, readonly credentials: ReadonlyArray<{ readonly need: Types.Need, readonly note: string | null, readonly credential: (
        { readonly duration: DurationClaimsFragment | null }
        & CredentialCardFragment
      ) }>, readonly licensing: ReadonlyArray<{ readonly facility: string, readonly required: Types.LicenceNeed, readonly text: string }> } | null };

/**
 * The credentials a career requires or values: who issues each one, how long it takes, and what it requires.
 */
export const credentials: TypedDocument<CredentialsQuery, CredentialsQueryVariables> = {
  name: 'Credentials',
  hash: '091ed3fd1ee4c2bba55006435a34c4c87c66a4adc1dd4445d547558bd8a2a519',
  text: "query Credentials($slug:String!){career(slug:$slug){slug title credentials{need note credential{...CredentialCard duration{...DurationClaims}}}licensing{facility required text}}}fragment CredentialCard on Credential{slug name acronym alsoCalled kind summary url issuer{slug name url}issuerNote duration{...FullDuration}needs renewal}fragment DurationClaims on Duration{claims{...StatedClaim}}fragment FullDuration on Duration{display min max hours basis}fragment StatedClaim on Claim{key measure statistic bound low high unit period printed section line note document{slug title url}}",
};