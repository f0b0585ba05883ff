import { SOURCES } from '@careergraph/domain';
import { defineSource } from '../define/define-source.js';
import { audits } from './audits.js';
import { files, isAccompanying } from './files.js';
import { RELEASE_KEY, statedRelease } from './releases.js';

/** The O*NET database: what people in each occupation are called, what they do, and what they need. */
export const onetImporter = defineSource({
  name: 'onet',
  source: SOURCES.onet,
  summary: 'the O*NET database, Text or Excel edition: its zip, its folder, or some of its files',
  releaseKey: RELEASE_KEY,
  releaseHelp: 'Or give the Read Me with the files: it has the number.',
  what: 'a known file of the O*NET database',
  filesHelp:
    'Give the Text or Excel edition as it is published (db_29_3_text.zip, db_29_3_excel.zip), or files of one.',
  format: 1,
  describe: (release) => ({
    label: `O*NET ${release} Database`,
    citation: `National Center for O*NET Development, O*NET ${release} Database, U.S. Department of Labor, Employment and Training Administration. Used under the CC BY 4.0 license.`,
    url: 'https://www.onetcenter.org/db_releases.html',
    topCode: null,
  }),
  files,
  isAccompanying,
  statedRelease,
  audits,
  comparisons: [
    {
      id: 'occupations',
      title: 'Occupations',
      table: 'FileOccupation',
      key: ['code'],
      measures: [
        { name: 'title', field: 'title', unit: 'TEXT' },
        { name: 'description', field: 'definition', unit: 'TEXT' },
      ],
    },
    {
      id: 'titles',
      title: 'Alternate and reported titles',
      table: 'OccupationTitle',
      key: ['occupationCode', 'kind', 'title', 'shortTitle'],
      measures: [{ name: 'shown in My Next Move', field: 'shownInMyNextMove', unit: 'TEXT' }],
    },
    {
      id: 'tasks',
      title: 'Tasks',
      table: 'OnetTask',
      key: ['occupationCode', 'taskId'],
      measures: [
        { name: 'task', field: 'task', unit: 'TEXT' },
        { name: 'type', field: 'type', unit: 'TEXT' },
      ],
    },
    {
      id: 'ratings',
      title: 'Skills, knowledge, education and training, work styles, interests',
      table: 'OnetRating',
      key: ['occupationCode', 'elementId', 'scaleId', 'category'],
      measures: [
        { name: 'value', field: 'valueHundredths', scale: 0.01, unit: 'NUMBER' },
        { name: 'suppressed', field: 'recommendSuppress', unit: 'TEXT' },
        { name: 'not relevant', field: 'notRelevant', unit: 'TEXT' },
      ],
    },
    {
      id: 'technology',
      title: 'Technology',
      table: 'OnetTechnology',
      key: ['occupationCode', 'example'],
      measures: [
        { name: 'hot', field: 'hot', unit: 'TEXT' },
        { name: 'in demand', field: 'inDemand', unit: 'TEXT' },
      ],
    },
    {
      id: 'job-zones',
      title: 'Job zones',
      table: 'OnetJobZone',
      key: ['occupationCode'],
      measures: [{ name: 'job zone', field: 'jobZone', unit: 'NUMBER' }],
    },
    {
      id: 'related',
      title: 'Related occupations',
      table: 'OnetRelated',
      key: ['occupationCode', 'relatedCode'],
      measures: [
        { name: 'tier', field: 'tier', unit: 'TEXT' },
        { name: 'index', field: 'index', unit: 'NUMBER' },
      ],
    },
  ],
});
