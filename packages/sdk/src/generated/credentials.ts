import type * as Types from './types.js';

import type { TypedDocument } from '../documents.js';
import type { CredentialCardFragment } from './credentials.fragment.js';
export type CredentialsQueryVariables = {
  slug: string;
};


export type CredentialsQuery = { readonly career: { readonly slug: string, readonly title: string, readonly credentials: ReadonlyArray<{ readonly need: Types.Need, readonly note: string | null, readonly credential: CredentialCardFragment }>, readonly licensing: ReadonlyArray<{ readonly facility: string, readonly required: Types.LicenceNeed, readonly text: string }> } | null };

/**
 * The credentials a career requires or values: who issues each one, how long it takes, and what it requires.
 */
export const credentials: TypedDocument<CredentialsQuery, CredentialsQueryVariables> = {
  name: 'Credentials',
  hash: 'f293ae6c93f941ddeced44c4486aa2c28c1b707726b28eb3dd88195c274f02aa',
  text: "query Credentials($slug:String!){career(slug:$slug){slug title credentials{need note credential{...CredentialCard}}licensing{facility required text}}}fragment CredentialCard on Credential{slug name acronym alsoCalled kind summary url issuer{slug name url}issuerNote duration{...FullDuration}needs renewal}fragment FullDuration on Duration{display min max hours basis claims{...StatedClaim}}fragment StatedClaim on Claim{key measure statistic bound low high unit period printed section line note document{slug title url}}",
};