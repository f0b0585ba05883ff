import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, createTestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onlyError } from '../support/ask.ts';
import { writeEstimates } from './comparison-files.ts';
import { type ImportedServer, importedServer } from './comparison-server.ts';

interface Pair {
  readonly verdict: string;
  readonly reason: string | null;
  readonly differenceUsd: number | null;
  readonly standardErrorUsd: number | null;
  readonly lowUsd: number | null;
  readonly highUsd: number | null;
  readonly explanation: string;
  readonly arithmetic: string | null;
}

interface Compared {
  readonly rows: readonly {
    readonly title: string;
    readonly cells: readonly {
      readonly salary: { readonly area: { readonly code: string } } | null;
      readonly wage: { readonly display: string } | null;
      readonly standardError: { readonly amountUsd: number | null; readonly status: string; readonly reason: string };
      readonly reason: string | null;
    }[];
    readonly pairs: readonly Pair[];
  }[];
  readonly areas: readonly {
    readonly area: { readonly code: string } | null;
    readonly explanation: string | null;
    readonly pairs: readonly Pair[];
  }[];
  readonly comparedPairs: number;
  readonly expectedFalseDifferences: number;
  readonly treatment: string;
}

const PAIR = 'verdict reason differenceUsd standardErrorUsd lowUsd highUsd explanation arithmetic';
const QUERY = `query (
  $occupations: [String!], $careers: [String!], $areas: [AreaBy!]!, $statistic: WageStatistic! = MEAN, $asOf: String
) {
  compare(occupations: $occupations, careers: $careers, areas: $areas, statistic: $statistic, asOf: $asOf) {
    rows {
      title
      cells { salary { area { code } } wage { display } standardError { amountUsd status reason } reason }
      pairs { ${PAIR} }
    }
    areas { area { code } explanation pairs { ${PAIR} } }
    comparedPairs
    expectedFalseDifferences
    treatment
  }
}`;

const [FL, GA, PR] = ['FL', 'GA', 'PR'].map((state) => ({ state }));
const US = { country: 'US' };
const STATES = ['AL', 'AK', 'AZ', 'AR', 'CA', 'CO', 'CT', 'DE', 'DC', 'FL'];
const GROUPS = ['11', '13', '15', '17', '19', '21', '23', '25', '27', '29'].map((group) => `${group}-0000`);
const [ORLANDO, COLUMBUS] = ['36740', '17980'].map((metro) => ({ metro }));

let folder: string;
let server: ImportedServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'careergraph-comparison-'));
  const states2024 = await writeEstimates(folder, 'state', 2024, [
    { place: 'FL', code: '11-9111', mean: 127_000, prse: 2 },
    { place: 'GA', code: '11-9111', mean: 131_000, prse: 1 },
    { place: 'PR', code: '11-9111', mean: 81_000, prse: 3.5 },
    { place: 'FL', code: '43-6011', mean: 60_000, prse: 0.8 },
    { place: 'GA', code: '43-6011', mean: '*', prse: '*' },
    { place: 'FL', code: '29-1229', mean: '#', prse: 4 },
    { place: 'GA', code: '29-1229', mean: 239_000, prse: 4 },
    { place: 'FL', code: '29-1141', mean: 84_760, prse: 0.5 },
    { place: 'GA', code: '29-1141', mean: 91_960, prse: '*' },
    { place: 'FL', code: '15-1252', mean: 130_000, prse: 1 },
  ]);
  const metros2024 = await writeEstimates(folder, 'MSA', 2024, [
    { place: 'orlando', code: '11-9111', mean: 120_000, prse: 3 },
    { place: 'columbus', code: '11-9111', mean: 110_000, prse: 3 },
  ]);
  const states2023 = await writeEstimates(folder, 'state', 2023, [
    { place: 'GA', code: '15-1252', mean: 120_000, prse: 1 },
  ]);
  server = await importedServer(['oews', states2023], ['oews', states2024], ['oews', metros2024]);
});
afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

async function compare(variables: Record<string, unknown>): Promise<Compared> {
  const { data, errors } = await server.post(QUERY, variables);
  expect(errors).toBeUndefined();
  return (data as { compare: Compared }).compare;
}

/** The only pair of a comparison of one row in two areas, or of two rows in one area. */
async function pairOf(variables: Record<string, unknown>): Promise<Pair> {
  const { rows, areas } = await compare(variables);
  const pairs = [...rows, ...areas].flatMap((each) => each.pairs);
  expect(pairs).toHaveLength(1);
  return pairs[0] as Pair;
}

