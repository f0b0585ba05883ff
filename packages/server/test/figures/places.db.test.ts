import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at } from '../support/paths.ts';
import { type ImportedApi, importedApi } from './importing.ts';
import {
  writeDelineation,
  writeEarlierDelineation,
  writeLaterMetroWages,
  writeMetroWages,
  writeStateWages,
  writeZips,
} from './place-files.ts';

/** Places of which releases, delineations and states say different things. */

let folder: string;
let api: ImportedApi;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'careergraph-places-'));
  const { hud, geonames } = await writeZips(folder);
  api = await importedApi(
    ['cbsa', await writeDelineation(folder)],
    ['geonames', geonames, '--release', '2025-01'],
    ['hud', hud],
    ['oews', await writeStateWages(folder), await writeMetroWages(folder)],
    ['oews', await writeLaterMetroWages(folder)],
  );
});
afterAll(async () => {
  await api?.close();
  await rm(folder, { recursive: true, force: true });
});

const salary = async (place: string, asOf = '2023-05', of = api) => {
  const { occupation } = await of.ask(`{ occupation(code: "11-9111") { salary(in: { ${place} }, asOf: "${asOf}") {
    median { amount } area { code } resolution { exact rule explanation } } } }`);
  return at(occupation ?? null, 'salary');
};
const lookUp = async (place: string) =>
  (await api.ask(`{ areaLookup(by: { ${place} }) { area { code kind } explanation } }`)).areaLookup ?? null;

describe('a ZIP code in an area without a row', () => {
  test.each([
    ['07030', 131_000, 'US-NJ'],
    ['25430', 93_000, 'US-WV'],
    ['42223', 92_000, 'US-KY'],
    ['10001', 133_000, 'US-NY'],
  ])('%s: %i, of its own state', async (zip, amount, code) => {
    expect(await salary(`zip: "${zip}"`)).toMatchObject({
      median: { amount },
      area: { code },
      resolution: { exact: false, rule: 'WIDER_AREA' },
    });
  });

  test('names its state and county', async () => {
    const { area } = await api.ask(
      '{ area(by: { zip: "07030" }) { code parent { code } zip { state { code } countyFips } } }',
    );
    expect(area).toEqual({
      code: 'CBSA-35620',
      parent: { code: 'US-NY' },
      zip: { state: { code: 'US-NJ' }, countyFips: '34017' },
    });
  });
});

describe('an area without a row, asked by its own code', () => {
  test.each(['35620', '47900', '17300'])('%s lies in several states: the nation', async (metro) => {
    expect(await salary(`metro: "${metro}"`, '2025-05')).toMatchObject({
      area: { code: 'US' },
      resolution: {
        exact: false,
        rule: 'WIDER_AREA',
        explanation: expect.stringMatching(
          /; the figure is that of the nation, because the area lies in several states\./,
        ),
      },
    });
  });

  test('an area in one state: that state', async () => {
    expect(await salary('metro: "46520"')).toMatchObject({ median: { amount: 111_000 }, area: { code: 'US-HI' } });
  });
});

describe('an unknown ZIP code', () => {
  test.each([
    ['96799', '967'],
    ['99999', '999'],
    ['00000', '000'],
  ])('%s is not guessed across a border', async (zip, prefix) => {
    const reason = `ZIP ${zip} is in no source. It is not guessed, because it is not between two known ZIP codes of one state that begin with ${prefix}.`;
    expect(await lookUp(`zip: "${zip}"`)).toEqual({ area: null, explanation: reason });
    expect(await salary(`zip: "${zip}"`)).toBeNull();
  });

  test('between two of one state is a guess, and never exact', async () => {
    expect(await salary('zip: "96702"')).toMatchObject({
      median: { amount: 111_000 },
      resolution: {
        exact: false,
        explanation: expect.stringMatching(
          /right before and after it, 96701 and 96703, lie in US-HI: this is a guess\./,
        ),
      },
    });
    const { occupation } = await api.ask(
      '{ occupation(code: "11-9111") { salary(in: { zip: "96702" }, asOf: "2023-05", exact: true) { median { amount } } } }',
    );
    expect(occupation).toEqual({ salary: null });
  });
});

