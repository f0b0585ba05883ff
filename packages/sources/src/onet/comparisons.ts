import type { Comparison } from '@careergraph/releases';

/** What a diff of two O*NET releases shows. */
export const comparisons: readonly Comparison[] = [
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
];
