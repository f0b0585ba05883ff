import {
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  GraphQLString,
  getArgumentValues,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { collectFields, type Selecting } from './collect.js';

/** More fields than any document has that is within the limit of breadth. */
const MAX_FIELDS = 2_000;

/** What graphql-js does another way, or an error: then graphql-js answers instead. */
export class Unusual extends Error {}

/** One execution of a compiled operation. */
interface Run {
  readonly context: unknown;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Arguments that depend on variables, by the number of their field: the same for every object. */
  readonly args: Map<number, Readonly<Record<string, unknown>>>;
}

type Path = GraphQLResolveInfo['path'];

/** Gives what a value is in the answer, or a promise of it. */
type Complete = (run: Run, value: unknown, path: Path | undefined) => unknown;

export interface CompiledOperation {
  readonly fields: number;
  /** @throws Unusual, or what a resolver throws: nothing is known of the answer then */
  execute(context: unknown, variables: Readonly<Record<string, unknown>>): unknown;
}

/**
 * An operation as functions, one for each field and type: what graphql-js finds out again for each object is found out
 * once. No code is written as text. Errors are left to graphql-js: whatever is not a plain value is thrown.
 *
 * @param selecting with the variables that the document's `@skip` and `@include` depend on
 */
export function compileOperation(
  selecting: Selecting,
  operation: OperationDefinitionNode,
  type: GraphQLObjectType,
): CompiledOperation {
  const compiler = new Compiler(selecting, operation);
  const complete = compiler.object(type, [operation]).complete;
  return {
    fields: compiler.fields,
    execute: (context, variables) => complete({ context, variables, args: new Map() }, undefined, undefined),
  };
}

interface Compiled {
  readonly complete: Complete;
  /** Whether a resolver below reads the path. */
  readonly usesPath: boolean;
}

interface CompiledField {
  readonly name: string;
  readonly execute: (run: Run, source: unknown, path: Path | undefined) => unknown;
  readonly usesPath: boolean;
}

type Parents = readonly Pick<FieldNode | OperationDefinitionNode, 'selectionSet'>[];

class Compiler {
  fields = 0;
  readonly #selecting: Selecting;
  readonly #operation: OperationDefinitionNode;
  readonly #fragments: GraphQLResolveInfo['fragments'];

  constructor(selecting: Selecting, operation: OperationDefinitionNode) {
    this.#selecting = selecting;
    this.#operation = operation;
    this.#fragments = Object.fromEntries(selecting.fragments);
  }

  object(type: GraphQLObjectType, parents: Parents): Compiled {
    const sets = parents.flatMap(({ selectionSet }) => selectionSet ?? []);
    const collected = collectFields(this.#selecting, type, sets);
    const fields = [...collected].map(([name, nodes]) => this.#field(type, name, nodes));
    const usesPath = fields.some((field) => field.usesPath);
    return { usesPath, complete: (run, source, path) => executeFields(fields, run, source, path) };
  }

  #field(type: GraphQLObjectType, name: string, nodes: readonly FieldNode[]): CompiledField {
    const [node] = nodes as [FieldNode];
    this.fields += 1;
    // The name would be the prototype of the answer.
    if (name === '__proto__' || this.fields > MAX_FIELDS) throw new Unusual();
    if (node.name.value === '__typename') return { name, usesPath: false, execute: () => type.name };
    const definition = type.getFields()[node.name.value];
    if (definition === undefined) throw new Unusual();
    if (!definition.resolve && definition.args.length === 0) return this.#property(type, name, nodes, definition);
    const resolve = definition.resolve ?? propertyOf(definition.name);
    const args = this.#arguments(definition, node);
    const infoOf = this.#infoOf(type, definition, nodes, resolve.length);
    const { complete, usesPath: isUsedBelow } = this.#value(definition.type, nodes, infoOf);
    const usesPath = isUsedBelow || infoOf !== noInfo;
    return {
      name,
      usesPath,
      execute: (run, source, path) => {
        const here = usesPath ? { prev: path, key: name, typename: type.name } : undefined;
        const value = resolve(source, args(run), run.context, infoOf(run, here));
        return isThenable(value)
          ? Promise.resolve(value).then((resolved) => complete(run, resolved, here))
          : complete(run, value, here);
      },
    };
  }

  /** A field without a resolver and arguments, as most are. */
  #property(
    type: GraphQLObjectType,
    name: string,
    nodes: readonly FieldNode[],
    definition: GraphQLField<unknown, unknown>,
  ): CompiledField {
    const infoOf = this.#infoOf(type, definition, nodes, 1);
    const { complete, usesPath } = this.#value(definition.type, nodes, infoOf);
    const read = propertyOf(definition.name);
    return {
      name,
      usesPath,
      execute: (run, source, path) => {
        const here = usesPath ? { prev: path, key: name, typename: type.name } : undefined;
        const value = read(source);
        return isThenable(value)
          ? Promise.resolve(value).then((resolved) => complete(run, resolved, here))
          : complete(run, value, here);
      },
    };
  }

  #value(type: GraphQLOutputType, nodes: readonly FieldNode[], infoOf: InfoOf): Compiled {
    const isRequired = isNonNullType(type);
    const inner = isRequired ? type.ofType : type;
    const { complete, usesPath } = isLeafType(inner)
      ? { complete: completeLeaf(inner), usesPath: false }
      : isListType(inner)
        ? this.#list(inner.ofType, nodes, infoOf)
        : isAbstractType(inner)
          ? this.#abstract(inner, nodes, infoOf)
          : this.#checkedObject(inner, nodes, infoOf);
    return {
      usesPath,
      complete: (run, value, path) => {
        if (value !== null && value !== undefined) return complete(run, value, path);
        if (isRequired) throw new Unusual();
        return null;
      },
    };
  }

  #list(type: GraphQLOutputType, nodes: readonly FieldNode[], infoOf: InfoOf): Compiled {
    const { complete, usesPath } = this.#value(type, nodes, infoOf);
    return { usesPath, complete: (run, list, path) => completeList(complete, run, list, path) };
  }

  #checkedObject(type: GraphQLObjectType, nodes: readonly FieldNode[], infoOf: InfoOf): Compiled {
    const { isTypeOf } = type;
    const { complete, usesPath } = this.object(type, nodes);
    if (!isTypeOf) return { complete, usesPath };
    return {
      usesPath,
      complete: (run, value, path) => {
        if (isTypeOf(value, run.context, infoOf(run, path)) !== true) throw new Unusual();
        return complete(run, value, path);
      },
    };
  }

  #abstract(type: GraphQLAbstractType, nodes: readonly FieldNode[], infoOf: InfoOf): Compiled {
    const { schema } = this.#selecting;
    const { resolveType } = type;
    if (!resolveType) throw new Unusual();
    const possible = new Map(
      schema.getPossibleTypes(type).map((each) => [each.name, this.#checkedObject(each, nodes, infoOf).complete]),
    );
    return {
      usesPath: true,
      complete: (run, value, path) => {
        const name = resolveType(value, run.context, infoOf(run, path), type);
        const complete = typeof name === 'string' ? possible.get(name) : undefined;
        if (!complete) throw new Unusual();
        return complete(run, value, path);
      },
    };
  }

  /** The arguments of a field: computed here if they are the same for every request. */
  #arguments(definition: GraphQLField<unknown, unknown>, node: FieldNode) {
    const valuesOf = (variables: Run['variables']) => Object.freeze(getArgumentValues(definition, node, variables));
    const key = this.fields;
    if (hasVariables(node)) {
      return ({ args, variables }: Run) => {
        const known = args.get(key);
        if (known) return known;
        const values = valuesOf(variables);
        args.set(key, values);
        return values;
      };
    }
    const values = valuesOf({});
    return () => values;
  }

  /** What resolvers are told of their field, for those that read it. */
  #infoOf(
    parentType: GraphQLObjectType,
    { name, type }: GraphQLField<unknown, unknown>,
    fieldNodes: readonly FieldNode[],
    parameters: number,
  ): InfoOf {
    const { schema } = this.#selecting;
    const returnsAbstract = isAbstractType(namedOf(type));
    // A function that takes all of its arguments as a list has no parameters.
    if (parameters > 0 && parameters < 4 && !returnsAbstract) return noInfo;
    const fragments = this.#fragments;
    const operation = this.#operation;
    return ({ variables }, path) => ({
      fieldName: name,
      fieldNodes,
      returnType: type,
      parentType,
      path: path as Path,
      schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues: variables as GraphQLResolveInfo['variableValues'],
    });
  }
}

