import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, onlyError } from '../support/ask.js';
import { at } from '../support/paths.js';
import { fieldOf } from './field.js';
import { ATTRIBUTION, insertOccupations } from './onet-rows.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', insertOccupations);
});
afterAll(() => api?.close());

const field = (code: string, selection: string) => fieldOf(api, code, selection);

describe('ratings', () => {
  const RATED = '{ element { name } importance { value } level { value } hiddenScales }';

  test('the most important come first, and what is recommended to suppress or not relevant is hidden and counted', async () => {
    expect(await field('11-9111', `skills { hidden reason nodes ${RATED} }`)).toEqual({
      hidden: 3,
      reason: null,
      nodes: [
        {
          element: { name: 'Reading Comprehension' },
          importance: { value: 4 },
          level: { value: 4.12 },
          hiddenScales: [],
        },
        { element: { name: 'Active Listening' }, importance: { value: 4 }, level: null, hiddenScales: ['LV'] },
        { element: { name: 'Programming' }, importance: { value: 2 }, level: { value: 1.38 }, hiddenScales: [] },
      ],
    });
  });

  test('includeSuppressed shows them', async () => {
    expect(await field('11-9111', `skills(includeSuppressed: true) { hidden nodes ${RATED} }`)).toEqual({
      hidden: 0,
      nodes: [
        { element: { name: 'Repairing' }, importance: { value: 5 }, level: { value: 0 }, hiddenScales: [] },
        {
          element: { name: 'Reading Comprehension' },
          importance: { value: 4 },
          level: { value: 4.12 },
          hiddenScales: [],
        },
        { element: { name: 'Active Listening' }, importance: { value: 4 }, level: { value: 4.12 }, hiddenScales: [] },
        { element: { name: 'Programming' }, importance: { value: 2 }, level: { value: 1.38 }, hiddenScales: [] },
      ],
    });
  });

  test('a rating has its scale, precision, date, who gave it and its row', async () => {
    const rating = `{ value scale { key name minimum maximum } sampleSize standardError lowerBound upperBound
      recommendSuppress notRelevant date domainSource provenance { sheet row file { name } release { key } attribution } }`;
    const skills = await field('11-9111.00', `skills { nodes { element { key description } level ${rating} } }`);
    expect(at(skills, 'nodes[0]')).toEqual({
      element: { key: '2.A.1.a', description: 'Reading Comprehension (test).' },
      level: {
        value: 4.12,
        scale: { key: 'LV', name: 'Level', minimum: 0, maximum: 7 },
        ...{ sampleSize: 8, standardError: 0.125, lowerBound: 3.88, upperBound: 4.37 },
        ...{ recommendSuppress: false, notRelevant: false, date: '2022-08', domainSource: 'Analyst' },
        provenance: {
          ...{ sheet: 'Skills', row: 2383, file: { name: 'Skills.xlsx' } },
          ...{ release: { key: '29.3' }, attribution: ATTRIBUTION },
        },
      },
    });
  });

  test('interests have a score each and high-points by rank; a high-point of 0 is none', async () => {
    expect(
      await field(
        '11-9111',
        'interests { nodes { element { name } score { value } } highPoints { rank element { name } provenance { row } } }',
      ),
    ).toEqual({
      nodes: [
        { element: { name: 'Enterprising' }, score: { value: 5.65 } },
        { element: { name: 'Conventional' }, score: { value: 5.63 } },
        { element: { name: 'Social' }, score: { value: 4.24 } },
        { element: { name: 'Realistic' }, score: { value: 2.15 } },
      ],
      highPoints: [
        { rank: 1, element: { name: 'Enterprising' }, provenance: { row: 359 } },
        { rank: 2, element: { name: 'Conventional' }, provenance: { row: 360 } },
      ],
    });
  });

  test('education has its shares by category, and what is rated on a scale its rating', async () => {
    expect(
      await field(
        '11-9111',
        'educationNeeded { nodes { element { name } scale { key } rating { value } categories { category description percent sampleSize provenance { row } } } }',
      ),
    ).toEqual({
      nodes: [
        {
          element: { name: 'Required Level of Education' },
          scale: { key: 'RL' },
          rating: null,
          categories: [
            {
              category: 2,
              description: 'High school diploma (test)',
              percent: 3.57,
              sampleSize: 28,
              provenance: { row: 1353 },
            },
            {
              category: 6,
              description: "Bachelor's Degree",
              percent: 46.43,
              sampleSize: 28,
              provenance: { row: 1357 },
            },
            { category: 8, description: "Master's Degree", percent: 21.43, sampleSize: 28, provenance: { row: 1359 } },
          ],
        },
        {
          element: { name: 'Job-Related Professional Certification' },
          scale: { key: 'IM' },
          rating: { value: 3.67 },
          categories: [],
        },
      ],
    });
  });
});

