import type { Database } from '@careergraph/db';
import { type GraphQLSchema, isObjectType } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Handler } from './http/handler.js';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Records what a request does as spans. Values of variables and texts of queries are left out. */
export interface Tracing {
  /** Does the work within a span, which is a child of the span in which it is called. */
  within<T>(name: string, work: () => T, attributes?: Attributes): T;
  /** A stage that is a span for each request, and continues the trace of a `traceparent` header. */
  requests(next: Handler): Handler;
}

export const NO_TRACING: Tracing = { within: (_name, work) => work(), requests: (next) => next };

/** Spans for the stages that yoga does. */
export function traceStages({ within }: Tracing): Plugin {
  return {
    onParse: ({ parseFn, setParseFn }) =>
      setParseFn(((...args: Parameters<typeof parseFn>) => within('parse', () => parseFn(...args))) as typeof parseFn),
    onValidate: ({ validateFn, setValidationFn }) =>
      setValidationFn(((...args: Parameters<typeof validateFn>) =>
        within('validate', () => validateFn(...args))) as typeof validateFn),
    onExecute: ({ executeFn, setExecuteFn }) => setExecuteFn((args) => within('execute', () => executeFn(args))),
  };
}

/** Spans for the fields of Query: each of them loads, and everything below is loaded for it. Call it once. */
export function traceResolvers(schema: GraphQLSchema, { within }: Tracing): void {
  const query = schema.getQueryType();
  if (!isObjectType(query)) return;
  for (const [name, field] of Object.entries(query.getFields())) {
    const { resolve } = field;
    if (resolve) field.resolve = (...args) => within(`Query.${name}`, () => resolve(...args));
  }
}

/** Spans for the statements of the database. */
export function traceStatements(prisma: Database, { within }: Tracing): Database {
  return prisma.$extends({
    query: {
      $allOperations: ({ model, operation, args, query }) =>
        within(`SQL ${model === undefined ? '' : `${model}.`}${operation}`, () => query(args), {
          'db.system.name': 'postgresql',
          'db.operation.name': operation,
          'db.collection.name': model,
        }),
    },
  }) as unknown as Database;
}
