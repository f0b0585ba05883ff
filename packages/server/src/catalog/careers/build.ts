import type { CareerField, EducationLevel } from '@careergraph/domain';
import type { CareerEntry, CareerOccupationEntry, OccupationEntry, ReleaseEntry } from '../entries.js';
import { fieldOf } from './field.js';
import type { NationalFigures } from './national-figures.js';
import { singularOf, slugOf } from './singular.js';
import { type SlugCollision, Slugs } from './slugs.js';
import { summaryOf } from './summary.js';

export interface GuideEntry
  extends Pick<CareerEntry, 'slug' | 'title' | 'summary' | 'alsoCalled' | 'occupations' | 'organizations' | 'related'> {
  readonly field: CareerField;
  readonly typicalEducation: EducationLevel;
  /** The Handbook's profile that the guide names, and whether it describes the same career. */
  readonly handbook: { readonly profile: string; readonly relation: 'SAME' | 'NARROWER' } | null;
}

export interface CareerSources {
  readonly guides: readonly GuideEntry[];
  /** Codes of the detailed occupations of the active wages and projections. */
  readonly detailed: readonly string[];
  readonly onet: ReleaseEntry | null;
  readonly occupations: readonly OccupationEntry[];
  readonly figures: NationalFigures;
}

export interface Careers {
  readonly careers: readonly CareerEntry[];
  readonly collisions: readonly SlugCollision[];
}

/**
 * A career for each guide, and one for each other occupation: the detailed ones of the wages and projections, and those of
 * O*NET. An O*NET code that ends in `.00` is the SOC occupation itself.
 */
export function buildCareers(sources: CareerSources): Careers {
  const { guides, occupations } = sources;
  const known = new Map(occupations.map((occupation) => [occupation.code, occupation]));
  const slugs = new Slugs();
  for (const { slug } of guides) slugs.take(slug);
  const described = new Set<string>();
  const withGuide = guides.map((guide): CareerEntry => {
    const primary = primaryOf(guide);
    const occupation = known.get(primary);
    const same = occupation !== undefined && isSame(guide, occupation);
    if (same) described.add(primary);
    return {
      ...guide,
      ...figuresOf(primary, sources.figures),
      hasGuide: true,
      primary,
      profile: null,
      isPrimary: same,
      words: wordsOf(guide.title, guide.summary, ...guide.alsoCalled),
      spellings: [...guide.alsoCalled, ...(same ? spellingsOf(occupation, known) : [])],
    };
  });
  const others = codesOf(sources, known)
    .filter((code) => !described.has(code))
    .map((code): CareerEntry => {
      const occupation = known.get(code) as OccupationEntry;
      const title = singularOf(occupation.title);
      const summary = summaryOf(occupation, known);
      const figures = figuresOf(code, sources.figures);
      return {
        slug: slugs.claim(title, code),
        title,
        summary,
        alsoCalled: title === occupation.title ? [] : [occupation.title],
        field: fieldOf(code),
        typicalEducation: figures.entryEducation ?? 'NOT_STATED',
        ...figures,
        hasGuide: false,
        occupations: [itself(occupation)],
        organizations: [],
        related: [],
        primary: code,
        profile: null,
        isPrimary: true,
        words: wordsOf(title, summary, occupation.title),
        spellings: spellingsOf(occupation, known),
      };
    });
  return { careers: [...withGuide, ...others].toSorted(byTitle), collisions: slugs.collisions };
}

const { compare } = new Intl.Collator('en');

export function byTitle(a: CareerEntry, b: CareerEntry): number {
  return compare(a.title, b.title) || compare(a.slug, b.slug);
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

function codesOf({ detailed, onet, occupations }: CareerSources, known: ReadonlyMap<string, OccupationEntry>) {
  const ofOnet = occupations
    .filter(({ level, releaseId }) => level === 'ONET' && releaseId === onet?.id)
    .map(({ code }) => (code.endsWith('.00') && known.has(code.slice(0, 7)) ? code.slice(0, 7) : code));
  return [...new Set([...detailed, ...ofOnet])].filter((code) => known.has(code)).sort(socFirst);
}

/** The SOC before O*NET, so that an occupation of the SOC keeps its slug. */
function socFirst(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

function itself({ code, level }: OccupationEntry): CareerOccupationEntry {
  const list = level === 'ONET' ? 'O*NET' : 'SOC';
  return { occupationCode: code, role: 'PRIMARY', reason: `This career is the ${list} occupation ${code}.` };
}

/** The titles and codes under which an occupation is known besides its slug. */
function spellingsOf({ code, title }: OccupationEntry, known: ReadonlyMap<string, OccupationEntry>): readonly string[] {
  const onetCode = `${code.slice(0, 7)}.00`;
  const onetTitle = known.get(onetCode)?.title ?? title;
  const onetNames = code.length === 7 ? [onetCode, onetTitle, singularOf(onetTitle)] : [];
  return [code, title, singularOf(title), ...onetNames];
}

function wordsOf(...texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.toLowerCase());
}

/** The figures of the occupation; for a code that has none, those of the SOC code, then of the broad occupation. */
function figuresOf(code: string, { wages, projections, outlookOf }: NationalFigures) {
  const codes = [code, code.slice(0, 7), `${code.slice(0, 6)}0`];
  const first = <Row>(rows: ReadonlyMap<string, Row>) => codes.map((each) => rows.get(each)).find(Boolean);
  const { medianAnnualUsd = null, medianMarker = null } = first(wages) ?? {};
  const { growthTenths = null, entryEducation = null } = first(projections) ?? {};
  return { medianAnnualUsd, medianMarker, growthTenths, entryEducation, outlook: outlookOf(growthTenths) };
}
