import type { AreaKind } from '@careergraph/db';
import { delineationOf, type FigureStatus, MARKERS, type WageStatistic, wageColumns } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { AreaEntry, OccupationEntry, ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { isLocal } from './areas.js';
import { holdsAnyWage, type WageRow } from './loaders.js';
import { theFigures } from './wording.js';

export interface AreaWithoutFigure {
  readonly area: AreaEntry;
  readonly status: FigureStatus;
  readonly reason: string;
}

const NOT_ITS_OCCUPATION = "The requested occupation is not one of the career's occupations";

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
    ? catalog.isPage(release)
      ? `The page "${catalog.sourceOf(release).name}" states no figure for this area.`
      : `The ${catalog.sourceOf(release).name} for ${release.label} have no figure for this area.`
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
  if (release === null) return [whose, `${lack ?? NOT_ITS_OCCUPATION}.`].filter(Boolean).join(' ');
  const order =
    orderBy.field === 'AREA'
      ? 'Sorted by area code. Areas without a published figure are named with the reason.'
      : 'Areas with equal figures share a rank and are sorted by area code. Areas without a published figure come last or are not in the list. They have no rank, and the reason is given for each. If the reason is that the wage is too high to be published, the area pays more than all areas with a rank.';
  const local = `${theFigures(release)} follow ${delineationOf(release.key)}. Areas that only another delineation has are neither listed nor named as missing.`;
  const scope: Partial<Record<AreaKind, string>> = {
    STATE:
      'The District of Columbia counts as a state. Guam, Puerto Rico, and the Virgin Islands are territories, which have a list of their own.',
    TERRITORY: 'The national figure does not include territories.',
    METRO: local,
    NONMETRO: local,
  };
  const source = catalog.isPage(release)
    ? 'The figures are those that a published page states, not official ones.'
    : `All figures are for ${release.label}.`;
  const why = lack && `${lack}.`;
  return [source, whose, why, order, scope[kind]].filter(Boolean).join(' ');
}
