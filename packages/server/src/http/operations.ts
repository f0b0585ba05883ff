import { GraphQLError, type ValidationRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { apiError } from '../errors.js';

/** Rejects mutations and subscriptions, which the schema does not have, before execution. */
export function refuseUnknownOperations(): Plugin {
  return { onValidate: ({ addValidationRule }) => addValidationRule(knownOperations) };
}

/** Refuses questions about the schema, except for the name of an object's type. */
export function refuseIntrospection(): Plugin {
  return { onValidate: ({ addValidationRule }) => addValidationRule(noIntrospection) };
}

const noIntrospection: ValidationRule = (context) => ({
  Field: ({ name: { value } }) => {
    if (value !== '__schema' && value !== '__type') return;
    const message = `Introspection is turned off on this server, so ${value} is not answered. The schema is at /schema.graphql.`;
    context.reportError(apiError('INTROSPECTION_DISABLED', message, { http: { status: 400 } }));
  },
});

const knownOperations: ValidationRule = (context) => ({
  OperationDefinition: (node) => {
    if (!context.getSchema().getRootType(node.operation)) {
      context.reportError(
        new GraphQLError(`This service has no ${node.operation}s; it answers queries only.`, { nodes: node }),
      );
    }
  },
});
