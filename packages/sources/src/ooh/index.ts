import { SOURCES } from '@careergraph/domain';
import type { Importer } from '@careergraph/releases';
import { audits } from './audits.js';
import { RELEASE_KEY } from './edition.js';
import { load } from './load.js';
import { recognize } from './recognize.js';

/** The Occupational Outlook Handbook: its pages, or its bulk edition. */
export const oohImporter: Importer = {
  name: 'ooh',
  source: SOURCES.ooh,
  summary: 'profiles of the Occupational Outlook Handbook: its pages (.html) or xml-compilation.xml',
  releaseKey: RELEASE_KEY,
  format: 1,
  recognize,
  describe(release) {
    const [base, projected, , payYear] = release.split('-');
    const label = `${base}–${projected} projections and May ${payYear} wages`;
    return {
      label,
      citation: `U.S. Bureau of Labor Statistics, Occupational Outlook Handbook, ${label}`,
      url: 'https://www.bls.gov/ooh/',
      topCode: null,
    };
  },
  load,
  audits,
  comparisons: [
    {
      id: 'profiles',
      title: 'Profiles of the Handbook',
      table: 'HandbookProfile',
      key: ['slug'],
      measures: [
        { name: 'title', field: 'title', unit: 'TEXT' },
        { name: 'median pay', field: 'medianAnnualUsd', unit: 'USD' },
        { name: 'jobs', field: 'employmentPersons', unit: 'PERSONS' },
        { name: 'percent change', field: 'percentChange', unit: 'PERCENT' },
        { name: 'annual openings', field: 'annualOpeningsPersons', unit: 'PERSONS' },
        { name: 'entry-level education', field: 'entryEducation', unit: 'TEXT' },
      ],
    },
  ],
};
