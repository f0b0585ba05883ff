import { createHash } from 'node:crypto';
import type { CodegenPlugin, Types } from '@graphql-codegen/plugin-helpers';
import { plugin as operationTypes } from '@graphql-codegen/typescript-operations';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import { checkFigures } from './check-figures.js';

/** Options of `@graphql-codegen/typescript-operations`. */
export const OPERATION_TYPES = {
  // The types tell that a newer server may send unknown enum values.
  futureProofEnums: true,
  skipTypename: true,
  inlineFragmentTypes: 'combine',
  immutableTypes: true,
  useTypeImports: true,
  scalars: { ID: 'string', DateTime: 'string' },
  // Types keep the exact names of the operations.
  namingConvention: 'keep',
  importExtension: '.js',
  emitLegacyCommonJSImports: false,
};

interface Config {
  /** Module to import `Figure` and `TypedDocument` from. */
  readonly sdk: string;
  /** Fragments of other files, set by near-operation-file. */
  readonly externalFragments?: readonly { readonly node: FragmentDefinitionNode }[];
}

/** Writes the types of each operation, with figures as unions discriminated by status, and its typed document. */
export const plugin: CodegenPlugin<Config> = {
  plugin: async (schema, documents, config, info) => {
    for (const { document, type } of documents) if (document && type !== 'external') checkFigures(schema, document);
    const written = await operationTypes(schema, documents, { ...OPERATION_TYPES, ...config } as object, info ?? {});
    const { prepend = [], content } = typeof written === 'string' ? { content: written } : written;
    const operations = documents.flatMap(operationsOf);
    const fragments = fragmentsOf(documents, config);
    const types = asUnions(content);
    const body = [
      types.replaceAll(/Exact<(\{[^}]*\})>/g, '$1'),
      ...operations.map((operation) => typedDocument(operation, fragments)),
    ].join('\n');
    const used = ['Figure', 'TypedDocument'].filter((name) => body.includes(`${name}<`));
    return {
      prepend: [
        ...(used.length === 0 ? [] : [`import type { ${used.join(', ')} } from '${config.sdk}';`]),
        // Leaves out the helper types for masked and deferred fragments, which the SDK does not use.
        ...prepend.filter((part) => part && !part.includes('Internal type')),
      ],
      content: body,
    };
  },
};

const STATUS = /\bstatus: (?:Types\.)?FigureStatus\b/;
const NUMBER = /\b(?:amount|value|atLeast): /;

/** Wraps the types of figures. They have only scalar fields, so there are no nested braces. */
function asUnions(types: string): string {
  return types.replaceAll(/\{[^{}]*\}/g, (type) => (STATUS.test(type) && NUMBER.test(type) ? `Figure<${type}>` : type));
}

function operationsOf({ document, type }: Types.DocumentFile): OperationDefinitionNode[] {
  if (document === undefined || type === 'external') return [];
  return document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
}

/** The `#` lines directly above an operation, as lines of a TSDoc comment. */
function commentOf({ loc }: OperationDefinitionNode): string[] {
  const before = loc?.source.body.slice(0, loc.start).replaceAll('\r', '') ?? '';
  const lines = /(?:^|\n)((?:#.*\n)+)$/.exec(before)?.[1]?.trimEnd().split('\n') ?? [];
  return lines.map((line) => line.replace(/^# ?/, ' * ').replaceAll('*/', '* /').trimEnd());
}

function fragmentsOf(
  documents: readonly Types.DocumentFile[],
  { externalFragments = [] }: Pick<Config, 'externalFragments'>,
) {
  const own = documents.flatMap(({ document }) => document?.definitions ?? []);
  const all = [...own, ...externalFragments.map(({ node }) => node)];
  return new Map(
    all.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node] as const),
  );
}

const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof var void while with yield'
  ).split(' '),
);

function typedDocument(node: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): string {
  const name = node.name?.value;
  if (name === undefined) throw new Error('An operation has no name. Write `query YourName { … }`.');
  const { text, hash } = toSend(node, fragments);
  const comment = commentOf(node);
  const constant = name.charAt(0).toLowerCase() + name.slice(1);
  if (RESERVED.has(constant))
    throw new Error(`The operation "${name}" would become the reserved word "${constant}". Rename it.`);
  return [
    ...(comment.length === 0 ? [] : ['/**', ...comment, ' */']),
    `export const ${constant}: TypedDocument<${name}Query, ${name}QueryVariables> = {`,
    `  name: '${name}',`,
    `  hash: '${hash}',`,
    `  text: ${JSON.stringify(text)},`,
    '};',
  ].join('\n');
}

/** The text of an operation as it is sent, with the fragments that it uses, and its SHA-256. */
function toSend(node: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
  const used = [...fragmentsUsedBy(node, fragments)].sort((a, b) => (a.name.value < b.name.value ? -1 : 1));
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [node, ...used] };
  const text = stripIgnoredCharacters(print(document));
  return { text, hash: createHash('sha256').update(text).digest('hex') };
}

/** The texts of all operations as they are sent, by hash: what a server needs to answer a request by hash. */
export function textsByHash(documents: readonly Types.DocumentFile[]): Record<string, string> {
  const fragments = fragmentsOf(documents, {});
  return Object.fromEntries(
    documents
      .flatMap(operationsOf)
      .map((node) => toSend(node, fragments))
      .map(({ text, hash }) => [hash, text]),
  );
}

function fragmentsUsedBy(
  node: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Set<FragmentDefinitionNode> {
  const used = new Set<FragmentDefinitionNode>();
  const collect = (part: OperationDefinitionNode | FragmentDefinitionNode) => {
    visit(part, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (fragment === undefined || used.has(fragment)) return;
        used.add(fragment);
        collect(fragment);
      },
    });
  };
  collect(node);
  return used;
}
