import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isInterfaceType,
  isListType,
  isNullableType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** How large an operation is, with its variables filled in and nothing skipped. */
export interface Measure {
  /** What it may cost: at least the rows that the database gives for it. */
  readonly cost: number;
  readonly depth: number;
  /** Fields selected, those of a fragment wherever it is used. */
  readonly breadth: number;
  /** Fields of the answer at its root, `__typename` included. */
  readonly rootFields: number;
  /** Depth within `__schema` and `__type`. */
  readonly introspectionDepth: number;
}

/** How a field counts: its own cost, and how often what is selected within it. */
interface FieldCost {
  readonly field: number;
  readonly multiplier?: number;
}

type Declared = number | FieldCost | ((args: Record<string, unknown>) => FieldCost | number) | undefined;

/** Of what is no operation. */
export const NOTHING: Measure = { cost: 1, depth: 0, breadth: 0, rootFields: 0, introspectionDepth: 0 };

/** A list without a cost of its own. */
const LIST_ENTRIES = 10;

/** The whole schema, as GraphiQL asks for it, has some 130 selected fields and is a long answer. */
const INTROSPECTION_FIELD_COST = 20;

/** What is looked up at the root may read a small table whole, such as that of the credentials. */
const ROOT_OBJECT_COST = 50;

type Sizes = Omit<Measure, 'rootFields'>;

/**
 * Measures the operation that a request names. Never throws: what is not valid is refused elsewhere, and counts as little
 * here. A fragment is measured once for each type, so the time is that of the document's length.
 */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  given: Readonly<Record<string, unknown>>,
): Measure {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return NOTHING;
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const variables = orElse({}, () => {
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 });
    return coerced ?? {};
  });
  const { cost, ...sizes } = sizesOf(schema, fragments, variables)(operation.selectionSet, root);
  return { cost: Math.max(1, cost), ...sizes, rootFields: rootFieldsOf(operation.selectionSet, fragments) };
}

function sizesOf(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Record<string, unknown>,
) {
  const known = new Map<SelectionSetNode, Map<GraphQLNamedType, Sizes>>();
  const active = new Set<SelectionSetNode>();

  function ofSelections(selectionSet: SelectionSetNode, type: GraphQLNamedType): Sizes {
    const found = known.get(selectionSet)?.get(type);
    if (found) return found;
    const total = { cost: 0, depth: 0, breadth: 0, introspectionDepth: 0 };
    // A fragment within itself, which validation refuses.
    if (active.has(selectionSet)) return total;
    active.add(selectionSet);
    for (const selection of selectionSet.selections) {
      const sizes = selection.kind === Kind.FIELD ? ofField(selection, type) : ofFragment(selection, type);
      total.cost += sizes.cost;
      total.breadth += sizes.breadth;
      total.depth = Math.max(total.depth, sizes.depth);
      total.introspectionDepth = Math.max(total.introspectionDepth, sizes.introspectionDepth);
    }
    active.delete(selectionSet);
    known.set(selectionSet, (known.get(selectionSet) ?? new Map<GraphQLNamedType, Sizes>()).set(type, total));
    return total;
  }

  function ofFragment(
    selection: Exclude<SelectionSetNode['selections'][number], FieldNode>,
    parent: GraphQLNamedType,
  ): Sizes {
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    if (!fragment) return NOTHING;
    const condition = fragment.typeCondition?.name.value;
    return ofSelections(fragment.selectionSet, (condition && schema.getType(condition)) || parent);
  }

  function ofField(node: FieldNode, parent: GraphQLNamedType): Sizes {
    const name = node.name.value;
    const own = { cost: 1, depth: 1, breadth: 1, introspectionDepth: 0 };
    if (name === '__schema' || name === '__type') {
      const meta = schema.getType(name === '__schema' ? '__Schema' : '__Type');
      if (!node.selectionSet || !meta) return own;
      const { depth, breadth } = ofSelections(node.selectionSet, meta);
      const cost = 1 + breadth * INTROSPECTION_FIELD_COST;
      return { cost, depth: 1, breadth: 1 + breadth, introspectionDepth: 1 + depth };
    }
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const within = node.selectionSet ? ofSelections(node.selectionSet, field ? getNamedType(field.type) : parent) : own;
    if (!field) return node.selectionSet ? { ...within, depth: within.depth + 1, breadth: within.breadth + 1 } : own;
    const declared = field.extensions.complexity as Declared;
    const counted =
      typeof declared === 'function'
        ? declared(orElse({}, () => getArgumentValues(field, node, variables)))
        : (declared ?? 1);
    const { field: cost, multiplier = isList(field.type) ? LIST_ENTRIES : 1 } =
      typeof counted === 'number' ? { field: counted } : counted;
    if (!node.selectionSet) return { ...own, cost };
    const lookUp = parent === schema.getQueryType() ? ROOT_OBJECT_COST : 0;
    return {
      cost: cost + lookUp + within.cost * multiplier,
      depth: 1 + within.depth,
      breadth: 1 + within.breadth,
      introspectionDepth: within.introspectionDepth,
    };
  }

  return ofSelections;
}

function isList(type: Parameters<typeof isNullableType>[0]): boolean {
  return isListType(type) || (!isNullableType(type) && isListType((type as { ofType?: unknown }).ofType));
}

/** Names in the answer: the same field twice under one name is executed once. */
function rootFieldsOf(selectionSet: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): number {
  const names = new Set<string>();
  const seen = new Set<SelectionSetNode>();
  const collect = (set: SelectionSetNode | undefined) => {
    if (!set || seen.has(set)) return;
    seen.add(set);
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) names.add((selection.alias ?? selection.name).value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else collect(fragments.get(selection.name.value)?.selectionSet);
    }
  };
  collect(selectionSet);
  return names.size;
}

function orElse<T>(otherwise: T, read: () => T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
