// Generated modules import from here.
export type { Figure } from './figures/figure.js';

/**
 * A GraphQL document as text, with the types of its data and variables. This package exports one for each of its
 * operations; `@careergraph/sdk/codegen` generates them for your own operations.
 */
export interface TypedDocument<TData, TVariables> {
  /** Name of the operation. */
  readonly name: string;
  /** Text of the document. */
  readonly text: string;
  /** SHA-256 of `text` in hexadecimal. The server finds a document it has seen before by this hash. */
  readonly hash: string;
  /** Carries the types. It has no value at run time. */
  readonly __types?: (variables: TVariables) => TData;
}

/** The data type of a document. */
export type DataOf<TDocument> = TDocument extends TypedDocument<infer TData, never> ? TData : never;

/** The variables type of a document. */
export type VariablesOf<TDocument> = TDocument extends TypedDocument<unknown, infer TVariables> ? TVariables : never;
