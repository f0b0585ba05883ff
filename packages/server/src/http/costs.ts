import type { DocumentNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../context.js';

/** More sizes than this are asked of one document only by someone who tries them all. */
const MAX_SIZES = 100;

/** A longer list of variables is counted again each time. */
const MAX_CHARACTERS = 500;

/**
 * Remembers for which sizes a document was within the limits of depth, breadth and cost, so that they are not counted
 * again for every request.
 */
export function rememberCosts(): Plugin<Context> {
  const affordable = new WeakMap<DocumentNode, Set<string>>();
  return {
    onExecute: ({ args: { document, contextValue, operationName, variableValues } }) => {
      const known = affordable.get(document) ?? new Set();
      const sizes = sizesOf(operationName, variableValues);
      contextValue.isAffordable = known.has(sizes);
      if (contextValue.isAffordable || sizes.length > MAX_CHARACTERS || known.size === MAX_SIZES) return;
      return {
        // A document over a limit has errors.
        onExecuteDone: ({ result }) => {
          if ('errors' in result && result.errors?.length) return;
          affordable.set(document, known.add(sizes));
        },
      };
    },
  };
}

/** The operation with its variables, without their texts: the cost of a field depends on numbers and lengths of lists. */
function sizesOf(operationName: unknown, variables: unknown): string {
  const sizes = JSON.stringify(variables, (_name, value) => (typeof value === 'string' ? '' : value));
  return `${operationName} ${sizes}`;
}
