import { type CareerPlan, singularOf } from '@careergraph/domain';
import type { CareerEntry, CareerOccupationEntry, OccupationEntry, ProfileLink } from '../entries.js';
import { fieldOf } from './field.js';
import { figuresOf } from './national-figures.js';
import { linkTo, type ProfileEntry, type Profiles, spellingsOfProfile, summaryOfProfile } from './profiles.js';
import type { Known } from './sources.js';
import { summaryOf } from './summary.js';
import { otherTitles, titlesAndCodesOf, wordsOf } from './words.js';

/** A career that the plan has for an occupation. The profile of just this occupation gives title and summary. */
export function occupationCareer(
  { code, slug, profile: own }: CareerPlan<ProfileEntry>['occupations'][number],
  { known, figures, profiles }: Known,
): CareerEntry {
  const occupation = known.get(code) as OccupationEntry;
  const title = own?.singularTitle ?? singularOf(occupation.title);
  const alsoCalled = otherTitles(title, [...(own ? [own.title] : []), occupation.title]);
  const summarized = own ? summaryOfProfile(own) : summaryOf(occupation, known);
  const ownFigures = figuresOf(code, figures);
  return {
    slug,
    title,
    ...summarized,
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
    words: wordsOf(title, summarized.summary, ...alsoCalled),
    spellings: { own: titlesAndCodesOf(occupation, known), handbook: own ? spellingsOfProfile(own) : [] },
  };
}

function broader(code: string, profiles: Profiles): ProfileLink | null {
  const around = profiles.around(code);
  return around && linkTo(around, 'BROADER');
}

function itself({ code, level }: OccupationEntry): CareerOccupationEntry {
  const list = level === 'ONET' ? 'O*NET' : 'the Standard Occupational Classification (SOC)';
  return { occupationCode: code, role: 'PRIMARY', reason: `This career is the occupation ${code} of ${list}.` };
}
