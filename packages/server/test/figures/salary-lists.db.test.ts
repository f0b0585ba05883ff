import type { Database, FigureMarker } from '@careergraph/db';
import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, type List } from '../support/ask.js';
import { NO_FIGURES } from '../support/rows.js';
import { walk } from '../support/walk.js';

/** Mean and median of each state, as a number or as what stands in its place. All others have no row. */
const STATES: Record<string, readonly [mean: number | FigureMarker, median: number | FigureMarker]> = {
  AK: [90_000, 60_000],
  CA: [90_000, 70_000],
  CO: [75_000, 70_000],
  DC: [100_000, 'TOP_CODED'],
  FL: [80_000, 'WAGE_NOT_RELEASED'],
  NJ: ['TOP_CODED', 'TOP_CODED'],
  NY: [90_000, 50_000],
  OH: [70_000, 50_000],
  TX: [80_000, 70_000],
  VT: ['UNDER_HALF_PERCENT', 40_000],
  WY: ['WAGE_NOT_RELEASED', 'NOT_PUBLISHED'],
};

async function insertStates(prisma: Database): Promise<void> {
  const release = await prisma.release.update({
    where: { sourceId_key_revision: { sourceId: 'bls-oews', key: '2025-05', revision: 1 } },
    data: { topCodeAnnualUsd: 239_200, topCodeHourlyCents: 11_500 },
    include: { files: true },
  });
  const isNumber = (value: number | FigureMarker): value is number => typeof value === 'number';
  await prisma.wageEstimate.createMany({
    data: Object.entries(STATES).map(([state, [mean, median]], index) => ({
      ...NO_FIGURES,
      fileId: release.files[0]?.fileId as number,
      occupationCode: '43-6011',
      areaCode: `US-${state}`,
      areaKind: 'STATE' as const,
      sheet: 'state_M2025_dl',
      row: index + 2,
      annualMeanUsd: isNumber(mean) ? mean : null,
      annualMeanMarker: isNumber(mean) ? null : mean,
      hourlyMeanCents: isNumber(mean) ? Math.round(mean / 20.8) : null,
      hourlyMeanMarker: isNumber(mean) ? null : mean,
      annualP50Usd: isNumber(median) ? median : null,
      annualP50Marker: isNumber(median) ? null : median,
    })),
  });
}

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', insertStates);
});
afterAll(() => api?.close());

interface Entry {
  readonly rank: number | null;
  readonly node: { readonly area: { readonly code: string }; readonly release: { readonly key: string } };
}
interface Table {
  readonly totalCount: number;
  readonly treatment: string;
  readonly release: { readonly key: string; readonly source: { readonly kind: string } } | null;
  readonly edges: readonly Entry[];
  readonly leftOut: readonly {
    readonly area: { readonly code: string };
    readonly status: string;
    readonly reason: string;
  }[];
}
const FIELDS = `{
  totalCount treatment release { key source { kind } }
  edges { rank node { area { code } release { key } } }
  leftOut { area { code } status reason }
}`;

async function table(args: string): Promise<Table> {
  const data = await ask<{ career: { salaries: Table } }>(
    api,
    `{ career(slug: "medical-office-manager") { salaries(first: 60, ${args}) ${FIELDS} } }`,
  );
  return data.career.salaries;
}
const secretaries = (order: string) => table(`kind: STATE, occupation: "43-6011", orderBy: ${order}`);
const ranking = ({ edges }: Table) => edges.map(({ rank, node }) => [rank, node.area.code.slice(3)]);

test('the official release answers, and says so', async () => {
  const { totalCount, release, edges, treatment } = await secretaries('{ field: MEAN }');
  expect(totalCount).toBe(11);
  expect(release).toEqual({ key: '2025-05', source: { kind: 'AGENCY' } });
  expect(new Set(edges.map(({ node }) => node.release.key))).toEqual(new Set(['2025-05']));
  expect(treatment).toContain('All figures are for May 2025.');
  expect(treatment).not.toContain('page');
});

test('the list names its occupation: the primary one if the query names none or null', async () => {
  const { career } = await ask<{ career: unknown }>(
    api,
    `query ($none: String) { career(slug: "medical-office-manager") {
      default: salaries(kind: STATE) { occupation { code } }
      null: salaries(kind: STATE, occupation: $none) { occupation { code } }
      other: salaries(kind: STATE, occupation: "43-6011") { occupation { code } }
      foreign: salaries(kind: STATE, occupation: "29-1141") { occupation { code } totalCount }
    } }`,
    { none: null },
  );
  expect(career).toEqual({
    default: { occupation: { code: '11-9111' } },
    null: { occupation: { code: '11-9111' } },
    other: { occupation: { code: '43-6011' } },
    foreign: { occupation: null, totalCount: 0 },
  });
});

