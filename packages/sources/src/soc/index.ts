import { SOURCES } from '@careergraph/domain';
import type { Importer } from '@careergraph/releases';
import { audits } from './audits.js';
import { load } from './load.js';
import { recognize } from './recognize.js';

/** Standard Occupational Classification: the tree of groups, definitions, and direct match titles. */
export const socImporter: Importer = {
  name: 'soc',
  source: SOURCES.soc,
  summary: 'Standard Occupational Classification 2018: structure, definitions and direct match titles (.xlsx)',
  releaseKey: { pattern: /^\d{4}$/, example: '2018' },
  format: 1,
  recognize,
  describe: (release) => ({
    label: `SOC ${release}`,
    citation: `U.S. Bureau of Labor Statistics, Standard Occupational Classification, ${release}`,
    url: `https://www.bls.gov/soc/${release}/home.htm`,
    topCode: null,
  }),
  load,
  audits,
  comparisons: [
    {
      id: 'occupations',
      title: 'Groups and occupations',
      table: 'FileOccupation',
      key: ['code'],
      measures: [{ name: 'title', field: 'title', unit: 'TEXT' }],
    },
    {
      id: 'titles',
      title: 'Direct match titles',
      table: 'OccupationTitle',
      key: ['occupationCode', 'title'],
      measures: [],
    },
  ],
};
