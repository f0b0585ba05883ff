import type { Handbook } from '@careergraph/domain';
import type { CareerEntry, OrganizationEntry } from '../../catalog/entries.js';
import { jobZoneOf } from '../../onet/job-zone.js';
import { type CategoryShare, ratedElements } from '../../onet/ratings.js';
import { relatedOf } from '../../onet/related.js';
import { tasksOf } from '../../onet/tasks.js';
import { technologyOf } from '../../onet/technology.js';
import type { CareerCredentialRow, CareerDocument } from '../loaders.js';
import { growth, ratings, salary } from './figures.js';
import { fromGuide } from './guide.js';
import {
  type CareerContact,
  careersOf,
  contacts,
  fromHandbook,
  type IndustryPay,
  type ProfileReader,
  payByIndustry,
  payOverview,
  prose,
  proseOrFact,
  type QuickFacts,
  quickFacts,
  similarCareers,
  type WorkEnvironment,
  workEnvironment,
} from './handbook.js';
import { DEFAULTS, definition, educationOfZone, educationShares, fromOnet, titles } from './onet.js';
import { broader, isMissing, missing, type Reader, type Subject, some } from './outcome.js';
import { summary } from './summary.js';

/** The readers of a section: one for each source that may have it. */
interface Sources<T> {
  readonly guide?: (subject: Subject) => T | null | Promise<T | null>;
  readonly handbook?: ProfileReader<T>;
  readonly onet?: Reader<T>;
  /** For text that says less of the career than a profile of a broader one. */
  readonly last?: Reader<T>;
}

/** The first source that has the section, in this order; otherwise why none of them has it. */
function firstOf<T>({ guide, handbook, onet, last }: Sources<T>): Reader<T> {
  const readers = [
    guide && fromGuide(guide),
    handbook && fromHandbook('SAME', handbook),
    onet,
    handbook && fromHandbook('BROADER', handbook),
    last,
  ].filter((reader) => reader !== undefined);
  const single = readers.length === 1 || (handbook && readers.length === 2);
  return async (subject) => {
    const reasons: string[] = [];
    for (const read of readers) {
      const outcome = await read(subject);
      if (!isMissing(outcome)) return outcome;
      if (outcome.reason !== null) reasons.push(outcome.reason);
    }
    if (single) reasons.push('No other source has this section.');
    return missing(reasons.join(' '));
  };
}

type Titled = CareerDocument['duties'][number];
/** A duty of the Handbook or a task of O*NET is a title alone. */
type Duty = Omit<Titled, 'text'> & { readonly text: string | null };
type Education = NonNullable<CareerDocument['education']>;

const HOW = 'HOW_TO_BECOME_ONE';

function titled(named: readonly Handbook.NamedText[]): readonly Titled[] | null {
  return some(named.map(({ name, markdown }) => ({ title: name, text: markdown, claims: [] })));
}

/** Each once: a profile of several groups of workers may list the same duty for more than one of them. */
function statements(texts: readonly string[]): readonly Duty[] | null {
  return some([...new Set(texts)].map((title) => ({ title, text: null, claims: [] })));
}

function withOverview(overview: string | null): Education | null {
  return overview === null ? null : { overview, requirements: [], durations: [] };
}

function rated(what: string, kind: Parameters<typeof ratedElements>[2]) {
  return fromOnet(
    what,
    (context, occupation) => ratedElements(context, occupation, kind, DEFAULTS),
    ({ nodes }) => some(nodes),
  );
}

const introduction = firstOf<string>({ handbook: prose(HOW, 'INTRODUCTION') });

/** Where it is missing, a guide may tell the same in steps. */
const howToBecome: Reader<string> = async (subject) => {
  const outcome = await introduction(subject);
  if (!isMissing(outcome) || subject.guide.steps.length === 0) return outcome;
  return missing('No source has an introduction, but the guide to this career has `steps`.');
};