test('territories that it lacks are still those of the page; so is the table of its month', async () => {
  const territories = await table('kind: TERRITORY, occupation: "43-6011"');
  expect(territories.release?.source.kind).toBe('PAGE');
  expect(ranking(territories)).toEqual([
    [null, 'GU'],
    [null, 'PR'],
    [null, 'VI'],
  ]);
  const stated = await table('kind: STATE, occupation: "43-6011", asOf: "2024-05"');
  expect(stated.release).toEqual({ key: '2024-05', source: { kind: 'PAGE' } });
  expect(stated.totalCount).toBe(50);
  expect(stated.treatment).toContain('those that a published page states');
});

describe('order and ranks', () => {
  const UNRANKED: Record<string, string[]> = { MEAN: ['NJ', 'VT', 'WY'], P50: ['DC', 'FL', 'NJ', 'WY'] };
  const none = (field: string) => (UNRANKED[field] as string[]).map((state) => [null, state]);

  test('means, the best first: equal ones share a rank, those without come last', async () => {
    expect(ranking(await secretaries('{ field: MEAN, direction: DESC }'))).toEqual([
      [1, 'DC'],
      [2, 'AK'],
      [2, 'CA'],
      [2, 'NY'],
      [5, 'FL'],
      [5, 'TX'],
      [7, 'CO'],
      [8, 'OH'],
      ...none('MEAN'),
    ]);
  });
  test('means, the lowest first: those without come last as well', async () => {
    expect(ranking(await secretaries('{ field: MEAN, direction: ASC }'))).toEqual([
      [1, 'OH'],
      [2, 'CO'],
      [3, 'FL'],
      [3, 'TX'],
      [5, 'AK'],
      [5, 'CA'],
      [5, 'NY'],
      [8, 'DC'],
      ...none('MEAN'),
    ]);
  });
  test('medians', async () => {
    expect(ranking(await secretaries('{ field: P50, direction: DESC }'))).toEqual([
      [1, 'CA'],
      [1, 'CO'],
      [1, 'TX'],
      [4, 'AK'],
      [5, 'NY'],
      [5, 'OH'],
      [7, 'VT'],
      ...none('P50'),
    ]);
  });
  test('a statistic that no state has: no rank at all, every state left out', async () => {
    const { edges, leftOut } = await secretaries('{ field: P90, direction: DESC }');
    expect(edges.map(({ rank }) => rank)).toEqual(Array(11).fill(null));
    expect(leftOut).toHaveLength(51);
  });
  test.each(['ASC', 'DESC'])('areas %s have no rank', async (direction) => {
    const codes = Object.keys(STATES).sort();
    expect(ranking(await secretaries(`{ field: AREA, direction: ${direction} }`))).toEqual(
      (direction === 'ASC' ? codes : codes.toReversed()).map((state) => [null, state]),
    );
  });
  test('a rank is the same on whatever page it stands', async () => {
    const order = 'kind: STATE, occupation: "43-6011", orderBy: { field: MEAN, direction: DESC }';
    const read = (args: string) =>
      ask<{ career: { salaries: { edges: (Entry & { cursor: string })[] } } }>(
        api,
        `{ career(slug: "medical-office-manager") { salaries(${order}, ${args}) { edges { cursor rank node { area { code } } } } } }`,
      );
    const all = (await read('first: 60')).career.salaries.edges;
    for (const [index, entry] of all.entries()) {
      const args = index === 0 ? 'first: 1' : `first: 1, after: ${JSON.stringify(all[index - 1]?.cursor)}`;
      expect((await read(args)).career.salaries.edges).toEqual([entry]);
    }
  });

  test.each(['MEAN', 'P50', 'P90', 'AREA'].flatMap((field) => ['ASC', 'DESC'].map((direction) => [field, direction])))(
    '%s %s in pages of every size, through ties and gaps',
    async (field, direction) => {
      const order = `{ field: ${field}, direction: ${direction} }`;
      const list: List = {
        name: order,
        field: `salaries(kind: STATE, occupation: "43-6011", orderBy: ${order})`,
        key: 'area { code }',
        inside: 'career(slug: "medical-office-manager")',
      };
      const whole = await walk(api, list, 60, 'forward', 11);
      expect(whole.keys).toEqual((await secretaries(order)).edges.map(({ node }) => ({ area: node.area })));
      for (let size = 1; size <= 12; size += 1) {
        for (const way of ['forward', 'backward'] as const) {
          expect(await walk(api, list, size, way, 11), `${way} by ${size}`).toEqual(whole);
        }
      }
    },
  );
});

