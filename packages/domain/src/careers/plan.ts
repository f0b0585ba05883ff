import { singularOf, slugOf } from './singular.js';
import { type SlugCollision, Slugs } from './slugs.js';

/** What decides which careers there are. */
export interface CareersToPlan<Profile extends ProfileToPlan> {
  readonly guides: readonly GuideToPlan[];
  /** Codes of the detailed occupations of the active wages and projections, those within a hybrid included. */
  readonly detailed: readonly string[];
  /** Codes of the occupations of the active O*NET. */
  readonly onet: readonly string[];
  /** Titles of all occupations by code. */
  readonly titles: ReadonlyMap<string, string>;
  readonly profiles: readonly Profile[];
}

export interface GuideToPlan {
  readonly slug: string;
  readonly alsoCalled: readonly string[];
  /** Code of the primary occupation. */
  readonly primary: string;
  /** The Handbook's profile that the guide names, and whether it describes the same career. */
  readonly handbook: { readonly profile: string; readonly relation: 'SAME' | 'NARROWER' } | null;
}

export interface ProfileToPlan {
  /** The Handbook's own URL slug, such as `registered-nurses`. */
  readonly slug: string;
  readonly title: string;
  readonly singularTitle: string | null;
  readonly occupationCodes: readonly string[];
}

export interface CareerPlan<Profile extends ProfileToPlan> {
  /** Slugs of the guides that describe all of their primary occupation. */
  readonly wholeGuides: ReadonlySet<string>;
  /** Occupations that no guide describes as a whole, each with the profile of just this occupation. */
  readonly occupations: readonly { readonly code: string; readonly slug: string; readonly profile: Profile | null }[];
  /** Profiles that describe neither a guide's career nor one of the occupations. */
  readonly profiles: readonly { readonly profile: Profile; readonly slug: string }[];
  readonly collisions: readonly SlugCollision[];
}

/** The projections cover civilian jobs only, so the profile of the Armed Forces names no code. */
const ARMED_FORCES = { profile: 'military-careers', code: '55-0000' };

/** None for a profile that names no occupation, which is no career. */
export function codesOfProfile({
  slug,
  occupationCodes,
}: Pick<ProfileToPlan, 'slug' | 'occupationCodes'>): readonly string[] {
  if (occupationCodes.length > 0 || slug !== ARMED_FORCES.profile) return occupationCodes;
  return [ARMED_FORCES.code];
}

export function titleOfProfile({ title, singularTitle }: Pick<ProfileToPlan, 'title' | 'singularTitle'>): string {
  return singularTitle ?? singularOf(title);
}

/**
 * The profile that describes just the career of a guide: the one that the guide names, or where no profile has that
 * address, the one of just its primary occupation.
 */
export function ownProfileOf<Profile extends ProfileToPlan>(
  { handbook, primary }: Pick<GuideToPlan, 'handbook' | 'primary'>,
  profiles: readonly Profile[],
): Profile | null {
  if (handbook?.relation !== 'SAME') return null;
  const isOfPrimary = (profile: Profile) => {
    const [code, ...others] = codesOfProfile(profile);
    return code === primary && others.length === 0;
  };
  return profiles.find(({ slug }) => slug === handbook.profile) ?? profiles.find(isOfPrimary) ?? null;
}

/**
 * A career for each guide; for each other occupation: the detailed ones of the wages and projections, and those of O*NET;
 * and for each profile of the Handbook that none of these has as its own. The slug of an occupation is made of its title in
 * the classification and not in the Handbook, so that an import of the Handbook changes no slug.
 */
export function planCareers<Profile extends ProfileToPlan>(sources: CareersToPlan<Profile>): CareerPlan<Profile> {
  const { guides, titles } = sources;
  const slugs = new Slugs();
  for (const { slug } of guides) slugs.take(slug);
  const whole = guides.filter((guide) => isWhole(guide, titles.get(guide.primary)));
  const described = new Set(whole.map(({ primary }) => primary));
  const describedProfiles = new Set(guides.map((guide) => ownProfileOf(guide, sources.profiles)));
  const open = sources.profiles.filter(
    (profile) => !describedProfiles.has(profile) && codesOfProfile(profile).length > 0,
  );
  const ofOne = new Map(
    open.flatMap((profile) => {
      const [code, ...others] = codesOfProfile(profile);
      return code !== undefined && others.length === 0 ? [[code, profile]] : [];
    }),
  );
  const occupations = occupationCodes(sources)
    .filter((code) => !described.has(code))
    .map((code) => ({
      code,
      slug: slugs.claim(singularOf(titles.get(code) as string), code),
      profile: ofOne.get(code) ?? null,
    }));
  const withOccupation = new Set(occupations.map(({ profile }) => profile));
  const profiles = open
    .filter((profile) => !withOccupation.has(profile))
    .map((profile) => ({ profile, slug: slugs.claim(titleOfProfile(profile), profile.slug) }));
  return {
    wholeGuides: new Set(whole.map(({ slug }) => slug)),
    occupations,
    profiles,
    collisions: slugs.collisions,
  };
}

/** Whether a guide describes its primary occupation, and not only some of its workers. */
function isWhole({ slug, alsoCalled, handbook }: GuideToPlan, title: string | undefined): boolean {
  if (title === undefined) return false;
  const ownSlug = slugOf(singularOf(title));
  if (slug === ownSlug || handbook?.relation === 'SAME') return true;
  // A guide within the profile of just this occupation covers less, even if people use the occupation's title for it.
  return handbook?.profile !== slugOf(title) && alsoCalled.some((name) => slugOf(name) === ownSlug);
}

/** An O*NET code that ends in `.00` is the SOC occupation itself. */
function occupationCodes({
  detailed,
  onet,
  titles,
}: Omit<CareersToPlan<never>, 'guides' | 'profiles'>): readonly string[] {
  const ofOnet = onet.map((code) => (code.endsWith('.00') && titles.has(code.slice(0, 7)) ? code.slice(0, 7) : code));
  return [...new Set([...detailed, ...ofOnet])].filter((code) => titles.has(code)).sort(socFirst);
}

/** The SOC before O*NET, so that an occupation of the SOC keeps its slug. */
function socFirst(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}