describe('whose rows these are, or why there are none', () => {
  const about = 'tasks { release { key } attribution onetCode { code } explanation reason nodes { key text kind } }';

  test('a SOC code has the tasks of its .00, and says so', async () => {
    expect(await field('11-9111', about)).toEqual({
      release: { key: '29.3' },
      attribution: ATTRIBUTION,
      onetCode: { code: '11-9111.00' },
      explanation: 'O*NET describes 11-9111 under 11-9111.00, its code for all of that occupation.',
      reason: null,
      nodes: [
        { key: 46, text: 'Supervise staff (test of O*NET 29.3 Database).', kind: 'CORE' },
        { key: 49, text: 'Keep records (test).', kind: 'CORE' },
        { key: 63, text: 'Teach (test).', kind: 'SUPPLEMENTAL' },
      ],
    });
  });

  test('asOf asks an earlier release, which may lack a table', async () => {
    expect(await field('11-9111.00', 'tasks(asOf: "29.0") { release { key } explanation nodes { text } }')).toEqual({
      release: { key: '29.0' },
      explanation: null,
      nodes: [
        { text: 'Supervise staff (test of O*NET 29.0 Database).' },
        { text: 'Keep records (test).' },
        { text: 'Teach (test).' },
      ],
    });
    expect(
      await field('11-9111', 'skills(asOf: "29.0") { attribution reason hidden nodes { element { name } } }'),
    ).toEqual({
      attribution: ATTRIBUTION,
      reason: 'O*NET 29.0 Database, as it is loaded here, has no table of skills.',
      hidden: 0,
      nodes: [],
    });
  });

  test.each([
    ['11-9110', '', 'O*NET describes the occupations within 11-9110 separately, such as 11-9111.'],
    ['43-6000', '', 'O*NET describes the occupations within 43-6000 separately, such as 43-6011.'],
    ['55-3019', '', 'O*NET does not describe 55-3019.'],
    ['43-6011', '', 'O*NET 29.3 Database has no technology of 43-6011.00.'],
    ['11-9111', '(asOf: "30.1")', 'This server has no O*NET release 30.1; it has 30.3, 29.3, 29.0.'],
  ])('%s%s', async (code, args, reason) => {
    expect(await field(code, `technology${args} { totalCount reason nodes { name } }`)).toEqual({
      totalCount: 0,
      reason,
      nodes: [],
    });
  });

  test('where all ratings are hidden, that is the reason', async () => {
    await api.prisma.onetRating.updateMany({ where: { sheet: 'Knowledge' }, data: { recommendSuppress: true } });
    expect(await field('11-9111', 'knowledge { hidden reason nodes { element { name } } }')).toEqual({
      hidden: 4,
      reason: 'All 4 ratings are recommended for suppression or not relevant; includeSuppressed shows them.',
      nodes: [],
    });
    await api.prisma.onetRating.updateMany({ where: { sheet: 'Knowledge' }, data: { recommendSuppress: null } });
  });

  test('a malformed key of a release is refused with right ones', async () => {
    expect(onlyError(await api.query('{ occupation(code: "11-9111") { tasks(asOf: "29") { reason } } }'))).toEqual({
      code: 'BAD_USER_INPUT',
      argument: 'asOf',
      message:
        'asOf: "29" is not the key of a release (2024-05 of wages, 2024-34 of projections, 29.3 of O*NET). An example of a right one: "2024-05".',
    });
  });
});

test('the layout from 30.3 on: skills of two files in one list, styles by impact, software by element', async () => {
  const data = await ask(
    api,
    `{ occupation(code: "11-9111") {
      skills(asOf: "30.3") { nodes { element { key name } importance { value } level { value } ratings { provenance { file { name } } } } }
      workStyles(asOf: "30.3") { nodes { element { key } importance { value } ratings { value scale { key name } } } }
      technology(asOf: "30.3") { nodes { name commodityCode commodityTitle element { name } hot inDemand } }
    } }`,
  );
  expect(data.occupation).toEqual({
    skills: {
      nodes: [
        {
          ...{ element: { key: '2.B.1.a', name: null }, importance: { value: 4.12 }, level: null },
          ratings: [{ provenance: { file: { name: 'Transferable Skills.xlsx' } } }],
        },
        {
          ...{ element: { key: '2.A.1.a', name: null }, importance: { value: 4 }, level: null },
          ratings: [{ provenance: { file: { name: 'Essential Skills.xlsx' } } }],
        },
      ],
    },
    workStyles: {
      nodes: [
        {
          ...{ element: { key: '1.D.1.b' }, importance: null },
          ratings: [
            { value: 2.4, scale: { key: 'WI', name: null } },
            { value: 1, scale: { key: 'DR', name: null } },
          ],
        },
        { element: { key: '1.D.1.a' }, importance: null, ratings: [{ value: -1.2, scale: { key: 'WI', name: null } }] },
      ],
    },
    technology: {
      nodes: [
        {
          ...{ name: 'Alteer Office', commodityCode: null, commodityTitle: null, hot: false, inDemand: true },
          element: { name: 'Medical software' },
        },
      ],
    },
  });
});