/** What a field without a resolver has. */
function propertyOf(name: string) {
  return (source: unknown) => {
    const value = (source as Readonly<Record<string, unknown>>)[name];
    if (typeof value === 'function') throw new Unusual();
    return value;
  };
}

type InfoOf = (run: Run, path: Path | undefined) => GraphQLResolveInfo;

/** A resolver with fewer parameters cannot read it. If one does after all, it is executed by graphql-js. */
const NO_INFO = new Proxy({} as GraphQLResolveInfo, {
  get: () => {
    throw new Unusual();
  },
});
const noInfo: InfoOf = () => NO_INFO;

function executeFields(fields: readonly CompiledField[], run: Run, source: unknown, path: Path | undefined): unknown {
  if (source instanceof Error) throw source;
  const data: Record<string, unknown> = {};
  let waiting: Promise<unknown>[] | undefined;
  try {
    for (const { name, execute } of fields) {
      const value = execute(run, source, path);
      // A promise holds the place of its value, so that fields stay in the order of the document.
      data[name] = value;
      if (value instanceof Promise) {
        waiting ??= [];
        waiting.push(
          value.then((resolved) => {
            data[name] = resolved;
          }),
        );
      }
    }
  } catch (error) {
    leave(waiting);
    throw error;
  }
  return waiting ? Promise.all(waiting).then(() => data) : data;
}

