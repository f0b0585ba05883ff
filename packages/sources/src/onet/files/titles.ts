import { flag, matching, optional, trimmed } from '@careergraph/extract';
import { RENAMED } from '../releases.js';
import { occupationCode } from './cells.js';
import { databaseFile } from './database-file.js';

const CODE = ['O*NET-SOC Code'];

/** What each code is. */
export const occupationData = databaseFile({
  what: 'Occupation Data',
  files: [{ name: 'Occupation Data', role: 'occupation-data' }],
  layouts: [{ columns: { code: CODE, title: ['Title'], description: ['Description'] } }],
  cells: { code: occupationCode, title: trimmed, description: trimmed },
  key: ['code'],
  row: ({ code, title, description }, out) =>
    out.add('FileOccupation', {
      code,
      title,
      level: 'ONET',
      parentCode: code.slice(0, 'NN-NNNN'.length),
      definition: description,
      sheet: out.sheet,
      row: out.row,
    }),
});

/** Other titles of an occupation. A title can have several rows, each with another short title. */
export const alternateTitles = databaseFile({
  what: 'alternate titles',
  files: [
    { name: 'Alternate Titles', role: 'alternate-titles', until: RENAMED },
    { name: 'Job Titles', role: 'alternate-titles', from: RENAMED },
  ],
  layouts: [
    {
      until: RENAMED,
      columns: { code: CODE, title: ['Alternate Title'], shortTitle: ['Short Title'], sources: ['Source(s)'] },
      ignored: ['Title'],
    },
    {
      from: RENAMED,
      columns: { code: CODE, title: ['Job Title'], shortTitle: ['Short Title'], sources: ['Source(s)'] },
      ignored: ['Title'],
    },
  ],
  cells: {
    code: occupationCode,
    title: trimmed,
    shortTitle: optional(trimmed),
    sources: matching(/^\d{2}(,\d{2})*$/, 'a list of two-digit codes such as 02,10'),
  },
  key: ['code', 'title', 'shortTitle'],
  row: ({ code, title, shortTitle, sources }, out) =>
    out.add('OccupationTitle', {
      sheet: out.sheet,
      row: out.row,
      occupationCode: code,
      kind: 'ALTERNATE',
      title,
      shortTitle,
      sources: sources.split(','),
      shownInMyNextMove: null,
    }),
});

/** Titles that people in an occupation reported. */
export const reportedTitles = databaseFile({
  what: 'reported titles',
  files: [{ name: 'Sample of Reported Titles', role: 'reported-titles' }],
  layouts: [
    { columns: { code: CODE, title: ['Reported Job Title'], shown: ['Shown in My Next Move'] }, ignored: ['Title'] },
  ],
  cells: { code: occupationCode, title: trimmed, shown: flag('Y', 'N') },
  key: ['code', 'title'],
  row: ({ code, title, shown }, out) =>
    out.add('OccupationTitle', {
      sheet: out.sheet,
      row: out.row,
      occupationCode: code,
      kind: 'REPORTED',
      title,
      shortTitle: null,
      sources: [],
      shownInMyNextMove: shown,
    }),
});
