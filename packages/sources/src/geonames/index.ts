import { SOURCES } from '@careergraph/domain';
import { defineSource } from '../define/define-source.js';
import { audits } from './audits.js';
import { postalCodes } from './files.js';

/** Places, counties and coordinates of ZIP codes. */
export const geonamesImporter = defineSource({
  name: 'geonames',
  source: SOURCES.geonames,
  summary: 'places and counties of ZIP codes: US.zip or US.txt of GeoNames; needs --release with its month',
  releaseKey: { pattern: /^\d{4}-(0[1-9]|1[0-2])$/, example: '2026-11' },
  releaseHelp: 'The month is that of "Last modified" beside US.zip on the page where it was downloaded.',
  filesHelp: 'Give US.zip, or US.txt that is in it.',
  format: 1,
  describe: (release) => ({
    label: release,
    citation: `GeoNames, postal codes of the United States, as of ${release}`,
    url: 'https://download.geonames.org/export/zip/',
    topCode: null,
  }),
  files: [postalCodes],
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
});
