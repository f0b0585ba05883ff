import { levelOf, type SeriesBreakKind, seriesBreaks } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { isLocal } from './areas.js';
import { areaCodesIn, type WageRow } from './loaders.js';
import { type Asked, candidatesOf, explain, type Resolution, type Used } from './resolution.js';
import type { SalaryShape } from './salary.js';
import { named, placeName, publishedTogether, releaseHas } from './wording.js';

export interface SalaryHistoryShape {
  /** The occupation and area of all points, and why they were chosen. */
  readonly resolution: Resolution;
  readonly points: readonly SalaryPoint[];
}

export interface SalaryPoint {
  readonly release: ReleaseEntry;
  readonly salary: SalaryShape | null;
  /** Why there is no salary; null if there is one. */
  readonly reason: string | null;
  readonly breaksBefore: readonly SalaryBreak[];
}

export interface SalaryBreak {
  readonly kind: SeriesBreakKind;
  readonly from: ReleaseEntry;
  readonly to: ReleaseEntry;
  readonly explanation: string;
}

type HistoryAsked = Omit<Asked, 'asOf'>;

/**
 * A wage in every official release that answers, the oldest first. All points have the same occupation and area: the first
 * candidates that any release has.
 */
export async function resolveSalaryHistory(context: Context, asked: HistoryAsked): Promise<SalaryHistoryShape | null> {
  const { catalog } = context;
  const newestFirst = catalog.answering('bls-oews');
  const rowOf = await loadRows(context, asked, newestFirst);
  const subject = subjectOf(context, asked, newestFirst, (used) => rowOf(used) !== null);
  if (subject === null) return null;
  const nameIn = await areaNames(context, subject.area.code, newestFirst);
  const resolutionOf = (used: Used) =>
    explain(catalog, asked, used, { asOf: null, releases: [used.release], holder: () => null });
  const points = newestFirst.toReversed().map((release, index, releases): SalaryPoint => {
    const used = { ...subject, release };
    const row = rowOf(used);
    const before = releases[index - 1];
    return {
      release,
      salary: row && { ...row, ...used, resolution: resolutionOf(used) },
      reason: row ? null : whyNoRow(catalog, used),
      breaksBefore: before ? breaksBetween(before, release, subject, nameIn) : [],
    };
  });
  return { resolution: resolutionOf(subject), points };
}

function whyNoRow(catalog: Catalog, { occupation, area, release }: Used): string {
  const hybrid = catalog.hybridOf(release, occupation.code);
  return hybrid
    ? publishedTogether(catalog, release, occupation.code, hybrid)
    : `${releaseHas(release)} no figure for ${named(occupation)} in ${placeName(area)}.`;
}

/** Loads the rows of all candidates in all releases with one statement. */
async function loadRows(
  { catalog, figures }: Context,
  asked: HistoryAsked,
  releases: readonly ReleaseEntry[],
): Promise<(used: Used) => WageRow | null> {
  const candidates = usedOf(catalog, asked, releases);
  const nameOf = ({ occupation, area, release }: Used) => `${occupation.code} ${area.code} ${release.id}`;
  const found = await Promise.all(
    candidates.map(({ occupation, area, release }) =>
      figures.wages.load({ releases: [release], occupationCode: occupation.code, areaCode: area.code }),
    ),
  );
  const rows = new Map(candidates.map((candidate, index) => [nameOf(candidate), found[index]?.row ?? null]));
  return (used) => rows.get(nameOf(used)) ?? null;
}

/** The occupation and area of a history, in the release that would answer where none is named. */
function subjectOf(
  { catalog }: Context,
  asked: HistoryAsked,
  newestFirst: readonly ReleaseEntry[],
  isPublished: (used: Used) => boolean,
): Used | null {
  const releases = [...new Set([...catalog.releasesAsOf('bls-oews', null), ...newestFirst])];
  return usedOf(catalog, asked, releases).find((used) => isMeant(catalog, asked, used) && isPublished(used)) ?? null;
}

/** False for a hybrid in a release that publishes the occupation in the query in another way. */
function isMeant(catalog: Catalog, asked: HistoryAsked, { occupation, release }: Used): boolean {
  const socCode = asked.occupation.code.slice(0, 7);
  const isHybrid = catalog.hybridsOf(socCode).includes(occupation) && levelOf(occupation.code) !== 'BROAD';
  return !isHybrid || catalog.hybridOf(release, socCode)?.code === occupation.code;
}

/** All areas of an occupation before the next occupation, and in each area the releases in their order. */
function usedOf(catalog: Catalog, asked: HistoryAsked, releases: readonly ReleaseEntry[]): readonly Used[] {
  const { occupations, areas } = candidatesOf(catalog, asked);
  return occupations.flatMap((occupation) =>
    areas.flatMap((area) =>
      releases.flatMap((release) =>
        areaCodesIn(release, { ...area, areaCode: area.code }).map((areaCode): Used => {
          return { occupation, area: areaCode === area.code ? area : catalog.areaOf({ areaCode }), release };
        }),
      ),
    ),
  );
}

function breaksBetween(
  from: ReleaseEntry,
  to: ReleaseEntry,
  { area }: Used,
  nameIn: ReadonlyMap<number, string>,
): readonly SalaryBreak[] {
  const side = (release: ReleaseEntry) => ({
    ...release,
    release: release.key,
    areaName: nameIn.get(release.id) ?? null,
  });
  const breaks = seriesBreaks(side(from), side(to), { isLocal: isLocal(area), code: area.code });
  return breaks.map((found) => ({ ...found, from, to }));
}

/** The name of a local area in each release, by the id of the release; read once per catalog. */
async function areaNames(
  { catalog, prisma }: Context,
  code: string,
  releases: readonly ReleaseEntry[],
): Promise<ReadonlyMap<number, string>> {
  if (code === 'US' || /^US-/.test(code)) return new Map();
  return catalog.once(`area names ${code}`, async () => {
    const rows = await prisma.fileArea.findMany({
      where: { code, fileId: { in: releases.flatMap(({ fileIds }) => fileIds) } },
      select: { fileId: true, name: true },
    });
    return new Map(
      releases.flatMap(({ id, fileIds }) => {
        const row = rows.find(({ fileId }) => fileIds.includes(fileId));
        return row ? [[id, row.name] as const] : [];
      }),
    );
  });
}
