import type * as Types from './types.js';

export type RatedFragment = { readonly element: { readonly key: string, readonly name: string | null, readonly description: string | null }, readonly importance: RatedOnFragment | null, readonly level: RatedOnFragment | null };

export type RatedOnFragment = { readonly value: number, readonly standardError: number | null, readonly sampleSize: number | null, readonly recommendSuppress: boolean | null, readonly date: string | null, readonly scale: { readonly key: string, readonly name: string | null, readonly minimum: number | null, readonly maximum: number | null } };

export type MostImportantFragment = { readonly nodes: ReadonlyArray<{ readonly element: { readonly name: string | null }, readonly importance: { readonly value: number } | null }> };
