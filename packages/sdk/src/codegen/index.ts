import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Types } from '@graphql-codegen/plugin-helpers';
import { OPERATION_TYPES, plugin } from './plugin.js';

/** What {@link careerGraph} is told. */
export interface CareerGraphCodegenOptions {
  /** Your `.graphql` files: paths or patterns, such as `src/**\/*.graphql`. */
  readonly documents: string | readonly string[];
  /** The module to write, such as `src/careergraph.ts`. */
  readonly output: string;
  /** The contract to check against; the one that this version of the SDK was made for unless given. */
  readonly schema?: string;
}

/**
 * A configuration of `@graphql-codegen/cli` that writes your own operations as typed documents for `client.request`,
 * with figures as unions on their status. Fragments of the SDK (`YearlyWage`, `SalaryRow`, `Cited` …) can be spread.
 * It needs `@graphql-codegen/cli`, `@graphql-codegen/typescript-operations` and `graphql` in your project.
 *
 * @throws Error where the SDK cannot be found from the folder that codegen runs in
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
              documents: options.documents,
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
