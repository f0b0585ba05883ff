import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Folder of the agencies' published files, which are not in this repository. */
export const dataDir = resolve(root, process.env.CAREERGRAPH_DATA_DIR ?? '../shared/data');
export const haveData = existsSync(dataDir);
/** Ends the name of a test that compares with the published files. `.ci/run` fails on a skip if the files are there. */
export const skipped = haveData ? '' : ` (skipped: no published files in ${dataDir}; set CAREERGRAPH_DATA_DIR)`;

/** Folder of the pages whose claims the guides record. They are not in this repository either. */
export const seedsDir = resolve(root, process.env.CAREERGRAPH_SEEDS_DIR ?? '../shared/seeds');
export const haveSeeds = existsSync(seedsDir);
export const seedsSkipped = haveSeeds ? '' : ` (skipped: no published pages in ${seedsDir}; set CAREERGRAPH_SEEDS_DIR)`;
