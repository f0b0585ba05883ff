import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../support/ask.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api?.close());

interface Rated {
  readonly ratings: readonly {
    readonly aspect: string;
    readonly rating: string;
    readonly grounds: string;
    readonly rule: string | null;
    readonly ruleText: string | null;
    readonly source: { readonly slug: string } | null;
    readonly claims: readonly { readonly key: string }[];
  }[];
  readonly ratingsLeftOut: readonly { readonly aspect: string; readonly reason: string }[];
}

async function career(slug: string, from = api): Promise<Rated> {
  const data = await ask<{ career: Rated }>(
    from,
    `query ($slug: String!) {
      career(slug: $slug) {
        ratings { aspect rating grounds rule ruleText source { slug } claims { key } }
        ratingsLeftOut { aspect reason }
      }
    }`,
    { slug },
  );
  return data.career;
}

const UNSTATED = { aspect: 'SATISFACTION', reason: 'No source states how satisfied workers in this career are.' };

test('every career rates each aspect or says why not', async () => {
  const { careers } = await ask<{ careers: { nodes: readonly (Rated & { readonly slug: string })[] } }>(
    api,
    '{ careers(first: 100) { nodes { slug ratings { aspect } ratingsLeftOut { aspect } } } }',
  );
  expect(careers.nodes.length).toBeGreaterThanOrEqual(35);
  for (const { slug, ratings, ratingsLeftOut } of careers.nodes) {
    const aspects = [...ratings, ...ratingsLeftOut].map(({ aspect }) => aspect);
    expect(aspects.toSorted(), slug).toEqual(['EDUCATION_DURATION', 'JOB_GROWTH', 'SALARY', 'SATISFACTION']);
  }
});

test('satisfaction is what a page states; the other ratings follow a rule', async () => {
  const { ratings, ratingsLeftOut } = await career('medical-office-manager');
  expect(ratings.map(({ aspect, rating, rule, source }) => [aspect, rating, rule, source?.slug ?? null])).toEqual([
    ['SATISFACTION', 'MEDIUM', null, 'definitive-guide'],
    ['SALARY', 'HIGH', 'MEDIAN_AGAINST_ALL_OCCUPATIONS', null],
    ['JOB_GROWTH', 'HIGH', 'OUTLOOK_LABEL', null],
    ['EDUCATION_DURATION', 'HIGH', 'TYPICAL_EDUCATION', null],
  ]);
  expect(ratings.map(({ ruleText }) => ruleText?.split(' ').slice(0, 4).join(' ') ?? null)).toEqual([
    null,
    'The rating compares the',
    'The rating follows the',
    'The rating follows the',
  ]);
  expect(ratingsLeftOut).toEqual([]);
});

test('the grounds give the figures, then what the guide adds', async () => {
  const { ratings } = await career('medical-office-manager');
  const salary = ratings.find(({ aspect }) => aspect === 'SALARY');
  expect(salary?.grounds).toMatch(
    /^Medical and Health Services Managers earned a median of \$123,860 per year in May 2025, 143% more than the median of all occupations \(\$50,980\)\. Medical and health services managers include people who /,
  );
  expect(salary?.claims.map(({ key }) => key)).toContain('definitive-guide/rating-salary');
});

test('a career that no page rates has the three calculated ratings', async () => {
  const { ratings, ratingsLeftOut } = await career('phlebotomist');
  expect(ratings.map(({ aspect, rating, grounds }) => [aspect, rating, grounds])).toEqual([
    [
      'SALARY',
      'MEDIUM',
      'Phlebotomists earned a median of $45,230 per year in May 2025, 11% less than the median of all occupations ($50,980).',
    ],
    [
      'JOB_GROWTH',
      'HIGH',
      'Phlebotomists are projected to have 5.6% more jobs in 2034 than in 2024, compared with 3.1% more for all occupations.',
    ],
    [
      'EDUCATION_DURATION',
      'LOW',
      'Phlebotomists typically start with a certificate or another award below a degree, which takes from a few weeks to two years after high school.',
    ],
  ]);
  expect(ratingsLeftOut).toEqual([UNSTATED]);
});

