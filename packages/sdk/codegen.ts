// Writes src/generated from schema/schema.graphql and operations/*.graphql: npm run -s sdk:operations at the root.
import { basename } from 'node:path';
import { preset as nearOperationFile } from '@graphql-codegen/near-operation-file-preset';
import type { Types } from '@graphql-codegen/plugin-helpers';
import { OPERATION_TYPES, plugin } from './src/codegen/plugin.js';

const SDK = '../documents.js';
const TYPES = 'src/generated/types.ts';

export default {
  schema: '../../schema/schema.graphql',
  documents: 'operations/*.graphql',
  generates: {
    [TYPES]: {
      plugins: ['typescript'],
      config: { ...OPERATION_TYPES, onlyOperationTypes: true, enumsAsTypes: true },
    },
    // One module per operation, so that a bundler drops the ones that are not imported.
    'src/generated/': {
      preset: {
        buildGeneratesSection: async (options) =>
          (await nearOperationFile.buildGeneratesSection(options)).map((section) => ({
            ...section,
            plugins: [...section.plugins, { careergraph: {} }],
            pluginMap: { ...section.pluginMap, careergraph: plugin },
          })),
      },
      presetConfig: { folder: '../src/generated', extension: '.ts', baseTypesPath: 'types.ts' },
      plugins: [],
      config: { ...OPERATION_TYPES, importSchemaTypesFrom: TYPES, sdk: SDK },
    },
    // Exports all of them.
    'src/generated/index.ts': {
      preset: {
        buildGeneratesSection: (options) => [
          {
            ...options,
            filename: options.baseOutputDir,
            plugins: [{ names: {} }],
            pluginMap: { names: { plugin: (_schema, documents) => namesOf(documents) } },
          },
        ],
      },
    },
  },
} satisfies Types.Config;

function namesOf(documents: readonly Types.DocumentFile[]): string {
  return documents
    .map(({ location = '' }) => basename(location, '.graphql'))
    .sort()
    .map((name) => `export * from './${name}.js';`)
    .concat(`export type * from './types.js';`, '')
    .join('\n');
}
