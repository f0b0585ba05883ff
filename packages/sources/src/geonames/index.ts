import { SOURCES } from '@careergraph/domain';
import type { Importer } from '@careergraph/releases';
import { audits } from './audits.js';
import { load } from './load.js';
import { RELEASE_KEY, recognize } from './recognize.js';

const PAGE = 'https://download.geonames.org/export/zip/';

/** Places, counties and coordinates of ZIP codes. */
export const geonamesImporter: Importer = {
  name: 'geonames',
  source: SOURCES.geonames,
  summary: 'places and counties of ZIP codes: US.zip or US.txt of GeoNames; needs --release with its month',
  releaseKey: RELEASE_KEY,
  format: 1,
  recognize,
  describe: (release) => ({
    label: release,
    citation: `GeoNames, postal codes of the United States, as of ${release}`,
    url: PAGE,
    topCode: null,
  }),
  load,
  audits,
  comparisons: [
    {
      id: 'places',
      title: 'Places of ZIP codes',
      table: 'ZipPlace',
      key: ['zip', 'place'],
      measures: [
        { name: 'state', field: 'stateCode', unit: 'TEXT' },
        { name: 'county', field: 'countyFips', unit: 'TEXT' },
        { name: 'latitude', field: 'latitude', unit: 'NUMBER' },
        { name: 'longitude', field: 'longitude', unit: 'NUMBER' },
      ],
    },
  ],
};
