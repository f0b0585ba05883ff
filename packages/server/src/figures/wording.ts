import { type Hybrid, listed } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { AreaEntry, OccupationCode, OccupationEntry, ReleaseEntry } from '../catalog/entries.js';

/** The parts of a hybrid that a sentence names one by one. */
const MOST_NAMED = 3;

/** `Medical and Health Services Managers (11-9111)` */
export function named({ code, title }: Pick<OccupationEntry, 'code' | 'title'>): string {
  return `${title} (${code})`;
}

/** The same for a code that no loaded file may list. */
export function namedCode(catalog: Catalog, code: string): string {
  const occupation = catalog.occupation(code);
  return occupation ? named(occupation) : code;
}

const WITH_ARTICLE: readonly string[] = ['US', 'US-DC', 'US-VI'];

/** `the United States`, `Florida` */
export function placeName({ code, name }: Pick<AreaEntry, 'code' | 'name'>): string {
  return WITH_ARTICLE.includes(code) ? `the ${name}` : name;
}

const FIGURES: Readonly<Record<string, string>> = { 'bls-oews': 'wage estimates', 'bls-ep': 'projections' };

/** `the May 2025 wage estimates`, `the 2024–34 projections` */
function figuresOf({ sourceId, label }: ReleaseEntry): string {
  const figures = FIGURES[sourceId];
  return figures ? `the ${label} ${figures}` : `the figures for ${label}`;
}

/** `The May 2025 wage estimates`: the figures of releases, as the plural subject of a sentence. */
export function theFigures(...releases: readonly ReleaseEntry[]): string {
  return listed(releases.map(figuresOf)).replace(/^t/, 'T');
}

/** Says that the release has the figure of just this occupation and area. */
export function asPublished(occupation: OccupationEntry, area: AreaEntry, release: ReleaseEntry): string {
  return `This figure is from ${figuresOf(release)} for ${named(occupation)} in ${placeName(area)}.`;
}

/** Says that the figure is that of a hybrid. */
export function publishedTogether(catalog: Catalog, release: ReleaseEntry, socCode: string, hybrid: Hybrid): string {
  const { code, parts } = hybrid;
  const others = parts.filter((part) => part !== socCode);
  const names =
    others.length < MOST_NAMED
      ? others.map((part) => namedCode(catalog, part)).join(' and ')
      : `${others.length} other occupations`;
  return `${theFigures(release)} combine ${namedCode(catalog, socCode)} with ${names} as ${namedCode(catalog, code)}; the figure is for all of them.`;
}

/** Says whose figure an O*NET code has. */
export function ofSocCode(catalog: Catalog, onet: OccupationCode, soc: OccupationEntry): string {
  return onet.code.endsWith('.00')
    ? `The figure is for ${named(soc)}; ${onet.code} is O*NET's code for all of it.`
    : `The figure is for ${named(soc)}, which includes ${namedCode(catalog, onet.code)}.`;
}

/** What the releases that were asked lack, in the words of a clause. */
export interface Lacking {
  /** The release in the query; null if it names none. */
  readonly asOf: string | null;
  readonly releases: readonly ReleaseEntry[];
  /** `figure for Surgeons in Florida` */
  readonly what: string;
  /** The newest official release that has it. */
  readonly having: ReleaseEntry | null;
  /** Whether a page has it. */
  readonly isPage: boolean;
}

/** `The May 2024 wage estimates have no …; the May 2015 wage estimates have one`. Names none if no release here has it. */
export function lacking(catalog: Catalog, { asOf, releases, what, having, isPage }: Lacking): string {
  if (!having && asOf === null) return `No ${isPage ? 'official ' : ''}release on this server has a ${what}`;
  const official = releases.find((release) => !catalog.isPage(release));
  const without = official ? `${theFigures(official)} have no ${what}` : `No official release ${asOf} is loaded`;
  return having && !releases.includes(having) ? `${without}; ${figuresOf(having)} have one` : without;
}
