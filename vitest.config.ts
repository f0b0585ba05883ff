import { defineConfig } from 'vitest/config';

const postgres = process.env.CAREERGRAPH_TEST_POSTGRES_URL;

const common = {
  // Each file has a database of its own and shares nothing else; loading the packages anew for each took a third of the time.
  isolate: false,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // What is tested is what is shipped: the built packages, loaded by Node itself.
  server: { deps: { external: [/\/packages\/[a-z]+\/dist\//] } },
};

export default defineConfig({
  test: {
    // Here and not in `common`, or each project would prepare the databases again.
    globalSetup: ['packages/testkit/dist/global-setup.js'],
    server: common.server,
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...common,
          name: 'files',
          include: ['packages/*/test/**/*.test.ts'],
          exclude: ['**/*.{db,embedded,postgres}.test.ts', '**/no-postgres.test.ts'],
        },
      },
      {
        test: {
          ...common,
          name: 'embedded',
          include: ['packages/*/test/**/*.{db,embedded}.test.ts'],
          env: { CAREERGRAPH_TEST_DATABASE: 'embedded' },
        },
      },
      {
        test: {
          ...common,
          name: 'postgres',
          include: postgres
            ? ['packages/*/test/**/*.{db,postgres}.test.ts']
            : ['packages/testkit/test/no-postgres.test.ts'],
          env: { CAREERGRAPH_TEST_DATABASE: 'postgres' },
        },
      },
    ],
  },
});
