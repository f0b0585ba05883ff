import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Context } from '../context.js';
import { type CompiledOperation, compileOperation, Unusual } from './compile.js';

/** How many fields the compiled operations may have together. */
const MAX_FIELDS = 30_000;

/** What a compiled operation takes beside its fields, in fields. */
const OPERATION_FIELDS = 5;

const NOT_COMPILED: CompiledOperation = {
  fields: 0,
  execute: () => {
    throw new Unusual();
  },
};

/** What is asked, in a document that was answered before. */
export interface KnownQuestion {
  readonly documentHash: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Operations that were answered without errors, compiled when they are asked again. Documents are kept elsewhere. */
export interface Operations {
  /**
   * The data of the answer, or a promise of it.
   *
   * @throws anything if the answer may have an error: graphql-js has to answer
   */
  execute(question: KnownQuestion, document: DocumentNode, context: Context): unknown;
}

export function createOperations(schema: GraphQLSchema): Operations {
  const compiled = new LRUCache<string, CompiledOperation>({
    maxSize: MAX_FIELDS,
    sizeCalculation: ({ fields }) => fields + OPERATION_FIELDS,
  });
  const prepared = new WeakMap<DocumentNode, Prepared>();

  function prepare(document: DocumentNode, operationName: string | undefined): Prepared {
    const known = prepared.get(document);
    if (known && known.operationName === operationName) return known;
    const operation = getOperationAST(document, operationName);
    const type = operation && schema.getRootType(operation.operation);
    if (!operation || !type) throw new Unusual();
    const fresh: Prepared = {
      operationName,
      operation,
      type,
      switches: switchesOf(document),
      fragments: fragmentsOf(document),
    };
    prepared.set(document, fresh);
    return fresh;
  }

  return {
    execute: ({ documentHash, operationName, variables: given }, document, context) => {
      const { operation, type, switches, fragments } = prepare(document, operationName);
      const { coerced: variables } = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
        maxErrors: 1,
      });
      if (!variables) throw new Unusual();
      const key = `${documentHash} ${operationName} ${switches.map((name) => variables[name])}`;
      let found = compiled.get(key);
      if (!found) {
        found = orNone(() => compileOperation({ schema, fragments, variables }, operation, type));
        compiled.set(key, found);
      }
      return found.execute(context, variables);
    },
  };
}

interface Prepared {
  readonly operationName: string | undefined;
  readonly operation: OperationDefinitionNode;
  readonly type: GraphQLObjectType;
  /** The variables that decide which fields are included. */
  readonly switches: readonly string[];
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

function switchesOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: given = [] }) => {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
}

function orNone(compile: () => CompiledOperation): CompiledOperation {
  try {
    return compile();
  } catch {
    return NOT_COMPILED;
  }
}
