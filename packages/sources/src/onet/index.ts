import { SOURCES } from '@careergraph/domain';
import type { Importer } from '@careergraph/releases';
import { audits } from './audits.js';
import { comparisons } from './comparisons.js';
import { load } from './load.js';
import { recognize } from './recognize.js';
import { describeRelease, RELEASE_KEY } from './release.js';

/** The O*NET database: what occupations are called, do and ask for. */
export const onetImporter: Importer = {
  name: 'onet',
  source: SOURCES.onet,
  summary: 'the O*NET database, Text or Excel edition: its zip, its folder, or some of its files',
  releaseKey: RELEASE_KEY,
  format: 1,
  recognize,
  describe: describeRelease,
  load,
  audits,
  comparisons,
};
