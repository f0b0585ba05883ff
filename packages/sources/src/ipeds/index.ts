import { SOURCES } from '@careergraph/domain';
import type { PublishedFile } from '@careergraph/extract';
import type { Importer } from '@careergraph/releases';
import { defineSource } from '../define/define-source.js';
import { audits } from './audits.js';
import { files } from './files.js';

const source = defineSource({
  name: 'ipeds',
  source: SOURCES.ipeds,
  summary: 'institutions and their programs: hd2024.csv and c2024_a.csv of IPEDS, or their zips',
  // Completions use the CIP 2020 since 2020, and levels that are not those before.
  releaseKey: { pattern: /^20[2-9]\d$/, example: '2024' },
  releaseHelp: 'The published names have the year, as in hd2024.csv and c2024_a.csv.',
  filesHelp: 'Give HD2024 (institutions) and C2024_A (completions), or one of them.',
  encoding: 'utf-8-or-windows-1252',
  format: 1,
  describe: (release) => ({
    label: `July ${Number(release) - 1} to June ${release}`,
    citation: `U.S. Department of Education, National Center for Education Statistics, IPEDS, institutional characteristics and completions, ${release}`,
    url: 'https://nces.ed.gov/ipeds/datacenter/DataFiles.aspx',
    topCode: null,
  }),
  files,
  audits,
  comparisons: [
    {
      id: 'institutions',
      title: 'Institutions',
      table: 'Institution',
      key: ['unitId'],
      measures: [
        { name: 'name', field: 'name', unit: 'TEXT' },
        { name: 'city', field: 'city', unit: 'TEXT' },
        { name: 'ZIP code', field: 'zip', unit: 'TEXT' },
        { name: 'area', field: 'areaCode', unit: 'TEXT' },
        { name: 'latitude', field: 'latitude', unit: 'NUMBER' },
        { name: 'longitude', field: 'longitude', unit: 'NUMBER' },
        { name: 'control', field: 'control', unit: 'TEXT' },
        { name: 'level', field: 'level', unit: 'TEXT' },
        { name: 'active', field: 'active', unit: 'TEXT' },
      ],
    },
    {
      id: 'programs',
      title: 'Programs',
      table: 'Program',
      key: ['unitId', 'cipCode', 'awardLevel', 'majorNumber'],
      measures: [{ name: 'completions', field: 'completions', marker: 'completionsMarker', unit: 'NUMBER' }],
    },
  ],
});

/** Institutions of higher education, and the programs in which they confer awards. */
export const ipedsImporter: Importer = {
  ...source,
  recognize: (given, options) =>
    source.recognize(
      given.filter((file) => !isRevised(file, given)),
      options,
    ),
};

/** A zip that was published again has the first file and the revised one, `c2023_a.csv` and `c2023_a_rv.csv`. */
function isRevised({ name, archive }: PublishedFile, files: readonly PublishedFile[]): boolean {
  const revised = name.replace(/(?=\.csv$)/i, '_rv').toLowerCase();
  return files.some((other) => other.archive === archive && other.name.toLowerCase() === revised);
}
