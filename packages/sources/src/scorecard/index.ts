import { SOURCES } from '@careergraph/domain';
import { MONTHS } from '../cbsa/files.js';
import { defineSource } from '../define/define-source.js';
import { audits } from './audits.js';
import { files } from './files.js';

/** What became of those who completed a field of study, and what institutions cost. */
export const scorecardImporter = defineSource({
  name: 'scorecard',
  source: SOURCES.scorecard,
  summary: 'earnings and debt of graduates, price and completion of institutions: Most-Recent-Cohorts-… (.csv or .zip)',
  releaseKey: { pattern: /^\d{4}-(0[1-9]|1[0-2])$/, example: '2026-06' },
  releaseHelp:
    'The published zip has its date, as in Most-Recent-Cohorts-Field-of-Study_06102026.zip; the page with the data also has it.',
  filesHelp: 'Give Most-Recent-Cohorts-Field-of-Study and Most-Recent-Cohorts-Institution, or one of them.',
  format: 1,
  describe(release) {
    const label = `${MONTHS[Number(release.slice(5)) - 1]} ${release.slice(0, 4)}`;
    return {
      label,
      citation: `U.S. Department of Education, College Scorecard, most recent cohorts, ${label}`,
      url: 'https://collegescorecard.ed.gov/data/',
      topCode: null,
    };
  },
  files,
  audits,
  comparisons: [
    {
      id: 'fields-of-study',
      title: 'Fields of study at institutions',
      table: 'FieldOutcome',
      key: ['unitId', 'opeId', 'cipCode', 'credentialLevel'],
      measures: [
        { name: 'awards', field: 'awards', marker: 'awardsMarker', unit: 'NUMBER' },
        { name: 'earnings after 1 year', field: 'earnings1YearUsd', marker: 'earnings1YearMarker', unit: 'USD' },
        { name: 'earnings after 4 years', field: 'earnings4YearsUsd', marker: 'earnings4YearsMarker', unit: 'USD' },
        { name: 'median debt', field: 'medianDebtUsd', marker: 'medianDebtMarker', unit: 'USD' },
      ],
    },
    {
      id: 'institutions',
      title: 'Institutions',
      table: 'InstitutionOutcome',
      key: ['unitId'],
      measures: [
        { name: 'net price', field: 'netPriceUsd', marker: 'netPriceMarker', unit: 'USD' },
        {
          name: 'completion rate',
          field: 'completionTenThousandths',
          marker: 'completionMarker',
          scale: 0.01,
          unit: 'PERCENT',
        },
      ],
    },
  ],
});
