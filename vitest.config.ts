import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const postgres = process.env.CAREERGRAPH_TEST_POSTGRES_URL;

/** Packages whose tests need neither a database nor a build, except for the tests named here. */
const UNIT_PACKAGES = 'domain|extract|sources|content';
const DATABASE_TESTS = '**/*.{db,embedded,postgres}.test.ts';
/** They run the build, or compare with large published files. */
const BUILT_TESTS = ['packages/*/test/**/*.built.test.ts', 'packages/*/test/**/published*.test.ts'];
const NO_POSTGRES = 'packages/testkit/test/no-postgres.test.ts';
/** They start, kill, and open many servers and databases. They run only if `CI` is set, as `.ci/run` does. */
const LONG = process.env.CI ? [] : ['**/*.long.{test,db.test,embedded.test,postgres.test}.ts'];

/**
 * Database tests of what differs between the two databases: opening, locks, imports, constraints, the order of text, and
 * the number of statements. With a Postgres server, the other ones run on it alone.
 */
const ON_BOTH = [
  'packages/cli/test/@(download|killed|releases|together|upgrade)*.db.test.ts',
  'packages/content/test/**/*.db.test.ts',
  'packages/server/test/@(constraints|lists|questions)/**/*.db.test.ts',
  'packages/server/test/start/@(killed|migration|refused|start)*.db.test.ts',
  'packages/sources/test/oews/**/*.db.test.ts',
];

const common = {
  // Each file has its own database and shares nothing else, so files share loaded modules. This saves a third of the time.
  isolate: false,
  // For what hangs: no test takes a tenth of it, but a busy machine may take long for any of them.
  testTimeout: 300_000,
  hookTimeout: 300_000,
};

const built = {
  ...common,
  // Per project, so that a run of unit tests prepares no database. The first project to run prepares all of them.
  globalSetup: ['packages/testkit/dist/global-setup.js'],
  // Test what ships: Node itself loads the built packages.
  server: { deps: { external: [/\/packages\/[a-z]+\/dist\//] } },
};

export default defineConfig({
  test: {
    // The long tests wait for processes a quarter of their time.
    maxWorkers: process.env.CI ? Math.ceil(availableParallelism() * 1.5) : '100%',
    projects: [
      {
        // Workspace packages resolve to src instead of dist; the other conditions are Vite's defaults.
        ssr: { resolve: { conditions: ['@careergraph/source', 'module', 'node', 'development|production'] } },
        test: {
          ...common,
          name: 'unit',
          include: [`packages/@(${UNIT_PACKAGES})/test/**/*.test.ts`],
          exclude: [DATABASE_TESTS, ...BUILT_TESTS, ...LONG],
        },
      },
      {
        test: {
          ...built,
          name: 'files',
          include: [`packages/!(${UNIT_PACKAGES})/test/**/*.test.ts`, ...BUILT_TESTS],
          exclude: [DATABASE_TESTS, NO_POSTGRES, ...LONG],
        },
      },
      {
        test: {
          ...built,
          name: 'embedded',
          include: [
            'packages/*/test/**/*.embedded.test.ts',
            ...(postgres ? ON_BOTH : ['packages/*/test/**/*.db.test.ts']),
          ],
          exclude: LONG,
          env: { CAREERGRAPH_TEST_DATABASE: 'embedded' },
        },
      },
      {
        test: {
          ...built,
          name: 'postgres',
          include: postgres ? ['packages/*/test/**/*.{db,postgres}.test.ts'] : [NO_POSTGRES],
          exclude: LONG,
          env: { CAREERGRAPH_TEST_DATABASE: 'postgres' },
        },
      },
    ],
  },
});
