import { SOURCES } from '@careergraph/domain';
import { defineSource } from '../define/define-source.js';
import { audits } from './audits.js';
import { files } from './files.js';

/** The Standard Occupational Classification: the tree of groups, definitions, and direct match titles. */
export const socImporter = defineSource({
  name: 'soc',
  source: SOURCES.soc,
  summary: 'Standard Occupational Classification 2018: structure, definitions and direct match titles (.xlsx)',
  // The only revision whose files and numbers of groups are known.
  releaseKey: { pattern: /^2018$/, example: '2018' },
  releaseHelp: 'It is the year of the classification.',
  what: 'a file of the Standard Occupational Classification (structure, definitions, direct match titles)',
  filesHelp: 'Give the workbooks from https://www.bls.gov/soc/2018/home.htm.',
  format: 1,
  describe: (release) => ({
    label: `SOC ${release}`,
    citation: `U.S. Bureau of Labor Statistics, Standard Occupational Classification, ${release}`,
    url: `https://www.bls.gov/soc/${release}/home.htm`,
    topCode: null,
  }),
  files,
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
});
