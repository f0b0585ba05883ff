// Writes src/generated and schema/documents/sdk.json from schema/schema.graphql and operations/*.graphql: npm run -s sdk:operations at the root.
import { basename } from 'node:path';
import { preset as nearOperationFile } from '@graphql-codegen/near-operation-file-preset';
import type { Types } from '@graphql-codegen/plugin-helpers';
import { OPERATION_TYPES, plugin, textsByHash } from './src/codegen/plugin.js';

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
    'src/generated/index.ts': wholeFile(namesOf),
    // Every server knows them from its start.
    '../../schema/documents/sdk.json': wholeFile((documents) => `${JSON.stringify(textsByHash(documents), null, 2)}\n`),
  },
} satisfies Types.Config;

/** A file that is written from all documents at once. */
function wholeFile(write: (documents: readonly Types.DocumentFile[]) => string): Types.ConfiguredOutput {
  return {
    preset: {
      buildGeneratesSection: (options) => [
        {
          ...options,
          filename: options.baseOutputDir,
          plugins: [{ whole: {} }],
          pluginMap: { whole: { plugin: (_schema, documents) => write(documents) } },
        },
      ],
    },
  };
}

function namesOf(documents: readonly Types.DocumentFile[]): string {
  return documents
    .map(({ location = '' }) => basename(location, '.graphql'))
    .sort()
    .map((name) => `export * from './${name}.js';`)
    .concat(`export type * from './types.js';`, '')
    .join('\n');
}
