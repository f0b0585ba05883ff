import { type SeriesBreakKind, seriesBreaks } from '@careergraph/domain';
import type { ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { isLocal } from './areas.js';
import type { WageRow } from './loaders.js';
import { type Asked, candidatesOf, explain, keyOf, type Resolution, type Used } from './resolution.js';
import { holdsAnyWage, type SalaryShape } from './salary.js';

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
 * A wage in every official release that answers, the oldest first. All points have the same occupation and area: those
 * in the query if any release has them, otherwise the first candidate in the newest release that has one.
 */
export async function resolveSalaryHistory(context: Context, asked: HistoryAsked): Promise<SalaryHistoryShape | null> {
  const { catalog } = context;
  const newestFirst = catalog.answering('bls-oews');
  const rowOf = await loadRows(context, asked, newestFirst);
  const subject = subjectOf(context, asked, newestFirst, (used) => rowOf(used) !== null);
  if (subject === null) return null;
  const nameIn = await areaNames(context, subject.area.code, newestFirst);
  const points = newestFirst.toReversed().map((release, index, releases): SalaryPoint => {
    const used = { ...subject, release };
    const row = rowOf(used);
    const before = releases[index - 1];
    return {
      release,
      salary: row && { ...row, ...used, resolution: explain(catalog, asked, used) },
      reason: row ? null : `${release.label} has no row for ${subject.occupation.code} in ${subject.area.name}.`,
      breaksBefore: before ? breaksBetween(before, release, subject, nameIn) : [],
    };
  });
  return { resolution: explain(catalog, asked, subject), points };
}

/** Loads the rows of all candidates in all releases with one statement. */
async function loadRows(
  { catalog, figures }: Context,
  asked: HistoryAsked,
  releases: readonly ReleaseEntry[],
): Promise<(used: Used) => WageRow | null> {
  const { occupations, areas } = candidatesOf(catalog, asked);
  const candidates = occupations.flatMap((occupation) =>
    areas.flatMap((area) => releases.map((release): Used => ({ occupation, area, release }))),
  );
  const nameOf = (used: Used) => Object.values(keyOf(used)).join(' ');
  const rows = await Promise.all(candidates.map((candidate) => figures.wages.load(keyOf(candidate))));
  const found = new Map(candidates.map((candidate, index) => [nameOf(candidate), rows[index] ?? null]));
  return (used) => {
    const row = found.get(nameOf(used)) ?? null;
    return row && holdsAnyWage(row) ? row : null;
  };
}

/** The occupation and area of a history, in the release that decides for them. The active release comes first. */
function subjectOf(
  { catalog }: Context,
  asked: HistoryAsked,
  newestFirst: readonly ReleaseEntry[],
  isPublished: (used: Used) => boolean,
): Used | null {
  const active = catalog.active('bls-oews');
  const releases = active === null ? newestFirst : [active, ...newestFirst];
  const { occupations, areas } = candidatesOf(catalog, asked);
  const exactly = releases.map((release): Used => ({ occupation: asked.occupation, area: asked.area, release }));
  const inOrder = releases.flatMap((release) =>
    occupations.flatMap((occupation) => areas.map((area): Used => ({ occupation, area, release }))),
  );
  return [...exactly, ...inOrder].find(isPublished) ?? null;
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
