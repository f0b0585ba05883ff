import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../support/ask.js';
import {
  type CareerFile,
  CODES_OF_GUIDES,
  detailedCodes,
  careers as guides,
  primaryOf,
  projections,
  publishedAs,
  wages2024,
  wages2025,
} from '../support/guides.js';

/** What the lists must be, worked out from the files; only titles and slugs of occupations are those of the answer. */

/** The guides and the other occupations. */
let careers: CareerFile[];

const number = (cell: number | string | undefined) => (typeof cell === 'number' ? cell : null);
/** The newest release that has a row answers: May 2025 has no legislators. */
const medianOf = (career: CareerFile) =>
  number([...wages2025.rows, ...wages2024.rows].find(({ code }) => code === publishedAs(primaryOf(career)))?.annualP50);
const growthOf = (career: CareerFile) =>
  number(projections.rows.find(({ code }) => code === publishedAs(primaryOf(career)))?.percent);

/** The agency's bounds for 2024–34, in whole percents. */
function outlookOf(career: CareerFile): string | null {
  const growth = growthOf(career);
  if (growth === null) return null;
  const percent = Math.sign(growth) * Math.round(Math.abs(growth));
  if (percent >= 7) return 'MUCH_FASTER_THAN_AVERAGE';
  if (percent >= 5) return 'FASTER_THAN_AVERAGE';
  if (percent >= 3) return 'AVERAGE';
  if (percent >= 1) return 'SLOWER_THAN_AVERAGE';
  return percent === 0 ? 'LITTLE_OR_NO_CHANGE' : 'DECLINE';
}

const EDUCATION: Readonly<Record<string, string>> = {
  'No formal educational credential': 'NONE',
  'High school diploma or equivalent': 'HIGH_SCHOOL',
  'Some college, no degree': 'SOME_COLLEGE',
  'Postsecondary nondegree award': 'POSTSECONDARY_CERTIFICATE',
  "Associate's degree": 'ASSOCIATE',
  "Bachelor's degree": 'BACHELOR',
  "Master's degree": 'MASTER',
  'Doctoral or professional degree': 'DOCTORAL',
};
const educationOf = (code: string) => {
  const row = projections.rows.find((each) => each.code === publishedAs(code));
  return EDUCATION[String(row?.entryEducation)] ?? 'NOT_STATED';
};

interface Node extends Omit<CareerFile, 'occupations'> {
  readonly occupations: readonly {
    readonly role: 'PRIMARY' | 'SECONDARY';
    readonly occupation: { readonly code: string };
  }[];
}

