import { MalformedCodeError } from '@careergraph/domain';
import { GraphQLError } from 'graphql';

/** Codes of `extensions.code` that clients may rely on; schema/POLICY.md lists them with their meaning. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'NOT_AVAILABLE_YET'
  | 'DATABASE_UNAVAILABLE'
  | 'OVERLOADED'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'RATE_LIMITED'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'INTROSPECTION_DISABLED'
  | 'TOO_MANY_TOKENS'
  | 'TOO_MANY_ALIASES'
  | 'QUERY_DEPTH'
  | 'QUERY_BREADTH'
  | 'QUERY_COMPLEXITY'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'PERSISTED_QUERY_MISMATCH'
  | 'DOCUMENT_NOT_ALLOWED'
  | 'BAD_REQUEST'
  | 'REQUEST_ENTITY_TOO_LARGE'
  | 'INTERNAL_SERVER_ERROR';

export function apiError(code: ErrorCode, message: string, extensions: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...extensions } });
}

/** The value is malformed: the message names the argument, the value and a valid example. */
export function badInput(argument: string, message: string, extensions: Record<string, unknown> = {}): GraphQLError {
  return apiError('BAD_USER_INPUT', `${argument}: ${message}`, { argument, ...extensions });
}

/**
 * The data that would answer is not loaded on this server.
 *
 * @param missing what is not loaded, to be read after "no"
 * @param instead what the client can do, as a sentence
 */
export function notAvailableYet(argument: string, value: string, missing: string, instead: string): GraphQLError {
  const message = `${argument}: ${value} cannot be answered yet, because this server has no ${missing}. ${instead}`;
  return apiError('NOT_AVAILABLE_YET', message, { argument });
}

/** Runs a parser of domain codes and turns its error into one that names the argument. */
export function parseArgument<T>(argument: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof MalformedCodeError) throw badInput(argument, error.message, { example: error.example });
    throw error;
  }
}
