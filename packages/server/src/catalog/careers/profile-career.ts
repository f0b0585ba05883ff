import { codesOfProfile, educationLevelOf, titleOfProfile } from '@careergraph/domain';
import type { CareerEntry, CareerOccupationEntry, OccupationEntry } from '../entries.js';
import { findField } from './field.js';
import { figuresOf } from './national-figures.js';
import { linkTo, type ProfileEntry, spellingsOfProfile, summaryOfProfile } from './profiles.js';
import type { Known } from './sources.js';
import { otherTitles, wordsOf } from './words.js';

/**
 * The career of a profile that describes several occupations, or one that no loaded release lists as detailed; null where
 * its code is in no major group of the SOC.
 */
export function profileCareer(profile: ProfileEntry, slug: string, sources: Known): CareerEntry | null {
  const title = titleOfProfile(profile);
  const alsoCalled = otherTitles(title, [profile.title]);
  const occupations = occupationsOf(profile, sources);
  // If no loaded release lists any of them, nothing has figures for this code, and ratings name it as the reason.
  const primary = occupations[0]?.occupationCode ?? (codesOfProfile(profile)[0] as string);
  const field = findField(primary);
  if (field === null) return null;
  const figures = figuresOf(primary, sources.figures);
  const education = profile.entryEducation === null ? null : educationLevelOf(profile.entryEducation);
  return {
    slug,
    title,
    ...summaryOfProfile(profile),
    alsoCalled,
    field,
    ...figures,
    typicalEducation: education ?? figures.entryEducation ?? 'NOT_STATED',
    hasGuide: false,
    occupations,
    organizations: [],
    related: [],
    primary,
    profile: linkTo(profile, 'SAME'),
    isPrimary: occupations.length === 1,
    words: wordsOf(title, profile.summary, ...alsoCalled),
    spellings: { own: [title, ...alsoCalled], handbook: spellingsOfProfile(profile) },
  };
}

/**
 * The occupations of a profile, that whose figures stand for all of them first: a class of exactly these occupations if the
 * statistics have one, otherwise the occupation with the most jobs.
 */
function occupationsOf(profile: ProfileEntry, sources: Known): readonly CareerOccupationEntry[] {
  const members = codesOfProfile(profile)
    .map((code) => sources.known.get(code))
    .filter((occupation) => occupation !== undefined);
  const together = members.length > 1 ? classOf(members, sources) : null;
  if (together) return [primary(together, reasonOfClass(together, members)), ...members.map(secondary)];
  const byJobs = members.toSorted((a, b) => jobsIn(b, sources) - jobsIn(a, sources));
  const [largest, ...others] = byJobs;
  if (!largest) return [];
  return [
    primary(largest, reasonOfLargest(largest, others, sources)),
    ...members.filter((each) => each !== largest).map(secondary),
  ];
}

/** The class that has wages and projections and no other detailed occupation than these. */
function classOf(members: readonly OccupationEntry[], { detailed, known, figures }: Known): OccupationEntry | null {
  const codes = new Set(members.map(({ code }) => code));
  const isWhole = (group: string) => {
    const below = detailed.filter((code) => isWithin(code, group));
    return below.length === codes.size && below.every((code) => codes.has(code));
  };
  const [first] = codes;
  if (first === undefined) return null;
  const groups = [`${first.slice(0, 6)}0`, `${first.slice(0, 5)}00`, `${first.slice(0, 4)}000`];
  const whole = groups.find((group) => figures.wages.of(group) && figures.projections.of(group) && isWhole(group));
  return (whole !== undefined && known.get(whole)) || null;
}

function isWithin(code: string, group: string): boolean {
  return code !== group && code.startsWith(group.replace(/0+$/, ''));
}

/** -1 where the projections do not say, so that such an occupation comes last. */
function jobsIn({ code }: OccupationEntry, { figures }: Known): number {
  return figures.projections.of(code)?.baseEmploymentPersons ?? -1;
}

function reasonOfClass({ code, title }: OccupationEntry, members: readonly OccupationEntry[]): string {
  return `Official statistics combine the ${members.length} occupations of this career as ${code} ${title}.`;
}

function reasonOfLargest(largest: OccupationEntry, others: readonly OccupationEntry[], sources: Known): string {
  if (others.length === 0) return `This career is the occupation ${largest.code}.`;
  const count = others.length + 1;
  const jobs = jobsIn(largest, sources);
  const largestOf =
    jobs < 0
      ? 'The first of them represents the career'
      : `The largest is ${largest.title} (${jobs.toLocaleString('en-US')} jobs)`;
  return `No official statistic combines the ${count} occupations of this career. ${largestOf}.`;
}

function primary({ code }: OccupationEntry, reason: string): CareerOccupationEntry {
  return { occupationCode: code, role: 'PRIMARY', reason };
}

function secondary({ code }: OccupationEntry): CareerOccupationEntry {
  return {
    occupationCode: code,
    role: 'SECONDARY',
    reason: "One of the occupations that the Handbook's profile of this career describes.",
  };
}
