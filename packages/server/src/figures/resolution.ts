import { delineationOf, levelOf, type ResolutionRule, type ZipResolution } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { AreaEntry, OccupationEntry, ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import type { MaybePromise } from '../maybe-promise.js';
import { type AskedArea, areasFor, type Equivalent, isExactPlace, liesInSeveralStates } from './areas.js';
import type { FigureKey, FigureLoader } from './loaders.js';
import { asPublished, lacking, named, ofSocCode, placeName, publishedTogether, theFigures } from './wording.js';

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
export interface Resolved<Row> extends Used {
  readonly row: Row;
  readonly resolution: Resolution;
}

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
  const socCode = asked.occupation.code.slice(0, 7);
  for (const group of inOrder(catalog, socCode, occupations)) {
    const candidates = areas.flatMap((area) =>
      group.map(({ occupation, isMeantBy }) => {
        const key = { occupationCode: occupation.code, areaCode: area.code, equivalents: area.equivalents };
        return { occupation, area, isMeantBy, key };
      }),
    );
    const load = (key: Omit<FigureKey, 'releases'>, among: readonly ReleaseEntry[]) =>
      among.length === 0 ? null : loader.load({ ...key, releases: among });
    const [found, elsewhere] = await Promise.all([
      Promise.all(candidates.map(({ key, isMeantBy }) => load(key, releases.filter(isMeantBy)))),
      Promise.all(candidates.map(({ key }) => (isWhole ? null : load({ ...key, equivalents: [] }, others)))),
    ]);
    candidates.forEach(({ key }, index) => {
      holders.set(placeOf(key), elsewhere[index]?.release ?? null);
    });
    const answers = candidates.flatMap(({ occupation, area }, index) => {
      const answer = found[index];
      return answer ? [{ occupation, area, ...answer }] : [];
    });
    const ofArea = answers.filter(({ area }) => area === answers[0]?.area);
    const [best] = ofArea.toSorted((x, y) => releases.indexOf(x.release) - releases.indexOf(y.release));
    if (!best) continue;
    const { row, areaCode, occupation, release } = best;
    const area = areaCode === best.area.code ? best.area : catalog.areaOf({ areaCode });
    const used = { occupation, area, release };
    const search = { asOf: asked.asOf, releases, holder: (key: Place) => holders.get(placeOf(key)) ?? null };
    return { row, ...used, resolution: explain(catalog, asked, used, search) };
  }
  return null;
}

/**
 * Finds a figure once per catalog. A place that leads to an area, such as a ZIP code, is not kept: there are too many, and
 * the rows of the area are.
 */
export function onceAsked<T>(
  { catalog, results }: Context,
  what: string,
  { occupation, area, asOf, exact }: Asked,
  find: () => Promise<T>,
): MaybePromise<T> {
  if (!catalog.holds(area)) return find();
  return results.get(`${what} ${occupation.code} ${area.code} ${asOf ?? ''} ${exact}`, find);
}

interface Choice {
  readonly occupation: OccupationEntry;
  /** Whether the code stands for the occupation in the query in a release. */
  readonly isMeantBy: (release: ReleaseEntry) => boolean;
}

/**
 * The occupation and its hybrids as one group, each hybrid only in the releases that publish the occupation under it; then
 * each wider candidate, in any release.
 */
function inOrder(
  catalog: Catalog,
  socCode: string,
  [first, ...others]: readonly OccupationEntry[],
): readonly (readonly Choice[])[] {
  if (!first) return [];
  const anywhere = (occupation: OccupationEntry): Choice => ({ occupation, isMeantBy: () => true });
  const hybrids = catalog.hybridsOf(socCode).filter((hybrid) => others.includes(hybrid));
  const wider = others.filter((candidate) => levelOf(candidate.code) === 'BROAD' || !hybrids.includes(candidate));
  return [
    [
      anywhere(first),
      ...hybrids.map((occupation) => ({
        occupation,
        isMeantBy: (release: ReleaseEntry) => catalog.hybridOf(release, socCode)?.code === occupation.code,
      })),
    ],
    ...wider.map((candidate) => [anywhere(candidate)]),
  ];
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
    pageText(catalog, used, rule),
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
  const { code } = used.occupation;
  const { name: source } = catalog.sourceOf(used.release);
  const socCode = asked.occupation.code.slice(0, 7);
  const place = used.area.kind === 'NATION' ? 'the nation' : used.area.name;
  const equivalent = equivalentOf(asked.area, used);
  const otherArea = `${theFigures(used.release)} follow ${delineationOf(used.release.key)}, which has no ${asked.area.name}; the figure is that of ${place} (${used.area.code}), because ${equivalent?.reason}.`;
  const hybrid = catalog.hybridOf(used.release, socCode);
  const together = hybrid ? publishedTogether(catalog, used.release, socCode, hybrid) : '';
  const inArea = { occupationCode: code, areaCode: asked.area.code };
  const anywhere = areasFor(catalog, asked.area).map((area) => ({ occupationCode: socCode, areaCode: area.code }));
  const inAskedArea = `figure for ${named(used.occupation)} in ${placeName(asked.area)}`;
  const published = asPublished(used.occupation, used.area, used.release);
  const lack = (what: string, places: readonly Place[], isPage = false) => {
    const having = places.map(search.holder).find((release) => release !== null) ?? null;
    return lacking(catalog, { ...search, what, having, isPage });
  };
  const inSeveral = used.area.kind === 'NATION' && liesInSeveralStates(asked.area);
  const several = inSeveral ? ', because the area lies in several states' : '';
  const wider =
    used.area.code === asked.area.code
      ? published
      : `${lack(inAskedArea, [inArea])}; the figure is that of ${place}${several}.`;
  const occupation =
    asked.occupation.level === 'ONET' && code === socCode
      ? ofSocCode(catalog, asked.occupation, used.occupation)
      : `${lack(`figure for ${named(asked.occupation)}`, anywhere)}; the figure is for ${named(used.occupation)}, which includes it.`;
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

/** Which newer release was asked before the one in use; null if that one is the first. */
function earlierText(catalog: Catalog, { release }: Used, { releases }: Search): string | null {
  const [first] = releases;
  if (!first || first === release || catalog.isPage(release)) return null;
  return `${theFigures(first)} have no such figure; ${release.label} is the newest release that has one.`;
}

/** Which page states a figure of a wider area or another occupation; null for a figure of an official release. */
function pageText(catalog: Catalog, { release }: Used, rule: ResolutionRule): string | null {
  if (!catalog.isPage(release) || rule === 'STATED_BY_PAGE') return null;
  return `The page "${catalog.sourceOf(release).name}" states it.`;
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
