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

  test('a published code is an occupation, whose edition its release tells', async () => {
    expect(await lookUp('11-9111')).toEqual({
      code: '11-9111',
      edition: 'SOC_2018',
      occupation: { title: 'Medical and Health Services Managers' },
      successors: [],
      explanation: null,
    });
  });

  test('an unknown code comes with what the files have near it', async () => {
    expect(await lookUp('21-1017')).toMatchObject({
      edition: null,
      occupation: null,
      explanation: expect.stringMatching(
        /^No loaded file lists 21-1017\. The loaded files divide Counselors \(21-1010\) into Substance Abuse and Behavioral Disorder Counselors \(21-1011\), .* and Counselors, All Other \(21-1019\)\. Whether .*no crosswalk of editions\.$/,
      ),
    });
  });

  test('an occupation that is published only within a hybrid has its figures and careers', async () => {
    const { occupation } = await api.ask(`{ occupation(code: "21-1011") {
      title edition salary { median { amount } resolution { usedOccupation { code } rule exact } }
      careers { slug salary { median { amount } } salaries(kind: NATION) { nodes { median { amount } } } } } }`);
    expect(occupation).toEqual({
      title: 'Substance Abuse and Behavioral Disorder Counselors',
      edition: 'SOC_2018',
      salary: {
        median: { amount: 59_350 },
        resolution: { usedOccupation: { code: '21-1018' }, rule: 'PUBLISHED_TOGETHER', exact: false },
      },
      careers: [
        {
          slug: 'substance-abuse-and-behavioral-disorder-counselor',
          salary: { median: { amount: 59_350 } },
          salaries: { nodes: [{ median: { amount: 59_350 } }] },
        },
      ],
    });
  });

  test('a hybrid of releases that are not loaded is known', async () => {
    expect(await lookUp('15-1256')).toEqual({
      code: '15-1256',
      edition: 'HYBRID',
      occupation: null,
      successors: [],
      explanation:
        '15-1256 is a code of wages and projections for Software Developers (15-1252) and Software Quality Assurance Analysts and Testers (15-1253) together. No loaded release has it.',
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
  });

  test('a code of the SOC 2010 stays unknown, and leads to its successors', async () => {
    expect(await api.ask('{ occupation(code: "15-1132") { code } }')).toEqual({ occupation: null });
    expect(await lookUp('15-1132')).toEqual({
      code: '15-1132',
      edition: 'SOC_2010',
      occupation: null,
      successors: ['15-1252', '15-1253'].map((code) => ({ code, occupation: { code } })),
      explanation:
        'Software Developers, Applications (15-1132) is an occupation of the SOC 2010. In the SOC 2018, its workers are in Software Developers (15-1252) and Software Quality Assurance Analysts and Testers (15-1253).',
    });
    expect(await lookUp('29-1062')).toMatchObject({ edition: 'SOC_2010', successors: [{ code: '29-1215' }] });
  });

  test('so does an O*NET-SOC code below one', async () => {
    expect(await lookUp('15-1132.00')).toMatchObject({
      edition: 'ONET_SOC_2010',
      occupation: null,
      successors: [{ code: '15-1252' }, { code: '15-1253' }],
      explanation: expect.stringMatching(
        /^15-1132\.00 is within Software Developers, Applications \(15-1132\) of the SOC 2010\./,
      ),
    });
  });

  test('a code that kept its number is of the SOC 2018', async () => {
    expect(await lookUp('11-9111')).toMatchObject({ edition: 'SOC_2018', successors: [], explanation: null });
    expect(await lookUp('29-2042')).toMatchObject({ edition: 'SOC_2018', successors: [], explanation: null });
  });

  test('a hybrid and its parts name each other', async () => {
    const explanation =
      'The May 2025 wage estimates and the 2024–34 projections combine Substance Abuse and Behavioral Disorder Counselors (21-1011) and Mental Health Counselors (21-1014) as Substance Abuse, Behavioral Disorder, and Mental Health Counselors (21-1018).';
    expect(await lookUp('21-1018')).toMatchObject({ edition: 'HYBRID', explanation });
    expect(await lookUp('21-1011')).toMatchObject({ edition: 'SOC_2018', explanation });
  });

  test('each part of a hybrid is a career, and so is the hybrid, which is no occupation of the SOC', async () => {
    const { careers, occupation, hybrid } = await api.ask(
      `{ careers(first: 1) { totalCount } occupation(code: "21-1011") { careers { slug } }
         hybrid: career(slug: "21-1018") { summary } }`,
    );
    expect(hybrid).toEqual({
      summary:
        'Official statistics combine 2 occupations as "Substance Abuse, Behavioral Disorder, and Mental Health Counselors" (21-1018).',
    });
    expect(careers).toEqual({ totalCount: 877 });
    expect(occupation).toEqual({ careers: [{ slug: 'substance-abuse-and-behavioral-disorder-counselor' }] });
  });

  test('an O*NET code is of no known edition while O*NET is not loaded', async () => {
    expect(await lookUp('11-9111.00')).toMatchObject({
      edition: null,
      explanation:
        'Whether O*NET has 11-9111.00 is not known, because it is not loaded. Ask for Medical and Health Services Managers (11-9111).',
    });
  });

  test('a search for a code of the SOC 2010 shows its edition and successors', async () => {
    const { occupations } = await api.ask(`{ occupations(filter: { text: "15-1132" }) {
      totalCount codeLookup { edition successors { code title } } } }`);
    expect(occupations).toEqual({
      totalCount: 0,
      codeLookup: {
        edition: 'SOC_2010',
        successors: [
          { code: '15-1252', title: 'Software Developers' },
          { code: '15-1253', title: 'Software Quality Assurance Analysts and Testers' },
        ],
      },
    });
    const { nurses } = await api.ask(
      '{ nurses: occupations(filter: { text: "29-1141" }) { nodes { code edition } codeLookup { explanation } } }',
    );
    expect(nurses).toEqual({ nodes: [{ code: '29-1141', edition: 'SOC_2018' }], codeLookup: { explanation: null } });
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
