import { readFileSync } from 'node:fs';
import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, type Json, onlyError } from '../support/ask.js';
import { at } from '../support/paths.js';
import { ATTRIBUTION, insertOccupations } from './onet-rows.js';

const EXAMPLE = readFileSync(new URL('../../../../schema/examples/occupation.graphql', import.meta.url), 'utf8');

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', insertOccupations);
});
afterAll(() => api?.close());

/** What a field of an occupation answers. */
async function of(code: string, field: string): Promise<Json> {
  const data = await ask<{ occupation: Record<string, Json> }>(
    api,
    `query ($code: String!) { occupation(code: $code) { found: ${field} } }`,
    { code },
  );
  return data.occupation.found as Json;
}

describe('the question "occupation" where O*NET is loaded', () => {
  test('its answer, and its number of SQL statements', async () => {
    const { answer, statements } = await api.record(EXAMPLE, { code: '11-9111' });
    await expect(`${JSON.stringify({ statements: statements.length, ...answer }, null, 2)}\n`).toMatchFileSnapshot(
      '../golden/occupation-with-onet.golden.json',
    );
    // Titles and technology with their counts, tasks, ratings, job zone, related, and the names of elements,
    // categories and zones.
    expect(statements.length, statements.join('\n')).toBe(11);
  });

  test('ten occupations take as many statements as one', async () => {
    const occupation = EXAMPLE.slice(EXAMPLE.indexOf('{\n    code\n'), EXAMPLE.indexOf('\nfragment'));
    const inside = occupation.slice(1, occupation.lastIndexOf('}', occupation.lastIndexOf('}') - 1));
    const lists = inside.slice(inside.indexOf('alternateTitles')).replaceAll('first: 10', 'first: 2');
    const one = await api.record(`{ occupation(code: "11-9111") { code ${lists} } } ${fragment()}`);
    const ten = await api.record(`{ occupations(first: 10) { nodes { code ${lists} } } } ${fragment()}`);
    expect(ten.answer.errors).toBeUndefined();
    expect(ten.statements.length, ten.statements.join('\n')).toBe(one.statements.length);
    const nodes = at(ten.answer.data as Json, 'occupations.nodes') as Json[];
    const own = nodes.find((node) => at(node, 'code') === '11-9111') as Json;
    expect(own).toEqual(at(one.answer.data as Json, 'occupation'));
  });
});

const fragment = () => EXAMPLE.slice(EXAMPLE.indexOf('fragment'));

describe('the tree', () => {
  test('a detailed occupation stands below its broad, minor and major one, and above its O*NET code', async () => {
    const tree = '{ code parent { code } ancestors { code level } children { code } onetCodes { code level } }';
    expect(await ask(api, `{ found: occupation(code: "11-9111") ${tree} }`)).toEqual({
      found: {
        code: '11-9111',
        parent: { code: '11-9110' },
        ancestors: [
          { code: '11-9110', level: 'BROAD' },
          { code: '11-9000', level: 'MINOR' },
          { code: '11-0000', level: 'MAJOR' },
        ],
        children: [{ code: '11-9111.00' }],
        onetCodes: [{ code: '11-9111.00', level: 'ONET' }],
      },
    });
    expect(await ask(api, `{ found: occupation(code: "11-0000") ${tree} }`)).toEqual({
      found: {
        code: '11-0000',
        parent: null,
        ancestors: [],
        children: [{ code: '11-9000' }],
        onetCodes: [{ code: '11-9111.00', level: 'ONET' }],
      },
    });
    expect(await of('11-9111.00', 'onetCodes { code }')).toEqual([]);
    expect(await of('11-9111.00', 'ancestors { code }')).toEqual(
      ['11-9111', '11-9110', '11-9000', '11-0000'].map((code) => ({ code })),
    );
  });

  test('title and definition say where they stand, each in its own file', async () => {
    const where = '{ sheet row file { name } attribution }';
    const query = `query ($code: String!) { occupation(code: $code) {
      definition attribution provenance ${where} definitionProvenance ${where}
    } }`;
    expect(await ask(api, query, { code: '11-9111' })).toEqual({
      occupation: {
        definition: 'Lead health services (a definition of the test).',
        attribution: null,
        provenance: { sheet: '2018 Structure', row: 59, file: { name: 'soc_structure_2018.xlsx' }, attribution: null },
        definitionProvenance: {
          ...{ sheet: '2018 SOC', row: 59, file: { name: 'soc_2018_definitions.xlsx' }, attribution: null },
        },
      },
    });
    const onet = {
      sheet: 'Occupation Data',
      row: 42,
      file: { name: 'Occupation Data.xlsx' },
      attribution: ATTRIBUTION,
    };
    expect(await ask(api, query, { code: '11-9111.00' })).toEqual({
      occupation: {
        definition: 'What medical and health services managers do (a definition of the test).',
        attribution: ATTRIBUTION,
        provenance: onet,
        definitionProvenance: onet,
      },
    });
    expect(await of('11-0000', 'definitionProvenance { row }')).toBeNull();
  });
});

