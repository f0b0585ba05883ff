import type { Importer } from '@careergraph/releases';
import { audits } from './audits.js';
import { comparisons } from './comparisons.js';
import { load } from './load.js';
import { recognize } from './recognize.js';
import { describeRelease, RELEASE_KEY } from './release.js';

/** The O*NET database: what occupations are called, do and ask for. */
export const onetImporter: Importer = {
  name: 'onet',
  source: {
    id: 'onet',
    kind: 'AGENCY',
    name: 'O*NET Database',
    publisher: 'National Center for O*NET Development',
    homepage: 'https://www.onetcenter.org/database.html',
    licence: 'CC BY 4.0',
    attribution:
      'This page includes information from the O*NET Database by the U.S. Department of Labor, Employment and Training ' +
      'Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA.',
  },
  summary: 'the O*NET database, Text or Excel edition: its zip, its folder, or some of its files',
  releaseKey: RELEASE_KEY,
  format: 1,
  recognize,
  describe: describeRelease,
  load,
  audits,
  comparisons,
};
