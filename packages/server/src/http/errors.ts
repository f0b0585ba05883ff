import { randomUUID } from 'node:crypto';
import { isOutage } from '@careergraph/db';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { apiError } from '../errors.js';
import type { Logger } from '../log.js';

/**
 * Masks every error without a code of this API: the client gets an id, the log gets the error under the same id.
 */
export function maskErrors(logger: Logger) {
  return (error: unknown): Error => {
    const original = error instanceof GraphQLError ? error.originalError : error;
    if (error instanceof GraphQLError && (original == null || original instanceof GraphQLError)) {
      // During execution graphql-js itself reports only variables that do not match their types.
      return error.extensions.code === undefined ? withCode(error, 'BAD_USER_INPUT') : error;
    }
    if (isUnavailable(original)) return unavailable(error, logger);
    const id = randomUUID();
    logger.error(`internal error ${id}`, { stack: original instanceof Error ? original.stack : String(original) });
    const masked = apiError(
      'INTERNAL_SERVER_ERROR',
      `Something went wrong on the server; its log has the details under ${id}.`,
      { id },
    );
    if (!(error instanceof GraphQLError)) return masked;
    return new GraphQLError(masked.message, { nodes: error.nodes, path: error.path, extensions: masked.extensions });
  };
}

/** A statement that takes far too long waits for something: a lock, or a database that is overloaded. */
export function isUnavailable(error: unknown): boolean {
  return isOutage(error) || (error instanceof Error && /statement timeout/.test(error.message));
}

/** Logs the error, and gives the one for the client. */
export function unavailable(error: unknown, logger: Logger): GraphQLError {
  const { nodes, path, originalError } = error instanceof GraphQLError ? error : {};
  logger.error('the database does not answer', { message: String(originalError ?? error) });
  return new GraphQLError('The database does not answer; try again in a few seconds.', {
    nodes,
    path,
    extensions: { code: 'DATABASE_UNAVAILABLE', http: { status: 503, headers: { 'retry-after': '2' } } },
  });
}

/** A client that makes more mistakes at once makes them again. */
const MAX_ERRORS = 5;

/** Lists within lists of the schema are bounded by a rule of graphql-js. */
function codeOf({ message }: Error) {
  return message === 'Maximum introspection depth exceeded' ? 'QUERY_DEPTH' : 'GRAPHQL_VALIDATION_FAILED';
}

/** Gives the errors of graphql-js, which have no code, the code of the stage that reports them. */
export function codeErrors(): Plugin {
  return {
    onParse:
      () =>
      ({ result, replaceParseResult }) => {
        if (!(result instanceof Error)) return;
        replaceParseResult(withCode(result, 'GRAPHQL_PARSE_FAILED'));
      },
    onValidate:
      () =>
      ({ result, setResult }) => {
        if (result.length > 0)
          setResult(result.slice(0, MAX_ERRORS).map((error) => withCode(error as Error, codeOf(error as Error))));
      },
  };
}

function withCode(error: Error, code: string): GraphQLError {
  if (!(error instanceof GraphQLError))
    return new GraphQLError(error.message, { extensions: { code, http: { status: 400 } } });
  const { nodes, source, positions, path, extensions } = error;
  return new GraphQLError(error.message, {
    nodes,
    source,
    positions,
    path,
    extensions: { ...extensions, code: extensions.code ?? code },
  });
}
