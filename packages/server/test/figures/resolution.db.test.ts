import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, type Json } from '../support/ask.js';
import { at } from '../support/paths.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api?.close());

const RESOLUTION = `resolution {
  askedOccupation { code } askedArea { code } usedOccupation { code } usedArea { code } exact rule ruleText explanation
}`;

async function figure(field: string): Promise<Json> {
  const data = await ask<{ career: { figure: Json } }>(
    api,
    `{ career(slug: "medical-office-manager") { figure: ${field} } }`,
  );
  return data.career.figure;
}
const salary = (args: string) =>
  figure(
    `salary${args && `(${args})`} { mean { amount } release { key source { kind } } provenance { sheet row note } ${RESOLUTION} }`,
  );
const growth = (args: string) =>
  figure(`growth${args && `(${args})`} { percent { value } area { code } ${RESOLUTION} }`);

const RULES = {
  AS_ASKED: 'The official figure of exactly the requested occupation and area.',
  STATED_BY_PAGE:
    'No official release that was asked has the figure; a published page states it, and is named as its source.',
  WIDER_AREA:
    'None of the releases searched has a figure for exactly the requested place. The figure is for a larger area that includes it.',
};

interface Expected {
  readonly occupation: string;
  readonly asked: string;
  readonly used: string;
  readonly rule: keyof typeof RULES;
  readonly explanation: string;
}
function expectResolution(of: Json, { occupation, asked, used, rule, explanation }: Expected): void {
  expect(at(of, 'resolution')).toEqual({
    askedOccupation: { code: occupation },
    askedArea: { code: asked },
    usedOccupation: { code: occupation },
    usedArea: { code: used },
    exact: asked === used,
    rule,
    ruleText: RULES[rule],
    explanation,
  });
}

const PAGE = 'How to Become a Medical Office Manager: The Definitive Career Guide';

