import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at } from '../support/paths.ts';
import { type ImportedApi, importedApi } from './importing.ts';
import {
  writeDelineation,
  writeLaterMetroWages,
  writeMetroWages,
  writeStateWages,
  writeWagesWithoutStates,
  writeZips,
} from './place-files.ts';

/** May 2023 follows the delineation of 2013, May 2024 that of 2023: which release answers, and whether exactly. */

let folder: string;
let api: ImportedApi;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'careergraph-places-in-releases-'));
  const { hud, geonames } = await writeZips(folder);
  api = await importedApi(
    ['cbsa', await writeDelineation(folder)],
    ['geonames', geonames, '--release', '2025-01'],
    ['hud', hud],
    ['oews', ...(await writeWagesWithoutStates(folder))],
    ['oews', await writeStateWages(folder), await writeMetroWages(folder)],
    ['oews', await writeLaterMetroWages(folder)],
  );
});
afterAll(async () => {
  await api?.close();
  await rm(folder, { recursive: true, force: true });
});

const salary = async (place: string, args = '') => {
  const { occupation } = await api.ask(`{ occupation(code: "11-9111") { salary(in: { ${place} }${args}) {
    median { amount } area { code } release { label } resolution { exact rule explanation } } } }`);
  return at(occupation ?? null, 'salary');
};
const answer = (amount: number, code: string, label: string, exact: boolean, rule: string) => ({
  ...{ median: { amount }, area: { code }, release: { label } },
  resolution: { exact, rule },
});

describe('the newest release that has the place answers, under whichever code', () => {
  test.each([
    ['metro: "71650"', answer(139_000, 'CBSA-14460', 'May 2024', false, 'OTHER_DELINEATION')],
    ['metro: "17460"', answer(107_000, 'CBSA-17410', 'May 2024', false, 'OTHER_DELINEATION')],
    ['metro: "14460"', answer(139_000, 'CBSA-14460', 'May 2024', true, 'EARLIER_RELEASE')],
    ['zip: "02108"', answer(139_000, 'CBSA-14460', 'May 2024', true, 'EARLIER_RELEASE')],
    ['zip: "06103"', answer(123_000, 'CBSA-73450', 'May 2023', false, 'OTHER_DELINEATION')],
    ['metro: "74950"', answer(115_000, 'CBSA-74950', 'May 2023', true, 'EARLIER_RELEASE')],
  ])('%s', async (place, expected) => {
    expect(await salary(place)).toMatchObject(expected);
  });

  test('exact: true keeps to the code in the query', async () => {
    expect(await salary('metro: "71650"', ', exact: true')).toMatchObject(
      answer(129_000, 'CBSA-71650', 'May 2023', true, 'EARLIER_RELEASE'),
    );
  });

  test('an area of the delineation that a release follows has no equivalent in it', async () => {
    // The delineation of May 2024 has Manchester-Nashua, and its file here does not.
    const found = await salary('metro: "31700"', ', asOf: "2024-05"');
    expect(found).toMatchObject(answer(117_960, 'US', 'May 2024', false, 'WIDER_AREA'));
    expect(at(found, 'resolution.explanation')).toBe(
      'The May 2024 wage estimates have no figure for Medical and Health Services Managers (11-9111) in Manchester-Nashua, NH; the figure is that of the nation.',
    );
  });

  test('a history begins with the area of the newest release', async () => {
    const { occupation } = await api.ask(
      '{ occupation(code: "11-9111") { salaryHistory(in: { metro: "71650" }) { resolution { usedArea { code } rule } } } }',
    );
    expect(occupation).toEqual({
      salaryHistory: { resolution: { usedArea: { code: 'CBSA-14460' }, rule: 'OTHER_DELINEATION' } },
    });
  });
});

describe('an area of a release that names no states', () => {
  test.each([
    ['CBSA-70900', 127_000, 'US-MA'],
    ['NONMETRO-5400001', 93_000, 'US-WV'],
  ])('%s falls back to the state in its name', async (code, amount, state) => {
    expect(await salary(`code: "${code}"`, ', asOf: "2023-05"')).toMatchObject(
      answer(amount, state, 'May 2023', false, 'WIDER_AREA'),
    );
  });
});

describe('a place without figures of its own is not answered exactly', () => {
  test.each([
    ['a county', 'county: "25025"', answer(139_000, 'CBSA-14460', 'May 2024', false, 'WIDER_AREA')],
    ['a county in no area', 'county: "48261"', answer(98_000, 'US-TX', 'May 2023', false, 'WIDER_AREA')],
    ['a ZIP code in no area', 'zip: "78338"', answer(98_000, 'US-TX', 'May 2023', false, 'WIDER_AREA')],
    ['a guessed ZIP code', 'zip: "96702"', answer(111_000, 'US-HI', 'May 2023', false, 'WIDER_AREA')],
    [
      'a ZIP code without addresses',
      'zip: "44115"',
      answer(107_000, 'CBSA-17410', 'May 2024', true, 'EARLIER_RELEASE'),
    ],
  ])('%s', async (_, place, expected) => {
    expect(await salary(place)).toMatchObject(expected);
    const exactly = await salary(place, ', exact: true');
    if (expected.resolution.exact) expect(exactly).toMatchObject(expected);
    else expect(exactly).toBeNull();
  });

  test('says what the place is and which figure it gets', async () => {
    expect(at(await salary('county: "25025"'), 'resolution.explanation')).toMatch(
      /^County 25025 \(Suffolk County\) lies in Boston-Cambridge-Newton, MA-NH \(CBSA-14460\), by the delineation of July 2023\. /,
    );
  });
});

test('a figure of the state that only a page states names the page', async () => {
  const { occupation } = await api.ask(
    '{ occupation(code: "43-6011") { salary(in: { zip: "06103" }) { area { code } resolution { exact rule explanation } } } }',
  );
  expect(at(occupation ?? null, 'salary')).toMatchObject({
    area: { code: 'US-CT' },
    resolution: {
      exact: false,
      rule: 'WIDER_AREA',
      explanation: expect.stringMatching(
        /; the figure is that of Connecticut\. The page "How to Become a Medical Office Manager: The Definitive Career Guide" states it\.$/,
      ),
    },
  });
});

describe('a list of metropolitan areas', () => {
  const list = async (asOf: string) => {
    const { career } = await api.ask(`{ career(slug: "medical-office-manager") {
      salaries(kind: METRO, first: 9, asOf: "${asOf}") { nodes { area { code } } leftOut { area { code } } treatment } } }`);
    return at(career ?? null, 'salaries');
  };

  test('names no area of another delineation as missing, and says which it follows', async () => {
    const later = await list('2024-05');
    expect(later).toMatchObject({
      nodes: [{ area: { code: 'CBSA-14460' } }, { area: { code: 'CBSA-17410' } }],
      leftOut: [],
    });
    expect(at(later, 'treatment')).toContain(
      'The May 2024 wage estimates follow the delineation of 2023. Areas that only another delineation has are neither listed nor named as missing.',
    );
    const earlier = await list('2023-05');
    expect(earlier).toMatchObject({ leftOut: [] });
    expect(at(earlier, 'treatment')).toContain('The May 2023 wage estimates follow the delineation of 2013. ');
  });
});
