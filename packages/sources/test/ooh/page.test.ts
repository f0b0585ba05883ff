import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/ooh/page.js';
import { changed, FILE, PAGE } from './fixture.js';

const { profile, notices } = readPage(PAGE, FILE);

const lineOf = (text: string) => PAGE.slice(0, PAGE.indexOf(text)).split('\n').length;
const markdown = (part: string, kind: string) =>
  profile.sections.find((section) => section.part === part && section.kind === kind)?.markdown;

describe('a page of the Handbook', () => {
  test('says what it is about', () => {
    expect(profile).toMatchObject({
      slug: 'lantern-keepers',
      url: 'https://www.bls.gov/ooh/production/lantern-keepers.htm',
      group: 'production',
      title: 'Lantern Keepers',
      singularTitle: 'Lantern Keeper',
      summary: 'Lantern keepers light and mend lanterns.',
      occupationCodes: ['51-0001', '51-0002'],
      edition: { baseYear: 2024, projectedYear: 2034, payYear: 2024 },
      lastModified: '2025-08-28',
      videoUrl: 'https://www.youtube.com/watch?v=abc-123',
    });
    expect(notices).toEqual([]);
  });

  test('becomes sections, each with its heading', () => {
    expect(profile.sections.map(({ part, kind, heading }) => [part, kind, heading])).toEqual([
      ['WHAT_THEY_DO', 'SUMMARY', null],
      ['WORK_ENVIRONMENT', 'SUMMARY', null],
      ['WHAT_THEY_DO', 'INTRODUCTION', null],
      ['WHAT_THEY_DO', 'DUTIES', 'Duties'],
      ['WORK_ENVIRONMENT', 'INTRODUCTION', null],
      ['WORK_ENVIRONMENT', 'INJURIES', 'Injuries and Illnesses'],
      ['WORK_ENVIRONMENT', 'SCHEDULES', 'Work Schedules'],
      ['HOW_TO_BECOME_ONE', 'INTRODUCTION', null],
      ['HOW_TO_BECOME_ONE', 'EDUCATION', 'Education'],
      ['HOW_TO_BECOME_ONE', 'LICENSES', 'Licenses, Certifications, and Registrations'],
      ['HOW_TO_BECOME_ONE', 'QUALITIES', 'Important Qualities'],
      ['HOW_TO_BECOME_ONE', 'ADVANCEMENT', 'Advancement'],
      ['PAY', 'INTRODUCTION', null],
      ['OUTLOOK', 'INTRODUCTION', null],
      ['OUTLOOK', 'EMPLOYMENT', 'Employment'],
      ['MORE_INFORMATION', 'INTRODUCTION', null],
      ['MORE_INFORMATION', 'CAREER_ONE_STOP', 'CareerOneStop'],
      ['MORE_INFORMATION', 'ONET', 'O*NET'],
    ]);
  });

  test('keeps links, lists and tables as Markdown, and no tag, entity or deleted word', () => {
    expect(markdown('WHAT_THEY_DO', 'INTRODUCTION')).toBe(
      'Lantern keepers light and mend lanterns for [wick sellers](https://www.bls.gov/ooh/sales/wick-sellers.htm).',
    );
    expect(markdown('WHAT_THEY_DO', 'DUTIES')).toBe(`Lantern keepers typically do the following:

- Trim wicks & fill oil
- Walk the [evening route](https://example.org/route)

The two kinds are these:

**_Harbor keepers_** mind the pier lights. They _row_ out at night.

Hill keepers—seldom seen—climb to the beacons.

A **warden** counts them.`);
    expect(markdown('WORK_ENVIRONMENT', 'INTRODUCTION')).toContain('| Harbors; public | 61% |\n| Inns | 22 |');
    expect(markdown('HOW_TO_BECOME_ONE', 'EDUCATION')).toBe('No diploma is asked for.');
    expect(JSON.stringify(profile)).not.toMatch(/<\/?\w+[^>]*>|&#?\w+;|About this section|javascript|caption/i);
  });

  test('joins a word that the page splits, and drops a space before a comma and an escape that is not needed', () => {
    const html = changed(
      '<a href="/ooh/sales/wick-sellers.htm" title="Wick Sellers"><span class="underline">wick sellers</span></a>.',
      `<a href="/ooh/sales/wick-sellers.htm">w<span class="underline">ick selle</span></a><span class="underline">r</span>
       or <a href="https://wick.example/">Wick.example</a>to <em>at a shop</em> , in R&amp;D, and for &amp;lt;.`,
    );
    expect(readPage(html, FILE).profile.description).toBe(
      'Lantern keepers light and mend lanterns for [wick seller](https://www.bls.gov/ooh/sales/wick-sellers.htm) or [Wick.example](https://wick.example/)to _at a shop_, in R&D, and for \\&lt;.',
    );
  });

  test('gives a quality that the page lists twice once, and reports it', () => {
    const again = '<p><em>Good eyesight.</em> Dusk comes early.</p>';
    const reading = readPage(changed(again, `${again}\n<p><em>Steady hands.</em> Again.</p>`), FILE);
    expect(reading.profile.qualities.map(({ name, markdown: text }) => [name, text])).toEqual([
      ['Steady hands', 'Oil must not be spilled.'],
      ['Good eyesight', 'Dusk comes early.'],
    ]);
    expect(reading.notices.map(({ section, message }) => [section, message])).toEqual([
      ['Important Qualities', 'lists "Steady hands" twice; the first is kept'],
    ]);
  });

  test('gives duties, specialties and qualities one by one', () => {
    expect(profile.duties).toEqual([
      {
        lead: 'Lantern keepers typically do the following:',
        items: ['Trim wicks & fill oil', 'Walk the [evening route](https://example.org/route)'],
        section: 'Duties',
        line: lineOf('<ul>\n<li>Trim'),
      },
    ]);
    expect(profile.specialties.map(({ name, markdown }) => [name, markdown])).toEqual([
      ['Harbor keepers', '**_Harbor keepers_** mind the pier lights. They _row_ out at night.'],
      ['Hill keepers', 'Hill keepers—seldom seen—climb to the beacons.'],
      ['warden', 'A **warden** counts them.'],
    ]);
    expect(profile.qualities.map(({ name, markdown }) => [name, markdown])).toEqual([
      ['Steady hands', 'Oil must not be spilled.'],
      ['Good eyesight', 'Dusk comes early.'],
    ]);
  });

  test('gives a specialty the list that it leads to, unless that is a list of specialties', () => {
    const before = '<p>A <strong>warden</strong> counts them.</p>';
    const painters = '<p><strong>Painters</strong> paint:</p>\n<ul><li>Piers</li><li>Poles</li></ul>';
    const divers =
      '<p><strong>Divers</strong> swim. The following are divers:</p>\n<ul><li><strong>Pearl divers</strong> seek pearls.</li></ul>';
    const { specialties, description } = readPage(changed(before, `${before}\n${painters}\n${divers}`), FILE).profile;
    expect(specialties.slice(3).map(({ markdown }) => markdown)).toEqual([
      '**Painters** paint:\n\n- Piers\n- Poles',
      '**Divers** swim.',
      '**Pearl divers** seek pearls.',
    ]);
    expect(description).toBe(profile.description);
  });

  test('leaves out a reference to a table that is not in the text', () => {
    const html = changed('<p>Keepers learn from other keepers.</p>', '<p>How they learn varies (see table).</p>');
    expect(readPage(html, FILE).profile.sections.map((each) => each.markdown)).toContain('How they learn varies.');
  });

  test('describes what they do without duties, specialties and the sentences that lead to them', () => {
    expect(profile.description).toBe(
      'Lantern keepers light and mend lanterns for [wick sellers](https://www.bls.gov/ooh/sales/wick-sellers.htm).',
    );
    const lead = '<p>Some keepers sing. Wardens typically do the following:</p>\n<ul><li>Count</li></ul>\n';
    const after = '<p>All of them sleep late.</p>\n';
    const html = changed('<p>The two kinds are these:</p>', `${lead}${after}<p>The two kinds are these:</p>`);
    const { description, duties } = readPage(html, FILE).profile;
    expect(description?.split('\n\n').slice(1)).toEqual(['Some keepers sing.', 'All of them sleep late.']);
    expect(duties.map(({ lead: sentence, items }) => [sentence, items])[1]).toEqual([
      'Wardens typically do the following:',
      ['Count'],
    ]);
  });

  test('describes the work environment without the table of employers', () => {
    expect(profile.workEnvironment.text).toMatch(
      /^Lantern keepers held about 1\.2 million jobs in 2024\. .*\| 400,000 \|$/s,
    );
  });

  test('keeps each figure as printed, with its heading and line', () => {
    const { quickFacts, workEnvironment, pay, outlook } = profile;
    expect(quickFacts?.medianPayUsdPerYear).toEqual({
      printed: '$41,230 per year',
      value: 41230,
      bound: 'EXACT',
      roundedTo: null,
      section: '2024 Median Pay',
      line: lineOf('<tr>\n<th scope="row"><a href="#TB_inline" class="thickbox noprint">\t2024     Median'),
    });
    expect(quickFacts).toMatchObject({
      medianPayUsdPerHour: { printed: '$19.82 per hour', value: 19.82 },
      workExperience: { printed: '5 years or more' },
      jobs: { value: 1200000 },
      outlookPercent: { printed: '-3%', value: -3 },
      outlook: 'Decline',
      employmentChange: { value: -36000 },
    });
    expect(workEnvironment.jobs).toEqual([
      {
        subject: 'Lantern keepers',
        year: 2024,
        jobs: {
          printed: '1.2 million',
          value: 1200000,
          bound: 'ABOUT',
          roundedTo: 100000,
          section: 'Work Environment',
          line: lineOf('<p>Lantern keepers held'),
        },
      },
    ]);
    expect(workEnvironment.occupations.map(({ name, value }) => [name, value])).toEqual([
      ['Harbor keepers', 800000],
      ['Hill keepers', 400000],
    ]);
    expect(workEnvironment.employers[0]?.rows.map(({ industry, percent }) => [industry, percent.value])).toEqual([
      ['Harbors; public', 61],
      ['Inns', 22],
    ]);
    expect(pay.wages).toMatchObject([
      {
        subject: 'lantern keepers',
        unit: 'USD_PER_YEAR',
        period: '2024-05',
        median: { value: 41230 },
        p10: { value: 30010 },
        p90: { value: 62500 },
      },
    ]);
    expect(pay.tables).toMatchObject([
      {
        by: 'INDUSTRY',
        statistic: 'P50',
        period: '2024-05',
        rows: [
          { name: 'Harbors; public', value: 44100, bound: 'EXACT' },
          { name: 'Inns', printed: '239,200 or more', value: 239200, bound: 'AT_LEAST' },
        ],
      },
    ]);
    expect(pay.chart.map(({ name, value }) => [name, value])).toEqual([
      ['Production occupations', 45000],
      ['Lantern keepers', 41230],
    ]);
    expect(outlook).toMatchObject({
      growth: { subject: 'lantern keepers', percent: { value: -3 }, comparison: null },
      openingsPerYear: { printed: '90,100', value: 90100, bound: 'ABOUT' },
      table: [
        { title: 'Lantern keepers', code: null, total: true, change: { value: -36000 } },
        {
          title: 'Harbor keepers',
          code: '51-0001',
          total: false,
          baseJobs: { value: 800000 },
          projectedJobs: { value: 784000 },
          percent: { value: -2 },
        },
        { title: 'Hill keepers', code: '51-0002', total: false },
      ],
    });
  });

  test('names similar occupations, contacts and O*NET occupations', () => {
    expect(profile.similar).toMatchObject([
      {
        slug: 'wick-sellers',
        title: 'Wick Sellers',
        url: 'https://www.bls.gov/ooh/sales/wick-sellers.htm',
        duties: 'Wick sellers sell wicks.',
        entryLevelEducation: { printed: 'High school diploma or equivalent' },
        medianPayUsdPerYear: { value: 38000, bound: 'EXACT' },
      },
      { slug: 'beacon-judges', medianPayUsdPerYear: { value: 239200, bound: 'AT_LEAST' } },
    ]);
    expect(profile.contacts.map(({ name, url, about }) => [name, url, about])).toEqual([
      ['Society of Oil', 'https://oil.example.org/', 'For more about oil, visit'],
      ['Harbor Office', 'https://harbor.example.org/', 'For a license, ask the Harbor Office.'],
    ]);
    expect(profile.references.map(({ name, url, about }) => [name, url, about])).toEqual([
      ['Lantern Keepers', 'https://www.careeronestop.org/v', 'For a career video, visit'],
    ]);
    expect(profile.onetOccupations).toMatchObject([
      { code: '51-0001.00', title: 'Harbor Keepers', url: 'https://www.onetonline.org/link/summary/51-0001.00' },
    ]);
  });
});
