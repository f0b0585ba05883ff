import { complexityFromQuery } from '@pothos/plugin-complexity';
import { type DocumentNode, type GraphQLSchema, getOperationAST, Kind } from 'graphql';
import { QUERY_LIMITS } from '../builder.js';

/** More sizes than this are asked of one document only by someone who tries them all. */
const MAX_SIZES = 100;

/** A longer list of variables is counted again each time. */
const MAX_CHARACTERS = 500;

/** What documents cost at sizes that were within the limits of depth, breadth and cost, so that they are not counted again. */
export interface Costs {
  isAffordable(document: DocumentNode, operationName: unknown, variables: unknown): boolean;
  /** What it costs, if it is known to be within the limits. */
  costOf(document: DocumentNode, operationName: unknown, variables: unknown): number | undefined;
  remember(document: DocumentNode, operationName: unknown, variables: unknown, cost: number): void;
}

export function createCosts(): Costs {
  const affordable = new WeakMap<DocumentNode, Map<string, number>>();
  return {
    isAffordable: (document, operationName, variables) =>
      affordable.get(document)?.has(sizesOf(operationName, variables)) ?? false,
    costOf: (document, operationName, variables) => affordable.get(document)?.get(sizesOf(operationName, variables)),
    remember: (document, operationName, variables, cost) => {
      const known = affordable.get(document) ?? new Map<string, number>();
      const sizes = sizesOf(operationName, variables);
      if (sizes.length <= MAX_CHARACTERS && known.size < MAX_SIZES) affordable.set(document, known.set(sizes, cost));
    },
  };
}

/** The operation with its variables, without their texts: the cost of a field depends on numbers and lengths of lists. */
function sizesOf(operationName: unknown, variables: unknown): string {
  const sizes = JSON.stringify(variables, (_name, value) => (typeof value === 'string' ? '' : value));
  return `${operationName} ${sizes}`;
}

/** What a document costs with these variables. One over the limit is refused before any work, and costs 1. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  variables: Record<string, unknown>,
): number {
  try {
    const operation = getOperationAST(document, operationName);
    if (!operation) return 1;
    const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
    // Pothos counts the first operation.
    const alone: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
    const { complexity } = complexityFromQuery(alone, { schema, ctx: {}, variables });
    return complexity > QUERY_LIMITS.complexity ? 1 : complexity;
  } catch {
    // Variables that do not match their types: graphql-js says so.
    return 1;
  }
}
