import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, onlyError } from '../support/ask.ts';
import { MADE_UP, plantPrograms } from './planted.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', plantPrograms);
});
afterAll(() => api?.close());

interface Figure {
  readonly value: number | null;
  readonly status: string;
  readonly reason: string | null;
  readonly display: string;
  readonly provenance: { readonly row: number } | null;
}

interface Program {
  readonly id: string;
  readonly cipCode: string;
  readonly level: string;
  readonly distanceMiles: number | null;
  readonly distanceReason: string | null;
  readonly institution: { readonly unitId: number; readonly name: string };
  readonly completions: Figure;
  readonly awards: Figure;
  readonly earnings4Years: Figure;
  readonly netPrice: Figure;
  readonly completionRate: Figure;
}

interface Programs {
  readonly totalCount: number;
  readonly explanation: string | null;
  readonly fieldsExplanation: string;
  readonly treatment: string;
  readonly place: Record<string, unknown>;
  readonly fields: readonly { readonly cipCode: string; readonly provenance: { readonly row: number } | null }[];
  readonly leftOut: readonly Record<string, unknown>[];
  readonly edges: readonly { readonly cursor: string; readonly node: Program }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
}

const FIGURE = '{ value status reason display provenance { row } }';
const PROGRAM = `id cipCode level distanceMiles distanceReason institution { unitId name }
  completions ${FIGURE} awards ${FIGURE} earnings4Years ${FIGURE} netPrice ${FIGURE} completionRate ${FIGURE}`;

const query = (args: string) => `{ programs(${args}) {
  totalCount explanation fieldsExplanation treatment
  place { zip method latitude longitude miles area { code } explanation }
  fields { cipCode provenance { row } } leftOut { reason programs institutions }
  edges { cursor node { ${PROGRAM} } } pageInfo { hasNextPage hasPreviousPage } } }`;

const list = async (args: string) => (await ask<{ programs: Programs }>(api, query(args))).programs;

const NEAR = 'near: { zip: { code: "99501", miles: 25 } }';
const brief = ({ edges }: Programs) =>
  edges.map(({ node: { institution, cipCode, level } }) => `${institution.name} ${cipCode} ${level}`);

/** By the spherical law of cosines, and not by the formula of the service. */
function milesFromAnchorage(latitude: number, longitude: number): number {
  const [a, b, c] = [61.2116, latitude, longitude + 149.8761].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
  ];
  const cosine = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(c);
  return Math.round(3958.7614 * Math.acos(cosine) * 10) / 10;
}

