import { readFileSync } from 'node:fs';
import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, type Json } from '../support/ask.js';
import { at } from '../support/paths.js';
import { fieldOf } from './field.js';
import { ATTRIBUTION, insertOccupations } from './onet-rows.js';

const EXAMPLE = readFileSync(new URL('../../../../schema/examples/occupation.graphql', import.meta.url), 'utf8');

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', insertOccupations);
});
afterAll(() => api?.close());

const field = (code: string, selection: string) => fieldOf(api, code, selection);

describe('the question "occupation" where O*NET is loaded', () => {
  test('its answer, and its number of SQL statements', async () => {
    const { answer, statements } = await api.record(EXAMPLE, { code: '11-9111' });
    await expect(`${JSON.stringify({ statements: statements.length, ...answer }, null, 2)}\n`).toMatchFileSnapshot(
      '../golden/occupation-with-onet.golden.json',
    );
    // Titles, technology, tasks, ratings, job zone, related, and the names of elements, categories and zones.
    expect(statements.length, statements.join('\n')).toBe(9);
  });

  test('ten occupations take as many statements as one', async () => {
    const occupation = EXAMPLE.slice(EXAMPLE.indexOf('{\n    code\n'), EXAMPLE.indexOf('\nfragment'));
    const inside = occupation.slice(1, occupation.lastIndexOf('}', occupation.lastIndexOf('}') - 1));
    const lists = inside.slice(inside.indexOf('alternateTitles')).replaceAll('first: 10', 'first: 2');
    const one = await api.record(`{ occupation(code: "11-9111") { code ${lists} } } ${fragment()}`);
    const filter = '{ careers: true, under: "11-9000", text: "managers" }';
    const ten = await api.record(
      `{ occupations(first: 10, filter: ${filter}) { nodes { code ${lists} } } } ${fragment()}`,
    );
    expect(ten.answer.errors).toBeUndefined();
    expect(ten.statements.length, ten.statements.join('\n')).toBe(one.statements.length);
    const nodes = at(ten.answer.data as Json, 'occupations.nodes') as Json[];
    expect(nodes).toHaveLength(10);
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
        children: ['11-1000', '11-2000', '11-3000', '11-9000'].map((code) => ({ code })),
        onetCodes: [{ code: '11-9111.00', level: 'ONET' }],
      },
    });
    expect(await field('11-9111.00', 'onetCodes { code }')).toEqual([]);
    expect(await field('11-9111.00', 'ancestors { code }')).toEqual(
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
    expect(await field('11-0000', 'definitionProvenance { row }')).toBeNull();
  });
});

describe('titles', () => {
  const titles = (args: string) =>
    field('11-9111', `alternateTitles${args} { totalCount reason nodes { title kind } }`);

  test('those of SOC come first, then those of O*NET, and a kind can be asked for', async () => {
    expect(await titles('')).toEqual({
      totalCount: 7,
      reason: null,
      nodes: [
        { title: 'Clinic Director', kind: 'DIRECT_MATCH' },
        { title: 'Health Care Manager', kind: 'DIRECT_MATCH' },
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

  test('each is there once, in whatever case, from the first that has it among the kinds asked for', async () => {
    expect(await titles('(kind: ALTERNATE, first: 2)')).toEqual({
      totalCount: 4,
      reason: null,
      nodes: [
        { title: 'Clinic Director', kind: 'ALTERNATE' },
        { title: 'Health Information Management Director', kind: 'ALTERNATE' },
      ],
    });
  });

  test('those of a career leave out its own title', async () => {
    const { career } = await ask<{ career: unknown }>(
      api,
      `{ career(slug: "medical-office-manager") { title alternateTitles { totalCount nodes { title } } } }`,
    );
    expect(career).toEqual({
      title: 'Medical Office Manager',
      alternateTitles: {
        totalCount: 6,
        nodes: [
          { title: 'Clinic Director' },
          { title: 'Health Care Manager' },
          { title: 'Health Information Management Director' },
          { title: '100%_Office\\Manager' },
          { title: 'Cancer Center Director' },
          { title: 'Clinical Director' },
        ],
      },
    });
  });

  test('each says whose it is, and the text that must be shown with it', async () => {
    const selection =
      'alternateTitles(first: 3) { attribution nodes { shortTitle sources provenance { row attribution source { key } } } }';
    expect(await field('11-9111', selection)).toEqual({
      attribution: ATTRIBUTION,
      nodes: [
        {
          shortTitle: null,
          sources: ['illustrative'],
          provenance: { row: 215, attribution: null, source: { key: 'bls-soc' } },
        },
        { shortTitle: null, sources: [], provenance: { row: 219, attribution: null, source: { key: 'bls-soc' } } },
        {
          shortTitle: 'HIM Director',
          sources: ['02'],
          provenance: { row: 1460, attribution: ATTRIBUTION, source: { key: 'onet' } },
        },
      ],
    });
  });

  test('an O*NET code has its own titles, and says where the direct matches are', async () => {
    expect(
      await field('11-9111.00', 'alternateTitles(first: 1) { totalCount reason explanation nodes { title } }'),
    ).toEqual({ totalCount: 6, reason: null, explanation: null, nodes: [{ title: 'Clinic Director' }] });
    expect(await field('11-9111.00', 'alternateTitles(kind: DIRECT_MATCH) { totalCount reason }')).toEqual({
      totalCount: 0,
      reason: 'Direct match titles belong to the occupations of the SOC, here 11-9111.',
    });
  });
});

test('related occupations come by rank, each with its tier, known or not', async () => {
  expect(
    await field('11-9111', 'related { nodes { rank tier code occupation { title } provenance { row } } }'),
  ).toEqual({
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
    await field('11-9111', 'jobZone { zone { number name svpRange date domainSource provenance { sheet row } } }'),
  ).toEqual({
    zone: {
      ...{ number: 4, name: 'Job Zone Four: Considerable Preparation Needed', svpRange: '(7.0 to < 8.0)' },
      ...{ date: '2022-08', domainSource: 'Analyst', provenance: { sheet: 'Job Zones', row: 41 } },
    },
  });
  expect(await field('43-6011', 'jobZone { zone { number name } }')).toEqual({ zone: { number: 3, name: null } });
});
