import { SOURCES } from '@careergraph/domain';
import { defineSource } from '../define/define-source.js';
import { audits } from './audits.js';
import { estimates } from './files.js';
import { labelOf, topCodeOf } from './releases.js';

/** Comes with the estimates, and describes their columns. */
const ACCOMPANYING = /^(field|file)_?descriptions?.*\.xlsx?$/i;

/** Wages and employment by occupation and area: the files of OEWS, May 2013 and later. */
export const oewsImporter = defineSource({
  name: 'oews',
  source: SOURCES.oews,
  summary: 'national, state, metropolitan and nonmetropolitan estimates (.xlsx, .csv, or the .zip they come in)',
  releaseKey: { pattern: /^20\d{2}-05$/, example: '2024-05' },
  releaseHelp: 'The published name has its year, as in national_M2024_dl.xlsx.',
  filesHelp:
    'Give national_M2024_dl.xlsx, state_M2024_dl.xlsx, MSA_M2024_dl.xlsx or BOS_M2024_dl.xlsx, those of another year, the .zip that they are published in, or all_data_M_2024.xlsx, which has all four.',
  isAccompanying: (fileName) => ACCOMPANYING.test(fileName),
  format: 1,
  describe: (release) => ({
    label: labelOf(release),
    citation: `U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, ${labelOf(release)}`,
    url: 'https://www.bls.gov/oes/tables.htm',
    topCode: topCodeOf(release) ?? null,
  }),
  files: [estimates],
  audits,
  comparisons: [
    {
      id: 'wages',
      title: 'Employment and wages by occupation and area',
      table: 'WageEstimate',
      key: ['occupationCode', 'areaCode'],
      groupedBy: 'occupationCode',
      measures: [
        { name: 'employment', field: 'employmentPersons', marker: 'employmentMarker', unit: 'PERSONS' },
        { name: 'annual mean', field: 'annualMeanUsd', marker: 'annualMeanMarker', unit: 'USD' },
        { name: 'annual median', field: 'annualP50Usd', marker: 'annualP50Marker', unit: 'USD' },
        { name: 'annual 10th percentile', field: 'annualP10Usd', marker: 'annualP10Marker', unit: 'USD' },
        { name: 'annual 90th percentile', field: 'annualP90Usd', marker: 'annualP90Marker', unit: 'USD' },
        {
          name: 'hourly median',
          field: 'hourlyP50Cents',
          marker: 'hourlyP50Marker',
          scale: 0.01,
          unit: 'USD_PER_HOUR',
        },
      ],
    },
  ],
});
