import { delineationOf, listed, type ResolutionRule, type ZipResolution } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { AreaEntry, OccupationEntry, ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { type AskedArea, areasFor, type Equivalent, isExactPlace, liesInSeveralStates } from './areas.js';
import type { FigureKey, FigureLoader } from './loaders.js';

/** What a query asks for. */
export interface Asked {
  readonly occupation: OccupationEntry;
  readonly area: AskedArea;
  readonly asOf: string | null;
  /** Answer with exactly this occupation and area, or not at all. */
  readonly exact: boolean;
}

/** Names a row of figures: an occupation in an area in a release. */
export interface Used {
  readonly occupation: OccupationEntry;
  readonly area: AreaEntry;
  readonly release: ReleaseEntry;
}

export interface Resolution {
  readonly askedOccupation: OccupationEntry;
  readonly askedArea: AreaEntry;
  readonly usedOccupation: OccupationEntry;
  readonly usedArea: AreaEntry;
  readonly exact: boolean;
  readonly rule: ResolutionRule;
  readonly explanation: string;
  /** How the ZIP code in the query was matched to the area; null without one. */
  readonly zip: ZipResolution | null;
}

/** A row of figures, what it describes, and why it was chosen. */
export type Resolved<Row> = Row & Used & { readonly resolution: Resolution };

/** The occupations and areas whose figures may answer, in order of preference. */
export interface Candidates {
  readonly occupations: readonly OccupationEntry[];
  readonly areas: readonly AskedArea[];
}

/**
 * The occupation, the SOC code of an O*NET code, the code that it is published under with others, then the broad occupation;
 * the area, then the areas around it.
 */
export function candidatesOf(catalog: Catalog, { occupation, area, exact }: Omit<Asked, 'asOf'>): Candidates {
  if (exact) return { occupations: [occupation], areas: isExactPlace(area) ? [{ ...area, equivalents: [] }] : [] };
  // No file of figures has O*NET codes.
  const socCode = occupation.code.slice(0, 7);
  const soc = occupation.level === 'ONET' ? catalog.occupation(socCode) : occupation;
  const broad = catalog.tree.ancestorsOf(occupation).filter(({ level }) => level === 'BROAD');
  return {
    occupations: [...new Set([...(soc ? [soc] : []), ...catalog.hybridsOf(socCode), ...broad])],
    areas: areasFor(catalog, area),
  };
}

/** Which releases may answer. */
export interface Releases {
  /** Those that are asked, in that order: official ones, then pages. */
  readonly releases: readonly ReleaseEntry[];
  /** Every official release that answers, for explanations of what was asked in vain. */
  readonly others: readonly ReleaseEntry[];
}

/**
 * Finds a figure for the first candidate that has one: all areas of an occupation come before the next occupation, and in
 * each area the releases in their order. A release that publishes the occupation together with others has it too: its
 * figure comes before an older one of the code alone. A suppressed figure is an answer; a row without any figure is not.
 */
export async function resolveFigure<Row>(
  context: Context,
  asked: Asked,
  { releases, others }: Releases,
  loader: FigureLoader<Row>,
): Promise<Resolved<Row> | null> {
  const { catalog } = context;
  const { occupations, areas } = candidatesOf(catalog, asked);
  // An answer of exactly what is asked needs no explanation of what lacks it.
  const isWhole = asked.exact || others.every((release) => releases.includes(release));
  const holders = new Map<string, ReleaseEntry | null>();
  for (const group of withHybrids(catalog, asked, occupations)) {
    const candidates = areas.flatMap((area) => group.map((occupation) => ({ area, occupation })));
    const keys = candidates.map(({ area: { code, equivalents }, occupation }) => ({
      occupationCode: occupation.code,
      areaCode: code,
      equivalents,
    }));
    const [found, elsewhere] = await Promise.all([
      Promise.all(keys.map((key) => loader.load({ ...key, releases }))),
      Promise.all(keys.map((key) => (isWhole ? null : loader.load({ ...key, equivalents: [], releases: others })))),
    ]);
    keys.forEach((key, index) => {
      holders.set(placeOf(key), elsewhere[index]?.release ?? null);
    });
    const answers = candidates.flatMap((candidate, index) => {
      const answer = found[index];
      return answer ? [{ ...candidate, ...answer }] : [];
    });
    const ofArea = answers.filter(({ area }) => area === answers[0]?.area);
    const [best] = ofArea.toSorted((x, y) => releases.indexOf(x.release) - releases.indexOf(y.release));
    if (!best) continue;
    const { row, areaCode, occupation, release } = best;
    const area = areaCode === best.area.code ? best.area : catalog.areaOf({ areaCode });
    const used = { occupation, area, release };
    const search = { asOf: asked.asOf, releases, holder: (key: Place) => holders.get(placeOf(key)) ?? null };
    return { ...row, ...used, resolution: explain(catalog, asked, used, search) };
  }
  return null;
}

/** The occupation and the codes that it is published under with others as one group, then each other candidate. */
function withHybrids(
  catalog: Catalog,
  { occupation: { code } }: Asked,
  [first, ...others]: readonly OccupationEntry[],
): readonly (readonly OccupationEntry[])[] {
  if (!first) return [];
  const hybrids = catalog.hybridsOf(code.slice(0, 7));
  const together = others.filter((candidate) => hybrids.includes(candidate));
  return [[first, ...together], ...others.filter((candidate) => !together.includes(candidate)).map((each) => [each])];
}

function placeOf({ occupationCode, areaCode }: Place): string {
  return `${occupationCode} ${areaCode}`;
}

type Place = Pick<FigureKey, 'occupationCode' | 'areaCode'>;

/** Where a figure was looked for. */
export interface Search {
  /** The release in the query; null if it names none. */
  readonly asOf: string | null;
  /** The releases that were asked, in that order. */
  readonly releases: readonly ReleaseEntry[];
  /** The newest official release that has a row for an occupation in an area and was not asked; null if there is none. */
  readonly holder: (place: Place) => ReleaseEntry | null;
}

/** Says how the row in use relates to what the query asks for. */
export function explain(
  catalog: Catalog,
  asked: Omit<Asked, 'asOf' | 'exact'>,
  used: Used,
  search: Search,
): Resolution {
  const rule = ruleOf(catalog, asked, used, search);
  const { zip = null, match } = asked.area;
  const sentences = [
    zip?.explanation ?? match,
    explanationOf(catalog, asked, used, search)[rule],
    earlierText(catalog, used, search),
  ];
  const isAsked = used.area.code === asked.area.code && used.occupation.code === asked.occupation.code;
  return {
    askedOccupation: asked.occupation,
    askedArea: asked.area,
    usedOccupation: used.occupation,
    usedArea: used.area,
    exact: isAsked && isExactPlace(asked.area),
    rule,
    explanation: sentences.filter((sentence) => sentence != null).join(' '),
    zip,
  };
}

function explanationOf(
  catalog: Catalog,
  asked: Omit<Asked, 'asOf' | 'exact'>,
  used: Used,
  search: Search,
): Record<ResolutionRule, string> {
  const { code, title } = used.occupation;
  const { name: source } = catalog.sourceOf(used.release);
  const socCode = asked.occupation.code.slice(0, 7);
  const place = used.area.kind === 'NATION' ? 'the nation' : used.area.name;
  const equivalent = equivalentOf(asked.area, used);
  const otherArea = `${used.release.label} follows ${delineationOf(used.release.key)}, which has no ${asked.area.name}; the figure is that of ${place} (${used.area.code}), because ${equivalent?.reason}.`;
  const hybrid = catalog.hybridOf(used.release, socCode);
  const together = publishedTogether(used, hybrid?.parts ?? []);
  const inArea = { occupationCode: code, areaCode: asked.area.code };
  const anywhere = areasFor(catalog, asked.area).map((area) => ({ occupationCode: socCode, areaCode: area.code }));
  const inAskedArea = `${code} in ${asked.area.name}`;
  const published = asPublished(catalog, inAskedArea, used.release);
  const lack = (what: string, places: readonly Place[], isPage = false) => {
    const having = places.map(search.holder).find((release) => release !== null) ?? null;
    return lacking(catalog, { ...search, what, nothing: `no row for ${what}`, having, isPage });
  };
  const inSeveral = used.area.kind === 'NATION' && liesInSeveralStates(asked.area);
  const several = inSeveral ? ', because the area lies in several states' : '';
  const wider =
    used.area.code === asked.area.code
      ? published
      : `${lack(inAskedArea, [inArea])}; the figure is that of ${place}${several}.`;
  const occupation =
    asked.occupation.level === 'ONET' && code === socCode
      ? `${asked.occupation.code} is an O*NET code below ${code}, whose figure it borrows.`
      : `${lack(socCode, anywhere)}; the figure is that of ${code} ${title}, which it belongs to.`;
  return {
    AS_ASKED: published,
    EARLIER_RELEASE: published,
    STATED_BY_PAGE: `${lack(inAskedArea, [inArea], true)}; the page "${source}" states it.`,
    OTHER_DELINEATION: otherArea,
    WIDER_AREA: wider,
    SOC_OCCUPATION: occupation,
    PUBLISHED_TOGETHER: together,
    BROADER_OCCUPATION: occupation,
    WIDER_AREA_AND_OCCUPATION: `${hybrid?.code === code ? together : occupation} ${equivalent ? otherArea : wider}`,
  };
}

/** Says that the release has the figure of just this occupation and area. */
export function asPublished(catalog: Catalog, what: string, release: ReleaseEntry): string {
  return `${what}, as published in ${catalog.sourceOf(release).name}, ${release.label}.`;
}

/** Says that the figure is that of a hybrid. */
export function publishedTogether(
  { release, occupation: { code, title } }: Pick<Used, 'release' | 'occupation'>,
  parts: readonly string[],
): string {
  return `${release.label} publishes ${listed(parts)} together as ${code} ${title}; the figure is for all of them.`;
}

/** What the releases that were asked lack, in the words of a clause. */
export interface Lacking extends Pick<Search, 'asOf' | 'releases'> {
  /** `29-2011 in Florida`, and how a release lacks it: `no row for 29-2011 in Florida`. */
  readonly what: string;
  readonly nothing: string;
  /** The newest official release that has it. */
  readonly having: ReleaseEntry | null;
  /** Whether a page has it. */
  readonly isPage: boolean;
}

/** `May 2024 has no row for …; May 2015 has`: names no release only where none that answers has it. */
export function lacking(catalog: Catalog, { asOf, releases, what, nothing, having, isPage }: Lacking): string {
  if (!having && asOf === null) return `No ${isPage ? 'official ' : ''}release that answers has ${what}`;
  const official = releases.find((release) => !catalog.isPage(release));
  const without = official ? `${official.label} has ${nothing}` : `No official release ${asOf} is loaded`;
  return having && !releases.includes(having) ? `${without}; ${having.label} has` : without;
}

/** Which newer release was asked before the one in use; null if that one is the first. */
function earlierText(catalog: Catalog, { release }: Used, { releases }: Search): string | null {
  const [first] = releases;
  if (!first || first === release || catalog.isPage(release)) return null;
  return `${first.label} has no row for it; ${release.label} is the newest that has.`;
}

function ruleOf(
  catalog: Catalog,
  asked: Omit<Asked, 'asOf' | 'exact'>,
  used: Used,
  { releases: [first] }: Search,
): ResolutionRule {
  const sameArea = used.area.code === asked.area.code;
  const { code } = used.occupation;
  const socCode = asked.occupation.code.slice(0, 7);
  if (code !== asked.occupation.code && !sameArea) return 'WIDER_AREA_AND_OCCUPATION';
  if (code !== asked.occupation.code) {
    if (code === socCode) return 'SOC_OCCUPATION';
    return catalog.hybridOf(used.release, socCode)?.code === code ? 'PUBLISHED_TOGETHER' : 'BROADER_OCCUPATION';
  }
  if (!sameArea) return equivalentOf(asked.area, used) ? 'OTHER_DELINEATION' : 'WIDER_AREA';
  if (catalog.isPage(used.release)) return 'STATED_BY_PAGE';
  if (!isExactPlace(asked.area)) return 'WIDER_AREA';
  return used.release === first ? 'AS_ASKED' : 'EARLIER_RELEASE';
}

function equivalentOf({ equivalents = [] }: AskedArea, { area, release }: Used): Equivalent | undefined {
  return equivalents.find(({ releaseId, area: { code } }) => releaseId === release.id && code === area.code);
}
