import { codesOfProfile } from '@careergraph/domain';
import { isElement } from './clean.js';
import { EXPECTED, PART_LAYOUT, REQUIRED } from './headings.js';
import { markdownOf } from './markdown.js';
import { moreInformationOf } from './more-information.js';
import { isOutlookTable, outlookOf } from './outlook.js';
import type { Part } from './part.js';
import { payOf } from './pay.js';
import { type Edition, PARTS, type PartName, type Pay, type Profile, type Section } from './profile.js';
import { qualitiesOf, singularTitleOf } from './qualities.js';
import { type PrintedFacts, quickFactsOf } from './quick-facts.js';
import type { Reading, Report } from './report.js';
import { sectionsOf } from './sections.js';
import { similarOf } from './similar.js';
import { descriptionOf, dutiesOf, specialtiesOf } from './what-they-do.js';
import { workEnvironmentOf } from './work-environment.js';

/** A profile on its way from either edition. */
export interface ProfileSource {
  readonly slug: string;
  readonly url: string | null;
  readonly group: string | null;
  readonly title: string;
  /** As the bulk file states it; null if it follows from a heading. */
  readonly singularTitle: string | null;
  readonly summary: string;
  /** As the bulk file states them; null if they follow from the outlook table. */
  readonly occupationCodes: readonly string[] | null;
  /** What the edition says about its years outside of the outlook table. */
  readonly years: Partial<Edition>;
  /** Where the edition does not state its year of pay: the year of pay if no sentence states a later one. */
  readonly payYearAtLeast: number | null;
  readonly lastModified: string | null;
  readonly videoUrl: string | null;
  readonly facts: PrintedFacts | null;
  readonly parts: ReadonlyMap<PartName, Part>;
  /** What the summary says about each part. */
  readonly summaries: readonly Part[];
}

/** @throws ImportError with each fault, its heading and line */
export function assemble(source: ProfileSource, report: Report): Reading {
  const parts = Object.fromEntries(
    PARTS.map((name) => {
      const part = source.parts.get(name);
      if (part === undefined) report.fault(null, null, `lacks the part "${PART_LAYOUT[name].id}"`);
      return [name, part];
    }),
  ) as Record<PartName, Part>;
  report.end();

  const similar = similarOf(parts.SIMILAR_OCCUPATIONS);
  const { outlook, years } = outlookOf(parts.OUTLOOK);
  const pay = payOf(parts.PAY);
  const codes = outlook.table.filter(({ total }) => !total).flatMap(({ code }) => code ?? []);
  const profile: Profile = {
    slug: source.slug,
    url: source.url,
    group: source.group,
    title: source.title,
    singularTitle: source.singularTitle ?? singularTitleOf(parts.HOW_TO_BECOME_ONE),
    summary: source.summary,
    occupationCodes: source.occupationCodes ?? codes,
    edition: editionOf({ ...source.years, ...payYearOf(source, pay, report), ...years }),
    lastModified: source.lastModified,
    videoUrl: source.videoUrl,
    sections: [
      ...source.summaries.map(summaryOf),
      ...PARTS.flatMap((name) =>
        // With the table, the part has but a sentence that leads to it.
        name === 'SIMILAR_OCCUPATIONS' && similar.length > 0 ? [] : sectionsOf(parts[name], isOutlookTable),
      ),
    ],
    description: descriptionOf(parts.WHAT_THEY_DO),
    duties: dutiesOf(parts.WHAT_THEY_DO),
    specialties: specialtiesOf(parts.WHAT_THEY_DO),
    qualities: qualitiesOf(parts.HOW_TO_BECOME_ONE),
    quickFacts: source.facts === null ? null : quickFactsOf(report, source.facts),
    workEnvironment: workEnvironmentOf(parts.WORK_ENVIRONMENT),
    pay,
    outlook,
    similar,
    ...moreInformationOf(parts.MORE_INFORMATION),
  };
  checkYears(report, source.years, years);
  reportMissing(report, profile, parts);
  report.end();
  return { profile, notices: report.notices };
}

function summaryOf(part: Part): Section {
  const paragraphs = part.blocks.filter((block) => !isElement(block, 'h3'));
  return {
    part: part.name,
    kind: 'SUMMARY',
    heading: null,
    section: part.heading,
    line: part.line,
    markdown: markdownOf(paragraphs),
  };
}

function editionOf({ baseYear, projectedYear, payYear }: Partial<Edition>): Edition | null {
  return baseYear === undefined || projectedYear === undefined || payYear === undefined
    ? null
    : { baseYear, projectedYear, payYear };
}

/** The first sentence on a median wage may be of an earlier year: some profiles have no newer wage. */
function payYearOf(
  { years, payYearAtLeast }: ProfileSource,
  { wages: [first] }: Pay,
  report: Report,
): Partial<Edition> {
  if (first === undefined) return payYearAtLeast === null ? {} : { payYear: payYearAtLeast };
  const said = Number(first.period.slice(0, 4));
  if (years.payYear !== undefined && said > years.payYear) {
    report.fault(first.section, first.line, `states wages of ${said}, after those of ${years.payYear}`);
  }
  return payYearAtLeast === null ? {} : { payYear: Math.max(payYearAtLeast, said) };
}

function checkYears(report: Report, stated: Partial<Edition>, table: Partial<Edition> | null): void {
  for (const name of ['baseYear', 'projectedYear'] as const) {
    const [one, other] = [stated[name], table?.[name]];
    if (one !== undefined && other !== undefined && one !== other) {
      report.fault(null, null, `states ${one} and ${other} as its ${name === 'baseYear' ? 'base' : 'projected'} year`);
    }
  }
}

function reportMissing(report: Report, profile: Profile, parts: Record<PartName, Part>): void {
  const kinds = new Set(profile.sections.map(({ kind }) => kind));
  for (const kind of REQUIRED) if (!kinds.has(kind)) report.fault(null, null, `lacks the section ${kind}`);
  for (const line of EXPECTED) {
    if (!line.some((kind) => kinds.has(kind)))
      report.notice(profile.title, null, `has no section ${line.join(' or ')}`);
  }
  const missing = (part: PartName, what: string) =>
    report.notice(parts[part].heading, parts[part].line, `has no ${what}`);
  if (codesOfProfile(profile).length === 0) {
    report.notice(profile.title, null, 'names no occupation, so it is no career');
  }
  if (profile.quickFacts === null) report.notice(profile.title, null, 'has no quick facts');
  if (profile.workEnvironment.jobs.length === 0) missing('WORK_ENVIRONMENT', 'number of jobs');
  if (profile.workEnvironment.employers.length === 0) missing('WORK_ENVIRONMENT', 'table of the largest employers');
  if (profile.pay.wages.length === 0) missing('PAY', 'sentence on the median wage');
  if (!profile.pay.tables.some(({ by }) => by === 'INDUSTRY')) missing('PAY', 'table of wages by industry');
  if (profile.outlook.growth === null) missing('OUTLOOK', 'sentence on growth');
  if (profile.outlook.openingsPerYear === null) missing('OUTLOOK', 'number of openings');
  if (profile.outlook.table.length === 0) missing('OUTLOOK', 'table of projections');
  if (profile.similar.length === 0) missing('SIMILAR_OCCUPATIONS', 'table of occupations');
  if (profile.contacts.length + profile.references.length === 0) missing('MORE_INFORMATION', 'contacts besides O*NET');
}
