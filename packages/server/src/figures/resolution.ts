import type { ZipResolution } from '@careergraph/domain';
import type { AreaEntry, Catalog, OccupationEntry, ReleaseEntry } from '../catalog/catalog.js';
import type { Context } from '../context.js';
import { type AskedArea, areaChain } from './areas.js';
import type { FigureKey } from './loaders.js';

export interface Asked {
  readonly occupation: OccupationEntry;
  readonly area: AskedArea;
  readonly asOf: string | null;
  /** Answer with just what is asked for, or not at all. */
  readonly exact: boolean;
}

export interface Resolution {
  readonly askedOccupation: OccupationEntry;
  readonly askedArea: AreaEntry;
  readonly usedOccupation: OccupationEntry;
  readonly usedArea: AreaEntry;
  readonly exact: boolean;
  readonly rule: ResolutionRule;
  readonly explanation: string;
  /** How the ZIP code that was asked for led to the area. */
  readonly zip: ZipResolution | null;
}

export const RESOLUTION_RULES = {
  AS_ASKED: 'The official figure of just the occupation and area that were asked for.',
  STATED_BY_PAGE:
    'No official release that is loaded has the figure; a published page states it, and is named as its source.',
  WIDER_AREA:
    'No release that answers has the occupation in the area asked for; the figure is that of the area around it.',
  SOC_OCCUPATION: 'Figures are published for SOC codes; an O*NET code below one borrows the figure of its SOC code.',
  BROADER_OCCUPATION:
    'No release that answers has the detailed occupation; the figure is that of the broad occupation that it belongs to.',
  WIDER_AREA_AND_OCCUPATION: 'Both the occupation and the area are wider than what was asked for.',
} as const;
export type ResolutionRule = keyof typeof RESOLUTION_RULES;

/** A row of figures with what it is of and why it was chosen. */
export interface Resolved<Row> {
  readonly row: Row;
  readonly occupation: OccupationEntry;
  readonly area: AreaEntry;
  readonly release: ReleaseEntry;
  readonly resolution: Resolution;
}

/**
 * Looks for a figure: of the occupation asked for, then of the SOC code of an O*NET code, then of the broad occupation
 * around a detailed one; of each in the area asked for, then in what lies around it, each time in official releases
 * before pages. A suppressed figure is an answer; a row that holds no figure at all is not.
 */
export async function resolveFigure<Row>(
  context: Context,
  asked: Asked,
  releases: readonly ReleaseEntry[],
  load: (key: FigureKey) => Promise<Row | null>,
  holdsAnything: (row: Row) => boolean,
): Promise<Resolved<Row> | null> {
  const { exact } = asked;
  const areas = exact ? [asked.area] : areaChain(context.catalog, asked.area);
  const occupations = exact ? [asked.occupation] : occupationChain(context.catalog, asked.occupation);
  for (const occupation of occupations) {
    const wanted = areas.flatMap((area) => releases.map((release) => ({ area, release })));
    const rows = await Promise.all(
      wanted.map(({ area, release }) =>
        load({ releaseId: release.id, occupationCode: occupation.code, areaCode: area.code }),
      ),
    );
    const index = rows.findIndex((row) => row !== null && holdsAnything(row));
    const row = rows[index];
    const used = wanted[index];
    if (row && used) {
      return { row, occupation, ...used, resolution: explain(context, asked, { occupation, ...used }) };
    }
  }
  return null;
}

/** The occupation, then the classes around it whose figures may stand for it. No file of figures has O*NET codes. */
function occupationChain({ occupations }: Catalog, occupation: OccupationEntry): readonly OccupationEntry[] {
  const around = (code: string | null) => (code === null ? undefined : occupations.get(code));
  const soc = occupation.level === 'ONET' ? around(occupation.code.slice(0, 7)) : occupation;
  const broad = soc?.level === 'DETAILED' ? around(soc.parentCode) : undefined;
  return [soc, broad?.level === 'BROAD' ? broad : undefined].filter((entry) => entry !== undefined);
}

export interface Used {
  readonly occupation: OccupationEntry;
  readonly area: AreaEntry;
  readonly release: ReleaseEntry;
}

export function explain({ catalog }: Context, asked: Omit<Asked, 'asOf' | 'exact'>, used: Used): Resolution {
  const source = catalog.sources.get(used.release.sourceId);
  const fromPage = source?.kind === 'PAGE';
  const rule = ruleOf(asked, used, fromPage);
  const place = used.area.kind === 'NATION' ? 'the nation' : used.area.name;
  const wider = `No release that answers has ${used.occupation.code} in ${asked.area.name}; the figure is that of ${place}.`;
  const occupation =
    asked.occupation.level === 'ONET' && used.occupation.code === asked.occupation.code.slice(0, 7)
      ? `${asked.occupation.code} is an O*NET code below ${used.occupation.code}, whose figure it borrows.`
      : `No release that answers has ${asked.occupation.code.slice(0, 7)}; the figure is that of ${used.occupation.code} ${used.occupation.title}, which it belongs to.`;
  const explanations: Record<ResolutionRule, string> = {
    AS_ASKED: `${used.occupation.code} in ${asked.area.name}, as published in ${source?.name}, ${used.release.label}.`,
    STATED_BY_PAGE: `No official release that answers has ${used.occupation.code} in ${asked.area.name}; the page "${source?.name}" states it.`,
    WIDER_AREA: wider,
    SOC_OCCUPATION: occupation,
    BROADER_OCCUPATION: occupation,
    WIDER_AREA_AND_OCCUPATION: `${occupation} ${wider}`,
  };
  const zip = asked.area.zip ?? null;
  return {
    askedOccupation: asked.occupation,
    askedArea: asked.area,
    usedOccupation: used.occupation,
    usedArea: used.area,
    exact: used.area.code === asked.area.code && used.occupation.code === asked.occupation.code,
    rule,
    explanation: zip === null ? explanations[rule] : `${zip.explanation} ${explanations[rule]}`,
    zip,
  };
}

function ruleOf(asked: Omit<Asked, 'asOf' | 'exact'>, used: Used, fromPage: boolean): ResolutionRule {
  const sameArea = used.area.code === asked.area.code;
  const sameOccupation = used.occupation.code === asked.occupation.code;
  if (!sameOccupation && !sameArea) return 'WIDER_AREA_AND_OCCUPATION';
  if (!sameOccupation) {
    return used.occupation.code === asked.occupation.code.slice(0, 7) ? 'SOC_OCCUPATION' : 'BROADER_OCCUPATION';
  }
  if (!sameArea) return 'WIDER_AREA';
  return fromPage ? 'STATED_BY_PAGE' : 'AS_ASKED';
}