describe('programs near a ZIP code', () => {
  test('are those of the fields of an occupation, nearest first, each at its distance', async () => {
    const programs = await list(`${NEAR}, occupation: "29-1141"`);
    expect(programs.totalCount).toBe(11);
    expect(programs.edges.map(({ node }) => [node.institution.unitId, node.cipCode, node.level])).toEqual([
      [900_003, '51.3801', 'ASSOCIATE'],
      [900_003, '51.3801', 'MASTER'],
      [900_003, '51.3801', 'CERTIFICATE_UNDER_12_WEEKS'],
      [102_845, '51.3801', 'ASSOCIATE'],
      [102_553, '51.3801', 'BACHELOR'],
      [102_553, '51.3801', 'MASTER'],
      [102_553, '51.3805', 'POST_MASTERS_CERTIFICATE'],
      [102_553, '51.3810', 'POST_MASTERS_CERTIFICATE'],
      [102_553, '51.3818', 'DOCTORATE_PROFESSIONAL'],
      [102_669, '51.3801', 'ASSOCIATE'],
      [102_669, '51.3801', 'BACHELOR'],
    ]);
    const miles = Object.fromEntries(
      programs.edges.map(({ node }) => [node.institution.unitId, node.distanceMiles] as const),
    );
    expect(miles).toEqual({
      900003: milesFromAnchorage(61.2, -149.9),
      102845: milesFromAnchorage(61.19633, -149.839274),
      102553: milesFromAnchorage(61.190163, -149.82619),
      102669: milesFromAnchorage(61.190968, -149.804168),
    });
    expect(programs.place).toEqual({
      ...{ zip: '99501', method: 'LISTED', latitude: 61.2116, longitude: -149.8761, miles: 25, area: null },
      explanation: 'Distances start at the location of ZIP 99501 (GeoNames).',
    });
    expect(programs.fields).toHaveLength(21);
    expect(programs.fields[0]).toEqual({ cipCode: '51.3801', provenance: { row: 4651 } });
    expect(programs.explanation).toBeNull();
  });

  test('leave out what is closed, without coordinates, or a second major only, and count it', async () => {
    const { leftOut } = await list(`${NEAR}, occupation: "29-1141"`);
    expect(leftOut).toEqual([
      { reason: 'CLOSED', programs: 1, institutions: 1 },
      { reason: 'NO_COORDINATES', programs: 1, institutions: 1 },
      { reason: 'SECOND_MAJOR_ONLY', programs: 1, institutions: 1 },
    ]);
  });

  test('are filtered by level and control, and what that leaves out is counted', async () => {
    const programs = await list(
      `${NEAR}, career: "registered-nurse", levels: [ASSOCIATE], control: [PRIVATE_NONPROFIT, PUBLIC]`,
    );
    expect(brief(programs)).toEqual(['Alaska Pacific University 51.3801 ASSOCIATE']);
    expect(programs.leftOut).toEqual([
      { reason: 'CLOSED', programs: 1, institutions: 1 },
      { reason: 'NO_COORDINATES', programs: 1, institutions: 1 },
      // All of Charter College, and those of the institution whose control the directory does not say.
      { reason: 'OTHER_CONTROL', programs: 5, institutions: 2 },
      { reason: 'OTHER_LEVEL', programs: 6, institutions: 2 },
    ]);
  });

  test('end at the distance that was asked for', async () => {
    const within = (miles: number) =>
      list(`near: { zip: { code: "99501-1234", miles: ${miles} } }, occupation: "29-1141"`);
    const { edges } = await within(2);
    expect([...new Set(edges.map(({ node }) => node.institution.name))]).toEqual([
      'Doubtful College',
      'Charter College',
    ]);
    expect(await within(1)).toMatchObject({
      totalCount: 0,
      explanation: 'The directory has no open institution within 1 mile that matches the query.',
    });
  });
});