describe('a pair', () => {
  test('has its difference, the error of it, and the calculation', async () => {
    const answer = await compare({ occupations: ['11-9111'], areas: [FL, GA], asOf: '2024-05' });
    expect(answer.rows[0]?.cells.map(({ standardError }) => standardError)).toEqual([
      { amountUsd: 2540, status: 'DERIVED', reason: 'The mean × its relative standard error, 2%.' },
      { amountUsd: 1310, status: 'DERIVED', reason: 'The mean × its relative standard error, 1%.' },
    ]);
    expect(answer.rows[0]?.pairs).toEqual([
      {
        verdict: 'CANNOT_BE_TOLD_APART',
        reason: null,
        differenceUsd: 4000,
        standardErrorUsd: 2857.92,
        lowUsd: -701.28,
        highUsd: 8701.28,
        explanation:
          'The mean wage of Medical and Health Services Managers (11-9111) in Georgia cannot be told apart from that in Florida: the difference of $4,000 a year is within the sampling error of ±$4,701.',
        arithmetic:
          '$131,000 − $127,000 = $4,000; standard errors $131,000 × 1% = $1,310 and $127,000 × 2% = $2,540; of the difference √(1,310² + 2,540²) = $2,857.92; 90% interval $4,000 ± 1.645 × $2,857.92 = −$701.28 to $8,701.28',
      },
    ]);
    expect(answer.comparedPairs).toBe(1);
    expect(answer.expectedFalseDifferences).toBe(0.1);
    expect(answer.treatment).toContain('1 pair was compared.');
  });

  test('is higher or lower by the order of its figures', async () => {
    const ofRows = { areas: [FL], asOf: '2024-05' };
    const up = await pairOf({ occupations: ['43-6011', '11-9111'], ...ofRows });
    const down = await pairOf({ occupations: ['11-9111', '43-6011'], ...ofRows });
    expect([up.verdict, up.differenceUsd, down.verdict, down.differenceUsd]).toEqual([
      'HIGHER',
      67_000,
      'LOWER',
      -67_000,
    ]);
    expect(down.explanation).toContain('is $67,000 a year lower than that of Medical and Health Services Managers');
  });

  test('of a territory and the nation is compared: the nation does not include it', async () => {
    expect(await pairOf({ occupations: ['11-9111'], areas: [PR, US], asOf: '2024-05' })).toMatchObject({
      verdict: 'HIGHER',
      reason: null,
    });
  });
});

test.each([
  ['SUPPRESSED', { occupations: ['43-6011'], areas: [FL, GA] }, 'does not release this wage'],
  ['TOP_CODED', { occupations: ['29-1229'], areas: [FL, GA] }, 'top code'],
  ['NO_FIGURE', { occupations: ['15-1252'], areas: [GA, FL], asOf: '2023-05' }, 'May 2023'],
  ['OTHER_RELEASE', { occupations: ['15-1252'], areas: [GA, FL], asOf: undefined }, 'OEWS is not a time series'],
  ['OVERLAPPING_AREAS', { occupations: ['11-9111'], areas: [US, FL] }, 'United States and Florida overlap'],
  ['OVERLAPPING_AREAS', { occupations: ['11-9111'], areas: [ORLANDO, FL] }, 'Florida overlap'],
  ['OVERLAPPING_AREAS', { occupations: ['11-9111'], areas: [COLUMBUS, GA] }, 'Georgia overlap'],
  ['OVERLAPPING_AREAS', { occupations: ['11-9111'], areas: [COLUMBUS, US] }, 'overlap'],
  // None of the states has a row, so the nation stands for each.
  ['SAME_ESTIMATE', { occupations: ['13-2011'], areas: [GA, FL] }, 'Accountants and Auditors'],
  ['OVERLAPPING_OCCUPATIONS', { occupations: ['11-9111', '11-0000'], areas: [US] }, 'Management Occupations (11-0000)'],
  ['OVERLAPPING_OCCUPATIONS', { occupations: ['00-0000', '29-1141'], areas: [US] }, 'All Occupations'],
  // 13-1020 is published for 13-1021, 13-1022 and 13-1023 together.
  ['OVERLAPPING_OCCUPATIONS', { occupations: ['13-1021', '13-1000'], areas: [US] }, '13-1020'],
  ['SAME_ESTIMATE', { occupations: ['13-1021', '13-1022'], areas: [US] }, '13-1020'],
  ['SAME_ESTIMATE', { occupations: ['29-1141'], careers: ['registered-nurse'], areas: [US] }, 'Registered Nurses'],
  ['NO_STANDARD_ERROR', { occupations: ['29-1141'], areas: [FL, GA] }, 'no relative standard error'],
  [
    'NO_STANDARD_ERROR',
    { occupations: ['29-1141'], areas: [FL, GA], statistic: 'P50' },
    'standard errors of percentiles',
  ],
])('not comparable: %s %j', async (reason, variables, words) => {
  const pair = await pairOf({ asOf: '2024-05', ...variables });
  expect(pair).toMatchObject({ verdict: 'NOT_COMPARABLE', reason, standardErrorUsd: null, arithmetic: null });
  expect(pair.explanation).toContain(words);
  expect(pair.differenceUsd).toBe(reason === 'NO_STANDARD_ERROR' ? 7200 : null);
});

