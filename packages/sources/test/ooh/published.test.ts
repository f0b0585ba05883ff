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

  it('has every letter of what they do once, in the description, the duties, or the specialties', () => {
    for (const { profile, again } of read) {
      const { description, duties, specialties, sections, slug } = profile;
      const answered = [
        description ?? '',
        ...duties.flatMap(({ lead, items }) => [lead ?? '', ...items]),
        ...specialties.map(({ markdown }) => markdown),
      ].map((text) => lettersOf(plain(text)));
      const { letters, headings } = again.parts.WHAT_THEY_DO ?? { letters: '', headings: [] };
      const rest = without(letters, [...answered, ...headings.map(lettersOf), ...leadsLeftOut(sections, answered)]);
      expect(rest, slug).toBe('');
    }
  });

  it('has every letter of the work environment once, in its text, the employers, or the sentence that leads to them', () => {
    for (const { profile } of read) {
      const { text, employers } = profile.workEnvironment;
      const introduction = profile.sections.find(
        ({ part, kind }) => part === 'WORK_ENVIRONMENT' && kind === 'INTRODUCTION',
      );
      const tables = employers.flatMap(({ rows }) =>
        rows.map(({ industry, percent }) => lettersOf(`${industry}${percent.printed}`)),
      );
      const leads = employers.map(({ subject }) => lettersOf(`The largest employers of ${subject} were as follows`));
      const letters = lettersOf(plain(introduction?.markdown ?? ''));
      expect(without(letters, [...tables, ...leads, lettersOf(plain(text ?? ''))]), profile.slug).toBe('');
    }
  });

  it('has 187 organizations to contact in 99 pages, and 471 references', () => {
    const profiles = read.map(({ profile }) => profile);
    expect(profiles.flatMap(({ contacts }) => contacts)).toHaveLength(187);
    expect(profiles.filter(({ contacts }) => contacts.length > 0)).toHaveLength(99);
    expect(profiles.flatMap(({ references }) => references)).toHaveLength(471);
    for (const { profile, again } of read) {
      const { contacts, references, onetOccupations, slug } = profile;
      const urls = [...contacts, ...references, ...onetOccupations].map(({ url }) => url);
      expect(urls.sort(), slug).toEqual([...(again.parts.MORE_INFORMATION?.links ?? [])].sort());
      const isReference = (url: string) => /\/\/([a-z]+\.)?(careeronestop|bls|onetonline)\./.test(url);
      expect(contacts.map(({ url }) => url).filter(isReference), slug).toEqual([]);
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
      'lists "Collaboration skills" twice; the first is kept': 1,
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

/** The sentences that lead to specialties: they end a paragraph that is answered without them. */
function leadsLeftOut(sections: readonly Section[], answered: readonly string[]): readonly string[] {
  const all = answered.join('\n');
  return sections
    .filter(({ part, kind }) => part === 'WHAT_THEY_DO' && kind !== 'SUMMARY')
    .flatMap(({ markdown }) => markdown.split('\n\n'))
    .flatMap((paragraph) => {
      const text = plain(paragraph);
      if (/^ *- /.test(text) || all.includes(lettersOf(text))) return [];
      return (/(?:^|[.!?] )([^.!?]+[:.])$/.exec(text)?.slice(1) ?? [text]).map(lettersOf);
    })
    .filter((lead) => !all.includes(lead));
}

/** Which letters there are more often (or less, if negative) than in the pieces together. */
function without(letters: string, pieces: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  for (const letter of pieces.join('')) counts.set(letter, (counts.get(letter) ?? 0) - 1);
  return [...counts].flatMap(([letter, count]) => (count === 0 ? [] : [`${letter}${count}`])).join(' ');
}