function completeList(complete: Complete, run: Run, list: unknown, path: Path | undefined): unknown {
  if (!Array.isArray(list)) throw new Unusual();
  const items: unknown[] = [];
  let isWaiting = false;
  try {
    for (let index = 0; index < list.length; index += 1) {
      const item: unknown = list[index];
      const here = path && { prev: path, key: index, typename: undefined };
      const value = isThenable(item)
        ? Promise.resolve(item).then((resolved) => complete(run, resolved, here))
        : complete(run, item, here);
      if (value instanceof Promise) isWaiting = true;
      items.push(value);
    }
  } catch (error) {
    leave(items);
    throw error;
  }
  return isWaiting ? Promise.all(items) : items;
}

/** What was begun is no longer needed, and may fail. */
function leave(values: readonly unknown[] = []): void {
  for (const value of values) {
    if (value instanceof Promise) value.catch(() => {});
  }
}

function completeLeaf(type: GraphQLLeafType): Complete {
  const isText = type === GraphQLString;
  return (_, value) => {
    if (isText && typeof value === 'string') return value;
    if (value instanceof Error) throw value;
    const serialized = type.serialize(value);
    if (serialized === null || serialized === undefined) throw new Unusual();
    return serialized;
  };
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}

function namedOf(type: GraphQLOutputType): GraphQLOutputType {
  return isNonNullType(type) || isListType(type) ? namedOf(type.ofType) : type;
}

function hasVariables(node: FieldNode): boolean {
  let found = false;
  for (const argument of node.arguments ?? []) {
    visit(argument, {
      [Kind.VARIABLE]: () => {
        found = true;
      },
    });
  }
  return found;
}