/** Every section of a career: what it is, and which sources may have it. Its field, origins and absences all read this. */
export const SECTIONS = {
  SUMMARY: { what: 'The short summary.', read: summary },
  DESCRIPTION: {
    what: 'The description of the work.',
    read: firstOf<string>({
      guide: ({ guide }) => guide.description ?? null,
      handbook: ({ description }) => description,
      onet: definition,
    }),
  },
  DUTIES: {
    what: 'The typical duties.',
    read: firstOf<readonly Duty[]>({
      guide: ({ guide }) => some(guide.duties),
      handbook: ({ duties }) => statements(duties.flatMap(({ items }) => items)),
      onet: fromOnet(
        'tasks',
        (context, occupation) => tasksOf(context, occupation, null),
        ({ nodes }) => statements(nodes.map(({ task }) => task)),
      ),
    }),
  },
  SPECIALTIES: {
    what: 'The kinds of workers within the career.',
    read: firstOf<readonly Titled[]>({ handbook: ({ specialties }) => titled(specialties) }),
  },
  WORK_ENVIRONMENT: {
    what: 'The workplace, the employers, and the hours.',
    read: firstOf<WorkEnvironment>({ handbook: workEnvironment }),
  },
  STEPS: {
    what: 'The steps toward entering the career.',
    read: firstOf({ guide: ({ guide }) => some(guide.steps) }),
  },
  HOW_TO_BECOME: {
    what: 'A short introduction to entering the career.',
    read: howToBecome,
  },
  EDUCATION: {
    what: 'The education that the career requires.',
    read: firstOf<Education>({
      guide: ({ guide }) => guide.education ?? null,
      handbook: (...profile) => withOverview(prose(HOW, 'EDUCATION', 'EDUCATION_AND_TRAINING')(...profile)),
      last: broader(
        'A job zone covers all occupations that need a similar amount of preparation.',
        fromOnet(
          'job zone',
          (context, occupation) => jobZoneOf(context, occupation, null),
          async (zone, subject) => withOverview(await educationOfZone(zone, subject)),
        ),
      ),
    }),
  },
  EDUCATION_SHARES: {
    what: 'The share of workers by level of education.',
    read: firstOf<readonly CategoryShare[]>({
      onet: fromOnet('levels of education', educationShares, ({ shares }) => some(shares)),
    }),
  },
  TRAINING: {
    what: 'The training that workers receive.',
    read: firstOf({
      handbook: proseOrFact({ label: 'On-the-job training', fact: 'onTheJobTraining' }, 'TRAINING'),
    }),
  },
  LICENSES: {
    what: 'The licenses, certifications, and registrations that workers need or may obtain.',
    read: firstOf({ handbook: prose(HOW, 'LICENSES') }),
  },
  LICENSING: {
    what: 'Whether a license is required, by type of facility.',
    read: firstOf({ guide: ({ guide }) => some(guide.licensing) }),
  },
  EXPERIENCE: {
    what: 'The work experience that the career requires.',
    read: firstOf({
      handbook: proseOrFact(
        { label: 'Work experience in a related occupation', fact: 'workExperience' },
        'EXPERIENCE',
        'OTHER_EXPERIENCE',
      ),
    }),
  },
  ADVANCEMENT: {
    what: 'The positions that workers may advance to.',
    read: firstOf({ handbook: prose(HOW, 'ADVANCEMENT') }),
  },
  CURRICULUM: {
    what: 'The subject areas of a typical program.',
    read: firstOf({ guide: ({ guide }) => some(guide.curriculum) }),
  },
  CREDENTIALS: {
    what: 'The credentials that the career requires or values.',
    read: firstOf<readonly CareerCredentialRow[]>({
      guide: async ({ context, career }) => some(await context.content.careerCredentials.load(career.slug)),
    }),
  },
  SKILLS: {
    what: 'The personal skills.',
    read: firstOf<readonly Titled[]>({
      guide: ({ guide }) => some(guide.personalSkills),
      handbook: ({ qualities }) => titled(qualities),
    }),
  },
  RATED_SKILLS: { what: 'The skills that O*NET rates.', read: firstOf({ onet: rated('skills', 'skills') }) },
  KNOWLEDGE: {
    what: 'The knowledge areas that O*NET rates.',
    read: firstOf({ onet: rated('knowledge areas', 'knowledge') }),
  },
  WORK_STYLES: {
    what: 'The work styles that O*NET rates.',
    read: firstOf({ onet: rated('work styles', 'workStyles') }),
  },
  TECHNOLOGY: {
    what: 'The software that workers use.',
    read: firstOf({
      onet: fromOnet(
        'technology',
        (context, occupation) => technologyOf(context, occupation, null),
        ({ nodes }) => some(nodes),
      ),
    }),
  },
  JOB_ZONE: {
    what: 'The amount of preparation that the occupation needs.',
    read: firstOf({
      onet: fromOnet(
        'job zone',
        (context, occupation) => jobZoneOf(context, occupation, null),
        ({ zone }) => zone,
      ),
    }),
  },
  ALTERNATE_TITLES: { what: 'The job titles of the occupation.', read: firstOf({ onet: titles }) },
  QUICK_FACTS: {
    what: 'Key facts as the Handbook prints them.',
    read: firstOf<QuickFacts>({ handbook: quickFacts }),
  },
  SALARY: { what: 'The official wages.', read: salary },
  PAY_OVERVIEW: { what: 'What the Handbook says about pay.', read: firstOf({ handbook: payOverview }) },
  PAY_BY_INDUSTRY: { what: 'Pay by industry.', read: firstOf<readonly IndustryPay[]>({ handbook: payByIndustry }) },
  PAY_BY_EXPERIENCE: {
    what: 'Pay by experience.',
    read: firstOf({ guide: ({ guide }) => some(guide.payByExperience) }),
  },
  PAY_BY_PLACE: {
    what: 'Pay in places that no loaded statistic covers.',
    read: firstOf({ guide: ({ guide }) => some(guide.payByPlace) }),
  },
  GROWTH: { what: 'The official employment projections.', read: growth },
  OUTLOOK_OVERVIEW: {
    what: 'What the Handbook says about the job outlook.',
    read: firstOf({ handbook: prose('OUTLOOK', 'INTRODUCTION', 'EMPLOYMENT') }),
  },
  RATINGS: { what: 'The ratings.', read: ratings },
  NETWORKING: {
    what: 'Ways to meet people in the field.',
    read: firstOf({ guide: ({ guide }) => some(guide.networking) }),
  },
  ORGANIZATIONS: {
    what: 'Associations, credential issuers, and agencies in the field.',
    read: firstOf<readonly OrganizationEntry[]>({
      guide: ({ context: { catalog }, career }) =>
        some(career.organizations.map((organizationSlug) => catalog.organizationOf({ organizationSlug }))),
    }),
  },
  CONTACTS: {
    what: 'Organizations and sites to contact for more information.',
    read: firstOf<readonly CareerContact[]>({ handbook: contacts }),
  },
  RESOURCES: {
    what: 'Further reading.',
    read: firstOf({ guide: ({ guide }) => some(guide.resources) }),
  },
  FAQS: { what: 'Frequently asked questions.', read: firstOf({ guide: ({ guide }) => some(guide.faqs) }) },
  RELATED: {
    what: 'Related careers.',
    read: firstOf<readonly CareerEntry[]>({
      guide: ({ context: { catalog }, career }) =>
        some(career.related.map((careerSlug) => catalog.careerOf({ careerSlug }))),
      handbook: similarCareers,
      onet: fromOnet(
        'related occupations',
        (context, occupation) => relatedOf(context, occupation, null),
        ({ nodes }, { context: { catalog }, career }) =>
          careersOf(
            nodes.map(({ relatedCode }) => catalog.careerNamed(relatedCode)),
            career,
          ),
      ),
    }),
  },
  VIDEO: { what: 'A video about the career.', read: firstOf({ handbook: ({ videoUrl }) => videoUrl }) },
} as const satisfies Record<string, { readonly what: string; readonly read: Reader<unknown> }>;
