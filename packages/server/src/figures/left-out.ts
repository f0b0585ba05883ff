import type { AreaKind } from '@careergraph/db';
import { delineationOf, type FigureStatus, MARKERS, type WageStatistic, wageColumns } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { AreaEntry, OccupationEntry, ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { isLocal } from './areas.js';
import { holdsAnyWage, type WageRow } from './loaders.js';

export interface AreaWithoutFigure {
  readonly area: AreaEntry;
  readonly status: FigureStatus;
  readonly reason: string;
}

const NOT_ITS_OCCUPATION = "The occupation asked for is not one of the career's";

interface ListAsked {
  readonly occupation: OccupationEntry | null;
  readonly kind: AreaKind;
  readonly orderBy: { readonly field: WageStatistic | 'AREA' };
}

/** The release of a list, what the releases before it lack, and which occupations its figures are for. */
interface ListRelease {
  readonly release: ReleaseEntry | null;
  readonly lack: string | null;
  readonly scope: string | null;
}

/** The areas of the kind in the query that have no figure to be ordered by, with the reason. */
export async function areasWithoutFigure(
  context: Context,
  { kind, orderBy }: ListAsked,
  { release, lack }: ListRelease,
  rows: readonly WageRow[],
): Promise<readonly AreaWithoutFigure[]> {
  const { catalog } = context;
  const { annualMarker } = wageColumns(orderBy.field === 'AREA' ? 'MEAN' : orderBy.field);
  const notPublished = release
    ? `"${catalog.sourceOf(release).name}", ${release.label}, has no figure for it.`
    : `${lack ?? NOT_ITS_OCCUPATION}.`;
  return (await areasOf(context, kind, release)).flatMap((area): AreaWithoutFigure[] => {
    const row = rows.find(({ areaCode }) => areaCode === area.code);
    if (!row || !holdsAnyWage(row)) return [{ area, status: 'NOT_PUBLISHED', reason: notPublished }];
    const why = row[annualMarker];
    return why === null ? [] : [{ area, ...MARKERS[why] }];
  });
}

/**
 * The areas of a kind that a release could have a figure for. Metropolitan areas are those that its own files name: another
 * delineation has others, which are not missing from it.
 */
async function areasOf(
  { catalog, prisma }: Context,
  kind: AreaKind,
  release: ReleaseEntry | null,
): Promise<readonly AreaEntry[]> {
  const areas = catalog.areasOfKind(kind);
  if (release === null || !isLocal({ kind })) return areas;
  const named = await catalog.once(`areas ${kind} ${release.id}`, () =>
    prisma.fileArea.findMany({ where: { kind, fileId: { in: [...release.fileIds] } }, select: { code: true } }),
  );
  const codes = new Set(named.map(({ code }) => code));
  return areas.filter(({ code }) => codes.has(code));
}

/** How a list treats ties, missing areas and territories, and whose figures it has. */
export function treatmentOf(
  catalog: Catalog,
  { kind, orderBy }: ListAsked,
  { release, lack, scope: whose }: ListRelease,
): string {
  const ties =
    orderBy.field === 'AREA'
      ? 'Ordered by area code.'
      : 'Equal figures share a rank and stand in the order of their area codes.';
  const missing =
    'Areas without the figure (suppressed, top-coded or absent) come last, have no rank, and are named in leftOut with the reason; a top-coded one pays more than any that is ranked.';
  const local =
    release &&
    `${release.label} follows ${delineationOf(release.key)}; areas that only another delineation has are neither listed nor left out.`;
  const scope: Partial<Record<AreaKind, string | null>> = {
    STATE:
      'States include the District of Columbia; Guam, Puerto Rico and the Virgin Islands are not states: ask for them with kind TERRITORY.',
    TERRITORY: 'Territories are not part of the national figure.',
    METRO: local,
    NONMETRO: local,
  };
  const source = release
    ? catalog.isPage(release)
      ? 'The figures are those that a published page states.'
      : `All figures are of ${release.label}.`
    : null;
  const why = release && lack === null ? null : `${lack ?? NOT_ITS_OCCUPATION}.`;
  return [source, whose, why, ties, missing, scope[kind]].filter(Boolean).join(' ');
}
