import { ownProfileOf, planCareers, type SlugCollision } from '@careergraph/domain';
import type { CareerEntry, OccupationEntry } from '../entries.js';
import { figuresOf } from './national-figures.js';
import { occupationCareer } from './occupation-career.js';
import { profileCareer } from './profile-career.js';
import { linkTo, spellingsOfProfile } from './profiles.js';
import type { CareerSources, GuideEntry, Known } from './sources.js';
import { titlesAndCodesOf, wordsOf } from './words.js';

export interface Careers {
  readonly careers: readonly CareerEntry[];
  readonly collisions: readonly SlugCollision[];
}

/** The careers of the plan, with what the catalog knows about each, by title. */
export function buildCareers(sources: CareerSources): Careers {
  const { guides, detailed, onet, occupations, profiles } = sources;
  const known: Known = { ...sources, known: new Map(occupations.map((each) => [each.code, each])) };
  const plan = planCareers({
    guides,
    detailed,
    onet: occupations
      .filter(({ level, releaseId }) => level === 'ONET' && releaseId === onet?.id)
      .map(({ code }) => code),
    titles: new Map(occupations.map(({ code, title }) => [code, title])),
    profiles: profiles.all,
  });
  const careers = [
    ...guides.map((guide) => guideCareer(guide, plan.wholeGuides.has(guide.slug), known)),
    ...plan.occupations.map((planned) => occupationCareer(planned, known)),
    ...plan.profiles.flatMap(({ profile, slug }) => profileCareer(profile, slug, known) ?? []),
  ];
  return { careers: careers.toSorted(byTitle), collisions: plan.collisions };
}

const { compare } = new Intl.Collator('en');

export function byTitle(a: CareerEntry, b: CareerEntry): number {
  return compare(a.title, b.title) || compare(a.slug, b.slug);
}

/** @param whole whether the guide describes all of its primary occupation */
function guideCareer(guide: GuideEntry, whole: boolean, { known, figures, profiles }: Known): CareerEntry {
  const { primary, handbook, title, summary, alsoCalled } = guide;
  const own = ownProfileOf(guide, profiles.all);
  const broader = (handbook && profiles.named(handbook.profile)) ?? profiles.around(primary);
  const profile = own ?? broader;
  const reason = (profile?.slug === handbook?.profile && handbook?.reason) || null;
  return {
    ...guide,
    ...figuresOf(primary, figures),
    hasGuide: true,
    profile: profile && linkTo(profile, own ? 'SAME' : 'BROADER', reason),
    isPrimary: whole,
    words: wordsOf(title, summary, ...alsoCalled),
    spellings: {
      own: [...alsoCalled, ...(whole ? titlesAndCodesOf(known.get(primary) as OccupationEntry, known) : [])],
      handbook: own ? spellingsOfProfile(own) : [],
    },
  };
}
