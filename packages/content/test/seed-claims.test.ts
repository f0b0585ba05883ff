import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { haveSeeds, seedsDir, seedsSkipped } from '@careergraph/testkit/files';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { DocumentFile } from '../src/guides/schema.js';

/** Every figure of the two published pages is a claim, and every claim is on its page. */
const root = fileURLToPath(new URL('../../..', import.meta.url));

const PAGES = [
  { document: 'definitive-guide', file: '000_52c362a8d04a1f2a.txt' },
  { document: 'guide-2025', file: '001_b0ee5388e4392bb6.txt' },
];

/** Numbers that are no figures about the career. `lines` without an end stands for one line. */
const EXCEPTIONS: Record<string, { lines: [from: number, to?: number]; tokens: string[]; reason: string }[]> = {
  'definitive-guide': [
    {
      lines: [87, 91],
      tokens: ['10%', '25%', '50%', '75%', '90%'],
      reason: 'labels of the chart: each is the `statistic` of the claim on the bar, lines 82 to 86',
    },
    { lines: [150], tokens: ['5'], reason: 'heading "Top 5": how many rows follow' },
    { lines: [154], tokens: ['5'], reason: '"top 5": how many rows follow' },
    { lines: [161], tokens: ['2024'], reason: 'the release: the `period` of the claim on this line' },
    { lines: [166], tokens: ['1'], reason: 'number of a step' },
    { lines: [178], tokens: ['2'], reason: 'number of a step' },
    { lines: [192], tokens: ['3'], reason: 'number of a step' },
    { lines: [202], tokens: ['4'], reason: 'number of a step' },
    { lines: [318], tokens: ['2023'], reason: 'label of the bar on line 317: the `period` of its claim' },
    { lines: [320], tokens: ['2033'], reason: 'label of the bar on line 319: the `period` of its claim' },
  ],
  'guide-2025': [
    { lines: [1], tokens: ['2025'], reason: 'year in the title of the page' },
    { lines: [30, 31], tokens: ['2025'], reason: 'year in the title of the page' },
    { lines: [14, 24], tokens: ['1', '2', '3', '4', '5', '6'], reason: 'numbers of the steps' },
  ],
};

const AREAS = `AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware
DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky
LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana
NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio
OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah
VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|GU Guam|PR Puerto Rico|VI Virgin Islands`;
const areaNames = new Map(AREAS.split(/[|\n]/).map((entry) => [`US-${entry.slice(0, 2)}`, entry.slice(3)]));

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const word = WORDS.join('|');
/** A number in digits with its sign of dollar, thousands or percent, or in words before a unit of time. */
const NUMBER = new RegExp(
  `[+$]*\\d+(?:,\\d{3})*(?:\\.\\d+)?[K%]?|\\b(?:${word})(?: to (?:${word}))?[ -](?:year|month|week|day|hour|minute)s?\\b`,
  'gi',
);

/** The numbers in a printed figure: "$77K" is 77000, "five to eight years" is 5 and 8. */
function numbersIn(printed: string): number[] {
  return (printed.match(NUMBER) ?? []).flatMap((token) => {
    const digits = /\d[\d,]*(?:\.\d+)?/.exec(token)?.[0].replaceAll(',', '');
    if (digits !== undefined) return [Number(digits) * (token.endsWith('K') ? 1000 : 1)];
    return (token.toLowerCase().match(new RegExp(`\\b(?:${word})\\b`, 'g')) ?? []).map(
      (name) => WORDS.indexOf(name) + 1,
    );
  });
}

/** True where an occurrence of one of `printed` on the line spans from `start` to `end`. */
function covered(line: string, start: number, end: number, printed: string[]): boolean {
  return printed.some((text) => {
    for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1)) {
      if (at <= start && end <= at + text.length) return true;
    }
    return false;
  });
}

function readDocument(slug: string): DocumentFile {
  return parse(readFileSync(`${root}/packages/guides/documents/${slug}.yaml`, 'utf8')) as DocumentFile;
}

