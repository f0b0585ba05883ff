import { SOURCES } from '@careergraph/domain';
import { defineSource } from '../define/define-source.js';
import { audits } from './audits.js';
import { occupations } from './files.js';

/** Employment Projections: the occupation table of the national workbook, with line items and summaries. */
export const projectionsImporter = defineSource({
  name: 'projections',
  source: SOURCES.projections,
  summary: 'Employment Projections of the BLS: the occupation workbook (occupation.xlsx), every round since 2016-26',
  releaseKey: { pattern: /^\d{4}-\d{2}$/, example: '2024-34' },
  releaseHelp: 'The title of the occupation table has the years.',
  filesHelp: 'Give occupation.xlsx from https://www.bls.gov/emp/data/occupational-data.htm (all tables, XLSX).',
  format: 1,
  describe(release) {
    const round = release.replace('-', '–');
    return {
      label: round,
      citation: `U.S. Bureau of Labor Statistics, Employment Projections, ${round}, occupation workbook`,
      url: 'https://www.bls.gov/emp/data/occupational-data.htm',
      topCode: null,
    };
  },
  files: [occupations],
  audits,
  comparisons: [
    {
      id: 'projections',
      title: 'Employment projections',
      table: 'Projection',
      key: ['occupationCode', 'areaCode'],
      groupedBy: 'occupationCode',
      measures: [
        { name: 'base employment', field: 'baseEmploymentPersons', marker: 'baseEmploymentMarker', unit: 'PERSONS' },
        {
          name: 'projected employment',
          field: 'projectedEmploymentPersons',
          marker: 'projectedEmploymentMarker',
          unit: 'PERSONS',
        },
        { name: 'percent change', field: 'percentTenths', marker: 'percentMarker', scale: 0.1, unit: 'PERCENT' },
        { name: 'annual openings', field: 'annualOpeningsPersons', marker: 'annualOpeningsMarker', unit: 'PERSONS' },
        { name: 'entry education', field: 'entryEducation', unit: 'TEXT' },
      ],
    },
  ],
});