test('every state is in the order or left out with status and reason, in the order of codes', async () => {
  const { edges, leftOut } = await secretaries('{ field: MEAN, direction: DESC }');
  const ranked = edges.filter(({ rank }) => rank !== null).map(({ node }) => node.area.code);
  const left = leftOut.map(({ area }) => area.code);
  expect(left).toEqual(left.toSorted());
  expect(new Set([...ranked, ...left]).size).toBe(51);
  expect(ranked.length + left.length).toBe(51);
  const why = (state: string) => {
    const { status, reason } = leftOut.find(({ area }) => area.code === `US-${state}`) ?? {};
    return [status, reason];
  };
  expect(why('NJ')).toEqual(['TOP_CODED', 'At or above the top code of the release, published as "#".']);
  expect(why('VT')).toEqual(['SUPPRESSED', 'Fewer than 0.5% of establishments report the occupation ("~").']);
  expect(why('WY')).toEqual(['SUPPRESSED', 'The publisher does not release this wage estimate ("*").']);
  expect(why('AL')).toEqual([
    'NOT_PUBLISHED',
    'The Occupational Employment and Wage Statistics for May 2025 have no figure for this area.',
  ]);
  expect(left.filter((code) => !['US-NJ', 'US-VT', 'US-WY'].includes(code))).toHaveLength(40);
});

describe('a figure without a number says why', () => {
  const WAGE = `{
    year: amount yearStatus: status yearBound: atLeast yearDisplay: display yearReason: reason
    month: amount(per: MONTH) monthStatus: status(per: MONTH) monthBound: atLeast(per: MONTH) monthDisplay: display(per: MONTH)
    hour: amount(per: HOUR) hourStatus: status(per: HOUR) hourBound: atLeast(per: HOUR) hourDisplay: display(per: HOUR)
  }`;
  const mean = async (state: string) => {
    const data = await ask<{ occupation: { salary: { mean: Record<string, unknown>; resolution: unknown } } }>(
      api,
      `{ occupation(code: "43-6011") { salary(in: { state: "${state}" }) { mean ${WAGE} resolution { rule exact } } } }`,
    );
    expect(data.occupation.salary.resolution).toEqual({ rule: 'AS_ASKED', exact: true });
    return data.occupation.salary.mean;
  };

  test('top-coded: the bound of the release in each period', async () => {
    expect(await mean('NJ')).toEqual({
      year: null,
      yearStatus: 'TOP_CODED',
      yearBound: 239_200,
      yearDisplay: '$239,200 or more',
      yearReason: 'At or above the top code of the release, published as "#".',
      month: null,
      monthStatus: 'TOP_CODED',
      monthBound: 19_933.33,
      monthDisplay: '$19,933.33 or more',
      hour: null,
      hourStatus: 'TOP_CODED',
      hourBound: 115,
      hourDisplay: '$115.00 or more',
    });
  });
  test.each(['WY', 'VT'])('suppressed in %s: an answer of that state, not the figure of the nation', async (state) => {
    expect(await mean(state)).toMatchObject({
      year: null,
      yearStatus: 'SUPPRESSED',
      yearBound: null,
      yearDisplay: 'not released',
      month: null,
      monthStatus: 'SUPPRESSED',
      monthDisplay: 'not released',
      hour: null,
      hourStatus: 'SUPPRESSED',
      hourDisplay: 'not released',
    });
  });
  test('published: as it stands, the month derived', async () => {
    expect(await mean('CO')).toMatchObject({
      year: 75_000,
      yearStatus: 'PUBLISHED',
      yearBound: null,
      yearDisplay: '$75,000',
      yearReason: null,
      month: 6_250,
      monthStatus: 'DERIVED',
      hour: 36.06,
      hourStatus: 'PUBLISHED',
      hourDisplay: '$36.06',
    });
  });
});

test('a list that a page alone states says that no official release was loaded', async () => {
  const withoutOfficial = await createTestApi('loaded', async (prisma) => {
    await prisma.release.deleteMany({ where: { sourceId: 'bls-oews', key: '2024-05' } });
  });
  const data = await ask<{ career: { salaries: { treatment: string; nodes: { resolution: object }[] } } }>(
    withoutOfficial,
    `{ career(slug: "medical-office-manager") { salaries(kind: STATE, occupation: "43-6011", asOf: "2024-05", first: 1) {
      treatment nodes { resolution { rule explanation } } } } }`,
  );
  const { treatment, nodes } = data.career.salaries;
  expect(treatment).toMatch(
    /^The figures are those that a published page states, not official ones\. No official release 2024-05 is loaded\. /,
  );
  expect(nodes).toEqual([
    {
      resolution: {
        rule: 'STATED_BY_PAGE',
        explanation:
          'No official release 2024-05 is loaded; the page "How to Become a Medical Office Manager: The Definitive Career Guide" states one.',
      },
    },
  ]);
  await withoutOfficial.close();
});
