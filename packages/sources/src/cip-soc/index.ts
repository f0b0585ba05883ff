import { SOURCES } from '@careergraph/domain';
import { defineSource } from '../define/define-source.js';
import { audits } from './audits.js';
import { crosswalk } from './files.js';

/** Which fields of study may prepare for an occupation. */
export const cipSocImporter = defineSource({
  name: 'cip-soc',
  source: SOURCES.cipSoc,
  summary: 'fields of study that may prepare for an occupation: CIP2020_SOC2018_Crosswalk.xlsx',
  releaseKey: { pattern: /^2020$/, example: '2020' },
  releaseHelp: 'Its columns name the edition of the CIP.',
  filesHelp: 'Give CIP2020_SOC2018_Crosswalk.xlsx.',
  format: 1,
  describe: () => ({
    label: 'CIP 2020 to SOC 2018',
    citation:
      'National Center for Education Statistics and U.S. Bureau of Labor Statistics, CIP 2020 to SOC 2018 crosswalk',
    url: 'https://nces.ed.gov/ipeds/cipcode/post3.aspx?y=56',
    topCode: null,
  }),
  files: [crosswalk],
  audits,
  comparisons: [
    {
      id: 'pairs',
      title: 'Fields of study and occupations',
      table: 'CipOccupation',
      key: ['cipCode', 'occupationCode'],
      measures: [],
    },
    {
      id: 'titles',
      title: 'Titles of fields of study',
      table: 'CipTitle',
      key: ['cipCode'],
      measures: [{ name: 'title', field: 'title', unit: 'TEXT' }],
    },
  ],
});