test('what matches nothing has a row or an area without figures, and says why', async () => {
  const { rows, areas, comparedPairs } = await compare({
    occupations: ['99-9998', '11-9111'],
    careers: ['no such career'],
    areas: [{ metro: '99998' }, FL],
    asOf: '2024-05',
  });
  expect(rows.map(({ title, cells }) => [title, ...cells.map(({ reason }) => reason)])).toEqual([
    ['99-9998', ...Array(2).fill('No loaded file lists the occupation 99-9998.')],
    ['Medical and Health Services Managers', expect.stringContaining('99998'), null],
    ['no such career', ...Array(2).fill('No career is named "no such career".')],
  ]);
  expect(areas.map(({ area }) => area?.code ?? null)).toEqual([null, 'US-FL']);
  expect(comparedPairs).toBe(0);
});

test.each([
  ['areas', { occupations: ['11-9111'], areas: [] }, '1 to 10'],
  ['areas', { occupations: ['11-9111'], areas: Array(11).fill(FL) }, '11 areas are more than 10'],
  ['occupations', { areas: [FL] }, '1 to 10'],
  [
    'careers',
    { careers: Array(12).fill('registered-nurse'), areas: [FL] },
    '12 occupations and careers are more than 10',
  ],
  [
    'occupations',
    { occupations: Array(6).fill('11-9111'), careers: Array(5).fill('registered-nurse'), areas: [FL] },
    '11 occupations and careers are more than 10',
  ],
  ['occupations[1]', { occupations: ['11-9111', '11-9111'], areas: [FL] }, 'the same as occupations[0]'],
  ['careers[1]', { careers: ['registered-nurse', 'registered-nurses'], areas: [FL] }, 'the same as careers[0]'],
  ['areas[2]', { occupations: ['11-9111'], areas: [GA, FL, { state: '12' }] }, 'the same as areas[1]'],
  ['occupations[0]', { occupations: ['119111'], areas: [FL] }, '119111'],
  ['areas[1].state', { occupations: ['11-9111'], areas: [FL, { state: 'Floridia' }] }, 'Floridia'],
  ['asOf', { occupations: ['11-9111'], areas: [FL], asOf: 'May 2024' }, 'May 2024'],
])('BAD_USER_INPUT names %s: %j', async (argument, variables, words) => {
  const { code, argument: named, message } = onlyError(await server.post(QUERY, variables));
  expect([code, named]).toEqual(['BAD_USER_INPUT', argument]);
  expect(message).toContain(words);
});

test('a long name is not repeated for each pair', async () => {
  const answer: Answer = await server.post(QUERY, {
    careers: Array.from({ length: 9 }, (_, index) => `${index}${'x'.repeat(9_000)}`),
    areas: [FL, GA, PR, US],
  });
  expect(answer.errors).toBeUndefined();
  expect(JSON.stringify(answer).length).toBeLessThan(9 * 9_000 * 2);
});

test('the largest comparison is within the limit of cost as the example and the SDK ask for it; a larger selection is not', async () => {
  const areas = STATES.map((state) => ({ state }));
  const occupations = GROUPS;
  const read = (path: string) => readFileSync(new URL(`../../../../schema/${path}`, import.meta.url), 'utf8');
  const documents = Object.values(JSON.parse(read('documents/sdk.json')) as Record<string, string>);
  const ofSdk = documents.filter((document) => /\bcompare\(/.test(document));
  expect(ofSdk).toHaveLength(1);
  for (const query of [QUERY, read('examples/compare.graphql'), ...ofSdk]) {
    const { data, errors } = await server.post(query, { occupations, areas });
    expect(errors).toBeUndefined();
    expect((data as { compare: Compared }).compare.rows.flatMap(({ pairs }) => pairs)).toHaveLength(450);
  }
  const side = '{ wage { display } area { name } salary { mean { display } median { display } } }';
  const wide = QUERY.replaceAll(PAIR, `${PAIR} from ${side} to ${side}`);
  expect(onlyError(await server.post(wide, { occupations, areas })).code).toBe('QUERY_COMPLEXITY');
  expect((await server.post(wide, { occupations: occupations.slice(0, 2), areas })).errors).toBeUndefined();
});

test('a hundred cells take as many SQL statements as four', async () => {
  const api = await createTestApi();
  try {
    const statementsOf = async (size: number) => {
      const { answer, statements } = await api.record(QUERY, {
        occupations: GROUPS.slice(0, size),
        areas: STATES.slice(0, size).map((state) => ({ state })),
      });
      expect(answer.errors).toBeUndefined();
      return statements.length;
    };
    expect(await statementsOf(10)).toBe(await statementsOf(2));
  } finally {
    await api.close();
  }
});
