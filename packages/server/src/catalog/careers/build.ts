import type { CareerEntry, OccupationEntry, Spellings } from '../entries.js';
import { figuresOf } from './national-figures.js';
import { occupationCareer } from './occupation-career.js';
import { profileCareer } from './profile-career.js';
import { linkTo, spellingsOfProfile } from './profiles.js';
import { singularOf, slugOf } from './singular.js';
import { type SlugCollision, Slugs } from './slugs.js';
import type { CareerSources, GuideEntry, Known } from './sources.js';
import { titlesAndCodesOf, wordsOf } from './words.js';

export interface Careers {
  readonly careers: readonly CareerEntry[];
  readonly collisions: readonly SlugCollision[];
}

/**
 * A career for each guide; for each other occupation: the detailed ones of the wages and projections, and those of O*NET; and
 * for each profile of the Handbook that none of these has as its own. The slug of an occupation is made of its title in the
 * classification and not in the Handbook, so that an import of the Handbook changes no slug.
 */
export function buildCareers(sources: CareerSources): Careers {
  const known: Known = { ...sources, known: new Map(sources.occupations.map((each) => [each.code, each])) };
  const slugs = new Slugs();
  for (const { slug } of sources.guides) slugs.take(slug);
  const guides = sources.guides.map((guide) => guideCareer(guide, known));
  const described = new Set(guides.filter(({ isPrimary }) => isPrimary).map(({ primary }) => primary));
  const describedProfiles = new Set(profilesOf(guides));
  const occupations = occupationCodes(known)
    .filter((code) => !described.has(code))
    .map((code) => occupationCareer(code, known, describedProfiles, slugs));
  const own = new Set(profilesOf([...guides, ...occupations]));
  const profiles = sources.profiles.all
    .filter(({ slug }) => !own.has(slug))
    .map((profile) => profileCareer(profile, known, slugs));
  return { careers: [...guides, ...occupations, ...profiles].toSorted(byTitle), collisions: slugs.collisions };
}

const { compare } = new Intl.Collator('en');

export function byTitle(a: CareerEntry, b: CareerEntry): number {
  return compare(a.title, b.title) || compare(a.slug, b.slug);
}

/** The profiles that describe just one of the careers. */
function profilesOf(careers: readonly CareerEntry[]): readonly string[] {
  return careers.flatMap(({ profile }) => (profile?.scope === 'SAME' ? [profile.slug] : []));
}

function guideCareer(guide: GuideEntry, { known, figures, profiles }: Known): CareerEntry {
  const primary = primaryOf(guide);
  const occupation = known.get(primary);
  const same = occupation !== undefined && isSame(guide, occupation);
  const profile = guide.handbook === null ? null : profiles.named(guide.handbook.profile);
  const isProfile = guide.handbook?.relation === 'SAME';
  const spellings: Spellings = {
    own: [...guide.alsoCalled, ...(same ? titlesAndCodesOf(occupation, known) : [])],
    handbook: profile && isProfile ? spellingsOfProfile(profile) : [],
  };
  return {
    ...guide,
    ...figuresOf(primary, figures),
    hasGuide: true,
    primary,
    profile: profile && linkTo(profile, isProfile ? 'SAME' : 'BROADER'),
    isPrimary: same,
    words: wordsOf(guide.title, guide.summary, ...guide.alsoCalled),
    spellings,
  };
}

function primaryOf({ slug, occupations }: GuideEntry): string {
  const primary = occupations.find(({ role }) => role === 'PRIMARY');
  if (!primary) throw new Error(`The career ${slug} has no primary occupation.`);
  return primary.occupationCode;
}

/** Whether a guide describes its primary occupation, and not only some of its workers. */
function isSame({ slug, alsoCalled, handbook }: GuideEntry, { title }: OccupationEntry): boolean {
  const ownSlug = slugOf(singularOf(title));
  if (slug === ownSlug || handbook?.relation === 'SAME') return true;
  // A guide within the profile of just this occupation covers less, even if people use the occupation's title for it.
  return handbook?.profile !== slugOf(title) && alsoCalled.some((name) => slugOf(name) === ownSlug);
}

/** An O*NET code that ends in `.00` is the SOC occupation itself. */
function occupationCodes({ detailed, onet, occupations, known }: Known): readonly string[] {
  const ofOnet = occupations
    .filter(({ level, releaseId }) => level === 'ONET' && releaseId === onet?.id)
    .map(({ code }) => (code.endsWith('.00') && known.has(code.slice(0, 7)) ? code.slice(0, 7) : code));
  return [...new Set([...detailed, ...ofOnet])].filter((code) => known.has(code)).sort(socFirst);
}

/** The SOC before O*NET, so that an occupation of the SOC keeps its slug. */
function socFirst(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}
