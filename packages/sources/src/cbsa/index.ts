import { SOURCES } from '@careergraph/domain';
import type { Importer } from '@careergraph/releases';
import { audits } from './audits.js';
import { load } from './load.js';
import { MONTHS, RELEASE_KEY, recognize } from './recognize.js';

const PAGE = 'https://www.census.gov/geographies/reference-files/time-series/demo/metro-micro/delineation-files.html';

/** Metropolitan and micropolitan areas with their counties. */
export const cbsaImporter: Importer = {
  name: 'cbsa',
  source: SOURCES.cbsa,
  summary: 'metropolitan and micropolitan areas and their counties: List 1 (.xlsx) of the Census Bureau',
  releaseKey: RELEASE_KEY,
  format: 1,
  recognize,
  describe(release) {
    const label = `${MONTHS[Number(release.slice(5)) - 1]} ${release.slice(0, 4)}`;
    return {
      label,
      citation: `U.S. Census Bureau, core based statistical areas, List 1, ${label}`,
      url: PAGE,
      topCode: null,
    };
  },
  load,
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
};
