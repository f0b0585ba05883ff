// Generated modules import from here.
export type { Figure } from './figures/figure.js';

/**
 * A GraphQL document as text, with the types of what it answers and asks for. `@graphql-codegen/cli` writes them: ours
 * are exports of this package, your own come from the configuration of `@careergraph/sdk/codegen`.
 */
export interface TypedDocument<TData, TVariables> {
  /** Name of its operation. */
  readonly name: string;
  readonly text: string;
  /** SHA-256 of `text` in hexadecimal: a server that has seen the document knows it by this. */
  readonly hash: string;
  /** Holds the types; there is no such value. */
  readonly __types?: (variables: TVariables) => TData;
}

/** What a document answers with. */
export type DataOf<TDocument> = TDocument extends TypedDocument<infer TData, never> ? TData : never;

/** What a document asks for. */
export type VariablesOf<TDocument> = TDocument extends TypedDocument<unknown, infer TVariables> ? TVariables : never;
