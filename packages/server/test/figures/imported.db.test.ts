import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataDir, skipped } from '@careergraph/testkit/files';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../support/ask.ts';
import { at } from '../support/paths.ts';
import { type Estimate, writeMetros, writeStates } from './imported-files.ts';
import { importedApi } from './importing.ts';

/** What the service answers when an operator has imported the published files, by the command line. */

const undo: (() => unknown)[] = [];
let ask: (query: string) => Promise<Record<string, Json>>;
let estimates: readonly Estimate[];

describe.skipIf(skipped !== '')(`after the published files were imported${skipped}`, () => {
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'careergraph-imported-'));
    undo.push(() => rm(folder, { recursive: true, force: true }));
    const published = (path: string) => join(dataDir, path);
    estimates = JSON.parse(readFileSync(published('oews/florida_msa_2024.json'), 'utf8')) as Estimate[];
    const soc = ['soc_structure_2018', 'soc_2018_definitions', 'soc_2018_direct_match_title_file'];
    const api = await importedApi(
      ['soc', ...soc.map((name) => published(`soc/${name}.xlsx`))],
      ...[2017, 2019, 2022].map((year) => ['oews', published(`oews/national_M${year}_dl.xlsx`)]),
      [
        'oews',
        published('oews/national_M2024_dl.xlsx'),
        await writeStates(folder),
        await writeMetros(folder, estimates),
      ],
      ['projections', published('projections/occupation_2016-26.xlsx')],
      ['projections', published('projections/occupation_2024-34.xlsx')],
      ['cbsa', published('geo/census_cbsa_delineation_2023.xlsx')],
      ['geonames', published('geo/geonames_us_postal.txt'), '--release', '2025-01'],
      ['hud', published('geo/hud_zip_cbsa.csv'), '--release', '2024-12'],
    );
    undo.push(api.close);
    ask = api.ask;
  }, 300_000);
  afterAll(async () => {
    for (const step of undo.reverse()) await step();
  });

  const RESOLUTION = 'resolution { usedOccupation { code } usedArea { code } exact rule explanation }';

  test('each of the 158 metropolitan estimates is the one of the file', async () => {
    for (const area of new Set(estimates.map(({ msa_code }) => msa_code))) {
      const its = estimates.filter(({ msa_code }) => msa_code === area);
      const fields = its.map(
        ({
          soc,
        }) => `c${soc.replace('-', '_')}: occupation(code: "${soc}") { salary(in: $in, asOf: "2024-05", exact: true) {
          ...Figures } }`,
      );
      const answer = await ask(`query ($in: AreaBy = { metro: "${area}" }) { ${fields.join(' ')} }
        fragment Figures on Salary { employment { value } mean { amount } median { amount }
          p10: percentile(p: P10) { amount } p25: percentile(p: P25) { amount }
          p75: percentile(p: P75) { amount } p90: percentile(p: P90) { amount } }`);
      const expected = its.map(({ soc, ...figures }) => [
        `c${soc.replace('-', '_')}`,
        {
          salary: {
            employment: { value: figures.employment },
            mean: { amount: figures.mean_annual },
            median: { amount: figures.median_annual },
            p10: { amount: figures.p10_annual },
            p25: { amount: figures.p25_annual },
            p75: { amount: figures.p75_annual },
            p90: { amount: figures.p90_annual },
          },
        },
      ]);
      expect(answer).toEqual(Object.fromEntries(expected));
    }
  });

  test('the newest release answers, be it a starter, and each figure names its row', async () => {
    const { releases, career } = await ask(`{
      releases(source: "bls-oews") { key status edition revision }
      career(slug: "medical-office-manager") {
        salary { release { key } median { amount } provenance { file { edition } } }
        before: salary(asOf: "2024-05") { release { key } median { amount } provenance { file { name edition sha256 } sheet row } }
      } }`);
    expect(releases).toEqual([
      { key: '2025-05', status: 'ACTIVE', edition: 'starter', revision: 1 },
      { key: '2024-05', status: 'SUPERSEDED', edition: 'published', revision: 2 },
      { key: '2024-05', status: 'WITHDRAWN', edition: 'starter', revision: 1 },
      { key: '2022-05', status: 'SUPERSEDED', edition: 'published', revision: 1 },
      { key: '2019-05', status: 'SUPERSEDED', edition: 'published', revision: 1 },
      { key: '2017-05', status: 'SUPERSEDED', edition: 'published', revision: 1 },
    ]);
    expect(career).toEqual({
      salary: {
        release: { key: '2025-05' },
        median: { amount: 123_860 },
        provenance: { file: { edition: 'starter' } },
      },
      before: {
        release: { key: '2024-05' },
        median: { amount: 117_960 },
        provenance: {
          file: {
            name: 'national_M2024_dl.xlsx',
            edition: 'published',
            sha256: expect.stringMatching(/^accad8fea8ff/),
          },
          sheet: 'national_M2024_dl',
          row: 60,
        },
      },
    });
  });

  test('a metropolitan area without the occupation leads to the state, then the nation, and says so', async () => {
    const { secretaries, managers, exact } = await ask(`{
      secretaries: occupation(code: "43-6011") { salary(in: { metro: "36740" }) { mean { amount } locationQuotient { value } ${RESOLUTION} } }
      managers: occupation(code: "11-9111") { salary(in: { metro: "36740" }) { mean { amount } ${RESOLUTION} } }
      exact: occupation(code: "11-9111") { salary(in: { metro: "36740" }, exact: true) { mean { amount } } } }`);
    expect(secretaries).toEqual({
      salary: {
        mean: { amount: 69_770 },
        locationQuotient: { value: 1.25 },
        resolution: {
          usedOccupation: { code: '43-6011' },
          usedArea: { code: 'US-FL' },
          exact: false,
          rule: 'WIDER_AREA',
          explanation:
            'No release on this server has a figure for Executive Secretaries and Executive Administrative Assistants (43-6011) in Orlando-Kissimmee-Sanford, FL; the figure is that of Florida. The May 2025 wage estimates have no such figure; May 2024 is the newest release that has one.',
        },
      },
    });
    expect(managers).toMatchObject({
      salary: { mean: { amount: 140_970 }, resolution: { usedArea: { code: 'US' }, rule: 'WIDER_AREA' } },
    });
    expect(exact).toEqual({ salary: null });
  });

  test('a code that is published only as part of a broad one borrows its figure', async () => {
    const { technologists, aides, exact } = await ask(`{
      technologists: occupation(code: "29-2011") { salary { median { amount } ${RESOLUTION} } }
      aides: occupation(code: "31-1121") { salary { median { amount } resolution { usedOccupation { code } rule } }
                                          growth { percent { value } resolution { usedOccupation { code } rule } } }
      exact: occupation(code: "31-1121") { salary(exact: true) { median { amount } } } }`);
    expect(technologists).toEqual({
      salary: {
        median: { amount: 62_930 },
        resolution: {
          usedOccupation: { code: '29-2010' },
          usedArea: { code: 'US' },
          exact: false,
          rule: 'PUBLISHED_TOGETHER',
          explanation:
            'The May 2025 wage estimates combine Medical and Clinical Laboratory Technologists (29-2011) with Medical and Clinical Laboratory Technicians (29-2012) as Clinical Laboratory Technologists and Technicians (29-2010); the figure is for all of them.',
        },
      },
    });
    const broad = { usedOccupation: { code: '31-1120' }, rule: 'PUBLISHED_TOGETHER' };
    expect(aides).toEqual({
      salary: { median: { amount: 35_800 }, resolution: broad },
      growth: { percent: { value: 17 }, resolution: broad },
    });
    expect(exact).toEqual({ salary: null });
  });

  test('a hybrid stands before the broad occupation, in wages and projections', async () => {
    const {
      counselors,
      teachers,
      supervisors,
      national = null,
    } = await ask(`{
      counselors: occupation(code: "21-1011") {
        salary(asOf: "2025-05") { median { amount } ${RESOLUTION} } growth { projectedEmployment { value } ${RESOLUTION} } }
      teachers: occupation(code: "25-2055") { salary { resolution { usedOccupation { code } } } }
      supervisors: occupation(code: "53-1042") { growth { resolution { usedOccupation { code } } } }
      national: occupation(code: "21-1014") { salary(in: { state: "FL" }) { median { amount } resolution { rule explanation } } } }`);
    const used = {
      usedOccupation: { code: '21-1018' },
      usedArea: { code: 'US' },
      exact: false,
      rule: 'PUBLISHED_TOGETHER',
    };
    const together = (release: string) =>
      `${release} combine Substance Abuse and Behavioral Disorder Counselors (21-1011) with Mental Health Counselors (21-1014) as Substance Abuse, Behavioral Disorder, and Mental Health Counselors (21-1018); the figure is for all of them.`;
    expect(counselors).toMatchObject({
      salary: {
        median: { amount: 59_350 },
        resolution: { ...used, explanation: together('The May 2025 wage estimates') },
      },
      growth: {
        projectedEmployment: { value: 564_600 },
        resolution: { ...used, explanation: together('The 2024–34 projections') },
      },
    });
    expect(teachers).toMatchObject({ salary: { resolution: { usedOccupation: { code: '25-2052' } } } });
    expect(supervisors).toMatchObject({ growth: { resolution: { usedOccupation: { code: '53-1047' } } } });
    expect(national).toMatchObject({ salary: { resolution: { rule: 'WIDER_AREA_AND_OCCUPATION' } } });
    expect(at(national, 'salary.resolution.explanation')).toMatch(
      /^The May 2025 wage estimates combine Mental Health Counselors \(21-1014\) with Substance Abuse and Behavioral Disorder/,
    );
  });

  test('a hybrid is one of its own release only', async () => {
    const { ophthalmologists, surgeons, developers, counselors, psychologists } = await ask(`{
      ophthalmologists: occupation(code: "29-1241") {
        now: salary { resolution { rule usedOccupation { code } } }
        salary(asOf: "2019-05") { employment { value } ${RESOLUTION} }
        salaryHistory { points {
          release { key } salary { employment { value } resolution { rule usedOccupation { code } } } reason
          breaksBefore { kind explanation } } } }
      surgeons: occupation(code: "29-1242") { salary(asOf: "2019-05") { employment { value } resolution { usedOccupation { code } } } }
      developers: occupation(code: "15-1252") { salary(asOf: "2019-05") { median { amount } resolution { rule usedOccupation { code } } } }
      counselors: occupation(code: "21-1011") { salary(asOf: "2017-05") { median { amount } resolution { rule usedOccupation { code } } }
        growth(asOf: "2016-26") { projectedEmployment { value } resolution { rule } } }
      psychologists: occupation(code: "19-3033") { salary(asOf: "2017-05") { resolution { rule usedOccupation { code } } } } }`);
    const under = (code: string) => ({ rule: 'PUBLISHED_TOGETHER', usedOccupation: { code } });
    expect(ophthalmologists).toMatchObject({
      now: { resolution: { rule: 'AS_ASKED', usedOccupation: { code: '29-1241' } } },
      salary: {
        employment: { value: 390_680 },
        resolution: {
          ...under('29-1228'),
          explanation:
            'The May 2019 wage estimates combine Ophthalmologists, Except Pediatric (29-1241) with 7 other occupations as Physicians, All Other; and Ophthalmologists, Except Pediatric (29-1228); the figure is for all of them.',
        },
      },
    });
    expect(at(ophthalmologists ?? null, 'salaryHistory.points[1]')).toMatchObject({
      release: { key: '2019-05' },
      salary: { employment: { value: 390_680 }, resolution: under('29-1228') },
      reason: null,
    });
    expect(at(ophthalmologists ?? null, 'salaryHistory.points[2].breaksBefore')).toContainEqual({
      kind: 'CLASSIFICATION',
      explanation:
        'The figure for May 2019 is for Physicians, All Other; and Ophthalmologists, Except Pediatric (29-1228); the figure for May 2022 is for Ophthalmologists, Except Pediatric (29-1241).',
    });
    expect(surgeons).toEqual({
      salary: { employment: { value: 36_270 }, resolution: { usedOccupation: { code: '29-1248' } } },
    });
    expect(developers).toEqual({ salary: { median: { amount: 107_510 }, resolution: under('15-1256') } });
    expect(counselors).toEqual({
      salary: { median: { amount: 43_300 }, resolution: under('21-1018') },
      growth: { projectedEmployment: { value: 126_200 }, resolution: { rule: 'AS_ASKED' } },
    });
    // In May 2017, 19-3031 is an occupation of the SOC 2010.
    expect(psychologists).toEqual({
      salary: { resolution: { rule: 'BROADER_OCCUPATION', usedOccupation: { code: '19-3030' } } },
    });
  });

  test('a list of an occupation that is published under a hybrid has the rows of the hybrid', async () => {
    const { occupation = null } = await ask(`{ occupation(code: "21-1011") { careers { salaries(kind: NATION) {
      totalCount release { key } treatment leftOut { area { code } }
      nodes { median { amount } occupation { code } ${RESOLUTION} } } } } }`);
    const explanation =
      'The May 2025 wage estimates combine Substance Abuse and Behavioral Disorder Counselors (21-1011) with Mental Health Counselors (21-1014) as Substance Abuse, Behavioral Disorder, and Mental Health Counselors (21-1018); the figure is for all of them.';
    expect(at(occupation, 'careers[0].salaries')).toEqual({
      totalCount: 1,
      release: { key: '2025-05' },
      treatment: expect.stringContaining(`All figures are for May 2025. ${explanation} Sorted by area code.`),
      leftOut: [],
      nodes: [
        {
          median: { amount: 59_350 },
          occupation: { code: '21-1018' },
          resolution: {
            usedOccupation: { code: '21-1018' },
            usedArea: { code: 'US' },
            exact: false,
            rule: 'PUBLISHED_TOGETHER',
            explanation,
          },
        },
      ],
    });
  });

  test('a ZIP code leads to its area, and says how', async () => {
    const { orlando, business, alaska, prefix, none, nurses } = await ask(`{
      orlando: area(by: { zip: "32801" }) { code name kind zip { method share others { areaCode } exact } }
      business: area(by: { zip: "00501" }) { code zip { method sharesBy } }
      alaska: area(by: { zip: "99553-0001" }) { code kind zip { method } }
      prefix: area(by: { zip: "32898" }) { code zip { method exact } }
      none: area(by: { zip: "00000" }) { code }
      nurses: occupation(code: "29-1141") { salary(in: { zip: "32801" }) { median { amount }
        resolution { rule zip { zip method } } } } }`);
    const orlandoNurses = estimates.find(({ msa_code, soc }) => msa_code === '36740' && soc === '29-1141');
    expect(orlando).toEqual({
      code: 'CBSA-36740',
      name: 'Orlando-Kissimmee-Sanford, FL',
      kind: 'METRO',
      zip: { method: 'ONLY_AREA', share: 1, others: [], exact: true },
    });
    expect(business).toEqual({ code: 'CBSA-35620', zip: { method: 'ONLY_AREA', sharesBy: 'ALL_ADDRESSES' } });
    expect(alaska).toEqual({ code: 'US-AK', kind: 'STATE', zip: { method: 'ONLY_AREA' } });
    expect(prefix).toEqual({ code: 'US-FL', zip: { method: 'PREFIX', exact: false } });
    expect(none).toBeNull();
    expect(nurses).toEqual({
      salary: {
        median: { amount: orlandoNurses?.median_annual },
        resolution: { rule: 'EARLIER_RELEASE', zip: { zip: '32801', method: 'ONLY_AREA' } },
      },
    });
  });

  test('the official table of states stands before the one that a page states, with its gaps', async () => {
    const { career } = await ask(`{ career(slug: "medical-office-manager") {
      salaries(kind: STATE, occupation: "43-6011", orderBy: { field: MEAN, direction: DESC }, first: 3) {
        totalCount release { key source { kind } } edges { rank node { area { code } mean { amount } } }
        leftOut { area { code } status } } } }`);
    expect(career).toEqual({
      salaries: {
        totalCount: 50,
        release: { key: '2024-05', source: { kind: 'AGENCY' } },
        edges: [
          { rank: 1, node: { area: { code: 'US-CA' }, mean: { amount: 90_890 } } },
          { rank: 2, node: { area: { code: 'US-DC' }, mean: { amount: 88_820 } } },
          { rank: 3, node: { area: { code: 'US-NY' }, mean: { amount: 86_000 } } },
        ],
        leftOut: [{ area: { code: 'US-CO' }, status: 'NOT_PUBLISHED' }],
      },
    });
  });

  test('the history has every release, with what breaks it', async () => {
    const { occupation, doctors } = await ask(`{
      occupation(code: "43-6011") { salaryHistory { points {
        release { key } salary { median { amount } employment { value } } breaksBefore { kind } reason } } }
      doctors: occupation(code: "11-1011") { salary(asOf: "2019-05") { p90: percentile(p: P90) { status atLeast display } } } }`);
    expect(occupation).toEqual({
      salaryHistory: {
        points: [
          point('2017-05', 57_410, 596_080, []),
          point('2019-05', 60_890, 542_690, ['CLASSIFICATION', 'RELEASE_MISSING']),
          point('2022-05', 65_980, 475_240, ['CLASSIFICATION', 'METHOD', 'TOP_CODE', 'RELEASE_MISSING']),
          point('2024-05', 74_260, 472_770, ['RELEASE_MISSING']),
          point('2025-05', 76_590, 459_910, ['TOP_CODE']),
        ],
      },
    });
    expect(doctors).toEqual({
      salary: { p90: { status: 'TOP_CODED', atLeast: 208_000, display: '$208,000 or more' } },
    });
  });

  test('the history of an area is that of the area where any release has it', async () => {
    const { occupation } = await ask(`{ occupation(code: "29-1141") { salaryHistory(in: { metro: "36740" }) {
      resolution { rule usedArea { code } } points { release { key } salary { median { amount } } reason } } } }`);
    const orlando = estimates.find(({ msa_code, soc }) => msa_code === '36740' && soc === '29-1141');
    const without = (key: string, label: string) => ({
      release: { key },
      salary: null,
      reason: `The ${label} wage estimates have no figure for Registered Nurses (29-1141) in Orlando-Kissimmee-Sanford, FL.`,
    });
    expect(occupation).toEqual({
      salaryHistory: {
        resolution: { rule: 'AS_ASKED', usedArea: { code: 'CBSA-36740' } },
        points: [
          without('2017-05', 'May 2017'),
          without('2019-05', 'May 2019'),
          without('2022-05', 'May 2022'),
          { release: { key: '2024-05' }, salary: { median: { amount: orlando?.median_annual } }, reason: null },
          without('2025-05', 'May 2025'),
        ],
      },
    });
  });

  function point(key: string, median: number, employment: number, breaks: readonly string[]) {
    return {
      release: { key },
      salary: { median: { amount: median }, employment: { value: employment } },
      breaksBefore: breaks.map((kind) => ({ kind })),
      reason: null,
    };
  }

  test('both rounds of the projections answer, with the line of all occupations', async () => {
    const { occupation } = await ask(`{ occupation(code: "43-6011") {
      growth { baseYear percent { value } kind selfEmployed { value } medianWage { amount } medianWageYear entryEducation
               outlook { label allOccupations { value } } provenance { sheet row file { edition } } }
      before: growth(asOf: "2016-26") { baseYear projectedYear change { value } percent { value } outlook { label rule allOccupations { value } } provenance { sheet } } } }`);
    expect(occupation).toMatchObject({
      growth: {
        baseYear: 2024,
        percent: { value: -1.6 },
        kind: 'LINE_ITEM',
        medianWage: { amount: 74_260 },
        medianWageYear: 2024,
        outlook: { label: 'DECLINE', allOccupations: { value: 3.1 } },
        provenance: { sheet: 'Table 1.2', file: { edition: 'published' } },
      },
      before: {
        baseYear: 2016,
        projectedYear: 2026,
        outlook: {
          label: null,
          rule: 'The limits that the Bureau of Labor Statistics sets for outlook labels, such as "faster than average", are not known here for the projections for 2016–26.',
          allOccupations: { value: 7.4 },
        },
        provenance: { sheet: 'Table 1.7' },
      },
    });
  });

  test('a release says what it was checked for', async () => {
    const { releases } = await ask(
      `{ releases(source: "bls-oews") { key status files { name role rows } audits { key level outcome checked failures reason } } }`,
    );
    const release = (
      releases as unknown as { key: string; status: string; files: unknown; audits: { key: string }[] }[]
    ).find(({ key, status }) => key === '2024-05' && status === 'SUPERSEDED');
    expect(release?.files).toEqual([
      { name: 'national_M2024_dl.xlsx', role: 'national', rows: 1396 },
      { name: 'state_M2024_dl.xlsx', role: 'state', rows: 106 },
      { name: 'MSA_M2024_dl.xlsx', role: 'metro', rows: 179 },
    ]);
    expect(release?.audits.find(({ key }) => key === 'oews/codes-known')).toMatchObject({
      outcome: 'PASSED',
      failures: 0,
    });
    expect(release?.audits.find(({ key }) => key === 'oews/spot-values')).toEqual({
      key: 'oews/spot-values',
      level: 'MUST',
      outcome: 'PASSED',
      checked: 14,
      failures: 0,
      reason: null,
    });
  });

  test('what a career page printed is compared with all of the releases', async () => {
    const { career } = await ask(
      `{ career(slug: "medical-office-manager") { findings { rule } claims(first: 1) { totalCount } } }`,
    );
    const { findings } = career as unknown as { findings: { rule: string }[] };
    expect(findings.length).toBeGreaterThanOrEqual(19);
  });
});
