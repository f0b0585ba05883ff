import type { Handbook } from '@careergraph/domain';
import type { CareerEntry, ProfileLink } from '../../catalog/entries.js';
import { missing, type Reader, type Subject, some } from './outcome.js';

export type ProfileReader<T> = (profile: Handbook.Profile, subject: Subject) => T | null;

/** A reader of the Handbook's profile, if the profile describes just the career, or if it describes a broader one. */
export function fromHandbook<T>(scope: ProfileLink['scope'], read: ProfileReader<T>): Reader<T> {
  return (subject) => {
    const { context, career, profile } = subject;
    if (career.profile === null || profile === null) return missing(scope === 'SAME' ? whyNoProfile(subject) : null);
    if (career.profile.scope !== scope) return missing(null);
    const content = read(profile, subject);
    if (content === null)
      return missing(`The profile "${profile.title}" of the Occupational Outlook Handbook does not have this section.`);
    const release = context.catalog.releaseOf(career.profile);
    const { reason } = career.profile;
    const explanation = {
      SAME: `From the profile "${profile.title}" of the Occupational Outlook Handbook.`,
      BROADER: `From the profile "${profile.title}" of the Occupational Outlook Handbook, which describes more than this career.${reason ? ` ${reason}` : ''}`,
    }[scope];
    return { content, origins: [{ release, scope, explanation, url: profile.url ?? release.url }] };
  };
}

function whyNoProfile({ context }: Subject): string {
  return context.catalog.active('bls-ooh') === null
    ? 'The Occupational Outlook Handbook has not been imported here.'
    : 'No profile of the Occupational Outlook Handbook describes this career.';
}

/** The prose of a profile under any of some headings, as Markdown. */
export function prose(part: Handbook.PartName, ...kinds: readonly Handbook.SectionKind[]): ProfileReader<string> {
  return ({ sections }) => {
    const texts = kinds.flatMap((kind) => sections.filter((each) => each.part === part && each.kind === kind));
    return texts.length === 0 ? null : texts.map(({ markdown }) => markdown).join('\n\n');
  };
}

/** The prose under some headings; without them, the quick fact that answers the same question, such as `None`. */
export function proseOrFact(
  { label, fact }: { readonly label: string; readonly fact: 'workExperience' | 'onTheJobTraining' },
  ...kinds: readonly Handbook.SectionKind[]
): ProfileReader<string> {
  return (profile, subject) => {
    const printed = profile.quickFacts?.[fact].printed;
    const stated = printed === undefined || printed === 'See How to Become One' ? null : `${label}: ${printed}`;
    return prose('HOW_TO_BECOME_ONE', ...kinds)(profile, subject) ?? stated;
  };
}

export interface QuickFacts extends Handbook.QuickFacts, Pick<Handbook.Profile, 'edition' | 'occupationCodes'> {}

export const quickFacts: ProfileReader<QuickFacts> = ({ quickFacts: facts, edition, occupationCodes }) =>
  facts && { ...facts, edition, occupationCodes };

/** The text on pay, without the tables by industry, which `payByIndustry` has, and the sentences that lead to them. */
export const payOverview: ProfileReader<string> = (profile, subject) => {
  const paragraphs = prose('PAY', 'INTRODUCTION', 'BENEFITS')(profile, subject)?.split('\n\n') ?? [];
  const kept = paragraphs.filter((paragraph, index) => {
    const lead = paragraph.startsWith('|') ? paragraphs[index - 1] : paragraph;
    return !lead?.match(BY_INDUSTRY);
  });
  return kept.join('\n\n') || null;
};

const BY_INDUSTRY = /in the top industr\w+ in which they worked (?:were|was) as follows:$/;

export interface WorkEnvironment {
  readonly text: string | null;
  readonly schedules: string | null;
  readonly injuries: string | null;
  readonly employers: readonly Employer[];
}

/** An industry's share of the jobs of some workers. */
export interface Employer {
  readonly subject: string;
  readonly industry: string;
  readonly percent: Handbook.Figure;
}

