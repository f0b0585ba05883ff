import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Types } from '@graphql-codegen/plugin-helpers';
import { Kind, visit } from 'graphql';
import { OPERATION_TYPES, plugin } from './plugin.js';

/** Options of {@link careerGraph}. */
export interface CareerGraphCodegenOptions {
  /** Paths or glob patterns of your `.graphql` files, such as `src/**\/*.graphql`. */
  readonly documents: string | readonly string[];
  /** Path of the module to write, such as `src/careergraph.ts`. */
  readonly output: string;
  /** Path of the schema to check against. Default: the schema this version of the SDK was built for. */
  readonly schema?: string;
}

/**
 * Returns a configuration for `@graphql-codegen/cli` that writes your operations as typed documents for
 * `client.request`, with figures as unions discriminated by status. You can spread the fragments of the SDK, such as
 * `YearlyWage`, `SalaryRow`, and `Cited`. Your project needs `@graphql-codegen/cli`,
 * `@graphql-codegen/typescript-operations`, and `graphql`.
 *
 * @throws Error if the SDK is not installed in the folder that codegen runs in
 *
 * @example
 * // codegen.ts
 * import { careerGraph } from '@careergraph/sdk/codegen';
 * export default careerGraph({ documents: 'src/**\/*.graphql', output: 'src/careergraph.ts' });
 */
export function careerGraph({ documents, output, schema }: CareerGraphCodegenOptions): Types.Config {
  const contract = createRequire(join(process.cwd(), 'package.json')).resolve('@careergraph/sdk/schema.graphql');
  const config = { ...OPERATION_TYPES, inlineFragmentTypes: 'inline', sdk: '@careergraph/sdk' };
  return {
    schema: schema ?? contract,
    documents: typeof documents === 'string' ? documents : [...documents],
    externalDocuments: join(dirname(contract), '../operations/*.fragment.graphql').replaceAll('\\', '/'),
    generates: {
      [output]: {
        preset: {
          buildGeneratesSection: (options) => [
            {
              filename: options.baseOutputDir,
              documents: onlyUsed(options.documents),
              plugins: [{ careergraph: {} }],
              pluginMap: { careergraph: plugin },
              config: { ...options.config, ...config },
              schema: options.schema,
              ...(options.schemaAst && { schemaAst: options.schemaAst }),
            },
          ],
        },
      },
    },
  };
}

/** Drops the SDK fragments that are not spread; the module would otherwise contain all their enums. */
function onlyUsed(files: Types.DocumentFile[]): Types.DocumentFile[] {
  const used = new Set<string>();
  const ours = files.filter(({ type }) => type === 'external').flatMap(({ document }) => document?.definitions ?? []);
  const collect = (node: Parameters<typeof visit>[0]) => {
    visit(node, {
      FragmentSpread: ({ name: { value } }) => {
        if (used.has(value)) return;
        used.add(value);
        for (const each of ours) if (each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === value) collect(each);
      },
    });
  };
  for (const { document, type } of files) if (document && type !== 'external') collect(document);
  const isUsed = (node: (typeof ours)[number]) => node.kind !== Kind.FRAGMENT_DEFINITION || used.has(node.name.value);
  return files
    .map((file) =>
      file.type === 'external' && file.document
        ? { ...file, document: { ...file.document, definitions: file.document.definitions.filter(isUsed) } }
        : file,
    )
    .filter(({ document }) => document === undefined || document.definitions.length > 0);
}
