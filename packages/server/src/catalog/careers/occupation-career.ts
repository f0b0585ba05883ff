import type { CareerEntry, CareerOccupationEntry, OccupationEntry, ProfileLink } from '../entries.js';
import { fieldOf } from './field.js';
import { figuresOf } from './national-figures.js';
import { linkTo, type Profiles, spellingsOfProfile } from './profiles.js';
import { singularOf } from './singular.js';
import type { Slugs } from './slugs.js';
import type { Known } from './sources.js';
import { summaryOf } from './summary.js';
import { otherTitles, titlesAndCodesOf, wordsOf } from './words.js';

/**
 * The career that is an occupation. If the Handbook has a profile of just this occupation, it gives title and summary.
 *
 * @param described slugs of the profiles that a guide describes
 */
export function occupationCareer(
  code: string,
  { known, figures, profiles }: Known,
  described: ReadonlySet<string>,
  slugs: Slugs,
): CareerEntry {
  const occupation = known.get(code) as OccupationEntry;
  const profile = profiles.of(code);
  const own = profile && !described.has(profile.slug) ? profile : null;
  const singular = singularOf(occupation.title);
  const title = own?.singularTitle ?? singular;
  const alsoCalled = otherTitles(title, [...(own ? [own.title] : []), occupation.title]);
  const summary = own?.summary ?? summaryOf(occupation, known);
  const ownFigures = figuresOf(code, figures);
  return {
    slug: slugs.claim(singular, code),
    title,
    summary,
    alsoCalled,
    field: fieldOf(code),
    typicalEducation: ownFigures.entryEducation ?? 'NOT_STATED',
    ...ownFigures,
    hasGuide: false,
    occupations: [itself(occupation)],
    organizations: [],
    related: [],
    primary: code,
    profile: own ? linkTo(own, 'SAME') : broader(code, profiles),
    isPrimary: true,
    words: wordsOf(title, summary, ...alsoCalled),
    spellings: { own: titlesAndCodesOf(occupation, known), handbook: own ? spellingsOfProfile(own) : [] },
  };
}

function broader(code: string, profiles: Profiles): ProfileLink | null {
  const around = profiles.around(code);
  return around && linkTo(around, 'BROADER');
}

function itself({ code, level }: OccupationEntry): CareerOccupationEntry {
  const list = level === 'ONET' ? 'O*NET' : 'SOC';
  return { occupationCode: code, role: 'PRIMARY', reason: `This career is the ${list} occupation ${code}.` };
}
