import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../support/ask.js';

/** The worked example of the domain: what two published pages contradict themselves and the statistics in. */

interface Finding {
  readonly rule: string;
  readonly summary: string;
  readonly claims: readonly { readonly printed: string; readonly line: number }[];
  readonly figures: readonly { readonly value: number; readonly release: string; readonly unit: string }[];
}
const QUERY = `query ($slug: String!) {
  career(slug: $slug) { findings { rule summary claims { printed line } figures { value release unit } } }
}`;

const PAGE = 'The page "How to Become a Medical Office Manager: The Definitive Career Guide"';

let api: TestApi;
let findings: readonly Finding[];
const findingsOf = async (slug: string) =>
  (await ask<{ career: { findings: Finding[] } }>(api, QUERY, { slug })).career.findings;
beforeAll(async () => {
  api = await createTestApi();
  findings = await findingsOf('medical-office-manager');
});
afterAll(() => api?.close());

/** The only finding of a rule that compares a claim with these words. */
function found(rule: string, ...printed: readonly string[]): Finding {
  const matching = findings.filter(
    (finding) =>
      finding.rule === rule && printed.every((words) => finding.claims.some((claim) => claim.printed === words)),
  );
  expect(matching, `${rule}: ${printed.join(', ')}`).toHaveLength(1);
  return matching[0] as Finding;
}
const values = ({ figures }: Finding) => figures.map(({ value }) => value);

test('$77,060 and $86,609 both as the national average', () => {
  const { summary } = found('DIFFERENT_VALUES', '$77,060', '$86,609', 'roughly $86,609');
  expect(summary).toBe(
    `${PAGE} contradicts itself about the average wage per year: it says "$77,060" under "Avg. Salary" and "$86,609" under "Average Salary".`,
  );
});
test('$77,060 is the mean of executive secretaries, May 2024', () => {
  const finding = found('OTHER_OCCUPATION', '$77,060', 'OCC Code 43-6011');
  expect(values(finding)).toEqual([77_060, 137_730]);
  expect(finding.figures.map(({ release }) => release)).toEqual(['2024-05', '2024-05']);
});
test('$86,609 is in no release of the source that it is attributed to', () => {
  expect(found('ATTRIBUTION_NOT_FOUND', '$86,609').summary).toContain(
    `${PAGE} attributes "$86,609" under "Average Salary" to the Occupational Employment and Wage Statistics.`,
  );
});
test('$117,960, said of experienced managers, is the median of 11-9111', () => {
  const finding = found('OTHER_STATISTIC', 'well past $117,960 annually', '$117,960 or more');
  expect(finding.claims.map(({ line }) => line)).toEqual([70, 347, 438]);
  expect(values(finding)).toEqual([117_960]);
});
test('the 50% mark of the chart is the mean; the median is $74,260', () => {
  const finding = found('OTHER_STATISTIC', '$77K');
  expect(values(finding)).toEqual([77_060, 74_260]);
  expect(finding.summary).toContain('$74,260');
});
test('the 90% mark of the chart is cut off, not rounded', () => {
  expect(values(found('CUT_NOT_ROUNDED', '$107K'))).toEqual([107_710]);
});
test('23% beside counts that give 16.9%', () => {
  const { summary, claims } = found('PERCENT_ARITHMETIC', '850,000', '993,900', '23%', '+23% increase');
  expect(summary).toBe(
    `${PAGE} states 850,000 jobs in 2023 and 993,900 in 2033. That is a change of 16.9%, but the page states "23%".`,
  );
  expect(claims.map(({ line }) => line)).toEqual(expect.arrayContaining([12, 303, 315, 317, 319, 355, 359, 458]));
});
test('those counts are not of the occupation', () => {
  expect(values(found('NOT_COMPARABLE', '850,000', '993,900'))).toEqual([616_200, 759_100]);
});
test('143,000 and 143,900 new positions', () => {
  const { summary } = found('DIFFERENT_VALUES', 'An estimated 143,000 positions', '143,900', '143,000 jobs');
  expect(summary).toContain('"An estimated 143,000 positions" under "Job Outlook: HIGH" and "143,900" under');
});
test('62,000 "new positions each year" are openings', () => {
  const finding = found('OPENINGS_AS_NEW_POSITIONS', '62,000 new positions each year');
  expect(values(finding)).toEqual([62_100, 142_900]);
});
test('a table of states without Colorado', () => {
  const { summary } = findings.find(({ rule }) => rule === 'TABLE_INCOMPLETE') as Finding;
  expect(summary).toBe(
    `${PAGE} has a table of wages by state under "Average Annual Salary by State" without a row for Colorado.`,
  );
});
test('a ranking drawn from it', () => {
  const finding = found(
    'RANKING_FROM_INCOMPLETE_TABLE',
    'California',
    'District of Columbia',
    'New York',
    'Connecticut',
    'New Jersey',
  );
  expect(finding.summary).toContain('Colorado');
});
test('a sentence about cell tower technicians', () => {
  const { claims } = found('FOREIGN_SUBJECT', 'The job outlook for cell tower technicians is HIGH');
  expect(claims.map(({ line }) => line)).toEqual([353]);
});
test('one acronym for two credentials', () => {
  found('ACRONYM_FOR_TWO', 'Master of Healthcare Administration (MHA)', 'Master’s in Hospital Administration (MHA)');
});
test('one credential under two acronyms', () => {
  found('TWO_ACRONYMS', 'Certified Medical Office Manager (CMO)', 'Certified Medical Office Manager (CMOM)');
});
test('3 to 5 years of experience required, and 1 to 2', () => {
  const { claims } = found('DIFFERENT_VALUES', 'a minimum of 3 to 5 years', 'at least 1-2 years of experience');
  expect(claims.map(({ line }) => line)).toEqual([180, 371, 464]);
});
test('a credential that takes longer than the whole training', () => {
  found('LONGER_THAN_STATED', '0-6 Months', '3 to 12 months', 'up to one year');
});

test('courses of 10 and 30 hours that are said to take 2', () => {
  const finding = found('OTHER_DURATION', '2 hours per course');
  expect(finding.summary).toBe(
    `${PAGE} states "2 hours per course" under "Credential Education". However, OSHA 10-Hour Outreach Training takes 10 hours and OSHA 30-Hour Outreach Training takes 30 hours. (Source: OSHA Outreach Training Program, which names its courses by their hours.)`,
  );
});
test('no summary has a code word, and each names its page', () => {
  for (const { summary } of findings) {
    expect(summary).toMatch(/^(The page|The pages|Pages) /);
    expect(summary).not.toMatch(/[A-Z]+_[A-Z]+|bls-|undefined|null/);
  }
});

describe('no false alarm', () => {
  test('each rule and first claim once', () => {
    const keys = findings.map(({ rule, claims }) => `${rule} ${claims[0]?.line} ${claims[0]?.printed}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
  test('two courses printed in one place are not two acronyms of one', () => {
    const printed = findings.filter(({ rule }) => rule === 'TWO_ACRONYMS').flatMap(({ claims }) => claims);
    expect(printed.filter(({ printed: words }) => words.includes('OSHA'))).toEqual([]);
  });
  test('places where the career is practised are no other subject', () => {
    expect(findings.filter(({ rule }) => rule === 'FOREIGN_SUBJECT')).toHaveLength(1);
  });
  test.each(['phlebotomist', 'registered-nurse', 'dog-groomer'])(
    '%s, which no page is about, has none',
    async (slug) => {
      expect(await findingsOf(slug)).toEqual([]);
    },
  );
});
