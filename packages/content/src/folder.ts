import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The guides of this repository. */
export const guidesFolder = dirname(fileURLToPath(import.meta.resolve('@careergraph/guides/package.json')));
