import { type CellType, flag, inSome, oneOf, optional, scaled, trimmed } from '@careergraph/extract';
import { RENAMED } from '../releases.js';
import { count, DATED, dated, elementId, jobZone, occupationCode, ordinal } from './cells.js';
import { databaseFile } from './database-file.js';

const CODE = ['O*NET-SOC Code'];
const yesOrNo = flag('Y', 'N');

/** What people in an occupation do. */
export const tasks = databaseFile({
  what: 'task statements',
  files: [{ name: 'Task Statements', role: 'task-statements' }],
  layouts: [
    {
      columns: {
        code: CODE,
        taskId: ['Task ID'],
        task: ['Task'],
        type: ['Task Type'],
        incumbentsResponding: ['Incumbents Responding'],
        ...DATED,
      },
      ignored: ['Title'],
    },
  ],
  cells: {
    code: occupationCode,
    taskId: ordinal,
    task: trimmed,
    type: optional(oneOf(['Core', 'Supplemental'])),
    incumbentsResponding: optional(count),
    ...dated,
  },
  key: ['taskId'],
  row: ({ code, ...task }, out) =>
    out.add('OnetTask', { sheet: out.sheet, row: out.row, occupationCode: code, ...task }),
});

/** The first release that always has "In Demand", which O*NET introduced in 27.1. */
const IN_DEMAND = '27.2';

const BY_COMMODITY = {
  code: CODE,
  example: ['Example'],
  commodityCode: ['Commodity Code'],
  commodityTitle: ['Commodity Title'],
  hot: ['Hot Technology'],
};

/** Some names of products have a character reference instead of an apostrophe. */
const product: CellType<string> = {
  read(cell) {
    const name = trimmed.read(cell);
    return typeof name === 'string' ? name.replaceAll('&apos;', "'") : name;
  },
};

/** Software and tools of an occupation: with a UNSPSC commodity before 30.3, with an element of the content model since. */
export const technology = databaseFile({
  what: 'technology skills',
  files: [
    { name: 'Technology Skills', role: 'technology-skills', until: RENAMED },
    { name: 'Software Skills', role: 'technology-skills', from: RENAMED },
  ],
  layouts: [
    { until: RENAMED, columns: { ...BY_COMMODITY, inDemand: ['In Demand'] }, ignored: ['Title'] },
    { until: IN_DEMAND, columns: BY_COMMODITY, ignored: ['Title'] },
    {
      from: RENAMED,
      columns: {
        code: CODE,
        example: ['Workplace Example'],
        elementId: ['Element ID'],
        hot: ['Hot Technology'],
        inDemand: ['In Demand'],
      },
      ignored: ['Title', 'Element Name'],
    },
  ],
  cells: {
    code: occupationCode,
    example: product,
    commodityCode: inSome(
      scaled({ what: 'an eight-digit commodity code', perUnit: 1, min: 10_000_000, max: 99_999_999 }),
      null,
    ),
    commodityTitle: inSome(trimmed, null),
    elementId: inSome(elementId, null),
    hot: yesOrNo,
    inDemand: inSome(yesOrNo, null),
  },
  key: ['code', 'example', 'commodityCode', 'elementId'],
  row: ({ code, ...technology }, out) =>
    out.add('OnetTechnology', { sheet: out.sheet, row: out.row, occupationCode: code, ...technology }),
});

/** How much preparation an occupation needs. */
export const jobZones = databaseFile({
  what: 'job zones',
  files: [{ name: 'Job Zones', role: 'job-zones' }],
  layouts: [{ columns: { code: CODE, jobZone: ['Job Zone'], ...DATED }, ignored: ['Title'] }],
  cells: { code: occupationCode, jobZone, ...dated },
  key: ['code'],
  row: ({ code, ...zone }, out) =>
    out.add('OnetJobZone', { sheet: out.sheet, row: out.row, occupationCode: code, ...zone }),
});

/** Occupations that are similar to an occupation, the most similar first. */
export const relatedOccupations = databaseFile({
  what: 'related occupations',
  files: [{ name: 'Related Occupations', role: 'related-occupations' }],
  layouts: [
    {
      columns: {
        code: CODE,
        relatedCode: ['Related O*NET-SOC Code'],
        tier: ['Relatedness Tier'],
        index: ['Index'],
      },
      ignored: ['Title', 'Related Title'],
    },
  ],
  cells: {
    code: occupationCode,
    relatedCode: occupationCode,
    tier: oneOf(['Primary-Short', 'Primary-Long', 'Supplemental']),
    index: ordinal,
  },
  key: ['code', 'relatedCode'],
  row: ({ code, ...related }, out) =>
    out.add('OnetRelated', { sheet: out.sheet, row: out.row, occupationCode: code, ...related }),
});