describe('figures', () => {
  const figureOf = async (
    unitId: number,
    level: string,
    name: 'completions' | 'awards' | 'earnings4Years' | 'netPrice' | 'completionRate',
  ) => {
    const { edges } = await list(`${NEAR}, cip: "51.38"`);
    const found = edges.find(({ node }) => node.institution.unitId === unitId && node.level === level);
    if (!found) throw new Error(`No program ${unitId} ${level}.`);
    return found.node[name];
  };

  test.each([
    [102_845, 'ASSOCIATE', 'completions', 70, '70', 4381],
    [102_845, 'ASSOCIATE', 'awards', 59, '59', 111_385],
    [102_845, 'ASSOCIATE', 'earnings4Years', 87_831, '$87,831', 111_385],
    [102_845, 'ASSOCIATE', 'netPrice', 34_860, '$34,860', 62],
    [102_845, 'ASSOCIATE', 'completionRate', 0.5606, '56.1%', 62],
    [102_553, 'DOCTORATE_PROFESSIONAL', 'completions', 0, '0', 3978],
    [900_003, 'ASSOCIATE', 'netPrice', -914, '-$914', 9401],
  ] as const)('%i %s: %s is %d, as published', async (unitId, level, name, value, display, row) => {
    const published = { value, status: 'PUBLISHED', reason: null, display, provenance: { row } };
    expect(await figureOf(unitId, level, name)).toEqual(published);
  });

  test.each([
    [900_003, 'ASSOCIATE', 'earnings4Years', 'SUPPRESSED', 'not released', 9301, /too few people/],
    [900_003, 'ASSOCIATE', 'awards', 'NOT_PUBLISHED', 'not published', 9301, /no such figure/],
    [900_003, 'ASSOCIATE', 'completionRate', 'SUPPRESSED', 'not released', 9401, /too few people/],
    [900_003, 'CERTIFICATE_UNDER_12_WEEKS', 'completions', 'NOT_PUBLISHED', 'not published', 9203, /no such figure/],
    [102_669, 'ASSOCIATE', 'earnings4Years', 'NOT_IN_FILE', 'not in the file', 111_336, /does not say why/],
    [
      900_003,
      'MASTER',
      'earnings4Years',
      'NOT_PUBLISHED',
      'not published',
      null,
      /no row for the field 51\.38 at this level/,
    ],
  ] as const)('%i %s: %s is %s', async (unitId, level, name, status, display, row, reason) => {
    expect(await figureOf(unitId, level, name)).toEqual({
      ...{ value: null, status, display, reason: expect.stringMatching(reason) },
      provenance: row === null ? null : { row },
    });
  });

  test('an estimate of the publisher says so', async () => {
    const found = await ask<{ programs: { nodes: readonly { completions: Record<string, unknown> }[] } }>(
      api,
      `{ programs(${NEAR}, cip: "51.3801", levels: [MASTER]) { nodes { completions { value status note } } } }`,
    );
    expect(found.programs.nodes.map(({ completions }) => completions)).toEqual([
      { value: 4, status: 'PUBLISHED', note: 'The institution did not report the number, and IPEDS estimated it.' },
      // The loaded file has no flags.
      { value: 18, status: 'PUBLISHED', note: null },
    ]);
  });

  test('say who is counted, which graduates, and what they do not say', async () => {
    const { programs } = await ask<{ programs: { nodes: readonly Record<string, unknown>[]; treatment: string } }>(
      api,
      `{ programs(${NEAR}, cip: "51.3801", levels: [BACHELOR], first: 1) { treatment nodes {
        completions { name unit caution cohort { graduates } provenance { sheet row file { name } release { key } citation } }
        earnings4Years { whoIsCounted cohort { graduates measured dollarsOf } } } } }`,
    );
    expect(programs.nodes[0]).toMatchObject({
      completions: {
        ...{ name: 'awards in a year', caution: expect.stringContaining('not accreditation'), cohort: null },
        provenance: {
          ...{ sheet: 'c2024_a_subset', row: 3974, file: { name: 'c2024_a_subset.csv' }, release: { key: '2024' } },
          citation: expect.stringContaining('c2024_a_subset.csv, line 3974'),
        },
      },
      earnings4Years: {
        whoIsCounted: expect.stringContaining('federal student aid'),
        cohort: { graduates: 'awards of 2017–18 and 2018–19', measured: 'earnings of 2022 and 2023', dollarsOf: 2024 },
      },
    });
    expect(programs.treatment).not.toContain('crosswalk');
  });
});

describe('order', () => {
  const ordered = async (field: string, direction: string) =>
    (await list(`${NEAR}, occupation: "29-1141", orderBy: { field: ${field}, direction: ${direction} }`)).edges.map(
      ({ node }) => node,
    );

  test.each(['ASC', 'DESC'] as const)('%s: programs without earnings come last, nearest first', async (direction) => {
    const nodes = await ordered('EARNINGS', direction);
    const known = [121_953, 93_001, 87_831];
    expect(nodes.slice(0, 3).map(({ earnings4Years }) => earnings4Years.value)).toEqual(
      direction === 'DESC' ? known : known.toReversed(),
    );
    const others = nodes.slice(3);
    expect(others.map(({ earnings4Years }) => earnings4Years.value)).toEqual(others.map(() => null));
    expect(others.map(({ institution }) => institution.unitId)).toEqual([
      ...[900_003, 900_003, 900_003],
      ...[102_553, 102_553, 102_553, 102_669, 102_669],
    ]);
  });

  test('by awards, 0 comes before what has no number', async () => {
    const values = (await ordered('COMPLETIONS', 'DESC')).map(({ completions }) => completions.value);
    expect(values).toEqual([122, 70, 24, 18, 5, 4, 3, 1, 0, 0, null]);
  });

  test('by price, the institutions as a whole', async () => {
    const nodes = await ordered('PRICE', 'ASC');
    expect([...new Set(nodes.map(({ netPrice }) => netPrice.value))]).toEqual([-914, 15_301, 21_616, 34_860]);
  });

  test('by distance, farthest first', async () => {
    const names = (await ordered('DISTANCE', 'DESC')).map(({ institution }) => institution.name);
    expect(names[0]).toBe('Alaska Pacific University');
    expect(names.at(-1)).toBe('Doubtful College');
  });
});

