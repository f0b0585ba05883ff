import { ImportError } from '@careergraph/extract';
import { describe, expect, test } from 'vitest';
import { readBulk } from '../../src/ooh/bulk.js';
import { readPage } from '../../src/ooh/page.js';
import type { Profile } from '../../src/ooh/profile.js';
import { bulk, changed, FILE, OCCUPATION, PAGE } from './fixture.js';

const NAME = 'xml-compilation.xml';

async function* chunksOf(xml: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(xml);
  for (let at = 0; at < bytes.length; at += 997) yield bytes.subarray(at, at + 997);
}

async function profilesOf(xml: string): Promise<Profile[]> {
  const profiles: Profile[] = [];
  for await (const { profile } of readBulk(chunksOf(xml), NAME)) profiles.push(profile);
  return profiles;
}

async function refusalOf(xml: string): Promise<string> {
  const error = await profilesOf(xml).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ImportError) return error.message;
  throw error ?? new Error('The file was not refused.');
}

/** Without what differs between editions: places, and how a quick fact or a bar of a chart is printed. */
function comparable(profile: Profile | undefined): unknown {
  return JSON.parse(
    JSON.stringify(profile, (key, value) =>
      ['line', 'section', 'quickFacts', 'chart'].includes(key) ? undefined : value,
    ),
  );
}

/** What the quick facts and charts say, however it is printed. */
function valuesOf({ quickFacts, pay, outlook }: Profile) {
  const facts = Object.entries(quickFacts ?? {}).map(([name, fact]) => [
    name,
    typeof fact !== 'object' ? fact : fact && 'value' in fact ? fact.value : fact?.printed,
  ]);
  return [
    Object.fromEntries(facts),
    ...[pay, outlook].map(({ chart }) => chart.map(({ name, value }) => [name, value])),
  ];
}

describe('the bulk edition', () => {
  test('gives the profile that the page gives', async () => {
    const [profile] = await profilesOf(bulk(OCCUPATION));
    const { profile: fromPage } = readPage(PAGE, FILE);
    expect(comparable(profile)).toEqual(comparable(fromPage));
    expect(profile && valuesOf(profile)).toEqual(valuesOf(fromPage));
    expect(profile?.pay.chart.map(({ value }) => value)).toEqual([45000, 41230]);
    expect(profile?.quickFacts).toMatchObject({
      medianPayUsdPerYear: { printed: '$41230 per year', value: 41230 },
      medianPayUsdPerHour: { value: 19.82 },
      outlookPercent: { value: -3 },
      outlook: 'Decline',
      employmentChange: { value: -36000 },
    });
  });

  test('places each figure on its line of the file', async () => {
    const xml = bulk(OCCUPATION);
    const [profile] = await profilesOf(xml);
    const line = (text: string) => xml.slice(0, xml.indexOf(text)).split('\n').length;
    expect(profile?.outlook.table[1]).toMatchObject({ title: 'Harbor keepers', line: line('<tr><th>Harbor keepers') });
    expect(profile?.quickFacts?.jobs.line).toBe(line('<help>Ignored</help><value>1200000'));
  });

  test('reads HTML that stands there as elements or escaped', async () => {
    const { profile: expected } = readPage(PAGE, FILE);
    const inline = OCCUPATION.replace(/<!\[CDATA\[(<p>For more about[\s\S]*?)\]\]>/, '$1');
    expect((await profilesOf(bulk(inline)))[0]?.contacts.map(({ url }) => url)).toEqual(
      expected.contacts.map(({ url }) => url),
    );
  });

  test('takes the year of pay from the sentence on the median wage, if there is one', async () => {
    const sentence = 'The median annual wage for lantern keepers was $41,230 in May 2024.';
    const inMay = (year: number) => OCCUPATION.replace(sentence, sentence.replace('2024', `${year}`));
    const yearsOf = async (...occupations: readonly string[]) =>
      (await profilesOf(bulk(...occupations))).map(({ edition }) => [edition?.baseYear, edition?.payYear]);
    const [without, older, newer] = [OCCUPATION.replace(sentence, ''), inMay(2017), inMay(2025)];
    const year = (payYear: number) => [2024, payYear];
    expect(await yearsOf(without, older)).toEqual([year(2024), year(2024)]);
    expect(await yearsOf(newer, without, older)).toEqual([year(2025), year(2025), year(2025)]);
  });

  test('makes a slug of the title where it states no address', async () => {
    const [profile] = await profilesOf(bulk(OCCUPATION.replace(/<citation>.*<\/citation>/, '')));
    expect(profile).toMatchObject({ slug: 'lantern-keepers', url: null, group: null });
  });

  test('gives profiles one after the other', async () => {
    const second = OCCUPATION.replaceAll('Lantern Keepers', 'Beacon Wardens').replace(
      'lantern-keepers.htm',
      'beacon-wardens.htm',
    );
    expect((await profilesOf(bulk(OCCUPATION, second))).map(({ slug }) => slug)).toEqual([
      'lantern-keepers',
      'beacon-wardens',
    ]);
  });

  test.each([
    [
      'cut off',
      bulk(OCCUPATION).slice(0, 4000),
      /xml-compilation\.xml, line \d+: is not well-formed XML \(.+\)\. Download it again\./,
    ],
    ['another root', '<html><body/></html>', /line 1: has the root <html>, not <ooh>/],
    ['without occupations', bulk(), /has no occupations/],
    ['empty', '', /has no occupations|not well-formed/],
    [
      'without years',
      changed('<current_year>2024</current_year>\n', '', bulk(OCCUPATION)),
      /has no current_year before its first occupation/,
    ],
    ['a part renamed', OCCUPATION.replace(/(<\/?)pay>/g, '$1wages>'), /"Lantern Keepers": lacks the part "pay"/],
    [
      'a title renamed',
      changed('"string">Pay<', '"string">Wages<', OCCUPATION),
      /section "Lantern Keepers: pay", line \d+, "Wages": is no section title known/,
    ],
    [
      'a heading renamed',
      changed('<h3>Advancement', '<h3>Promotion', OCCUPATION),
      /section "Lantern Keepers: How to Become a Lantern Keeper", line \d+, "Promotion"/,
    ],
    [
      'a quick fact missing',
      OCCUPATION.replace(/<qf_number_of_jobs>[\s\S]*<\/qf_number_of_jobs>/, ''),
      /lacks qf_number_of_jobs\/value/,
    ],
    [
      'a code that is none of the SOC',
      changed('<soc_code>51-0002<', '<soc_code>51-002<', OCCUPATION),
      /section "Lantern Keepers: soc_coverage", line \d+, "51-002": is not a SOC code/,
    ],
    [
      'years that contradict',
      changed('<projection_year>2034', '<projection_year>2033', bulk(OCCUPATION)),
      /states 2033 and 2034 as its projected year/,
    ],
  ])('refuses a file that is %s', async (_what, xml, message) => {
    expect(await refusalOf(xml.includes('<ooh>') || !xml.includes('<occupation>') ? xml : bulk(xml))).toMatch(message);
  });
});
