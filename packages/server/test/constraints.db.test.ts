import { readdirSync, readFileSync } from 'node:fs';
import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** What the database refuses, whoever writes: each CHECK and each partial unique index of the migrations. */

const MIGRATIONS = new URL('../../../prisma/migrations/', import.meta.url);
const sql = readdirSync(MIGRATIONS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => readFileSync(new URL(`${name}/migration.sql`, MIGRATIONS), 'utf8'))
  .join('\n');
const CHECKS = [...sql.matchAll(/ADD CONSTRAINT "([^"]+)" CHECK/g)].map(([, name]) => name as string);

let api: TestApi;
let place: { releaseId: number; fileId: number };
beforeAll(async () => {
  api = await createTestApi();
  const file = await api.prisma.file.findFirstOrThrow({ where: { name: 'national_M2025_dl.xlsx' } });
  place = { releaseId: file.releaseId, fileId: file.id };
});
afterAll(() => api?.close());

type Row = Readonly<Record<string, unknown>>;

const STATISTICS = ['Mean', 'P10', 'P25', 'P50', 'P75', 'P90'] as const;
const PERCENTILES = STATISTICS.slice(1);
const UNITS = [
  ['annual', 'Usd'],
  ['hourly', 'Cents'],
] as const;
type Period = (typeof UNITS)[number][0];

const value = (period: Period, statistic: string) => `${period}${statistic}${period === 'annual' ? 'Usd' : 'Cents'}`;
const marker = (period: Period, statistic: string) => `${period}${statistic}Marker`;
const number = (period: Period, statistic: string, is: number): Row => ({
  [value(period, statistic)]: is,
  [marker(period, statistic)]: null,
});
const marked = (period: Period, statistic: string, is = 'NOT_PUBLISHED'): Row => ({
  [value(period, statistic)]: null,
  [marker(period, statistic)]: is,
});
const merge = (...rows: readonly Row[]): Row => Object.assign({}, ...rows) as Row;

/** Nothing of the period is published. */
const without = (period: Period) => merge(...STATISTICS.map((statistic) => marked(period, statistic)));
/** Everything of the period is published, each percentile above the one before. */
const full = (period: Period) =>
  merge(...STATISTICS.map((statistic, index) => number(period, statistic, 1_000 * (index + 1))));

const wage = (row: Row) =>
  api.prisma.wageEstimate.create({
    data: {
      ...place,
      occupationCode: '43-6011',
      areaCode: 'US-CA',
      sheet: 'test',
      row: 1,
      employmentPersons: 10,
      ...full('annual'),
      ...full('hourly'),
      ...row,
    } as never,
  });
const projection = (row: Row) =>
  api.prisma.projection.create({
    data: {
      ...place,
      occupationCode: '43-6011',
      areaCode: 'US-CA',
      sheet: 'test',
      row: 1,
      baseYear: 2024,
      projectedYear: 2034,
      baseEmploymentPersons: 1_000,
      projectedEmploymentPersons: 1_100,
      changePersons: 100,
      percentTenths: 100,
      annualOpeningsPersons: 50,
      ...row,
    } as never,
  });
const claim = (row: Row) =>
  api.prisma.claim.create({
    data: {
      id: 'definitive-guide/test',
      documentSlug: 'definitive-guide',
      position: 9_999,
      line: 1,
      section: 'test',
      printed: 'test',
      measure: 'WAGE',
      unit: 'USD_PER_YEAR',
      low: 1,
      high: 2,
      bound: 'EXACT',
      ...row,
    } as never,
  });
const related = (row: Row) =>
  api.prisma.relatedCareer.create({
    data: { fromSlug: 'dog-groomer', toSlug: 'mri-technologist', position: 99, ...row } as never,
  });
const TABLES = { wage, projection, claim, related };

type Case = readonly [constraint: string, table: keyof typeof TABLES, row: Row];
const below = PERCENTILES.flatMap((low, at) => PERCENTILES.slice(at + 1).map((high) => [low, high] as const));

const WAGE_CASES: readonly Case[] = UNITS.flatMap(([period]) => [
  ...STATISTICS.flatMap((statistic): Case[] => {
    const name = `wage_${period}_${statistic.toLowerCase()}`;
    return [
      [`${name}_value_or_marker`, 'wage', { [marker(period, statistic)]: 'WAGE_NOT_RELEASED' }],
      [`${name}_value_or_marker`, 'wage', { [value(period, statistic)]: null }],
      [`${name}_positive`, 'wage', merge(without(period), number(period, statistic, 0))],
      [`${name}_positive`, 'wage', merge(without(period), number(period, statistic, -1))],
    ];
  }),
  ...below.map(
    ([low, high]): Case => [
      `wage_${period}_percentiles_do_not_decrease`,
      'wage',
      merge(without(period), number(period, low, 1_001), number(period, high, 1_000)),
    ],
  ),
  ...PERCENTILES.slice(1).map(
    (high, at): Case => [
      `wage_${period}_nothing_above_a_top_code`,
      'wage',
      merge(without(period), marked(period, PERCENTILES[at] as string, 'TOP_CODED'), number(period, high, 1_000)),
    ],
  ),
]);

