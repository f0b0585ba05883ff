import type { Database } from '@careergraph/db';
import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../support/ask.js';
import { careers, projections, wages2024, wages2025 } from '../support/guides.js';
import { NO_FIGURES } from '../support/rows.js';

/** Figures through the API against the starter files, and what is derived from them. */

const ANNUAL_ONLY = '25-2021';
const HOURLY_ONLY = '27-2011';

/** The occupations of the guides, and the total. Every other row is compared where it is loaded: content/test. */
const used = new Set([
  '00-0000',
  ...careers.flatMap(({ occupations }) => occupations.map(({ code }) => code.slice(0, 7))),
]);
const ofCareers = <Row extends { readonly code: string | number }>(rows: readonly Row[]) =>
  rows.filter(({ code }) => used.has(String(code)));

const WITHOUT_EMPLOYMENT = '25-9999';

/** An occupation whose employment is not published. The starter files have none. */
async function insertWithoutEmployment(prisma: Database): Promise<void> {
  const { id: fileId } = await prisma.file.findFirstOrThrow({ where: { name: wages2025.file.name } });
  const place = { fileId, sheet: wages2025.file.sheet, row: 9_999 };
  await prisma.fileOccupation.create({
    data: { ...place, code: WITHOUT_EMPLOYMENT, title: 'Educators', level: 'DETAILED' },
  });
  await prisma.wageEstimate.create({
    data: { ...NO_FIGURES, ...place, occupationCode: WITHOUT_EMPLOYMENT, areaCode: 'US', areaKind: 'NATION' },
  });
}

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', insertWithoutEmployment);
});
afterAll(() => api?.close());

const WAGE = `{
  year: amount yearStatus: status yearReason: reason yearDisplay: display atLeast
  month: amount(per: MONTH) monthStatus: status(per: MONTH) monthReason: reason(per: MONTH) monthDisplay: display(per: MONTH)
  hour: amount(per: HOUR) hourStatus: status(per: HOUR) hourReason: reason(per: HOUR) hourDisplay: display(per: HOUR)
}`;
type Wage = Readonly<Record<string, number | string | null>>;

const SALARY = `query ($code: String!, $asOf: String) {
  occupation(code: $code) {
    title
    salary(asOf: $asOf) {
      mean ${WAGE} median ${WAGE}
      p10: percentile(p: P10) ${WAGE} p25: percentile(p: P25) ${WAGE} p50: percentile(p: P50) ${WAGE}
      p75: percentile(p: P75) ${WAGE} p90: percentile(p: P90) ${WAGE}
      employment { value status unit display reason }
      employmentRelativeStandardError { value status }
      meanRelativeStandardError { value status }
      release { key status topCodeAnnualUsd topCodeHourlyUsd }
      resolution { rule exact }
      provenance { file { name sha256 } sheet row citation licence note source { key kind } release { key } }
    }
  }
}`;
type Salary = Readonly<Record<'mean' | 'median' | 'p10' | 'p25' | 'p50' | 'p75' | 'p90', Wage>> & {
  readonly employment: Readonly<Record<string, unknown>>;
  readonly provenance: Readonly<Record<string, unknown>>;
  readonly release: Readonly<Record<string, unknown>>;
};
async function salaryOf(code: string, asOf: string | null = null): Promise<Salary> {
  const data = await ask<{ occupation: { salary: Salary } }>(api, SALARY, { code, asOf });
  return data.occupation.salary;
}