test('the ratings of many careers, with and without a guide, take one statement per table', async () => {
  const filter = '{ field: [NURSING, DENTAL, IMAGING] }';
  const { statements } = await api.record(
    `{ careers(first: 100, filter: ${filter}) { nodes { ratings { rating grounds } } } }`,
  );
  const tables = statements.map((sql) => /FROM "public"\."(\w+)"/.exec(sql)?.[1]);
  expect(tables.toSorted()).toEqual(['career', 'projection', 'wage_estimate']);
});

test('credentials of chosen kinds, in the order of the guide', async () => {
  const credentials = async (args: string) => {
    const data = await ask<{ career: { credentials: { credential: { slug: string; kind: string } }[] } }>(
      api,
      `{ career(slug: "medical-office-manager") { credentials${args} { credential { slug kind } } } }`,
    );
    return data.career.credentials.map(({ credential }) => credential);
  };
  const all = await credentials('');
  const kinds = ['CERTIFICATION', 'LICENSE'];
  const certified = all.filter(({ kind }) => kinds.includes(kind));
  expect(certified.length).toBeGreaterThan(0);
  expect(certified.length).toBeLessThan(all.length);
  expect(await credentials('(kinds: [CERTIFICATION, LICENSE])')).toEqual(certified);
  expect(await credentials('(kinds: null)')).toEqual(all);
  expect(await credentials('(kinds: [])')).toEqual([]);
});

describe('figures that do not decide', () => {
  const phlebotomists = { occupationCode: '31-9097', areaCode: 'US' };
  const dentalAssistants = { occupationCode: '31-9091', areaCode: 'US' };
  let incomplete: TestApi;
  beforeAll(async () => {
    incomplete = await createTestApi('loaded', async (prisma) => {
      await prisma.wageEstimate.updateMany({
        where: phlebotomists,
        data: { annualP50Usd: null, annualP50Marker: 'WAGE_NOT_RELEASED' },
      });
      await prisma.projection.updateMany({ where: phlebotomists, data: { entryEducation: null } });
      await prisma.wageEstimate.deleteMany({ where: dentalAssistants });
      await prisma.projection.deleteMany({ where: { occupationCode: { in: ['31-9091', '31-9090'] } } });
    });
  });
  afterAll(() => incomplete?.close());

  test('a median and an education that are not published', async () => {
    const { ratings, ratingsLeftOut } = await career('phlebotomist', incomplete);
    expect(ratings.map(({ aspect }) => aspect)).toEqual(['JOB_GROWTH']);
    expect(ratingsLeftOut).toEqual([
      UNSTATED,
      { aspect: 'SALARY', reason: 'Phlebotomists: no national median is available for May 2025.' },
      {
        aspect: 'EDUCATION_DURATION',
        reason: 'Phlebotomists: the Employment Projections state no typical entry-level education.',
      },
    ]);
  });

  test('wages of the broad occupation only, which the grounds name, and no projections', async () => {
    const { ratings, ratingsLeftOut } = await career('dental-assistant', incomplete);
    expect(ratings.map(({ aspect, rating, grounds }) => [aspect, rating, grounds])).toEqual([
      [
        'SALARY',
        'MEDIUM',
        'Miscellaneous Healthcare Support Occupations earned a median of $46,020 per year in May 2025, 10% less than the median of all occupations ($50,980).',
      ],
    ]);
    expect(ratingsLeftOut).toEqual([
      UNSTATED,
      { aspect: 'JOB_GROWTH', reason: 'Dental Assistants: no employment projections are available.' },
      { aspect: 'EDUCATION_DURATION', reason: 'Dental Assistants: no employment projections are available.' },
    ]);
  });
});