const CASES: readonly Case[] = [
  ...WAGE_CASES,
  ['wage_employment_value_or_marker', 'wage', { employmentMarker: 'EMPLOYMENT_NOT_RELEASED' }],
  ['wage_employment_value_or_marker', 'wage', { employmentPersons: null }],
  ['wage_employment_not_negative', 'wage', { employmentPersons: -1 }],
  ['wage_one_period_only', 'wage', merge(without('annual'), without('hourly'), { annualOnly: true, hourlyOnly: true })],
  ...STATISTICS.flatMap((statistic): Case[] => [
    [
      'wage_annual_only_has_no_hourly',
      'wage',
      merge(without('hourly'), number('hourly', statistic, 5), { annualOnly: true }),
    ],
    [
      'wage_hourly_only_has_no_annual',
      'wage',
      merge(without('annual'), number('annual', statistic, 5), { hourlyOnly: true }),
    ],
  ]),
  ['wage_standard_errors_not_negative', 'wage', { employmentPrseTenths: -1 }],
  ['wage_standard_errors_not_negative', 'wage', { meanPrseTenths: -1 }],
  ['wage_standard_errors_not_negative', 'wage', { employmentPrseTenths: -1, meanPrseTenths: 5 }],
  ['wage_jobs_per_1000_share', 'wage', { jobsPer1000Thousandths: -1 }],
  ['wage_jobs_per_1000_share', 'wage', { jobsPer1000Thousandths: 1_000_001 }],
  ['wage_location_quotient_not_negative', 'wage', { locationQuotientThousandths: -1 }],

  ['projection_base_employment_value_or_marker', 'projection', { baseEmploymentMarker: 'NOT_PUBLISHED' }],
  ['projection_base_employment_value_or_marker', 'projection', { baseEmploymentPersons: null }],
  ['projection_projected_employment_value_or_marker', 'projection', { projectedEmploymentMarker: 'NOT_PUBLISHED' }],
  ['projection_projected_employment_value_or_marker', 'projection', { projectedEmploymentPersons: null }],
  ['projection_change_value_or_marker', 'projection', { changeMarker: 'NOT_PUBLISHED' }],
  ['projection_change_value_or_marker', 'projection', { changePersons: null }],
  ['projection_percent_value_or_marker', 'projection', { percentMarker: 'NOT_PUBLISHED' }],
  ['projection_percent_value_or_marker', 'projection', { percentTenths: null }],
  ['projection_annual_openings_value_or_marker', 'projection', { annualOpeningsMarker: 'NOT_PUBLISHED' }],
  ['projection_annual_openings_value_or_marker', 'projection', { annualOpeningsPersons: null }],
  ['projection_counts_not_negative', 'projection', { baseEmploymentPersons: -1, projectedEmploymentPersons: 99 }],
  [
    'projection_counts_not_negative',
    'projection',
    { baseEmploymentPersons: 0, projectedEmploymentPersons: -1, changePersons: -1 },
  ],
  ['projection_counts_not_negative', 'projection', { annualOpeningsPersons: -1 }],
  ['projection_percent_at_least_minus_100', 'projection', { percentTenths: -1_001 }],
  ['projection_years_in_order', 'projection', { projectedYear: 2024 }],
  ['projection_years_in_order', 'projection', { projectedYear: 2023 }],
  ['projection_change_is_the_difference', 'projection', { changePersons: 301 }],
  ['projection_change_is_the_difference', 'projection', { changePersons: -101 }],

  ['claim_numbers_or_words', 'claim', { low: null, high: null }],
  ['claim_numbers_or_words', 'claim', { high: null }],
  ['claim_numbers_or_words', 'claim', { low: null }],
  ['claim_numbers_or_words', 'claim', { low: null, text: 'words' }],
  ['claim_range_in_order', 'claim', { low: 2.5 }],
  ['claim_rounding_positive', 'claim', { roundedTo: 0 }],
  ['claim_rounding_positive', 'claim', { roundedTo: -1 }],

  ['related_career_is_another', 'related', { toSlug: 'dog-groomer' }],
];

test('there is a case for every CHECK of the migrations', () => {
  expect(CHECKS.length).toBeGreaterThan(45);
  expect([...new Set(CASES.map(([name]) => name))].sort()).toEqual([...CHECKS].sort());
});

/** Tries a row without leaving it behind. */
async function attempt(insert: () => Promise<unknown>): Promise<string> {
  try {
    await insert();
  } catch (error) {
    return String(error);
  }
  await api.prisma.wageEstimate.deleteMany({ where: { sheet: 'test' } });
  await api.prisma.projection.deleteMany({ where: { sheet: 'test' } });
  await api.prisma.claim.deleteMany({ where: { section: 'test' } });
  await api.prisma.relatedCareer.deleteMany({ where: { position: 99 } });
  return 'accepted';
}

