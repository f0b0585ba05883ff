import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CASES } from './cases.js';
import { type ConstraintsDatabase, openConstraintsDatabase, type Table } from './inserts.js';
import { CHECKS } from './migrations.js';
import { marked, merge, NOT_WAGES, number, PERCENTILES, type Period, type Row, without } from './wages.js';

/** The rows that the CHECKs of the database refuse, whoever writes, and the rows beside them that they accept. */

let database: ConstraintsDatabase;
beforeAll(async () => {
  database = await openConstraintsDatabase();
});
afterAll(() => database?.api.close());

test('there is a case for every CHECK of the migrations', () => {
  expect(CHECKS.length).toBeGreaterThan(45);
  expect([...new Set(CASES.map(([name]) => name))].sort()).toEqual([...new Set(CHECKS)].sort());
});

describe('is refused', () => {
  test.each(CASES.map((item, index) => [index + 1, ...item] as const))('%i. %s: %s %j', async (_, name, table, row) => {
    expect(await database.attempt((tx) => database.inserts[table](tx, row))).toContain(name);
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
    ['an institution without coordinates', 'institution', { latitude: null, longitude: null }],
    ['no awards', 'program', { completions: 0, majorNumber: 2 }],
    ['a reason for no awards', 'program', { completions: null, completionsMarker: 'NOT_IN_FILE' }],
    ['the title of a group of fields', 'cipTitle', { cipCode: '51.38' }],
    ['a field that leads to no occupation', 'cipOccupation', { occupationCode: null }],
    ['an occupation that no field leads to', 'cipOccupation', { cipCode: null }],
    ['an institution abroad', 'fieldOutcome', { unitId: null }],
    ['a withheld debt', 'fieldOutcome', { medianDebtUsd: null, medianDebtMarker: 'PRIVACY_SUPPRESSED' }],
    ['grants above the cost of a branch', 'institutionOutcome', { unitId: 10_236_801, netPriceUsd: -914 }],
    ['a number', 'claim', { high: 1 }],
    ['words', 'claim', { low: null, high: null, text: 'words' }],
    ['a number with words', 'claim', { text: 'words' }],
    ['another career', 'related', {}],
  ])('%s', async (_, table, row) => {
    expect(await database.attempt((tx) => database.inserts[table](tx, row))).toBe('accepted');
  });
});