describe("a ZIP code in HUD's crosswalk without any address", () => {
  test('is looked up by its county', async () => {
    expect(await lookUp('zip: "44115"')).toEqual({
      area: { code: 'CBSA-17410', kind: 'METRO' },
      explanation:
        "ZIP 44115 is in HUD's crosswalk without any address. Its county 39035 (GeoNames) lies in CBSA-17410 (delineation).",
    });
  });

  test('leads to its state if no other source has it', async () => {
    expect(await lookUp('zip: "44199"')).toEqual({
      area: { code: 'US-OH', kind: 'STATE' },
      explanation:
        "ZIP 44199 is in HUD's crosswalk without any address. It lies in US-OH (HUD), and no other source has it.",
    });
  });
});

describe('a place whose area has other borders in the release', () => {
  test.each([
    ['zip: "02108"', 129_000, 'CBSA-71650', 'its title names Boston'],
    ['zip: "03060"', 129_000, 'CBSA-71650', 'its title names Nashua'],
    ['zip: "06103"', 123_000, 'CBSA-73450', 'its title names Hartford'],
    ['zip: "44114"', 105_000, 'CBSA-17460', 'its title names Cleveland'],
    [
      'county: "39035"',
      105_000,
      'CBSA-17460',
      'county 39035 is that of a city in its title (GeoNames); the delineation itself is not loaded',
    ],
    [
      'zip: "44060"',
      105_000,
      'CBSA-17460',
      'the county of Cleveland lies in both areas; their borders may differ, because not both delineations are loaded',
    ],
    [
      'metro: "17410"',
      105_000,
      'CBSA-17460',
      'the county of Cleveland lies in both areas; their borders may differ, because not both delineations are loaded',
    ],
  ])('%s: %i, of %s', async (place, amount, code, reason) => {
    const found = await salary(place);
    expect(found).toMatchObject({
      median: { amount },
      area: { code },
      resolution: { exact: false, rule: 'OTHER_DELINEATION' },
    });
    expect(at(found, 'resolution.explanation')).toMatch(
      /The May 2023 wage estimates follow the delineation of 2013, which has no /,
    );
    expect(at(found, 'resolution.explanation')).toContain(`, because ${reason}.`);
  });

  test('asked by an earlier code answers from a later release', async () => {
    const of2024 = (place: string) => salary(place, '2024-05');
    expect(await of2024('metro: "17460"')).toMatchObject({
      median: { amount: 107_000 },
      area: { code: 'CBSA-17410' },
      resolution: { rule: 'OTHER_DELINEATION' },
    });
    expect(await of2024('metro: "71650"')).toMatchObject({ median: { amount: 139_000 } });
    expect(await of2024('zip: "02108"')).toMatchObject({ resolution: { rule: 'AS_ASKED', exact: true } });
  });

  test('is not matched where two areas share the county, and no title names its town', async () => {
    expect(await salary('zip: "03055"')).toMatchObject({ median: { amount: 117_000 }, area: { code: 'US-NH' } });
  });

  test('each release says which delineation it follows', async () => {
    const { releases } = await api.ask('{ releases(source: "bls-oews") { key delineation } }');
    expect(releases).toEqual([
      { key: '2025-05', delineation: 'the delineation of 2023' },
      ...['2024-05', '2024-05'].map((key) => ({ key, delineation: 'the delineation of 2023' })),
      { key: '2023-05', delineation: 'the delineation of 2013' },
    ]);
  });

  test('is matched by its counties if the delineation is loaded', async () => {
    const { hud, geonames } = await writeZips(folder);
    const both = await importedApi(
      ['cbsa', await writeEarlierDelineation(folder)],
      ['cbsa', await writeDelineation(folder)],
      ['geonames', geonames, '--release', '2025-01'],
      ['hud', hud],
      ['oews', await writeMetroWages(folder)],
    );
    const found = await salary('zip: "44060"', '2023-05', both);
    expect(found).toMatchObject({ median: { amount: 105_000 }, area: { code: 'CBSA-17460' } });
    expect(at(found, 'resolution.explanation')).toContain(
      ', because county 39085 lies in it by the delineation of September 2018.',
    );
    await both.close();
  });
});

