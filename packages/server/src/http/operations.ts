import { GraphQLError, type ValidationRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Refuses mutations and subscriptions, which the contract has none of, before anything is run. */
export function refuseUnknownOperations(): Plugin {
  return { onValidate: ({ addValidationRule }) => addValidationRule(knownOperations) };
}

const knownOperations: ValidationRule = (context) => ({
  OperationDefinition: (node) => {
    if (!context.getSchema().getRootType(node.operation)) {
      context.reportError(
        new GraphQLError(`This service has no ${node.operation}s; it only answers queries.`, { nodes: node }),
      );
    }
  },
});
