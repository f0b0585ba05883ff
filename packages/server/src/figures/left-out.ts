import type { AreaKind } from '@careergraph/db';
import { type FigureStatus, MARKERS, type WageStatistic, wageColumns } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { AreaEntry, OccupationEntry, ReleaseEntry } from '../catalog/entries.js';
import { holdsAnyWage, type WageRow } from './loaders.js';

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
  readonly together: string | null;
}

/** The areas of the kind in the query that have no figure to be ordered by, with the reason. */
export function areasWithoutFigure(
  catalog: Catalog,
  { kind, orderBy }: ListAsked,
  { release, lack }: ListRelease,
  rows: readonly WageRow[],
): readonly AreaWithoutFigure[] {
  const { annualMarker } = wageColumns(orderBy.field === 'AREA' ? 'MEAN' : orderBy.field);
  const notPublished = release
    ? catalog.isPage(release)
      ? `The page "${catalog.sourceOf(release).name}" states no figure for this area.`
      : `The ${catalog.sourceOf(release).name} for ${release.label} have no figure for this area.`
    : `${lack ?? NOT_ITS_OCCUPATION}.`;
  return catalog.areasOfKind(kind).flatMap((area): AreaWithoutFigure[] => {
    const row = rows.find(({ areaCode }) => areaCode === area.code);
    if (!row || !holdsAnyWage(row)) return [{ area, status: 'NOT_PUBLISHED', reason: notPublished }];
    const why = row[annualMarker];
    return why === null ? [] : [{ area, ...MARKERS[why] }];
  });
}

/** How a list treats ties, missing areas and territories, and whose figures it has. */
export function treatmentOf(
  catalog: Catalog,
  { kind, orderBy }: ListAsked,
  { release, lack, together }: ListRelease,
): string {
  const order =
    orderBy.field === 'AREA'
      ? 'Sorted by area code. Areas without a published figure are named with the reason.'
      : 'Areas with equal figures share a rank and are sorted by area code. Areas without a published figure come last or are not in the list. They have no rank, and the reason is given for each. If the reason is that the wage is too high to be published, the area pays more than all areas with a rank.';
  const scope: Partial<Record<AreaKind, string>> = {
    STATE:
      'The District of Columbia counts as a state. Guam, Puerto Rico, and the Virgin Islands are territories, which have a list of their own.',
    TERRITORY: 'The national figure does not include territories.',
  };
  const source = release
    ? catalog.isPage(release)
      ? 'The figures are those that a published page states, not official ones.'
      : `All figures are for ${release.label}.`
    : null;
  const why = release && lack === null ? null : `${lack ?? NOT_ITS_OCCUPATION}.`;
  return [source, together, why, order, scope[kind]].filter(Boolean).join(' ');
}
