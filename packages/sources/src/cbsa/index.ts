import { SOURCES } from '@careergraph/domain';
import { defineSource } from '../define/define-source.js';
import { audits } from './audits.js';
import { list1, MONTHS } from './files.js';

/** Metropolitan and micropolitan areas with their counties. */
export const cbsaImporter = defineSource({
  name: 'cbsa',
  source: SOURCES.cbsa,
  summary: 'metropolitan and micropolitan areas and their counties: List 1 (.xlsx) of the Census Bureau',
  releaseKey: { pattern: /^\d{4}-(0[1-9]|1[0-2])$/, example: '2023-07' },
  releaseHelp: 'The title above the table names the month, and so does the OMB bulletin that it follows.',
  filesHelp: 'Give List 1, list1_2023.xlsx.',
  format: 2,
  describe(release) {
    const label = `${MONTHS[Number(release.slice(5)) - 1]} ${release.slice(0, 4)}`;
    return {
      label,
      citation: `U.S. Census Bureau, core based statistical areas, List 1, ${label}`,
      url: 'https://www.census.gov/geographies/reference-files/time-series/demo/metro-micro/delineation-files.html',
      topCode: null,
    };
  },
  files: [list1],
  audits,
  comparisons: [
    {
      id: 'areas',
      title: 'Metropolitan and micropolitan areas',
      table: 'FileArea',
      key: ['code'],
      measures: [
        { name: 'title', field: 'name', unit: 'TEXT' },
        { name: 'kind', field: 'kind', unit: 'TEXT' },
        { name: 'state', field: 'parentCode', unit: 'TEXT' },
      ],
    },
    {
      id: 'counties',
      title: 'Counties of the areas',
      table: 'CbsaCounty',
      key: ['countyFips'],
      measures: [
        { name: 'area', field: 'areaCode', unit: 'TEXT' },
        { name: 'central', field: 'central', unit: 'TEXT' },
        { name: 'county', field: 'county', unit: 'TEXT' },
      ],
    },
  ],
});
