import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const { CAREERGRAPH_DATA_DIR, CAREERGRAPH_SEEDS_DIR } = process.env;

/**
 * Folder of the agencies' published files, which are not in this repository. Comparing with them takes minutes, so
 * `npm test` does that only if the variable is set; `.ci/run` sets it.
 */
export const dataDir = resolve(root, CAREERGRAPH_DATA_DIR ?? '../shared/data');
export const haveData = CAREERGRAPH_DATA_DIR !== undefined && existsSync(dataDir);
/** Ends the name of a test that compares with the published files. `.ci/run` fails on a skip if the files are there. */
export const skipped = haveData ? '' : ` (skipped: no published files in CAREERGRAPH_DATA_DIR)`;

/** Folder of the pages whose claims the guides record. They are not in this repository either. */
export const seedsDir = resolve(root, CAREERGRAPH_SEEDS_DIR ?? '../shared/seeds');
export const haveSeeds = CAREERGRAPH_SEEDS_DIR !== undefined && existsSync(seedsDir);
export const seedsSkipped = haveSeeds ? '' : ` (skipped: no published pages in CAREERGRAPH_SEEDS_DIR)`;

/** Whether to run the tests that take long, such as those that pack and install: `.ci/run` does. */
export const inCi = Boolean(process.env.CI);
/** Ends the name of a test that runs in CI only. */
export const ciOnly = inCi ? '' : ' (skipped: takes long; CI=true runs it)';