async function readCareers(): Promise<CareerFile[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  do {
    const { careers: page }: { careers: { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
      await ask(
        api,
        `query ($after: String) { careers(first: 100, after: $after) {
        nodes { slug title summary alsoCalled field occupations { role occupation { code } } }
        pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
    nodes.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return nodes.map((node) => {
    const guide = guides.find(({ slug }) => slug === node.slug);
    if (guide) return guide;
    const code = node.occupations[0]?.occupation.code as string;
    return { ...node, typicalEducation: educationOf(code), occupations: [{ code, role: 'PRIMARY' }] };
  });
}

const byTitle = (a: CareerFile, b: CareerFile) => a.title.localeCompare(b.title, 'en');
function ordered(value: (career: CareerFile) => number | null, direction: 'ASC' | 'DESC'): CareerFile[] {
  const titled = careers.toSorted(byTitle);
  const having = titled.filter((career) => value(career) !== null);
  const sign = direction === 'ASC' ? 1 : -1;
  having.sort((a, b) => sign * ((value(a) as number) - (value(b) as number)));
  return [...having, ...titled.filter((career) => value(career) === null)];
}
const slugs = (list: readonly CareerFile[]) => list.map(({ slug }) => slug);

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  careers = await readCareers();
});
afterAll(() => api?.close());

const QUERY = `query ($filter: CareerFilter, $orderBy: CareerOrder, $after: String) {
  careers(first: 100, filter: $filter, orderBy: $orderBy, after: $after) {
    totalCount nodes { slug } pageInfo { hasNextPage endCursor }
  }
}`;
interface Figures {
  readonly slug: string;
  readonly salary?: { readonly median: { readonly amount: number | null } } | null;
  readonly growth?: { readonly percent: { readonly value: number | null } } | null;
}
interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly slug: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
async function found(filter: object | null, orderBy: object | null = null): Promise<string[]> {
  const all: string[] = [];
  let page: Page | undefined;
  do {
    const after: string | null = page?.pageInfo.endCursor ?? null;
    ({ careers: page } = await ask<{ careers: Page }>(api, QUERY, { filter, orderBy, after }));
    all.push(...page.nodes.map(({ slug }) => slug));
  } while (page.pageInfo.hasNextPage);
  expect(page.totalCount).toBe(all.length);
  return all;
}
const where = (holds: (career: CareerFile) => boolean) => slugs(careers.filter(holds).toSorted(byTitle));

describe('order', () => {
  test('every guide and every other occupation once, by title where no order is given', async () => {
    const codes = careers.filter((career) => !guides.includes(career)).map(primaryOf);
    expect(careers).toHaveLength(877);
    expect(codes.toSorted()).toEqual(detailedCodes.filter((code) => !CODES_OF_GUIDES.includes(code)).toSorted());
    expect(careers.filter((career) => guides.includes(career))).toHaveLength(guides.length);
    expect(await found(null)).toEqual(slugs(careers.toSorted(byTitle)));
    expect(await found({})).toEqual(slugs(careers.toSorted(byTitle)));
  });
  test.each([
    ['TITLE', 'ASC', () => slugs(careers.toSorted(byTitle))],
    ['TITLE', 'DESC', () => slugs(careers.toSorted(byTitle).toReversed())],
    ['MEDIAN_PAY', 'ASC', () => slugs(ordered(medianOf, 'ASC'))],
    ['MEDIAN_PAY', 'DESC', () => slugs(ordered(medianOf, 'DESC'))],
    ['GROWTH', 'ASC', () => slugs(ordered(growthOf, 'ASC'))],
    ['GROWTH', 'DESC', () => slugs(ordered(growthOf, 'DESC'))],
  ] as const)('%s %s', async (field, direction, expected) => {
    expect(await found(null, { field, direction })).toEqual(expected());
    if (direction === 'ASC') expect(await found(null, { field })).toEqual(expected());
  });
  test.each([
    ['MEDIAN_PAY', 'salary { median { amount } }', (node: Figures) => node.salary?.median.amount ?? null],
    ['GROWTH', 'growth { percent { value } }', (node: Figures) => node.growth?.percent.value ?? null],
  ] as const)('%s is that of the figure that each career shows', async (field, selection, figureOf) => {
    const query = `query ($orderBy: CareerOrder, $after: String) {
      careers(first: 50, orderBy: $orderBy, after: $after) { nodes { slug ${selection} } pageInfo { hasNextPage endCursor } } }`;
    const nodes: Figures[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const variables: Record<string, unknown> = { orderBy: { field, direction: 'DESC' }, after: after || null };
      const { careers: page }: { careers: Omit<Page, 'nodes'> & { nodes: Figures[] } } = await ask(
        api,
        query,
        variables,
      );
      nodes.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    }
    const shown = nodes.map(figureOf);
    const having = shown.filter((value) => value !== null);
    expect(shown).toEqual([...having.toSorted((a, b) => b - a), ...Array(shown.length - having.length).fill(null)]);
    expect(having.length).toBeGreaterThan(800);
    expect(nodes.find(({ slug }) => slug === 'legislator')?.salary?.median.amount ?? 44_810).toBe(44_810);
  });
  test('the files hold ties, so that the order of equal ones is tested', () => {
    for (const value of [medianOf, growthOf]) {
      const values = careers.map(value).filter((item) => item !== null);
      expect(new Set(values).size).toBeLessThan(values.length);
    }
  });
});

describe('filters', () => {
  test.each([...new Set(guides.map(({ field }) => field)), 'HEALTHCARE', 'SALES'])('field %s', async (field) => {
    const expected = where((career) => career.field === field);
    expect(await found({ field: [field] })).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });
  test.each(Object.values(EDUCATION))('education %s', async (level) => {
    expect(await found({ education: [level] })).toEqual(where(({ typicalEducation }) => typicalEducation === level));
  });
  test.each([
    'MUCH_FASTER_THAN_AVERAGE',
    'FASTER_THAN_AVERAGE',
    'AVERAGE',
    'SLOWER_THAN_AVERAGE',
    'LITTLE_OR_NO_CHANGE',
    'DECLINE',
  ])('outlook %s', async (label) => {
    expect(await found({ outlook: [label] })).toEqual(where((career) => outlookOf(career) === label));
  });
  test('any of several values', async () => {
    expect(await found({ outlook: ['DECLINE', 'AVERAGE'], education: ['ASSOCIATE', 'HIGH_SCHOOL', 'NONE'] })).toEqual(
      where(
        (career) =>
          ['DECLINE', 'AVERAGE'].includes(outlookOf(career) as string) &&
          ['ASSOCIATE', 'HIGH_SCHOOL', 'NONE'].includes(career.typicalEducation),
      ),
    );
  });
  test('an empty list of values lets nothing through', async () => {
    expect(await found({ field: [] })).toEqual([]);
  });
  test('medians as bounds, inclusive on both sides', async () => {
    const medians = guides.map(medianOf).filter((value) => value !== null);
    const spread = [...new Set(medians)].toSorted((a, b) => a - b).filter((_, index) => index % 5 === 0);
    expect(spread.length).toBeGreaterThan(3);
    for (const bound of spread.flatMap((median) => [median - 1, median, median + 1])) {
      const atLeast = where((career) => (medianOf(career) ?? -1) >= bound);
      expect(await found({ medianAtLeastUsd: bound }), `at least ${bound}`).toEqual(atLeast);
      const atMost = where((career) => (medianOf(career) ?? Number.POSITIVE_INFINITY) <= bound);
      expect(await found({ medianAtMostUsd: bound }), `at most ${bound}`).toEqual(atMost);
    }
  });
  test('a range of medians', async () => {
    const expected = where((career) => {
      const median = medianOf(career);
      return median !== null && median >= 45_000 && median <= 75_000;
    });
    expect(await found({ medianAtLeastUsd: 45_000, medianAtMostUsd: 75_000 })).toEqual(expected);
    expect(await found({ medianAtLeastUsd: 75_000, medianAtMostUsd: 45_000 })).toEqual([]);
  });
  test.each([...new Set(guides.flatMap(({ occupations }) => occupations.map(({ code }) => code.slice(0, 7))))])(
    'occupation %s, primary or secondary',
    async (occupation) => {
      expect(await found({ occupation })).toEqual(
        where(({ occupations }) => occupations.some(({ code }) => code === occupation)),
      );
    },
  );
  test.each(['technician', 'TECHNICIAN', 'a', 'Medical Office Manager', 'phlebotomy', 'xyzzy', ' ', '-', 'é', '('])(
    'text %j in a title or the summary',
    async (text) => {
      const holds = ({ title, summary, alsoCalled = [] }: CareerFile) =>
        [title, summary, ...alsoCalled].some((words) => words.toLowerCase().includes(text.toLowerCase()));
      expect(await found({ text })).toEqual(where(holds));
    },
  );
  test('all filters together, in an order', async () => {
    const filter = {
      text: 'e',
      education: ['ASSOCIATE', 'BACHELOR', 'POSTSECONDARY_CERTIFICATE'],
      outlook: ['MUCH_FASTER_THAN_AVERAGE', 'FASTER_THAN_AVERAGE', 'AVERAGE'],
      medianAtLeastUsd: 40_000,
      medianAtMostUsd: 100_000,
    };
    const expected = ordered(growthOf, 'DESC').filter((career) => {
      const median = medianOf(career);
      return (
        [career.title, career.summary].join(' ').toLowerCase().includes('e') &&
        filter.education.includes(career.typicalEducation) &&
        filter.outlook.includes(outlookOf(career) as string) &&
        median !== null &&
        median >= 40_000 &&
        median <= 100_000
      );
    });
    expect(expected.length).toBeGreaterThan(5);
    expect(await found(filter, { field: 'GROWTH', direction: 'DESC' })).toEqual(slugs(expected));
  });
});
