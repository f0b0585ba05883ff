import { ImportError } from '@careergraph/extract';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/ooh/page.js';
import { changed, FILE, PAGE } from './fixture.js';

function refusalOf(html: string): string {
  try {
    readPage(html, FILE);
  } catch (error) {
    if (error instanceof ImportError) return error.message;
    throw error;
  }
  throw new Error('The page was not refused.');
}

const lineOf = (html: string, text: string) => html.slice(0, html.indexOf(text)).split('\n').length;

describe('refused with file and place', () => {
  test('an empty page', () => {
    expect(refusalOf(' \n')).toContain('lantern-keepers.html: is empty. Download it again.');
  });

  test.each([
    ['in the middle', PAGE.slice(0, PAGE.length / 2)],
    ['after the last part', PAGE.slice(0, PAGE.indexOf('<p class="update">'))],
  ])('a page that was cut off %s', (_where, html) => {
    expect(refusalOf(html)).toContain(`line ${html.split('\n').length}: ends before </html>. Download it again.`);
  });

  test('a page of another site', () => {
    const html = changed('https://www.bls.gov/ooh/production/lantern-keepers.htm', 'https://example.org/lanterns');
    expect(refusalOf(html)).toContain(
      '"https://example.org/lanterns": is not the address of a profile of the Occupational',
    );
    expect(refusalOf('<html><body><h1>Access Denied</h1></body></html>')).toContain('is not the address of a profile');
  });

  test('a page whose quick facts and sentences are about wages of different years', () => {
    const html = changed('was $41,230 in May 2024.', 'was $41,230 in May 2025.');
    expect(refusalOf(html)).toContain('states wages of 2025, after those of 2024');
  });

  test('another page of the Handbook', () => {
    const html = changed('<div id="panes">', '<div>');
    expect(refusalOf(html)).toContain('has an address of the Handbook, but is no profile: it has no tabs');
  });

  test.each([
    [
      'of a tab',
      '    Work Environment</span>',
      '    Surroundings</span>',
      'is no heading known of a tab (id "work-environment")',
    ],
    ['of a tab, by its id', '<h2 id="pay">', '<h2 id="wages">', 'is no heading known of a tab (id "wages")'],
    [
      'of a section',
      '<h3>Education</h3>',
      '<h3>Schooling</h3>',
      '"Schooling": is no heading known in this part (education; ',
    ],
    ['of the duties', '<h3>Duties</h3>', '<h3>Tasks</h3>', '"Tasks": is no heading known in this part (duties; '],
    ['of a quick fact', 'On-the-job Training', 'Training', '"Training": is not the fact expected in place 4'],
  ])('a heading renamed: that %s', (_which, from, to, message) => {
    const html = changed(from, to);
    const refusal = refusalOf(html);
    expect(refusal).toContain(message);
    expect(refusal).toMatch(new RegExp(`${FILE}, .*line \\d+`));
  });

  test('a part that is missing', () => {
    const start = PAGE.indexOf('\n<div id="tab-5"');
    const html = PAGE.slice(0, start) + PAGE.slice(PAGE.indexOf('\n<div id="tab-6"'));
    expect(refusalOf(html)).toContain('lantern-keepers.html: lacks the part "pay"');
  });

  test('a required section that is missing', () => {
    const html = changed('<h3>Employment</h3>\n<p>Electric light spreads.</p>', '');
    expect(refusalOf(html)).toContain('lantern-keepers.html: lacks the section EMPLOYMENT');
  });

  test.each([
    [
      'headings of the outlook table',
      '<th>Employment, 2024</th><th>Projected Employment, 2034</th>',
      '<th>Projected Employment, 2034</th><th>Employment, 2024</th>',
      'section "Job Outlook", line LINE, "projected employment, 2034": is not the column expected in place 3',
    ],
    [
      'cells of the outlook table',
      '<td>800,000</td><td>784,000</td>',
      '<td>784,000</td><td>800,000</td>',
      'section "Job Outlook", line LINE, "784,000 | 800,000 | -2 | -16,000": does not add up',
    ],
    [
      'percent and number',
      '<td>-5</td><td>-20,000</td>',
      '<td>-20,000</td><td>-5</td>',
      'section "Job Outlook", line LINE, "400,000 | 380,000 | -20,000 | -5": does not add up',
    ],
    [
      'headings of the similar occupations',
      '<th>Occupation</th><th>Job Duties</th>',
      '<th>Job Duties</th><th>Occupation</th>',
      'section "Similar Occupations", line LINE, "job duties": is not the column expected in place 2',
    ],
    [
      'employers and shares',
      '<td>Inns</td>\n<td style="text-align:right;">\n  22\n</td>',
      '<td>22</td>\n<td>Inns</td>',
      'section "Work Environment", line LINE, "22 | Inns": should be a name, then a figure',
    ],
    [
      'industries and wages',
      '<td>Harbors; public</td>\n<td style="text-align:right;">\n  $44,100\n</td>',
      '<td>$44,100</td>\n<td>Harbors; public</td>',
      'section "Pay", line LINE, "$44,100 | Harbors; public": should be a name, then a figure',
    ],
  ])('columns swapped: %s', (_which, from, to, message) => {
    const html = changed(from, to);
    const row = html.slice(0, html.indexOf(to)).lastIndexOf('<t');
    const line = html.slice(0, row).split('\n').length;
    expect(refusalOf(html)).toMatch(
      new RegExp(message.replace(/[|$.+()]/g, '\\$&').replace('LINE', `(${line}|${line - 1})`)),
    );
  });

  test('every fault of a page at once', () => {
    const pay = changed('$41,230     per year <br>$19.82     per hour', 'a lot');
    const refusal = refusalOf(changed('<h3>Education</h3>', '<h3>Schooling</h3>', pay));
    expect(refusal).toContain('"Schooling": is no heading known');
    expect(refusal).toContain('section "2024 Median Pay", line 14, "a lot": is not a wage per year or hour');
    expect(refusal.split('\n')).toHaveLength(3);
  });
});

describe('reported and not refused', () => {
  const noticesOf = (html: string) => readPage(html, FILE).notices;

  test('a section that nearly all pages have', () => {
    const html = changed('<h3>Work Schedules</h3>\n<p>Nights, mostly.</p>', '');
    expect(noticesOf(html)).toMatchObject([
      { file: FILE, section: 'Lantern Keepers', message: 'has no section SCHEDULES' },
    ]);
  });

  test('a sentence on wages that is worded in another way', () => {
    const html = changed('The median annual wage for lantern keepers was', 'Half of them made');
    expect(noticesOf(html)).toMatchObject([
      {
        file: FILE,
        section: 'Pay',
        line: lineOf(html, '<article aria-labelledby="pay">'),
        message: 'has no sentence on the median wage',
      },
    ]);
  });
});
