import type { DocumentNode } from 'graphql';

/** More sizes than this are asked of one document only by someone who tries them all. */
const MAX_SIZES = 100;

/** A longer list of variables is counted again each time. */
const MAX_CHARACTERS = 500;

/** For which sizes documents were within the limits of depth, breadth and cost, so that they are not counted again. */
export interface Costs {
  isAffordable(document: DocumentNode, operationName: unknown, variables: unknown): boolean;
  remember(document: DocumentNode, operationName: unknown, variables: unknown): void;
}

export function createCosts(): Costs {
  const affordable = new WeakMap<DocumentNode, Set<string>>();
  return {
    isAffordable: (document, operationName, variables) =>
      affordable.get(document)?.has(sizesOf(operationName, variables)) ?? false,
    remember: (document, operationName, variables) => {
      const known = affordable.get(document) ?? new Set();
      const sizes = sizesOf(operationName, variables);
      if (sizes.length <= MAX_CHARACTERS && known.size < MAX_SIZES) affordable.set(document, known.add(sizes));
    },
  };
}

/** The operation with its variables, without their texts: the cost of a field depends on numbers and lengths of lists. */
function sizesOf(operationName: unknown, variables: unknown): string {
  const sizes = JSON.stringify(variables, (_name, value) => (typeof value === 'string' ? '' : value));
  return `${operationName} ${sizes}`;
}