describe('a county, a division and a combined area', () => {
  test('a county leads to the metropolitan area that contains it, and falls back to its own state', async () => {
    expect(await lookUp('county: "34017"')).toEqual({
      area: { code: 'CBSA-35620', kind: 'METRO' },
      explanation:
        'County 34017 (Hudson County) lies in New York-Newark-Jersey City, NY-NJ (CBSA-35620), by the delineation of July 2023.',
    });
    expect(await salary('county: "34017"')).toMatchObject({ median: { amount: 131_000 }, area: { code: 'US-NJ' } });
  });

  test('a county outside of all of them leads to its state', async () => {
    expect(await lookUp('county: "48261"')).toEqual({
      area: { code: 'US-TX', kind: 'STATE' },
      explanation:
        'County 48261 (Kenedy) is in no metropolitan or micropolitan area of the delineation of July 2023: the area is its state, Texas.',
    });
    expect(await salary('county: "48261"')).toMatchObject({ median: { amount: 98_000 } });
  });

  test('an unknown county leads nowhere, with the reason', async () => {
    expect(await lookUp('county: "09001"')).toEqual({
      area: null,
      explanation:
        'County 09001 is a former county of Connecticut, which the delineation of July 2023 does not list: since 2022, planning regions (09110 to 09190) stand in place of its counties. Ask for the state, CT, or for a ZIP code.',
    });
    expect(await lookUp('county: "99001"')).toEqual({
      area: null,
      explanation:
        'County 99001 is in no loaded file. No state or territory with figures has a code that begins like it.',
    });
    expect(await api.errors('{ area(by: { county: "Kings" }) { code } }')).toEqual([
      'by.county: "Kings" is not the FIPS code of a county. An example of a right one: "36061".',
    ]);
  });

  test('a metropolitan division leads to the metropolitan area that it is part of', async () => {
    expect(await lookUp('metro: "35614"')).toEqual({
      area: { code: 'CBSA-35620', kind: 'METRO' },
      explanation:
        '35614 is the metropolitan division New York-Jersey City-White Plains, NY-NJ. OEWS has no figures of divisions since May 2018: the area is New York-Newark-Jersey City, NY-NJ (CBSA-35620), which it is part of.',
    });
    // It lies in several states, and May 2023 has no national file here.
    expect(await salary('metro: "35614"')).toBeNull();
    // All of this one lies in New Jersey, though the metropolitan area begins with New York.
    expect(await salary('metro: "35084"')).toMatchObject({ median: { amount: 131_000 }, area: { code: 'US-NJ' } });
    const latest = await salary('metro: "35614"', '2025-05');
    expect(latest).toMatchObject({ area: { code: 'US' } });
    expect(at(latest, 'resolution.explanation')).toMatch(/^35614 is the metropolitan division/);
  });

  test('a combined area is refused with the areas to ask for', async () => {
    expect(await api.errors('{ area(by: { metro: "408" }) { code } }')).toEqual([
      'by.metro: 408 is the combined statistical area New York-Newark, NY-NJ-CT-PA, for which there are no figures. Ask for one of its metropolitan areas: 35620 (New York-Newark-Jersey City, NY-NJ).',
    ]);
    expect(await api.errors('{ area(by: { metro: "998" }) { code } }')).toEqual([
      'by.metro: 998 is the combined statistical area Wooster-Ashland, OH, for which there are no figures. Its parts are micropolitan areas, which have no figures either. Ask for a state: OH.',
    ]);
  });

  test('a code of no area gives the reason', async () => {
    expect(await lookUp('metro: "12345"')).toEqual({
      area: null,
      explanation: 'No loaded file has a metropolitan or nonmetropolitan area CBSA-12345. Ask for a state.',
    });
    expect(await lookUp('state: "ZZ"')).toEqual({ area: null, explanation: 'No state or territory has the code ZZ.' });
    expect(await lookUp('metro: "17410"')).toEqual({ area: { code: 'CBSA-17410', kind: 'METRO' }, explanation: null });
  });
});
