import { oewsImporter } from './oews/index.js';
import type { Importer } from './pipeline/importer.js';

/** All of them, in the order of `--help`. */
export const importers: readonly Importer[] = [oewsImporter];
