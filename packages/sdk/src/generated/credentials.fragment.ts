import type * as Types from './types.js';

import type { StatedClaimFragment } from './claims.fragment.js';
export type CredentialCardFragment = { readonly slug: string, readonly name: string, readonly acronym: string | null, readonly alsoCalled: ReadonlyArray<string>, readonly kind: Types.CredentialKind, readonly summary: string, readonly url: string | null, readonly issuerNote: string | null, readonly needs: ReadonlyArray<string>, readonly renewal: string | null, readonly issuer: { readonly slug: string, readonly name: string, readonly url: string | null } | null, readonly duration: FullDurationFragment | null };

export type FullDurationFragment = { readonly display: string, readonly min: string | null, readonly max: string | null, readonly hours: number | null, readonly basis: string | null };

export type DurationClaimsFragment = { readonly claims: ReadonlyArray<StatedClaimFragment> };
