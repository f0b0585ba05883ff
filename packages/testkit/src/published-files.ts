import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Folder of the published files, which are not in this repository. */
export const dataDir = resolve(root, process.env.CAREERGRAPH_DATA_DIR ?? '../shared/data');
export const haveData = existsSync(dataDir);
export const onCi = process.env.CI !== undefined && process.env.CI !== '';
/** Ends the name of a test that is skipped without the published files; they must be there in CI. */
export const skipped =
  haveData || onCi ? '' : ' (skipped: CAREERGRAPH_DATA_DIR names no folder, nothing to compare with)';
