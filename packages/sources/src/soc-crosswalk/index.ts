import { SOURCES } from '@careergraph/domain';
import { defineSource } from '../define/define-source.js';
import { audits } from './audits.js';
import { crosswalk } from './files.js';

/** The successors of the occupations of the SOC 2010. */
export const socCrosswalkImporter = defineSource({
  name: 'soc-crosswalk',
  source: SOURCES.socCrosswalk,
  summary: 'successors of SOC 2010 codes in the SOC 2018: soc_2010_to_2018_crosswalk.xlsx',
  releaseKey: { pattern: /^2018$/, example: '2018' },
  releaseHelp: 'Its columns name the editions that it leads from and to.',
  filesHelp: 'Give soc_2010_to_2018_crosswalk.xlsx.',
  format: 1,
  describe: () => ({
    label: 'SOC 2010 to SOC 2018',
    citation: 'U.S. Bureau of Labor Statistics, 2010 SOC to 2018 SOC crosswalk, November 2017',
    url: 'https://www.bls.gov/soc/2018/home.htm',
    topCode: null,
  }),
  files: [crosswalk],
  audits,
  comparisons: [
    {
      id: 'successors',
      title: 'Successors of occupations',
      table: 'OccupationSuccessor',
      key: ['code', 'successorCode'],
      measures: [
        { name: 'title', field: 'title', unit: 'TEXT' },
        { name: 'successor title', field: 'successorTitle', unit: 'TEXT' },
      ],
    },
  ],
});