describe('salary', () => {
  test.each(['', 'in: { country: "US" }', 'in: { code: "US" }', 'occupation: "11-9111"', 'exact: true'])(
    'AS_ASKED: the nation (%s)',
    async (args) => {
      const of = await salary(args);
      expect(at(of, 'mean.amount')).toBe(140_970);
      expectResolution(of, {
        occupation: '11-9111',
        asked: 'US',
        used: 'US',
        rule: 'AS_ASKED',
        explanation:
          'This figure is from the May 2025 wage estimates for Medical and Health Services Managers (11-9111) in the United States.',
      });
    },
  );

  test.each(['CA', 'US-CA', '06', 'ca'])('STATED_BY_PAGE: California, named %s', async (state) => {
    const of = await salary(`occupation: "43-6011", in: { state: "${state}" }`);
    expect(at(of, 'mean.amount')).toBe(90_890);
    expect(at(of, 'release')).toEqual({ key: '2024-05', source: { kind: 'PAGE' } });
    expect(at(of, 'provenance')).toEqual({
      sheet: 'Average Annual Salary by State',
      row: 100,
      note: 'As a published page states it; the file of the publisher that the page names was not read.',
    });
    expectResolution(of, {
      occupation: '43-6011',
      asked: 'US-CA',
      used: 'US-CA',
      rule: 'STATED_BY_PAGE',
      explanation: `No official release on this server has a figure for Executive Secretaries and Executive Administrative Assistants (43-6011) in California; the page "${PAGE}" states it.`,
    });
  });
  test('STATED_BY_PAGE: a territory, by an area code', async () => {
    const of = await salary('occupation: "43-6011", in: { code: "US-GU" }, exact: true');
    expect(at(of, 'mean.amount')).toBe(59_800);
    expect(at(of, 'resolution.rule')).toBe('STATED_BY_PAGE');
  });

  test('WIDER_AREA: Colorado, which the table of the page leaves out, falls to the nation', async () => {
    const of = await salary('occupation: "43-6011", in: { state: "CO" }');
    expect(at(of, 'mean.amount')).toBe(79_140);
    expectResolution(of, {
      occupation: '43-6011',
      asked: 'US-CO',
      used: 'US',
      rule: 'WIDER_AREA',
      explanation:
        'No release on this server has a figure for Executive Secretaries and Executive Administrative Assistants (43-6011) in Colorado; the figure is that of the nation.',
    });
  });
  test('WIDER_AREA: the same as of May 2024, from the release of that month', async () => {
    const of = await salary('occupation: "43-6011", in: { state: "CO" }, asOf: "2024-05"');
    expect(at(of, 'mean.amount')).toBe(77_060);
    expect(at(of, 'release.key')).toBe('2024-05');
    expect(at(of, 'resolution.rule')).toBe('WIDER_AREA');
  });
  test('the page does not answer for another month than its own', async () => {
    const of = await salary('occupation: "43-6011", in: { state: "CA" }, asOf: "2025-05"');
    expect(at(of, 'mean.amount')).toBe(79_140);
    expect(at(of, 'resolution.rule')).toBe('WIDER_AREA');
    const then = await salary('occupation: "43-6011", in: { state: "CA" }, asOf: "2024-05"');
    expect(at(then, 'mean.amount')).toBe(90_890);
  });
  test('WIDER_AREA: a state for an occupation that no page has', async () => {
    const of = await salary('in: { state: "NY" }');
    expect(at(of, 'mean.amount')).toBe(140_970);
    expectResolution(of, {
      occupation: '11-9111',
      asked: 'US-NY',
      used: 'US',
      rule: 'WIDER_AREA',
      explanation:
        'No release on this server has a figure for Medical and Health Services Managers (11-9111) in New York; the figure is that of the nation.',
    });
  });
  test.each([
    'in: { state: "NY" }, exact: true',
    'occupation: "43-6011", in: { state: "CO" }, exact: true',
    'occupation: "43-6011", in: { state: "CA" }, asOf: "2025-05", exact: true',
  ])('exact: null rather than the figure of the nation (%s)', async (args) => {
    expect(await salary(args)).toBeNull();
  });

  test('an occupation answers as its career does', async () => {
    const data = await ask<Json & object>(
      api,
      `{ occupation(code: "43-6011") { figure: salary(in: { state: "CO" }) { mean { amount } release { key source { kind } } provenance { sheet row note } ${RESOLUTION} } } }`,
    );
    expect(at(data, 'occupation.figure')).toEqual(await salary('occupation: "43-6011", in: { state: "CO" }'));
  });
});

describe('growth', () => {
  test('AS_ASKED: the nation', async () => {
    const of = await growth('');
    expect(at(of, 'percent.value')).toBe(23.2);
    expectResolution(of, {
      occupation: '11-9111',
      asked: 'US',
      used: 'US',
      rule: 'AS_ASKED',
      explanation:
        'This figure is from the 2024–34 projections for Medical and Health Services Managers (11-9111) in the United States.',
    });
  });
  test('WIDER_AREA: a state, which national projections say nothing of', async () => {
    const of = await growth('occupation: "43-6011", in: { state: "CA" }');
    expect(at(of, 'percent.value')).toBe(-1.6);
    expect(at(of, 'area.code')).toBe('US');
    expectResolution(of, {
      occupation: '43-6011',
      asked: 'US-CA',
      used: 'US',
      rule: 'WIDER_AREA',
      explanation:
        'No release on this server has a figure for Executive Secretaries and Executive Administrative Assistants (43-6011) in California; the figure is that of the nation.',
    });
  });
  test('exact: null rather than the figure of the nation', async () => {
    expect(await growth('in: { state: "CA" }, exact: true')).toBeNull();
  });
  test('as of its round; null as of a month', async () => {
    expect(at(await growth('asOf: "2024-34"'), 'percent.value')).toBe(23.2);
    expect(await growth('asOf: "2024-05"')).toBeNull();
  });
});