describe('pages', () => {
  const ORDERED = `${NEAR}, occupation: "29-1141", orderBy: { field: EARNINGS, direction: DESC }`;

  test('read forward and backward have the whole list in the same order', async () => {
    const whole = (await list(`${ORDERED}, first: 100`)).edges.map(({ node }) => node.id);
    const pages = async (step: (cursor: string) => string, size: string, end: 'first' | 'last') => {
      const found: string[][] = [];
      for (let args = size, more = true; more; ) {
        const page = await list(`${ORDERED}, ${args}`);
        found.push(page.edges.map(({ node }) => node.id));
        const edge = page.edges.at(end === 'first' ? -1 : 0);
        more = end === 'first' ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage;
        args = `${size}, ${step(edge?.cursor ?? '')}`;
      }
      return end === 'first' ? found.flat() : found.toReversed().flat();
    };
    expect(await pages((cursor) => `after: "${cursor}"`, 'first: 4', 'first')).toEqual(whole);
    expect(await pages((cursor) => `before: "${cursor}"`, 'last: 3', 'last')).toEqual(whole);
    expect(new Set(whole).size).toBe(11);
  });

  test('the default order is that by distance, so it has the same cursors', async () => {
    const [edge] = (await list(`${NEAR}, occupation: "29-1141", first: 1`)).edges;
    const rest = `${NEAR}, occupation: "29-1141", after: "${edge?.cursor}"`;
    expect(await list(`${rest}, orderBy: { field: DISTANCE }`)).toEqual(await list(rest));
  });

  test('a cursor belongs to its list', async () => {
    const [edge] = (await list(`${ORDERED}, first: 1`)).edges;
    for (const other of [
      `${NEAR}, occupation: "29-1141"`,
      `${NEAR}, occupation: "29-1141", levels: [MASTER], orderBy: { field: EARNINGS, direction: DESC }`,
      'near: { zip: { code: "99501", miles: 24 } }, occupation: "29-1141", orderBy: { field: EARNINGS, direction: DESC }',
    ]) {
      const answer = await api.query(query(`${other}, after: "${edge?.cursor}"`));
      expect(onlyError(answer)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
    }
  });
});

describe('places', () => {
  test('a ZIP code that GeoNames does not list has the location of its institutions', async () => {
    const programs = await list('near: { zip: { code: "00936" } }, occupation: "29-1141"');
    expect(programs.place).toMatchObject({ method: 'INSTITUTIONS', latitude: 18.4, longitude: -66.07 });
    expect(programs.edges.map(({ node }) => [node.institution.name, node.distanceMiles])).toEqual([
      ['Colegio de la Isla', 0],
    ]);
  });

  test('a ZIP code between two known ones of one state has the location of the next one, as a guess', async () => {
    const programs = await list('near: { zip: { code: "99503" } }, occupation: "29-1141"');
    expect(programs.place).toMatchObject({ method: 'NEIGHBOR', latitude: 61.2116 });
    expect(programs.place.explanation).toMatch(/of ZIP 99501, the known one next to it in number: they are a guess/);
    expect(programs.totalCount).toBe(11);
  });

  test.each(['99999', '00000', '12345'])('no location of ZIP %s is guessed', async (zip) => {
    const programs = await list(`near: { zip: { code: "${zip}" } }, occupation: "29-1141"`);
    expect(programs).toMatchObject({ totalCount: 0, edges: [], place: { method: 'UNKNOWN', latitude: null } });
    expect(programs.explanation).toContain(`No location of ZIP ${zip} is known.`);
  });

  test.each([
    ['{ state: "AK" }', 12, 'US-AK'],
    ['{ code: "US-PR" }', 1, 'US-PR'],
  ])('in the area %s there are no distances, and the reason is given', async (area, totalCount, code) => {
    const programs = await list(`near: { area: ${area} }, occupation: "29-1141", first: 100`);
    expect(programs).toMatchObject({ totalCount, place: { zip: null, method: null, area: { code } } });
    for (const { node } of programs.edges) {
      expect(node).toMatchObject({ distanceMiles: null, distanceReason: expect.stringContaining('no point') });
    }
    const names = programs.edges.map(({ node }) => node.institution.name);
    expect(names).toEqual(names.toSorted());
    expect(programs.treatment).toContain('because an area has no distances');
  });

  test('an unknown state is empty and says so', async () => {
    const programs = await list('near: { area: { state: "ZZ" } }, occupation: "29-1141"');
    expect(programs).toMatchObject({ totalCount: 0, explanation: 'No state or territory has the code ZZ.' });
  });

  test('an area without institutions is empty and says so', async () => {
    const programs = await list('near: { area: { state: "WY" } }, occupation: "29-1141"');
    expect(programs.totalCount).toBe(0);
    expect(programs.explanation).toBe('The directory has no open institution in Wyoming that matches the query.');
  });
});

test('leftOut is pointed to only where something was left out', async () => {
  const start = 'No institution within 25 miles reports a program that matches the query.';
  const none = await list(`${NEAR}, cip: "51.3899"`);
  expect([none.explanation, none.leftOut]).toEqual([start, []]);
  const others = await list(`${NEAR}, cip: "51.3801", levels: [CERTIFICATE_2_TO_4_YEARS]`);
  expect(others.explanation).toBe(`${start} Programs that do not match are counted in leftOut.`);
  expect(others.leftOut).not.toEqual([]);
});

describe('fields of study', () => {
  test.each([
    [
      'career: "registered-nurse"',
      21,
      /The primary occupation of the career Registered Nurse is 29-1141\. .* 21 fields/,
    ],
    ['occupation: "29-1171"', 1, /names 1 field\./],
    ['occupation: "13-1074"', 0, /has no match for 13-1074/],
    ['occupation: "11-9111"', 0, /does not list 11-9111/],
    ['occupation: "29-1140"', 21, /29-1140 stands for 29-1141/],
    ['cip: "51.38"', 21, /names the field 51\.38, which has several parts/],
    ['cip: "51.3805"', 1, /names the field 51\.3805\./],
    ['cip: "49.0109"', 1, /names the field 49\.0109\./],
    ['cip: "49.01"', 1, /names the field 49\.01, which has several parts/],
    ['cip: "99.9999"', 0, /No loaded file has the field 99\.9999\./],
    ['career: "no-such-career"', 0, /No career is named "no-such-career"/],
  ])('%s', async (subject, count, explanation) => {
    const programs = await list(`${NEAR}, ${subject}`);
    expect(programs.fields).toHaveLength(count);
    expect(programs.fieldsExplanation).toMatch(explanation);
    expect(programs.explanation === null).toBe(programs.totalCount > 0);
    if (count === 0) expect(programs.explanation).toMatch(explanation);
  });

  test('a field that institutions report and the crosswalk does not have is listed, without a title', async () => {
    const answer = await ask(
      api,
      `{ programs(${NEAR}, cip: "49.0109") { fields { title } nodes { cipCode title institution { unitId } } } }`,
    );
    expect(answer).toEqual({
      programs: {
        fields: [{ title: null }],
        nodes: [{ cipCode: '49.0109', title: null, institution: { unitId: MADE_UP.doubtful.unitId } }],
      },
    });
  });
});
