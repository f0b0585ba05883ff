import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { assemble } from './assemble.js';
import { find, fold, hasClass, isElement, textOf, withId } from './clean.js';
import { dateOf } from './dates.js';
import { PART_LAYOUT } from './headings.js';
import { type Part, partOf } from './part.js';
import { type Edition, PARTS, type PartName, type Statement } from './profile.js';
import type { PrintedFacts } from './quick-facts.js';
import { type Reading, Report } from './report.js';
import { cellsOf, rowsOf } from './tables.js';

const ADDRESS = /^https:\/\/www\.bls\.gov\/ooh\/([a-z-]+)\/([a-z0-9-]+)\.htm$/;
const isCanonical = ({ tagName, properties: { rel } }: Element) =>
  tagName === 'link' && Array.isArray(rel) && rel.includes('canonical');
const isDescription = ({ tagName, properties }: Element) => tagName === 'meta' && properties.name === 'description';
/** Parts of a page that are the same in each and are not read. */
const NOT_READ = ['Summary', 'state-area-data'];

/**
 * Reads a page of the Handbook.
 *
 * @param file its name, for messages
 * @throws ImportError where it is no whole profile, with each fault, its heading and line
 */
export function readPage(html: string, file: string): Reading {
  const report: Report = new Report(file);
  if (html.trim() === '') report.refuse(null, null, 'is empty. Download it again.');
  const page = fromHtml(html);
  const link = find(page, isCanonical);
  const canonical = String(link?.properties.href ?? '');
  const [, group = null, slug] = ADDRESS.exec(canonical) ?? [];
  const panes = find(page, withId('panes'));
  if (slug === undefined) {
    report.refuse(
      null,
      link?.position?.start.line ?? 1,
      'is not the address of a profile of the Occupational Outlook Handbook',
      canonical,
    );
  }
  if (panes === null) report.refuse(null, null, 'has an address of the Handbook, but is no profile: it has no tabs');
  if (!/<\/html>\s*$/.test(html))
    report.refuse(null, html.split('\n').length, 'ends before </html>. Download it again.');

  const title = textOf(find(page, ({ tagName }) => tagName === 'h1') ?? page);
  const summary = fold(String(find(page, isDescription)?.properties.content ?? ''));
  const facts = factsOf(panes, report);
  return assemble(
    {
      slug,
      url: canonical,
      group,
      title,
      singularTitle: null,
      summary,
      occupationCodes: null,
      years: facts?.years ?? {},
      payYearAtLeast: null,
      lastModified: lastModifiedOf(page, report),
      videoUrl: videoOf(panes),
      facts: facts?.printed ?? null,
      parts: partsOf(panes, canonical, report),
      summaries: summariesOf(panes, canonical, report),
    },
    report,
  );
}

function partsOf(panes: Element, base: string, report: Report): ReadonlyMap<PartName, Part> {
  const parts = new Map<PartName, Part>();
  for (const tab of panes.children.filter((child) => isElement(child, 'div')) as Element[]) {
    const content = tab.children.find((child) => isElement(child, 'article')) ?? tab;
    if (!isElement(content)) continue;
    const h2 = content.children.find((child) => isElement(child, 'h2'));
    const line = tab.position?.start.line ?? null;
    if (!isElement(h2)) {
      report.fault(null, line, 'is a tab without a heading', String(tab.properties.id ?? ''));
      continue;
    }
    const id = String(h2.properties.id ?? '');
    const heading = textOf(h2.children.find((child) => isElement(child, 'span')) ?? h2);
    if (NOT_READ.includes(id)) continue;
    const name = PARTS.find((part) => PART_LAYOUT[part].id === id);
    if (name === undefined || !PART_LAYOUT[name].heading.test(heading)) {
      report.fault(null, line, `is no heading known of a tab (id "${id}")`, heading);
    } else {
      parts.set(name, partOf({ name, heading, nodes: content.children, base, firstLine: 1, report }));
    }
  }
  return parts;
}

/** The summary's paragraphs on what they do, work environment, how to become one, pay and outlook. */
function summariesOf(panes: Element, base: string, report: Report): readonly Part[] {
  const content = find(panes, withId('center-content'));
  if (content === null) return [];
  const headings = content.children.flatMap((child, index) => (isElement(child, 'h3') ? [index] : []));
  return headings.flatMap((start, index): Part[] => {
    const heading = textOf(content.children[start] as Element);
    const name = PARTS.find((part) => PART_LAYOUT[part].summary !== null && PART_LAYOUT[part].heading.test(heading));
    if (name === undefined) return [];
    const nodes = content.children.slice(start, headings[index + 1]);
    return [partOf({ name, heading, nodes, base, firstLine: 1, report })];
  });
}

const FACTS: readonly (readonly [keyof PrintedFacts, RegExp])[] = [
  ['pay', /^(?<payYear>\d{4}) Median Pay$/],
  ['entryLevelEducation', /^Typical Entry-Level Education$/],
  ['workExperience', /^Work Experience in a Related Occupation$/],
  ['onTheJobTraining', /^On-the-job Training$/],
  ['jobs', /^Number of Jobs, (?<baseYear>\d{4})$/],
  ['outlook', /^Job Outlook, \d{4}[–-]\d{2,4}$/],
  ['employmentChange', /^Employment Change, \d{4}[–-]\d{2,4}$/],
];

function factsOf(panes: Element, report: Report): { printed: PrintedFacts; years: Partial<Edition> } | null {
  const table = find(panes, withId('quickfacts'));
  if (table === null) return null;
  const section = 'Quick Facts';
  const rows = rowsOf(table, 'tbody');
  const printed: Partial<Record<keyof PrintedFacts, Statement>> = {};
  const years: Record<string, string> = {};
  for (const [index, [name, label]] of FACTS.entries()) {
    const [heading = '', value = ''] = rows[index] === undefined ? [] : cellsOf(rows[index]).map(textOf);
    const line = (rows[index] ?? table).position?.start.line ?? 1;
    const match = label.exec(heading);
    if (match === null) report.fault(section, line, `is not the fact expected in place ${index + 1}`, heading);
    Object.assign(years, match?.groups);
    printed[name] = { printed: value, section: heading, line };
  }
  for (const row of rows.slice(FACTS.length)) {
    report.fault(section, row.position?.start.line ?? null, 'is a fact that this importer does not know', textOf(row));
  }
  report.end();
  const { baseYear, payYear } = years;
  return { printed: printed as PrintedFacts, years: { baseYear: Number(baseYear), payYear: Number(payYear) } };
}

function lastModifiedOf(page: Root, report: Report): string | null {
  const element = find(page, (paragraph) => hasClass(paragraph, 'update'));
  if (element === null) report.refuse(null, null, 'has no "Last Modified Date". Download it again.');
  const printed = textOf(element).replace('Last Modified Date:', '').trim();
  const date = dateOf(printed);
  if (date === null) report.fault('Last Modified Date', element.position?.start.line ?? null, 'is not a date', printed);
  return date;
}

function videoOf(panes: Element): string | null {
  const id = find(panes, (element) => hasClass(element, 'youtube-player'))?.properties.dataId;
  return typeof id === 'string' && id !== '' ? `https://www.youtube.com/watch?v=${encodeURIComponent(id)}` : null;
}