describe('is refused', () => {
  test.each(CASES.map((item, index) => [index + 1, ...item] as const))('%i. %s: %s %j', async (_, name, table, row) => {
    expect(await attempt(() => TABLES[table](row))).toContain(name);
  });
});

describe('is taken: the rows beside those that are refused', () => {
  const equal = (period: Period) => merge(...PERCENTILES.map((statistic) => number(period, statistic, 5)));
  test.each<[string, keyof typeof TABLES, Row]>([
    ['a full row', 'wage', {}],
    ['equal percentiles', 'wage', merge(equal('annual'), equal('hourly'))],
    [
      'nothing but markers',
      'wage',
      merge(without('annual'), without('hourly'), {
        employmentPersons: null,
        employmentMarker: 'EMPLOYMENT_NOT_RELEASED',
      }),
    ],
    ['a top code above a number', 'wage', marked('annual', 'P90', 'TOP_CODED')],
    [
      'a top code above a top code',
      'wage',
      merge(marked('annual', 'P75', 'TOP_CODED'), marked('annual', 'P90', 'TOP_CODED')),
    ],
    ['a yearly wage only', 'wage', merge(without('hourly'), { annualOnly: true })],
    ['an hourly wage only', 'wage', merge(without('annual'), { hourlyOnly: true })],
    ['the ends of the share', 'wage', { jobsPer1000Thousandths: 1_000_000, locationQuotientThousandths: 0 }],
    ['no employees', 'wage', { employmentPersons: 0, employmentPrseTenths: 0, meanPrseTenths: 0 }],
    ['a full projection', 'projection', {}],
    ['a change that is off by the rounding', 'projection', { changePersons: 300 }],
    [
      'an occupation that ends',
      'projection',
      { projectedEmploymentPersons: 0, changePersons: -1_000, percentTenths: -1_000 },
    ],
    [
      'a projection without figures',
      'projection',
      Object.fromEntries(
        [
          ['baseEmployment', 'Persons'],
          ['projectedEmployment', 'Persons'],
          ['change', 'Persons'],
          ['percent', 'Tenths'],
          ['annualOpenings', 'Persons'],
        ].flatMap(([name, unit]) => [
          [`${name}${unit}`, null],
          [`${name}Marker`, 'NOT_PUBLISHED'],
        ]),
      ),
    ],
    ['a number', 'claim', { high: 1 }],
    ['words', 'claim', { low: null, high: null, text: 'words' }],
    ['a number with words', 'claim', { text: 'words' }],
    ['another career', 'related', {}],
  ])('%s', async (_, table, row) => {
    expect(await attempt(() => TABLES[table](row))).toBe('accepted');
  });
});

describe('at most one', () => {
  test('active release of a source', async () => {
    const superseded = { sourceId: 'bls-oews', status: 'SUPERSEDED' } as const;
    const activate = () => api.prisma.release.updateMany({ where: superseded, data: { status: 'ACTIVE' } });
    expect(await api.prisma.release.count({ where: superseded })).toBe(1);
    expect(await attempt(activate)).toMatch(/unique constraint/i);
    expect(await api.prisma.release.count({ where: { sourceId: 'bls-oews', status: 'ACTIVE' } })).toBe(1);
  });
  test('primary occupation of a career', async () => {
    const secondary = { careerSlug: 'medical-office-manager', role: 'SECONDARY' } as const;
    const promote = () => api.prisma.careerOccupation.updateMany({ where: secondary, data: { role: 'PRIMARY' } });
    expect(await api.prisma.careerOccupation.count({ where: secondary })).toBe(1);
    expect(await attempt(promote)).toMatch(/unique constraint/i);
    expect(await api.prisma.careerOccupation.count({ where: { ...secondary, role: 'PRIMARY' } })).toBe(1);
  });
  test('wage of an occupation, area and release; claim of a place in a document; area of a FIPS code', async () => {
    await wage({});
    const twice = [
      () => wage({}),
      () => claim({ position: 1 }),
      () => api.prisma.area.create({ data: { code: 'US-XX', kind: 'STATE', name: 'X', fips: '06' } }),
    ];
    for (const insert of twice) expect(await attempt(insert)).toMatch(/unique constraint/i);
    await api.prisma.wageEstimate.deleteMany({ where: { sheet: 'test' } });
  });
});

describe('must exist', () => {
  test.each<[string, keyof typeof TABLES, Row]>([
    ['occupation', 'wage', { occupationCode: '99-9999' }],
    ['area', 'wage', { areaCode: 'US-ZZ' }],
    ['release', 'wage', { releaseId: 9_999 }],
    ['file', 'projection', { fileId: 9_999 }],
    ['document', 'claim', { documentSlug: 'no-such' }],
    ['credential', 'claim', { credentialSlug: 'no-such' }],
    ['career', 'related', { toSlug: 'no-such' }],
  ])('%s', async (_, table, row) => {
    expect(await attempt(() => TABLES[table](row))).toMatch(/foreign key constraint/i);
  });
});
