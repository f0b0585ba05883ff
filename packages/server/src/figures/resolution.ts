import type { AreaEntry, OccupationEntry, ReleaseEntry } from '../catalog/catalog.js';
import type { Context } from '../context.js';
import { areaChain } from './areas.js';
import type { FigureKey } from './loaders.js';

export interface Asked {
  readonly occupation: OccupationEntry;
  readonly area: AreaEntry;
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
}

export const RESOLUTION_RULES = {
  AS_ASKED: 'The official figure of just the occupation and area that were asked for.',
  STATED_BY_PAGE:
    'No official release that is loaded has the figure; a published page states it, and is named as its source.',
  WIDER_AREA: 'No loaded release has the occupation in the area asked for; the figure is that of the area around it.',
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
 * Looks for a figure: in the area asked for, then in what lies around it, each time in official releases before
 * pages. A suppressed figure is an answer; a row that holds no figure at all is not.
 */
export async function resolveFigure<Row>(
  context: Context,
  asked: Asked,
  releases: readonly ReleaseEntry[],
  load: (key: FigureKey) => Promise<Row | null>,
  holdsAnything: (row: Row) => boolean,
): Promise<Resolved<Row> | null> {
  const { occupation, area, exact } = asked;
  const chain = exact ? [area] : areaChain(context.catalog, area);
  const wanted = chain.flatMap((place) => releases.map((release) => ({ place, release })));
  const rows = await Promise.all(
    wanted.map(({ place, release }) =>
      load({ releaseId: release.id, occupationCode: occupation.code, areaCode: place.code }),
    ),
  );
  const index = rows.findIndex((row) => row !== null && holdsAnything(row));
  const row = rows[index];
  const used = wanted[index];
  if (!row || !used) return null;
  return {
    row,
    occupation,
    area: used.place,
    release: used.release,
    resolution: explain(context, asked, used.place, used.release),
  };
}

function explain(
  { catalog }: Context,
  { occupation, area }: Asked,
  used: AreaEntry,
  release: ReleaseEntry,
): Resolution {
  const source = catalog.sources.get(release.sourceId);
  const fromPage = source?.kind === 'PAGE';
  const rule: ResolutionRule = used.code !== area.code ? 'WIDER_AREA' : fromPage ? 'STATED_BY_PAGE' : 'AS_ASKED';
  const explanations: Record<ResolutionRule, string> = {
    AS_ASKED: `${occupation.code} in ${area.name}, as published in ${source?.name}, ${release.label}.`,
    STATED_BY_PAGE: `No loaded official release has ${occupation.code} in ${area.name}; the page "${source?.name}" states it.`,
    WIDER_AREA: `No loaded release has ${occupation.code} in ${area.name}; the figure is that of ${used.kind === 'NATION' ? 'the nation' : used.name}.`,
  };
  return {
    askedOccupation: occupation,
    askedArea: area,
    usedOccupation: occupation,
    usedArea: used,
    exact: used.code === area.code,
    rule,
    explanation: explanations[rule],
  };
}
