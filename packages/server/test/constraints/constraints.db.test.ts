import { readdirSync, readFileSync } from 'node:fs';
import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** What the database refuses, whoever writes: each CHECK and each partial unique index of the migrations. */

const MIGRATIONS = new URL('../../../../prisma/migrations/', import.meta.url);
const sql = readdirSync(MIGRATIONS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => readFileSync(new URL(`${name}/migration.sql`, MIGRATIONS), 'utf8'))
  .join('\n');
const CHECKS = [...sql.matchAll(/ADD CONSTRAINT "([^"]+)" CHECK/g)].map(([, name]) => name as string);

/** A migration may drop an index of an earlier one, to make it anew. */
const INDEXES = new Set([...sql.matchAll(/CREATE UNIQUE INDEX "([^"]+)" [^;]* WHERE /g)].map(([, name]) => name));

type Transaction = Parameters<Parameters<TestApi['prisma']['$transaction']>[0]>[0];

let api: TestApi;
let fileId: number;
let guides: number;
beforeAll(async () => {
  api = await createTestApi();
  fileId = (await api.prisma.file.findFirstOrThrow({ where: { name: 'national_M2025_dl.xlsx' } })).id;
  guides = (await api.prisma.release.findFirstOrThrow({ where: { sourceId: 'careergraph-guides' } })).id;
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

const place = () => ({ fileId, sheet: 'test', row: 9_999 });
const INSERTS = {
  release: (tx: Transaction, row: Row) =>
    tx.release.create({
      data: {
        sourceId: 'bls-oews',
        key: '2025-05',
        revision: 2,
        label: 'test',
        status: 'STAGED',
        citation: 'test',
        contentSha256: 'test',
        audit: {},
        ...row,
      } as never,
    }),
  file: (tx: Transaction, row: Row) =>
    tx.file.create({
      data: {
        sourceId: 'bls-oews',
        releaseKey: '2025-05',
        role: 'test',
        name: 'test',
        sha256: 'test',
        edition: 'published',
        contentSha256: 'test',
        rows: 1,
        ...row,
      } as never,
    }),
  releaseFile: (tx: Transaction, row: Row) =>
    tx.releaseFile.create({ data: { releaseId: guides, fileId, ...row } as never }),
  area: (tx: Transaction, row: Row) =>
    tx.fileArea.create({ data: { fileId, code: 'CBSA-99999', kind: 'METRO', name: 'test', ...row } as never }),
  occupation: (tx: Transaction, row: Row) =>
    tx.fileOccupation.create({
      data: { ...place(), code: '99-9999', title: 'test', level: 'DETAILED', ...row } as never,
    }),
  wage: (tx: Transaction, row: Row) =>
    tx.wageEstimate.create({
      data: {
        ...place(),
        occupationCode: '43-6011',
        areaCode: 'US-CA',
        areaKind: 'STATE',
        employmentPersons: 10,
        employmentPrseTenths: 15,
        meanPrseTenths: 5,
        jobsPer1000Thousandths: 1_000,
        locationQuotientThousandths: 1_000,
        ...full('annual'),
        ...full('hourly'),
        ...row,
      } as never,
    }),
  projection: (tx: Transaction, row: Row) =>
    tx.projection.create({
      data: {
        ...place(),
        occupationCode: '43-6011',
        areaCode: 'US-CA',
        kind: 'LINE_ITEM',
        baseYear: 2024,
        projectedYear: 2034,
        baseEmploymentPersons: 1_000,
        projectedEmploymentPersons: 1_100,
        changePersons: 100,
        percentTenths: 100,
        annualOpeningsPersons: 50,
        selfEmployedTenths: 58,
        medianAnnualUsd: 49_500,
        medianYear: 2024,
        ...row,
      } as never,
    }),
  rating: (tx: Transaction, row: Row) =>
    tx.onetRating.create({
      data: {
        ...place(),
        occupationCode: '11-9111.00',
        elementId: '2.A.1.a',
        scaleId: 'IM',
        valueHundredths: 412,
        sampleSize: 8,
        lowerTenThousandths: 38_000,
        upperTenThousandths: 44_000,
        ...row,
      } as never,
    }),
  technology: (tx: Transaction, row: Row) =>
    tx.onetTechnology.create({
      data: {
        ...place(),
        occupationCode: '11-9111.00',
        example: 'test',
        commodityCode: 43_232_304,
        commodityTitle: 'test',
        hot: false,
        inDemand: false,
        ...row,
      } as never,
    }),
  jobZone: (tx: Transaction, row: Row) =>
    tx.onetJobZone.create({ data: { ...place(), occupationCode: '11-9111.00', jobZone: 5, ...row } as never }),
  zipShare: (tx: Transaction, row: Row) =>
    tx.zipShare.create({
      data: {
        fileId,
        row: 9_999,
        zip: '10001',
        areaCode: 'CBSA-35620',
        city: 'test',
        stateCode: 'US-NY',
        residentialBillionths: 1_000_000_000,
        businessBillionths: 999_999_999,
        otherBillionths: 1,
        totalBillionths: 0,
        ...row,
      } as never,
    }),
  zipPlace: (tx: Transaction, row: Row) =>
    tx.zipPlace.create({
      data: { fileId, row: 9_999, zip: '10001', place: 'test', latitude: 40.75, longitude: -73.99, ...row } as never,
    }),
  career: (tx: Transaction, row: Row) =>
    tx.career.create({
      data: {
        releaseId: guides,
        slug: 'test',
        title: 'test',
        summary: 'test',
        field: 'test',
        typicalEducation: 'test',
        document: {},
        file: 'test',
        fileSha256: 'test',
        ...row,
      } as never,
    }),
  careerOccupation: (tx: Transaction, row: Row) =>
    tx.careerOccupation.create({
      data: {
        releaseId: guides,
        careerSlug: 'dog-groomer',
        position: 99,
        occupationCode: '43-6011',
        role: 'SECONDARY',
        reason: 'test',
        ...row,
      } as never,
    }),
  claim: (tx: Transaction, row: Row) =>
    tx.claim.create({
      data: {
        releaseId: guides,
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
    }),
  related: (tx: Transaction, row: Row) =>
    tx.relatedCareer.create({
      data: {
        releaseId: guides,
        fromSlug: 'dog-groomer',
        toSlug: 'mri-technologist',
        position: 99,
        ...row,
      } as never,
    }),
};
type Table = keyof typeof INSERTS;

type Case = readonly [constraint: string, table: Table, row: Row];
const below = PERCENTILES.flatMap((low, at) => PERCENTILES.slice(at + 1).map((high) => [low, high] as const));

/** What a row of wages holds besides wages and employment. */
const NOT_WAGES = [
  ['employmentPrse', 'employmentPrseTenths'],
  ['meanPrse', 'meanPrseTenths'],
  ['jobsPer1000', 'jobsPer1000Thousandths'],
  ['locationQuotient', 'locationQuotientThousandths'],
] as const;
const snakeCase = (name: string) => name.replaceAll(/[A-Z]|1000/g, (part) => `_${part.toLowerCase()}`);

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
  ['release_revision_positive', 'release', { revision: 0 }],
  ['release_revision_positive', 'release', { revision: -1 }],
  ['file_rows_not_negative', 'file', { rows: -1 }],
  ['file_edition_known', 'file', { edition: 'typed' }],
  ['file_edition_known', 'file', { edition: '' }],

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
  ...NOT_WAGES.flatMap(([name, number]): Case[] => [
    [`wage_${snakeCase(name)}_value_or_marker`, 'wage', { [`${name}Marker`]: 'NOT_PUBLISHED' }],
    [`wage_${snakeCase(name)}_value_or_marker`, 'wage', { [number]: null }],
  ]),
  [
    'wage_standard_errors_not_negative',
    'wage',
    { employmentPrseTenths: -1, meanPrseTenths: null, meanPrseMarker: 'NOT_PUBLISHED' },
  ],
  [
    'wage_standard_errors_not_negative',
    'wage',
    { employmentPrseTenths: null, employmentPrseMarker: 'NOT_PUBLISHED', meanPrseTenths: -1 },
  ],
  ['wage_standard_errors_not_negative', 'wage', { employmentPrseTenths: -1 }],
  ['wage_standard_errors_not_negative', 'wage', { meanPrseTenths: -1 }],
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
  ['projection_self_employed_value_or_marker', 'projection', { selfEmployedMarker: 'NOT_PUBLISHED' }],
  ['projection_self_employed_value_or_marker', 'projection', { selfEmployedTenths: null }],
  ['projection_self_employed_share', 'projection', { selfEmployedTenths: -1 }],
  ['projection_self_employed_share', 'projection', { selfEmployedTenths: 1_001 }],
  ['projection_median_value_or_marker', 'projection', { medianAnnualMarker: 'TOP_CODED' }],
  ['projection_median_value_or_marker', 'projection', { medianAnnualUsd: null }],
  ['projection_median_positive', 'projection', { medianAnnualUsd: 0 }],
  ['projection_median_positive', 'projection', { medianAnnualUsd: -1 }],
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

  ['onet_rating_value_not_negative', 'rating', { valueHundredths: -1 }],
  ['onet_technology_commodity_or_element', 'technology', { elementId: '2.C.1.a' }],
  ['onet_technology_commodity_or_element', 'technology', { commodityCode: null, commodityTitle: null }],
  ['onet_technology_commodity_has_title', 'technology', { commodityTitle: null }],
  ['onet_technology_commodity_has_title', 'technology', { commodityCode: null, elementId: '2.C.1.a' }],
  ['onet_rating_sample_not_negative', 'rating', { sampleSize: -1 }],
  ['onet_rating_interval_in_order', 'rating', { lowerTenThousandths: 44_001 }],
  ['onet_job_zone_range', 'jobZone', { jobZone: 0 }],
  ['onet_job_zone_range', 'jobZone', { jobZone: 6 }],

  ...['residential', 'business', 'other', 'total'].flatMap((kind): Case[] => [
    ['zip_share_ratios', 'zipShare', { [`${kind}Billionths`]: -1 }],
    ['zip_share_ratios', 'zipShare', { [`${kind}Billionths`]: 1_000_000_001 }],
  ]),
  ...[90.001, -90.001].map((latitude): Case => ['zip_place_on_earth', 'zipPlace', { latitude }]),
  ...[180.001, -180.001].map((longitude): Case => ['zip_place_on_earth', 'zipPlace', { longitude }]),

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
  expect([...new Set(CASES.map(([name]) => name))].sort()).toEqual([...new Set(CHECKS)].sort());
});

/** Tries something without leaving it behind. */
async function attempt(work: (tx: Transaction) => Promise<unknown>): Promise<string> {
  const accepted = new Error('accepted');
  return api.prisma
    .$transaction(
      async (tx) => {
        await work(tx);
        throw accepted;
      },
      { timeout: 30_000 },
    )
    .then(
      () => 'committed',
      (error: unknown) => (error === accepted ? 'accepted' : String(error)),
    );
}

describe('is refused', () => {
  test.each(CASES.map((item, index) => [index + 1, ...item] as const))('%i. %s: %s %j', async (_, name, table, row) => {
    expect(await attempt((tx) => INSERTS[table](tx, row))).toContain(name);
  });
});

describe('is taken: the rows beside those that are refused', () => {
  const equal = (period: Period) => merge(...PERCENTILES.map((statistic) => number(period, statistic, 5)));
  test.each<[string, Table, Row]>([
    ['a full row', 'wage', {}],
    ['equal percentiles', 'wage', merge(equal('annual'), equal('hourly'))],
    [
      'nothing but markers',
      'wage',
      merge(without('annual'), without('hourly'), {
        employmentPersons: null,
        employmentMarker: 'EMPLOYMENT_NOT_RELEASED',
        ...Object.fromEntries(
          NOT_WAGES.flatMap(([name, number]) => [
            [number, null],
            [`${name}Marker`, 'NOT_PUBLISHED'],
          ]),
        ),
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
          ['selfEmployed', 'Tenths'],
          ['medianAnnual', 'Usd'],
        ].flatMap(([name, unit]) => [
          [`${name}${unit}`, null],
          [`${name}Marker`, 'NOT_PUBLISHED'],
        ]),
      ),
    ],
    ['nobody self-employed', 'projection', { selfEmployedTenths: 0 }],
    ['everybody self-employed', 'projection', { selfEmployedTenths: 1_000 }],
    ['a file without rows', 'file', { rows: 0 }],
    ['a typed file', 'file', { edition: 'starter' }],
    ['the first revision of a release', 'release', { key: '2099-05', revision: 1 }],
    ['a rating of zero by nobody', 'rating', { valueHundredths: 0, sampleSize: 0 }],
    ['a style that does harm', 'rating', { scaleId: 'WI', valueHundredths: -1 }],
    ['software of a commodity', 'technology', {}],
    ['software of an element', 'technology', { commodityCode: null, commodityTitle: null, elementId: '2.C.1.a' }],
    ['an interval of one point', 'rating', { lowerTenThousandths: 44_000 }],
    ['half an interval', 'rating', { lowerTenThousandths: null }],
    ['the lowest job zone', 'jobZone', { jobZone: 1 }],
    ['the highest job zone', 'jobZone', {}],
    ['the ends of the ratios', 'zipShare', {}],
    ['a ZIP code outside of every CBSA', 'zipShare', { areaCode: null }],
    ['the ends of the earth', 'zipPlace', { latitude: 90, longitude: -180 }],
    ['its other ends', 'zipPlace', { latitude: -90, longitude: 180 }],
    ['a number', 'claim', { high: 1 }],
    ['words', 'claim', { low: null, high: null, text: 'words' }],
    ['a number with words', 'claim', { text: 'words' }],
    ['another career', 'related', {}],
  ])('%s', async (_, table, row) => {
    expect(await attempt((tx) => INSERTS[table](tx, row))).toBe('accepted');
  });
});

const OF_THE_GUIDES = { sourceId: 'careergraph-guides', key: 'test', revision: 1 };

describe('at most one', () => {
  test('there is a test for every partial unique index of the migrations', () => {
    const tested = ['release_one_active', 'release_one_answering_revision', 'career_one_primary_occupation'];
    expect([...INDEXES].sort()).toEqual(tested.sort());
  });
  test('active release of a source', async () => {
    const superseded = { sourceId: 'bls-oews', status: 'SUPERSEDED' } as const;
    const activate = (tx: Transaction) => tx.release.updateMany({ where: superseded, data: { status: 'ACTIVE' } });
    expect(await api.prisma.release.count({ where: superseded })).toBe(1);
    expect(await attempt(activate)).toMatch(/unique constraint/i);
    expect(await api.prisma.release.count({ where: { sourceId: 'bls-oews', status: 'ACTIVE' } })).toBe(1);
  });
  test.each(['2025-05', '2024-05'])('answering revision of a release: %s', async (key) => {
    const another = (row: Row) => attempt((tx) => INSERTS.release(tx, { key, ...row }));
    expect(await another({ status: 'SUPERSEDED' })).toMatch(/unique constraint/i);
    expect(await another({ status: 'ACTIVE' })).toMatch(/unique constraint/i);
    expect(await another({ status: 'STAGED' })).toBe('accepted');
    expect(await another({ status: 'WITHDRAWN' })).toBe('accepted');
    // Of another source or key nothing is in the way.
    expect(await another({ status: 'SUPERSEDED', sourceId: 'bls-ep' })).toBe('accepted');
    expect(await another({ status: 'SUPERSEDED', key: '2023-05' })).toBe('accepted');
  });
  test('revision of a number', async () => {
    expect(await attempt((tx) => INSERTS.release(tx, { revision: 1 }))).toMatch(/unique constraint/i);
  });
  test('primary occupation of a career in a release', async () => {
    const secondary = { careerSlug: 'medical-office-manager', role: 'SECONDARY' } as const;
    const promote = (tx: Transaction) =>
      tx.careerOccupation.updateMany({ where: secondary, data: { role: 'PRIMARY' } });
    expect(await api.prisma.careerOccupation.count({ where: secondary })).toBe(1);
    expect(await attempt(promote)).toMatch(/unique constraint/i);
    expect(await api.prisma.careerOccupation.count({ where: { ...secondary, role: 'PRIMARY' } })).toBe(1);
    const again = async (tx: Transaction) => {
      const { id: releaseId } = await INSERTS.release(tx, OF_THE_GUIDES);
      await INSERTS.career(tx, { releaseId, slug: 'medical-office-manager' });
      const primary = { releaseId, careerSlug: 'medical-office-manager', role: 'PRIMARY' };
      await INSERTS.careerOccupation(tx, { ...primary, occupationCode: '43-6011' });
    };
    expect(await attempt(again)).toBe('accepted');
  });
  test.each<[string, Table]>([
    ['wage of an occupation and area in a file', 'wage'],
    ['projection of an occupation and area in a file', 'projection'],
    ['area of a code in a file', 'area'],
    ['occupation of a code in a file', 'occupation'],
    ['job zone of an occupation in a file', 'jobZone'],
    ['file of a content in a role of a release', 'file'],
    ['mention of a file in a release', 'releaseFile'],
    ['career of a slug in a release', 'career'],
    ['claim of an id in a release', 'claim'],
  ])('%s', async (_, table) => {
    const twice = async (tx: Transaction) => {
      await INSERTS[table](tx, {});
      await INSERTS[table](tx, {});
    };
    expect(await attempt((tx) => INSERTS[table](tx, {}))).toBe('accepted');
    expect(await attempt(twice)).toMatch(/unique constraint/i);
  });
  test('claim of a place in a document', async () => {
    expect(await attempt((tx) => INSERTS.claim(tx, { position: 1 }))).toMatch(/unique constraint/i);
  });
});

describe('must exist', () => {
  test.each<[string, Table, Row]>([
    ['source of a release', 'release', { sourceId: 'no-such' }],
    ['source of a file', 'file', { sourceId: 'no-such' }],
    ['release of a file', 'releaseFile', { releaseId: 9_999 }],
    ['file of a release', 'releaseFile', { fileId: 9_999 }],
    ['file of an area', 'area', { fileId: 9_999 }],
    ['file of an occupation', 'occupation', { fileId: 9_999 }],
    ['file of a wage', 'wage', { fileId: 9_999 }],
    ['file of a projection', 'projection', { fileId: 9_999 }],
    ['file of a rating', 'rating', { fileId: 9_999 }],
    ['file of a job zone', 'jobZone', { fileId: 9_999 }],
    ['file of a ZIP share', 'zipShare', { fileId: 9_999 }],
    ['file of a ZIP place', 'zipPlace', { fileId: 9_999 }],
    ['release of a career', 'career', { releaseId: 9_999 }],
    ['document of a claim', 'claim', { documentSlug: 'no-such' }],
    ['credential of a claim', 'claim', { credentialSlug: 'no-such' }],
    ['release of a claim', 'claim', { releaseId: 9_999 }],
    ['career of an occupation', 'careerOccupation', { careerSlug: 'no-such' }],
    ['related career', 'related', { toSlug: 'no-such' }],
  ])('%s', async (_, table, row) => {
    expect(await attempt((tx) => INSERTS[table](tx, row))).toMatch(/foreign key constraint/i);
  });
  test('what a career is related to, in its own release', async () => {
    const across = async (tx: Transaction) => {
      const { id: releaseId } = await INSERTS.release(tx, OF_THE_GUIDES);
      await INSERTS.career(tx, { releaseId, slug: 'dog-groomer' });
      await INSERTS.related(tx, { releaseId });
    };
    expect(await attempt(across)).toMatch(/foreign key constraint/i);
  });
});
