import { join } from 'node:path';
import { dataDir, haveData, skipped } from '@careergraph/testkit/files';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportedApi, importedApi } from '../figures/importing.ts';

/** Codes of every edition of the classification. */

let api: ImportedApi;
afterAll(() => api?.close());

const lookUp = async (code: string) =>
  (
    await api.ask(`{ occupationLookup(code: "${code}") {
      code edition occupation { title } successors { code occupation { code } } explanation } }`)
  ).occupationLookup;

describe('at a fresh start', () => {
  beforeAll(async () => {
    api = await importedApi();
  });
  afterAll(() => api.close());

  test('a published code is an occupation, whose edition no loaded file tells', async () => {
    expect(await lookUp('11-9111')).toEqual({
      code: '11-9111',
      edition: null,
      occupation: { title: 'Medical and Health Services Managers' },
      successors: [],
      explanation: null,
    });
  });

  test('an unknown code comes with what the files have near it', async () => {
    expect(await lookUp('21-1011')).toMatchObject({
      occupation: null,
      explanation: expect.stringMatching(
        /^No loaded file lists 21-1011\. The loaded files divide 21-1010 Counselors into 21-1012 .*, 21-1018 Substance Abuse, Behavioral Disorder, and Mental Health Counselors and 21-1019 .*no crosswalk of editions\.$/,
      ),
    });
  });

  test('a malformed code is refused', async () => {
    expect(await api.errors('{ occupationLookup(code: "nurse") { code } }')).toEqual([
      expect.stringMatching(/^code: "nurse" is not a SOC or O\*NET-SOC code\./),
    ]);
  });
});

describe.skipIf(!haveData)(`with the classification and the crosswalk${skipped}`, () => {
  beforeAll(async () => {
    const soc = ['soc_structure_2018', 'soc_2018_definitions', 'soc_2018_direct_match_title_file'];
    api = await importedApi(
      ['soc', ...soc.map((name) => join(dataDir, 'soc', `${name}.xlsx`))],
      ['soc-crosswalk', join(dataDir, 'soc', 'soc_2010_to_2018_crosswalk.xlsx')],
    );
  }, 60_000);

  test('a code of the SOC 2010 stays unknown, and leads to its successors', async () => {
    expect(await api.ask('{ occupation(code: "15-1132") { code } }')).toEqual({ occupation: null });
    expect(await lookUp('15-1132')).toEqual({
      code: '15-1132',
      edition: 'SOC_2010',
      occupation: null,
      successors: ['15-1252', '15-1253'].map((code) => ({ code, occupation: { code } })),
      explanation:
        '15-1132 is Software Developers, Applications in the SOC 2010. In the SOC 2018, its workers are in 15-1252 Software Developers and 15-1253 Software Quality Assurance Analysts and Testers.',
    });
    expect(await lookUp('29-1062')).toMatchObject({ edition: 'SOC_2010', successors: [{ code: '29-1215' }] });
  });

  test('so does an O*NET-SOC code below one', async () => {
    expect(await lookUp('15-1132.00')).toMatchObject({
      edition: 'ONET_SOC_2010',
      occupation: null,
      successors: [{ code: '15-1252' }, { code: '15-1253' }],
      explanation: expect.stringMatching(
        /^15-1132\.00 is below 15-1132 Software Developers, Applications of the SOC 2010\./,
      ),
    });
  });

  test('a code that kept its number is of the SOC 2018', async () => {
    expect(await lookUp('11-9111')).toMatchObject({ edition: 'SOC_2018', successors: [], explanation: null });
    expect(await lookUp('11-9111.00')).toMatchObject({ edition: 'ONET_SOC_2019', successors: [] });
  });

  test('a hybrid and its parts name each other', async () => {
    const together = 'Wages and projections publish 21-1011 and 21-1014 together as 21-1018';
    expect(await lookUp('21-1018')).toMatchObject({ edition: 'HYBRID', explanation: `${together}.` });
    expect(await lookUp('21-1011')).toMatchObject({
      edition: 'SOC_2018',
      explanation: `${together} Substance Abuse, Behavioral Disorder, and Mental Health Counselors.`,
    });
  });

  test('each part of a hybrid is a career', async () => {
    const { careers, occupation } = await api.ask(
      '{ careers(first: 1) { totalCount } occupation(code: "21-1011") { careers { slug } } }',
    );
    // The starter figures alone have 850 careers.
    expect(careers).toEqual({ totalCount: 878 });
    expect(occupation).toEqual({ careers: [{ slug: 'substance-abuse-and-behavioral-disorder-counselor' }] });
  });

  test('a code of no edition is said to be unknown', async () => {
    expect(await lookUp('99-9999')).toEqual({
      code: '99-9999',
      edition: null,
      occupation: null,
      successors: [],
      explanation: 'No loaded file lists 99-9999.',
    });
  });
});