if (!haveSeeds) {
  test.skipIf(true)(`claims of the published pages${seedsSkipped}`, () => {});
} else {
  describe.each(PAGES)('$document', ({ document: slug, file }) => {
    const bytes = readFileSync(`${seedsDir}/${file}`);
    const lines = bytes.toString('utf8').split('\n');
    const document = readDocument(slug);
    const tableRows = document.stateWages?.rows ?? [];

    test('is about these bytes', () => {
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(document.sha256);
    });

    test('claims are found on their lines', () => {
      const missing = [
        ...document.claims.map(({ id, line, printed }) => ({ id, line, printed })),
        ...tableRows.map(({ area, line, printed }) => ({ id: area, line, printed })),
      ].filter(({ line, printed }) => !lines[line - 1]?.includes(printed));
      expect(missing).toEqual([]);
    });

    test('claim ids are unique', () => {
      const ids = document.claims.map(({ id }) => id);
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    });

    test('values are the numbers printed', () => {
      const wrong = document.claims
        .filter(({ unit }) => unit !== 'TEXT' && unit !== 'RANK')
        .map(({ id, printed, value, low, high }) => ({
          id,
          printed: numbersIn(printed),
          // "Up to one year" prints no lower limit.
          claimed: value === undefined ? [low, high].filter((end) => end !== 0 || /\b0/.test(printed)) : [value],
        }))
        .filter(({ printed, claimed }) => JSON.stringify(printed) !== JSON.stringify(claimed));
      expect(wrong).toEqual([]);
    });

    test('no figure of the page is without a claim', () => {
      const exceptions = EXCEPTIONS[slug] ?? [];
      const uncovered = lines.flatMap((text, index) => {
        const line = index + 1;
        const printed = [...document.claims, ...tableRows]
          .filter((claim) => claim.line === line)
          .map((claim) => claim.printed);
        return [...text.matchAll(NUMBER)]
          .filter(({ 0: token, index: at }) => !covered(text, at, at + token.length, printed))
          .map(({ 0: token }) => ({ line, token }))
          .filter(
            ({ token }) =>
              !exceptions.some(
                ({ lines: [from, to = from], tokens }) => from <= line && line <= to && tokens.includes(token),
              ),
          );
      });
      expect(uncovered).toEqual([]);
    });

    test('every exception is still needed', () => {
      const unused = (EXCEPTIONS[slug] ?? []).filter(({ lines: [from, to = from], tokens }) => {
        const found = lines.slice(from - 1, to).flatMap((text) => text.match(NUMBER) ?? []);
        return !tokens.every((token) => found.includes(token));
      });
      expect(unused).toEqual([]);
    });
  });

  describe('definitive-guide: the table of states', () => {
    const document = readDocument('definitive-guide');
    const lines = readFileSync(`${seedsDir}/${PAGES[0]?.file}`, 'utf8').split('\n');
    const table = document.stateWages;

    test('has the 53 rows of the page, each with its own area and value', () => {
      expect(table?.rows).toHaveLength(53);
      const read = table?.rows.map(({ area, line, value }) => ({ line, is: `${areaNames.get(area)}$${value}` }));
      const page = lines.map((text, index) => ({ line: index + 1, is: text.replaceAll(',', '') })).slice(95, 148);
      expect(read).toEqual(page);
    });

    test('says of every area without a row that it is absent', () => {
      const known = [...(table?.rows ?? []), ...(table?.absent ?? [])].map(({ area }) => area);
      expect(known.sort()).toEqual([...areaNames.keys()].sort());
      expect(table?.absent?.map(({ area }) => area)).toEqual(['US-CO']);
    });

    test('ranks the top 5 in the order printed, with the wages of the table', () => {
      const rank = (line: number) =>
        document.claims.find((claim) => claim.line === line && claim.measure === 'WAGE_RANK');
      const wage = (line: number) => document.claims.find((claim) => claim.line === line && claim.measure === 'WAGE');
      const printed = [156, 157, 158, 159, 160].map((line) => [rank(line)?.value, wage(line)?.area, wage(line)?.value]);
      const expected = [...(table?.rows ?? [])]
        .sort((a, b) => b.value - a.value)
        .slice(0, 5)
        .map(({ area, value }, index) => [index + 1, area, value]);
      expect(printed).toEqual(expected);
      expect([rank(152)?.value, rank(152)?.area, wage(152)?.value]).toEqual([1, 'US-CA', 90890]);
    });
  });
}
