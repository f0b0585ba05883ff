import { SOURCES } from '@careergraph/domain';
import type { Importer } from '@careergraph/releases';
import { audits } from './audits.js';
import { comparisons } from './comparisons.js';
import { load } from './load.js';
import { recognize } from './recognize.js';
import { labelOf, topCodeOf } from './releases.js';

/** Wages and employment by occupation and area: the files of OEWS, May 2013 and later. */
export const oewsImporter: Importer = {
  name: 'oews',
  source: SOURCES.oews,
  summary: 'national, state, metropolitan and nonmetropolitan estimates (.xlsx, .csv, or the .zip they come in)',
  releaseKey: { pattern: /^20\d{2}-05$/, example: '2024-05' },
  format: 1,
  recognize,
  describe: (release) => ({
    label: labelOf(release),
    citation: `U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, ${labelOf(release)}`,
    url: 'https://www.bls.gov/oes/tables.htm',
    topCode: topCodeOf(release),
  }),
  load,
  audits,
  comparisons,
};
