import { fromHtml } from 'hast-util-from-html';
import { assemble } from './assemble.js';
import { fold, textOf } from './clean.js';
import { dateOf } from './dates.js';
import { PART_LAYOUT } from './headings.js';
import { type Leaf, type Occupation, readOccupations } from './occupations.js';
import { type Part, partOf } from './part.js';
import { PARTS, type PartName, type Statement } from './profile.js';
import type { PrintedFacts } from './quick-facts.js';
import { type Reading, Report } from './report.js';

const SITE = 'https://www.bls.gov/ooh/';
const ADDRESS = /https:\/\/www\.bls\.gov\/ooh\/([a-z-]+)\/([a-z0-9-]+)\.htm/;

const SOC_CODE = /^\d\d-\d{4}$/;

/**
 * Reads the profiles of `xml-compilation.xml`, one at a time.
 *
 * @param chunks the file's bytes
 * @param file its name, for messages
 * @throws ImportError where the file is not the bulk edition or is cut off, or at the first profile with errors
 */
export async function* readBulk(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Reading, void, void> {
  let payYear = 0;
  for await (const occupation of readOccupations(chunks, file)) {
    const reading = readOccupation(occupation, file, payYear);
    // Pay is of one year in the whole file, and a profile may state none, or an older wage.
    payYear = reading.profile.edition?.payYear ?? payYear;
    yield reading;
  }
}

/** @param payYear that of the profiles before it */
function readOccupation(occupation: Occupation, file: string, payYear: number): Reading {
  const text = (path: string) => fold(occupation.leaves.get(path)?.[0]?.text ?? '');
  const title = text('title');
  const report: Report = new Report(file, title);
  if (title === '') report.refuse(null, occupation.line, 'is an occupation without a title');
  const [url = null, group = null, slug] = ADDRESS.exec(text('citation')) ?? [];
  const codes = codesOf(occupation, report);
  const base = url ?? SITE;
  return assemble(
    {
      slug: slug ?? slugOf(title),
      url,
      group,
      title,
      singularTitle: text('occupation_name_short_singular') || null,
      summary: textOf(fromHtml(text('description'), { fragment: true })),
      occupationCodes: codes.length > 0 ? codes : null,
      years: occupation.years,
      payYearAtLeast: Math.max(occupation.years.baseYear, payYear),
      lastModified: dateOf(occupation.lastUpdated),
      videoUrl: text('video_link') || null,
      facts: factsOf(occupation, report),
      parts: partsOf(occupation, base, report),
      summaries: summariesOf(occupation, base, report),
    },
    report,
  );
}

function codesOf({ leaves }: Occupation, report: Report): readonly string[] {
  return (leaves.get('soc_coverage/soc_code') ?? []).flatMap(({ text, line }) => {
    const code = fold(text);
    if (code !== '' && !SOC_CODE.test(code)) report.fault('soc_coverage', line, 'is not a SOC code', code);
    return code === '' ? [] : [code];
  });
}

const slugOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function partsOf({ leaves, line }: Occupation, base: string, report: Report): ReadonlyMap<PartName, Part> {
  const parts = new Map<PartName, Part>();
  for (const name of PARTS) {
    const { element, heading: expected } = PART_LAYOUT[name];
    const body = leaves.get(`${element}/section_body`)?.[0];
    const heading = leaves.get(`${element}/section_title`)?.[0];
    if (body === undefined) continue;
    if (heading === undefined || !expected.test(fold(heading.text))) {
      report.fault(element, heading?.line ?? line, 'is no section title known of this element', heading?.text ?? '');
      continue;
    }
    parts.set(
      name,
      htmlPart(name, fold(heading.text), [body, ...(leaves.get(`${element}/section_datatable`) ?? [])], base, report),
    );
  }
  return parts;
}

function summariesOf({ leaves }: Occupation, base: string, report: Report): readonly Part[] {
  return PARTS.flatMap((name) => {
    const { summary, element } = PART_LAYOUT[name];
    const leaf = summary === null ? undefined : leaves.get(summary)?.[0];
    const heading = fold(leaves.get(`${element}/section_title`)?.[0]?.text ?? '');
    return leaf === undefined ? [] : [htmlPart(name, heading, [leaf], base, report)];
  });
}

/** The HTML of the leaves as one part: the line breaks between them keep the lines right. */
function htmlPart(name: PartName, heading: string, leaves: readonly Leaf[], base: string, report: Report): Part {
  const firstLine = leaves[0]?.line ?? 1;
  let html = '';
  for (const { text, line } of leaves) {
    const reached = firstLine + html.split('\n').length - 1;
    html += '\n'.repeat(Math.max(line - reached, 0)) + text;
  }
  return partOf({ name, heading, nodes: fromHtml(html, { fragment: true }).children, base, firstLine, report });
}

/** Null for a profile without quick facts, such as that of military careers. */
function factsOf({ leaves, line }: Occupation, report: Report): PrintedFacts | null {
  if (![...leaves.keys()].some((path) => path.startsWith('quick_facts/'))) return null;
  const leaf = (name: string, of = 'value') => leaves.get(`quick_facts/${name}/${of}`)?.[0];
  const fact = (name: string): Statement => {
    const found = leaf(name);
    if (found === undefined) report.fault('quick_facts', line, `lacks ${name}/value`);
    return { printed: fold(found?.text ?? ''), section: name, line: found?.line ?? line };
  };
  const wage = (name: string, unit: string) => {
    const value = fold(leaf(name)?.text ?? '').replace(/^\$/, '');
    return value === '' ? [] : [`$${value} per ${unit}`];
  };
  const outlook = fact('qf_employment_outlook');
  const description = fold(leaf('qf_employment_outlook', 'description')?.text ?? '');
  return {
    pay: {
      printed: [...wage('qf_median_pay_annual', 'year'), ...wage('qf_median_pay_hourly', 'hour')].join(' '),
      section: 'qf_median_pay_annual',
      line: (leaf('qf_median_pay_annual') ?? leaf('qf_median_pay_hourly'))?.line ?? line,
    },
    entryLevelEducation: fact('qf_entry_level_education'),
    workExperience: fact('qf_work_experience'),
    onTheJobTraining: fact('qf_on_the_job_training'),
    jobs: fact('qf_number_of_jobs'),
    outlook: { ...outlook, printed: description === '' ? outlook.printed : `${outlook.printed} (${description})` },
    employmentChange: fact('qf_employment_openings'),
  };
}
