import { delineationOf, listed, type ResolutionRule, type ZipResolution } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { AreaEntry, OccupationEntry, ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import type { Equivalent } from '../places/delineations.js';
import { type AskedArea, areasFor } from './areas.js';
import type { FigureKey } from './loaders.js';

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

/** The occupation, the SOC code of an O*NET code, the code that it is published under with others, then the broad occupation; the area, then the areas around it. */
export function candidatesOf(catalog: Catalog, { occupation, area, exact }: Omit<Asked, 'asOf'>): Candidates {
  // An area that is a guess by the neighbors of a ZIP code is not what the query asks for.
  if (exact) return { occupations: [occupation], areas: area.zip?.exact === false ? [] : [area] };
  // No file of figures has O*NET codes.
  const socCode = occupation.code.slice(0, 7);
  const soc = occupation.level === 'ONET' ? catalog.occupation(socCode) : occupation;
  const broad = catalog.tree.ancestorsOf(occupation).filter(({ level }) => level === 'BROAD');
  return {
    occupations: [...new Set([...(soc ? [soc] : []), ...catalog.hybridsOf(socCode), ...broad])],
    areas: areasFor(catalog, area),
  };
}

/**
 * Finds a figure for the first candidate that has one: all areas of an occupation come before the next occupation, and in
 * each area the releases in their order. A suppressed figure is an answer; a row without any figure is not.
 */
export async function resolveFigure<Row>(
  context: Context,
  asked: Asked,
  releases: readonly ReleaseEntry[],
  load: (key: FigureKey) => Promise<Row | null>,
  holdsAnything: (row: Row) => boolean,
): Promise<Resolved<Row> | null> {
  const { occupations, areas } = candidatesOf(context.catalog, asked);
  for (const occupation of occupations) {
    const candidates = areas.flatMap((area) => releases.map((release): Used => ({ occupation, area, release })));
    const rows = await Promise.all(candidates.map((candidate) => load(keyOf(candidate))));
    const index = rows.findIndex((row) => row !== null && holdsAnything(row));
    const row = rows[index];
    const used = candidates[index];
    if (row && used) return { ...row, ...used, resolution: explain(context.catalog, asked, used) };
  }
  return null;
}

export function keyOf({ occupation, area, release }: Used): FigureKey {
  return { releaseId: release.id, occupationCode: occupation.code, areaCode: area.code };
}

/** Says how the row in use relates to what the query asks for. */
export function explain(catalog: Catalog, asked: Omit<Asked, 'asOf' | 'exact'>, used: Used): Resolution {
  const rule = ruleOf(catalog, asked, used);
  const { zip = null, match } = asked.area;
  const explanation = explanationOf(catalog, asked, used)[rule];
  const lead = zip?.explanation ?? match;
  return {
    askedOccupation: asked.occupation,
    askedArea: asked.area,
    usedOccupation: used.occupation,
    usedArea: used.area,
    exact: used.area.code === asked.area.code && used.occupation.code === asked.occupation.code && zip?.exact !== false,
    rule,
    explanation: lead === undefined ? explanation : `${lead} ${explanation}`,
    zip,
  };
}

function explanationOf(
  catalog: Catalog,
  asked: Omit<Asked, 'asOf' | 'exact'>,
  used: Used,
): Record<ResolutionRule, string> {
  const { code, title } = used.occupation;
  const { name: source } = catalog.sourceOf(used.release);
  const socCode = asked.occupation.code.slice(0, 7);
  const place = used.area.kind === 'NATION' ? 'the nation' : used.area.name;
  const equivalent = equivalentOf(asked.area, used);
  const otherArea = `${used.release.label} follows ${delineationOf(used.release.key)}, which has no ${asked.area.name}; the figure is that of ${place} (${used.area.code}), because ${equivalent?.reason}.`;
  const wider = `No release that answers has ${code} in ${asked.area.name}; the figure is that of ${place}.`;
  const hybrid = catalog.hybridOf(used.release, socCode);
  const together = `${used.release.label} publishes ${listed(hybrid?.parts ?? [])} together as ${code} ${title}; the figure is for all of them.`;
  const occupation =
    asked.occupation.level === 'ONET' && code === socCode
      ? `${asked.occupation.code} is an O*NET code below ${code}, whose figure it borrows.`
      : `No release that answers has ${socCode}; the figure is that of ${code} ${title}, which it belongs to.`;
  return {
    AS_ASKED: `${code} in ${asked.area.name}, as published in ${source}, ${used.release.label}.`,
    STATED_BY_PAGE: `No official release that answers has ${code} in ${asked.area.name}; the page "${source}" states it.`,
    OTHER_DELINEATION: otherArea,
    WIDER_AREA: wider,
    SOC_OCCUPATION: occupation,
    PUBLISHED_TOGETHER: together,
    BROADER_OCCUPATION: occupation,
    WIDER_AREA_AND_OCCUPATION: `${hybrid?.code === code ? together : occupation} ${equivalent ? otherArea : wider}`,
  };
}

function ruleOf(catalog: Catalog, asked: Omit<Asked, 'asOf' | 'exact'>, used: Used): ResolutionRule {
  const sameArea = used.area.code === asked.area.code;
  const { code } = used.occupation;
  const socCode = asked.occupation.code.slice(0, 7);
  if (code !== asked.occupation.code && !sameArea) return 'WIDER_AREA_AND_OCCUPATION';
  if (code !== asked.occupation.code) {
    if (code === socCode) return 'SOC_OCCUPATION';
    return catalog.hybridOf(used.release, socCode)?.code === code ? 'PUBLISHED_TOGETHER' : 'BROADER_OCCUPATION';
  }
  if (!sameArea) return equivalentOf(asked.area, used) ? 'OTHER_DELINEATION' : 'WIDER_AREA';
  return catalog.isPage(used.release) ? 'STATED_BY_PAGE' : 'AS_ASKED';
}

function equivalentOf({ equivalents = [] }: AskedArea, { area, release }: Used): Equivalent | undefined {
  return equivalents.find(({ releaseId, area: { code } }) => releaseId === release.id && code === area.code);
}
