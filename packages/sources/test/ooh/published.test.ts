import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpack } from '@careergraph/extract';
import { dataDir, haveData, skipped } from '@careergraph/testkit/files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPage } from '../../src/ooh/page.js';
import type { Figure, Profile, Section } from '../../src/ooh/profile.js';
import { lettersOf, readAgain, type SecondReading } from './second-reader.js';

const ARCHIVE = join(dataDir, 'ooh', 'ooh-pages-2026-03.zip');

describe.skipIf(!haveData)(`the 342 published pages, read twice${skipped}`, () => {
  const read: { readonly profile: Profile; readonly again: SecondReading }[] = [];
  const notices = new Map<string, string[]>();
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ooh-'));
    for (const { path, name } of await unpack(ARCHIVE, folder)) {
      const html = await readFile(path, 'utf8');
      const reading = readPage(html, name);
      read.push({ profile: reading.profile, again: readAgain(html) });
      for (const { message } of reading.notices) notices.set(message, [...(notices.get(message) ?? []), name]);
    }
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('has the same headings, list items, links, table rows and letters in each part', () => {
    expect(read).toHaveLength(342);
    for (const { profile, again } of read) {
      for (const [part, counts] of Object.entries(again.parts)) {
        const sections = profile.sections.filter((section) => section.part === part && section.kind !== 'SUMMARY');
        expect(countsOf(sections), `${profile.slug}, ${part}`).toEqual(counts);
      }
    }
  });

  it('has the same quick facts, projections, employers, wages and similar occupations', () => {
    const printed = (row: readonly (Figure | string | null)[]) =>
      row.map((cell) => (typeof cell === 'string' ? cell : (cell?.printed ?? '—')));
    for (const { profile, again } of read) {
      const { quickFacts: facts, outlook, workEnvironment, pay, similar, slug } = profile;
      expect(
        facts === null
          ? []
          : [
              lettersOf(`${facts.medianPayUsdPerYear?.printed ?? ''}${facts.medianPayUsdPerHour?.printed ?? ''}`),
              facts.entryLevelEducation.printed,
              facts.workExperience.printed,
              facts.onTheJobTraining.printed,
              facts.jobs.printed,
              `${facts.outlookPercent.printed} (${facts.outlook})`,
              facts.employmentChange.printed,
            ],
        slug,
      ).toEqual(again.quickFacts.map((fact, index) => (index === 0 ? lettersOf(wages(fact)) : fact)));
      expect(
        outlook.table.map((row) =>
          printed([row.title, row.code, row.baseJobs, row.projectedJobs, row.percent, row.change]),
        ),
        slug,
      ).toEqual(again.outlookRows.map((row) => row.slice(0, 6)));
      expect(
        similar.map((row) => [
          row.title,
          plain(row.duties),
          row.entryLevelEducation.printed,
          row.medianPayUsdPerYear.printed,
        ]),
        slug,
      ).toEqual(again.similarRows.map((row) => row.slice(1)));
      if (slug === 'military-careers') continue;
      const employers = workEnvironment.employers.flatMap(({ rows }) => rows);
      const workRows = [
        ...workEnvironment.occupations.map((row) => printed([row.name, row])),
        ...employers.map(({ industry, percent }) => printed([industry, percent])),
      ];
      expect(workRows, slug).toEqual(again.workRows);
      const wageRows = pay.tables.flatMap(({ rows }) => rows);
      expect(
        wageRows.map((row) => printed([row.name, row])),
        slug,
      ).toEqual(again.wageRows);
    }
  });

  it('states in sentences what its tables state', () => {
    for (const { profile } of read) {
      const { quickFacts: facts, outlook, slug } = profile;
      if (facts === null) continue;
      const [first] = outlook.table;
      expect([first?.baseJobs.value, first?.percent.value, first?.change.value], slug).toEqual([
        facts.jobs.value,
        facts.outlookPercent.value,
        facts.employmentChange.value,
      ]);
      expect(outlook.growth?.percent?.value ?? 0, slug).toBe(
        outlook.growth?.percent === null ? 0 : facts.outlookPercent.value,
      );
      expect(outlook.openingsPerYear?.value, slug).toBeGreaterThan(0);
    }
  });

  it('has no tag, entity, navigation or help in any value', () => {
    for (const { profile } of read) {
      const text = JSON.stringify(profile);
      expect(
        text.match(/<\/?[a-z][^>]*>|&#?\w+;|About this section|empty heading|TB_inline|enable javascript/i),
        profile.slug,
      ).toBe(null);
      expect(text.match(/\]\((?!https?:|mailto:)/), profile.slug).toBe(null);
    }
  });

  it('reports what a page lacks', () => {
    expect(Object.fromEntries([...notices].map(([message, names]) => [message, names.length]))).toEqual({
      'has no contacts besides O*NET': 58,
      'has no section SCHEDULES': 4,
      'has no table of wages by industry': 4,
      'has no sentence on the median wage': 2,
      'has no table of the largest employers': 2,
      'has a table of a kind that is only read as text': 2,
      'states no median pay': 1,
      'has no number of jobs': 1,
      'has no number of openings': 1,
      'has no quick facts': 1,
      'has no section ONET': 1,
      'has no sentence on growth': 1,
      'has no table of occupations': 1,
      'has no table of projections': 1,
    });
  });
});

/** Of `This wage is equal to or greater than $239,200 per year or …` the wages alone. */
const wages = (fact: string) => [...fact.matchAll(/\$[\d,.]*\d +per (year|hour)/g)].map(([wage]) => wage).join('');

/** Markdown without what marks links, emphasis, lists and escapes. */
function plain(markdown: string): string {
  return markdown
    .replace(/\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)/g, ']')
    .replace(/(?<!\\)[*[\]]|(?<![\p{L}\p{N}\\])_|_(?![\p{L}\p{N}])/gu, '')
    .replace(/\\(?=[^\w\s])/g, '');
}

function countsOf(sections: readonly Section[]): SecondReading['parts'][string] {
  const markdown = sections.map((section) => section.markdown).join('\n');
  const withHeadings = sections.map((section) => `${section.heading ?? ''}\n${section.markdown}`).join('\n');
  return {
    headings: sections.flatMap(({ heading }) => heading ?? []),
    listItems: [...markdown.matchAll(/^ *- /gm)].length,
    links: [...markdown.matchAll(/\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/g)].map(([, url]) =>
      (url ?? '').replace(/\\(?=[^\w\s])/g, ''),
    ),
    // A table without a heading has an empty one in Markdown; a line below it is no row either.
    tableRows: [...markdown.matchAll(/^\|.*$/gm)].filter(([row]) => /[^|\s-]/.test(row)).length,
    letters: lettersOf(plain(withHeadings)),
  };
}