describe('ratings', () => {
  const RATED = '{ element { name } importance { value } level { value } hiddenScales }';

  test('the most important come first, and what is recommended to suppress or not relevant is hidden and counted', async () => {
    expect(await of('11-9111', `skills { hidden reason nodes ${RATED} }`)).toEqual({
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
    expect(await of('11-9111', `skills(includeSuppressed: true) { hidden nodes ${RATED} }`)).toEqual({
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
    const skills = await of('11-9111.00', `skills { nodes { element { key description } level ${rating} } }`);
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
      await of(
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
      await of(
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

describe('titles', () => {
  const titles = (args: string) => of('11-9111', `alternateTitles${args} { totalCount reason nodes { title kind } }`);

  test('those of SOC come first, then those of O*NET, and a kind can be asked for', async () => {
    expect(await titles('')).toEqual({
      totalCount: 8,
      reason: null,
      nodes: [
        { title: 'Clinic Director', kind: 'DIRECT_MATCH' },
        { title: 'Health Care Manager', kind: 'DIRECT_MATCH' },
        { title: 'Clinic Director', kind: 'ALTERNATE' },
        { title: 'Health Information Management Director', kind: 'ALTERNATE' },
        { title: 'Medical Office Manager', kind: 'ALTERNATE' },
        { title: '100%_Office\\Manager', kind: 'ALTERNATE' },
        { title: 'Cancer Center Director', kind: 'REPORTED' },
        { title: 'Clinical Director', kind: 'REPORTED' },
      ],
    });
    expect(await titles('(kind: [REPORTED, DIRECT_MATCH], last: 3)')).toEqual({
      totalCount: 4,
      reason: null,
      nodes: [
        { title: 'Health Care Manager', kind: 'DIRECT_MATCH' },
        { title: 'Cancer Center Director', kind: 'REPORTED' },
        { title: 'Clinical Director', kind: 'REPORTED' },
      ],
    });
  });

  test('each says whose it is, and the text that must be shown with it', async () => {
    const field =
      'alternateTitles(first: 3) { attribution nodes { shortTitle sources provenance { row attribution source { key } } } }';
    expect(await of('11-9111', field)).toEqual({
      attribution: ATTRIBUTION,
      nodes: [
        {
          shortTitle: null,
          sources: ['illustrative'],
          provenance: { row: 215, attribution: null, source: { key: 'bls-soc' } },
        },
        { shortTitle: null, sources: [], provenance: { row: 219, attribution: null, source: { key: 'bls-soc' } } },
        {
          shortTitle: null,
          sources: ['04', '06'],
          provenance: { row: 1443, attribution: ATTRIBUTION, source: { key: 'onet' } },
        },
      ],
    });
  });

  test('an O*NET code has its own titles, and says where the direct matches are', async () => {
    expect(
      await of('11-9111.00', 'alternateTitles(first: 1) { totalCount reason explanation nodes { title } }'),
    ).toEqual({
      totalCount: 6,
      reason: 'Direct match titles are those of SOC: ask for 11-9111.',
      explanation: null,
      nodes: [{ title: 'Clinic Director' }],
    });
  });
});

describe('whose rows these are, or why there are none', () => {
  const about = 'tasks { release { key } attribution onetCode { code } explanation reason nodes { key text kind } }';

  test('a SOC code has the tasks of its .00, and says so', async () => {
    expect(await of('11-9111', about)).toEqual({
      release: { key: '29.3' },
      attribution: ATTRIBUTION,
      onetCode: { code: '11-9111.00' },
      explanation: 'The rows of O*NET are those of 11-9111.00, its code for the whole of 11-9111.',
      reason: null,
      nodes: [
        { key: 46, text: 'Supervise staff (test of O*NET 29.3 Database).', kind: 'CORE' },
        { key: 49, text: 'Keep records (test).', kind: 'CORE' },
        { key: 63, text: 'Teach (test).', kind: 'SUPPLEMENTAL' },
      ],
    });
  });

  test('asOf asks an earlier release, which may lack a table', async () => {
    expect(await of('11-9111.00', 'tasks(asOf: "29.0") { release { key } explanation nodes { text } }')).toEqual({
      release: { key: '29.0' },
      explanation: null,
      nodes: [
        { text: 'Supervise staff (test of O*NET 29.0 Database).' },
        { text: 'Keep records (test).' },
        { text: 'Teach (test).' },
      ],
    });
    expect(
      await of('11-9111', 'skills(asOf: "29.0") { attribution reason hidden nodes { element { name } } }'),
    ).toEqual({
      attribution: ATTRIBUTION,
      reason: 'O*NET 29.0 Database, as it is loaded here, has no table of skills.',
      hidden: 0,
      nodes: [],
    });
  });

  test.each([
    [
      '11-9110',
      '',
      'O*NET describes detailed occupations, and 11-9110 is wider than one: ask for one below it, e.g. 11-9111.',
    ],
    [
      '43-6000',
      '',
      'O*NET describes detailed occupations, and 43-6000 is wider than one: ask for one below it, e.g. 43-6011.',
    ],
    ['55-3019', '', 'O*NET does not describe 55-3019.'],
    ['43-6011', '', 'O*NET 29.3 Database has no technology of 43-6011.00.'],
    ['11-9111', '(asOf: "30.1")', 'This server has no O*NET release 30.1; it has 30.3, 29.3, 29.0.'],
  ])('%s%s', async (code, args, reason) => {
    expect(await of(code, `technology${args} { totalCount reason nodes { name } }`)).toEqual({
      totalCount: 0,
      reason,
      nodes: [],
    });
  });

  test('where all ratings are hidden, that is the reason', async () => {
    await api.prisma.onetRating.updateMany({ where: { sheet: 'Knowledge' }, data: { recommendSuppress: true } });
    expect(await of('11-9111', 'knowledge { hidden reason nodes { element { name } } }')).toEqual({
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

test('related occupations come by rank, each with its tier, known or not', async () => {
  expect(await of('11-9111', 'related { nodes { rank tier code occupation { title } provenance { row } } }')).toEqual({
    nodes: [
      {
        ...{ rank: 1, tier: 'PRIMARY_SHORT', code: '15-1211.01', provenance: { row: 782 } },
        occupation: { title: 'Health Informatics Specialists' },
      },
      { rank: 2, tier: 'PRIMARY_SHORT', code: '29-1141.04', occupation: null, provenance: { row: 783 } },
      { rank: 6, tier: 'PRIMARY_LONG', code: '25-1071.00', occupation: null, provenance: { row: 787 } },
      { rank: 11, tier: 'SUPPLEMENTAL', code: '21-1015.00', occupation: null, provenance: { row: 792 } },
    ],
  });
});

test('the job zone has its name and its row', async () => {
  expect(
    await of('11-9111', 'jobZone { zone { number name svpRange date domainSource provenance { sheet row } } }'),
  ).toEqual({
    zone: {
      ...{ number: 4, name: 'Job Zone Four: Considerable Preparation Needed', svpRange: '(7.0 to < 8.0)' },
      ...{ date: '2022-08', domainSource: 'Analyst', provenance: { sheet: 'Job Zones', row: 41 } },
    },
  });
  expect(await of('43-6011', 'jobZone { zone { number name } }')).toEqual({ zone: { number: 3, name: null } });
});
