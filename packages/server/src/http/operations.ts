import { GraphQLError, type ValidationRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Rejects mutations and subscriptions, which the schema does not have, before execution. */
export function refuseUnknownOperations(): Plugin {
  return { onValidate: ({ addValidationRule }) => addValidationRule(knownOperations) };
}

const knownOperations: ValidationRule = (context) => ({
  OperationDefinition: (node) => {
    if (!context.getSchema().getRootType(node.operation)) {
      context.reportError(
        new GraphQLError(`This service has no ${node.operation}s; it answers queries only.`, { nodes: node }),
      );
    }
  },
});