export const workEnvironment: ProfileReader<WorkEnvironment> = (profile, subject) => {
  const textOf = (kind: Handbook.SectionKind) => prose('WORK_ENVIRONMENT', kind)(profile, subject);
  const employers = profile.workEnvironment.employers.flatMap(({ subject: workers, rows }) =>
    rows.map((row) => ({ ...row, subject: workers })),
  );
  const found = {
    text: profile.workEnvironment.text,
    schedules: textOf('SCHEDULES'),
    injuries: textOf('INJURIES'),
    employers,
  };
  return Object.values(found).some((part) => part !== null && part.length > 0) ? found : null;
};

/** What workers of an industry earn. */
export interface IndustryPay extends Handbook.NamedFigure, Pick<Handbook.WageTable, 'statistic' | 'unit' | 'period'> {
  readonly subject: string;
}

export const payByIndustry: ProfileReader<readonly IndustryPay[]> = ({ pay }) =>
  some(
    pay.tables
      .filter(({ by }) => by === 'INDUSTRY')
      .flatMap(({ rows, subject, statistic, unit, period }) =>
        rows.map((row) => ({ ...row, subject, statistic, unit, period })),
      ),
  );

/** The careers of the profiles that a profile calls similar. */
export const similarCareers: ProfileReader<readonly CareerEntry[]> = ({ similar }, { context, career }) =>
  careersOf(
    similar.map(({ slug }) => context.catalog.careerOfProfile(slug)),
    career,
  );

/** Each career once, without the career itself. */
export function careersOf(found: readonly (CareerEntry | null)[], self: CareerEntry): readonly CareerEntry[] | null {
  const others = found.filter((each) => each !== null && each.slug !== self.slug);
  return some([...new Set(others)] as CareerEntry[]);
}

export interface CareerContact extends Pick<Handbook.Contact, 'name' | 'url' | 'about'> {
  readonly isOrganization: boolean;
}

/**
 * What the Handbook lists under "Contacts for More Information": organizations, then sites, O*NET OnLine last. An address is
 * there once, and so is an organization. A site can have several pages.
 */
export const contacts: ProfileReader<readonly CareerContact[]> = (profile) => {
  const all: readonly CareerContact[] = [
    ...profile.contacts.filter(isOrganization).map((contact) => ({ ...contact, isOrganization: true })),
    ...[...profile.contacts.filter((contact) => !isOrganization(contact)), ...profile.references].map((reference) => ({
      ...reference,
      isOrganization: false,
    })),
    ...profile.onetOccupations.map(({ title, url }) => ({
      name: `O*NET OnLine: ${title}`,
      url,
      about: null,
      isOrganization: false,
    })),
  ];
  const [names, addresses] = [all.map(({ name }) => name), all.map(({ url }) => placeOf(url))];
  const isFirst = ({ name, url, isOrganization: isOne }: CareerContact, index: number) =>
    addresses.indexOf(placeOf(url)) === index && (!isOne || names.indexOf(name) === index);
  return some(all.filter(isFirst).map((contact) => ({ ...contact, about: sentenceWith(contact) })));
};

/** The Handbook often ends a sentence with the link itself, in a line of its own: "For a video on actors, visit". */
function sentenceWith({ name, about }: CareerContact): string | null {
  const begun = about === null ? null : /^(.*\b(?:visit|see|contact))[:,]?$/su.exec(about)?.[1];
  return begun ? `${begun} ${name}.` : about;
}

/** An address without what does not tell two pages apart. */
const placeOf = (url: string): string => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');

/**
 * Whether a link names an organization: its text has a word for a kind of organization, or begins with the name of the
 * country. A sentence also links a topic ("Apprenticeship program"), a site ("FAA Aviation Careers"), or a page, whose title
 * ends with the name of its site ("Wildland Fire Training | US Forest Service").
 */
function isOrganization({ name }: Handbook.Contact): boolean {
  return /^(U\.S\.|United States) \p{Lu}/u.test(name) || (ORGANIZATION.test(name) && !name.includes(' | '));
}

const ORGANIZATION = new RegExp(
  `\\b(${[
    'Academ(y|ies)|Administration|Agency|Alliance|Archives|Army|Association|Authority|Board|Bureau|Centers?|Chamber|Coalition',
    'Colleges?|Commission|Committee|Company|Conference|Consortium|Corporation|Corps|Councils?|Courts?|Departments?|Endowment',
    'Federation|Force|Foundation|Group|Guard|Guild|Institutes?|Institution|League|Museum|Navy|Office|Organization|Registry',
    'Schools?|Service|Society|Survey|Union|University',
  ].join('|')})\\b`,
);