const usd = (amount: number) => `$${amount.toLocaleString('en-US')}`;
const usdAndCents = (amount: number) =>
  `$${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

/** A published wage: the year and the hour as they stand, the month a twelfth of the year to the cent. */
function published(annual: number, hourly: number): Wage {
  const month = Math.round((annual * 100) / 12) / 100;
  return {
    year: annual,
    yearStatus: 'PUBLISHED',
    yearReason: null,
    yearDisplay: usd(annual),
    atLeast: null,
    month,
    monthStatus: 'DERIVED',
    monthReason: 'The yearly figure divided by 12.',
    monthDisplay: usdAndCents(month),
    hour: hourly,
    hourStatus: 'PUBLISHED',
    hourReason: null,
    hourDisplay: usdAndCents(hourly),
  };
}

describe.each([wages2024, wages2025])(
  'wages of $label: every occupation of the careers',
  ({ release, file, topCode, rows, label }) => {
    test.each(ofCareers(rows))('$code $title', async (row) => {
      const { code, employment, employmentPrse, meanPrse, only } = row;
      const cell = (name: keyof typeof row) => row[name] as number;
      // None of these rows has a marker; a row with one would need more than this test says.
      expect(Object.values(row).filter((value) => ['*', '**', '#', '~'].includes(value as string))).toEqual([]);
      expect(only).toBe('');
      const p50 = published(cell('annualP50'), cell('hourlyP50'));
      const data = await ask<{ occupation: { title: string; salary: Salary } }>(api, SALARY, { code, asOf: release });
      expect(data.occupation.salary).toEqual({
        mean: published(cell('annualMean'), cell('hourlyMean')),
        median: p50,
        p10: published(cell('annualP10'), cell('hourlyP10')),
        p25: published(cell('annualP25'), cell('hourlyP25')),
        p50,
        p75: published(cell('annualP75'), cell('hourlyP75')),
        p90: published(cell('annualP90'), cell('hourlyP90')),
        employment: {
          value: employment,
          status: 'PUBLISHED',
          unit: 'employees; the self-employed are not counted',
          display: (employment as number).toLocaleString('en-US'),
          reason: null,
        },
        employmentRelativeStandardError: { value: employmentPrse, status: 'PUBLISHED' },
        meanRelativeStandardError: { value: meanPrse, status: 'PUBLISHED' },
        release: {
          key: release,
          status: release === '2025-05' ? 'ACTIVE' : 'SUPERSEDED',
          topCodeAnnualUsd: topCode?.annualUsd ?? null,
          topCodeHourlyUsd: topCode?.hourlyUsd ?? null,
        },
        resolution: { rule: 'AS_ASKED', exact: true },
        provenance: {
          file: { name: file.name, sha256: file.sha256 },
          sheet: file.sheet,
          row: row.row,
          citation: expect.stringContaining(`${file.name}, sheet "${file.sheet}", row ${row.row}`),
          licence: 'US public domain',
          note: null,
          source: { key: 'bls-oews', kind: 'AGENCY' },
          release: { key: release },
        },
      });
      expect(data.occupation.salary.provenance.citation).toContain(label);
    });
  },
);

describe('spot values of the published files', () => {
  const yearly = (salary: Salary) =>
    (['mean', 'p10', 'p25', 'median', 'p75', 'p90'] as const).map((statistic) => salary[statistic].year);
  test.each([
    ['43-6011', 472_770, [77_060, 48_300, 60_000, 74_260, 90_440, 107_710]],
    ['11-9111', 565_840, [137_730, 69_680, 88_560, 117_960, 162_420, 219_080]],
  ])('%s as of May 2024', async (code, employment, wages) => {
    const salary = await salaryOf(code, '2024-05');
    expect(salary.employment.value).toBe(employment);
    expect(yearly(salary)).toEqual(wages);
    expect(salary.release.key).toBe('2024-05');
  });
  test.each([
    ['43-6011', 79_140, null],
    ['11-9111', 140_970, 123_860],
  ])('%s is of May 2025 where no release is named', async (code, mean, median) => {
    const salary = await salaryOf(code);
    expect(salary.release.key).toBe('2025-05');
    expect(salary.mean.year).toBe(mean);
    if (median !== null) expect(salary.median.year).toBe(median);
    expect(await salaryOf(code, '2025-05')).toEqual(salary);
  });
  test('per month and hour', async () => {
    const { median } = await salaryOf('43-6011', '2024-05');
    expect([median.month, median.monthDisplay, median.hour, median.hourDisplay]).toEqual([
      6_188.33,
      '$6,188.33',
      35.7,
      '$35.70',
    ]);
  });
  test('the yearly figure is 2,080 hours of the hourly one, within its rounding, in every row', () => {
    for (const { rows } of [wages2024, wages2025]) {
      for (const row of rows) {
        for (const statistic of ['Mean', 'P10', 'P25', 'P50', 'P75', 'P90'] as const) {
          const [annual, hourly] = [row[`annual${statistic}`], row[`hourly${statistic}`]];
          if (typeof annual !== 'number' || typeof hourly !== 'number') continue;
          expect(Math.abs(annual - hourly * 2_080), `${row.code} ${statistic}`).toBeLessThanOrEqual(16);
        }
      }
    }
  });
});

describe('where only one period is published, the others are never computed', () => {
  test('only yearly: no hour', async () => {
    const { mean, median } = await salaryOf(ANNUAL_ONLY);
    expect(mean).toMatchObject({
      year: 72_650,
      yearStatus: 'PUBLISHED',
      month: 6_054.17,
      monthStatus: 'DERIVED',
      hour: null,
      hourStatus: 'NOT_PUBLISHED',
      hourDisplay: 'not published',
      hourReason: 'Only yearly wages are released for this occupation; its year has no fixed number of hours.',
    });
    expect(median).toMatchObject({ year: 63_970, hour: null, hourStatus: 'NOT_PUBLISHED' });
  });
  test('only hourly: no year and no month', async () => {
    const { mean, median } = await salaryOf(HOURLY_ONLY);
    const reason = 'Only hourly wages are released for this occupation; it does not work 2,080 hours a year.';
    expect(mean).toMatchObject({
      year: null,
      yearStatus: 'NOT_PUBLISHED',
      yearDisplay: 'not published',
      yearReason: reason,
      month: null,
      monthStatus: 'NOT_PUBLISHED',
      monthReason: reason,
      hour: 58.29,
      hourStatus: 'PUBLISHED',
      hourDisplay: '$58.29',
    });
    expect(median).toMatchObject({ year: null, month: null, hour: 29.05, yearStatus: 'NOT_PUBLISHED' });
  });
  test('at the top code: the bound, per year and hour', async () => {
    const { p75, p90 } = await salaryOf('11-1011', '2024-05');
    for (const wage of [p75, p90]) {
      expect(wage).toMatchObject({
        year: null,
        yearStatus: 'TOP_CODED',
        yearDisplay: '$239,200 or more',
        atLeast: 239_200,
        hour: null,
        hourStatus: 'TOP_CODED',
        hourDisplay: '$115.00 or more',
      });
    }
  });
  test('employment that is not published is no zero', async () => {
    const { employment } = await salaryOf(WITHOUT_EMPLOYMENT);
    expect(employment).toMatchObject({ value: null, status: 'NOT_PUBLISHED', display: 'not published' });
  });
});

/** The agency's bounds for 2024–34 in whole percents, and how the rule prints them. */
const BOUNDS = [
  ['MUCH_FASTER_THAN_AVERAGE', 7, 'growth of 7% or more'],
  ['FASTER_THAN_AVERAGE', 5, 'growth of 5% to 6%'],
  ['AVERAGE', 3, 'growth of 3% to 4%'],
  ['SLOWER_THAN_AVERAGE', 1, 'growth of 1% to 2%'],
  ['LITTLE_OR_NO_CHANGE', 0, 'a change of 0%'],
  ['DECLINE', Number.NEGATIVE_INFINITY, 'a decrease of 1% or more'],
] as const;

describe('growth: every occupation of the careers', () => {
  const COUNT = '{ value status unit }';
  const QUERY = `query ($code: String!) {
    occupation(code: $code) {
      growth {
        baseYear projectedYear entryEducation workExperience onTheJobTraining
        baseEmployment ${COUNT} projectedEmployment ${COUNT} change ${COUNT} annualOpenings ${COUNT}
        percent { value status display }
        outlook { label rule allOccupations { value } }
        release { key }
        resolution { rule exact }
        provenance { file { name sha256 } sheet row source { key } }
      }
    }
  }`;
  const JOBS = 'jobs, including self-employed workers';
  const count = (thousands: number | string | undefined, unit = JOBS) => ({
    value: Math.round((thousands as number) * 1_000),
    status: 'PUBLISHED',
    unit,
  });
  const words = (cell: number | string | undefined) => (cell === '—' ? null : cell);

  test.each(ofCareers(projections.rows))('$code $title', async (row) => {
    const percent = row.percent as number;
    const whole = Math.sign(percent) * Math.round(Math.abs(percent));
    const [label, , range] = BOUNDS.find(([, least]) => whole >= least) as (typeof BOUNDS)[number];
    const data = await ask<{ occupation: { growth: { outlook: { rule: string } } } }>(api, QUERY, { code: row.code });
    expect(data.occupation.growth).toEqual({
      baseYear: 2024,
      projectedYear: 2034,
      entryEducation: words(row.entryEducation),
      workExperience: words(row.workExperience),
      onTheJobTraining: words(row.onTheJobTraining),
      baseEmployment: count(row.baseEmployment),
      projectedEmployment: count(row.projectedEmployment),
      change: count(row.change),
      annualOpenings: count(row.openings, 'openings per year, including replacements for workers who leave'),
      percent: { value: percent, status: 'PUBLISHED', display: `${percent.toLocaleString('en-US')}%` },
      outlook: {
        label,
        rule: expect.stringContaining(` means ${range}, rounded to a whole percent.`),
        allOccupations: { value: 3.1 },
      },
      release: { key: '2024-34' },
      resolution: { rule: 'AS_ASKED', exact: true },
      provenance: {
        file: { name: projections.file.name, sha256: projections.file.sha256 },
        sheet: projections.file.sheet,
        row: row.row,
        source: { key: 'bls-ep' },
      },
    });
    expect(data.occupation.growth.outlook.rule).toContain(
      'Employment in all occupations is projected to grow by 3.1%.',
    );
  });

  test('the files reach every side of the bounds that they can', () => {
    const labels = projections.rows.map(({ percent }) => {
      const whole = Math.sign(percent as number) * Math.round(Math.abs(percent as number));
      return BOUNDS.find(([, least]) => whole >= least)?.[0];
    });
    expect(new Set(labels).size).toBeGreaterThanOrEqual(5);
  });

  test.each([
    ['11-9111', [616_200, 759_100, 142_900, 62_100], 23.2],
    ['43-6011', [502_800, 494_900, -7_900, 50_000], -1.6],
  ])('spot values of %s', async (code, counts, percent) => {
    type Counts = Record<'baseEmployment' | 'projectedEmployment' | 'change' | 'annualOpenings', { value: number }>;
    const { occupation } = await ask<{ occupation: { growth: Counts & { percent: { value: number } } } }>(api, QUERY, {
      code,
    });
    const { baseEmployment, projectedEmployment, change, annualOpenings } = occupation.growth;
    expect([baseEmployment, projectedEmployment, change, annualOpenings].map(({ value }) => value)).toEqual(counts);
    expect(occupation.growth.percent.value).toBe(percent);
  });
});
