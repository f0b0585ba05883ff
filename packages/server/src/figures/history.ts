import { type SeriesBreakKind, seriesBreaks } from '@careergraph/domain';
import type { ReleaseEntry } from '../catalog/catalog.js';
import type { Context } from '../context.js';
import { wageHistory } from './releases.js';
import { type Asked, explain, type Resolution } from './resolution.js';
import { holdsAnyWage, resolveSalary, type SalaryShape } from './salary.js';

export interface SalaryHistoryShape {
  /** Whose figures all points are. */
  readonly resolution: Resolution;
  readonly points: readonly SalaryPoint[];
}

export interface SalaryPoint {
  readonly release: ReleaseEntry;
  readonly salary: SalaryShape | null;
  /** Why there is no salary. */
  readonly reason: string | null;
  readonly breaksBefore: readonly SalaryBreak[];
}

export interface SalaryBreak {
  readonly kind: SeriesBreakKind;
  readonly from: ReleaseEntry;
  readonly to: ReleaseEntry;
  readonly explanation: string;
}

/**
 * A wage in every official release that is loaded, the oldest first. All points are of one occupation and area: what is
 * asked for where any release has it, else what stands for it in the newest. A history does not change its subject on
 * the way.
 */
export async function resolveSalaryHistory(
  context: Context,
  asked: Omit<Asked, 'asOf'>,
): Promise<SalaryHistoryShape | null> {
  const releases = wageHistory(context.catalog).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const subject = await subjectOf(context, asked, releases);
  if (!subject) return null;
  const { occupation, area, resolution } = subject;
  const rows = await Promise.all(
    releases.map(({ id }) =>
      context.figures.wages.load({ releaseId: id, occupationCode: occupation.code, areaCode: area.code }),
    ),
  );
  const names = await areaNames(context, area.code, releases);
  const isLocal = area.kind === 'METRO' || area.kind === 'NONMETRO';
  const points = releases.map((release, index): SalaryPoint => {
    const row = rows[index];
    const before = releases[index - 1];
    const point = (of: ReleaseEntry) => ({ ...of, release: of.key, areaName: names.get(of.id) ?? null });
    const used = { occupation, area, release };
    const salary = row && holdsAnyWage(row) ? { row, ...used, resolution: explain(context, asked, used) } : null;
    return {
      release,
      salary,
      reason: salary ? null : `${release.label} has no row for ${occupation.code} in ${area.name}.`,
      breaksBefore: before
        ? seriesBreaks(point(before), point(release), { isLocal, code: area.code }).map((found) => ({
            ...found,
            from: before,
            to: release,
          }))
        : [],
    };
  });
  return { resolution, points };
}

async function subjectOf(
  context: Context,
  asked: Omit<Asked, 'asOf'>,
  releases: readonly ReleaseEntry[],
): Promise<SalaryShape | null> {
  const active = releases.filter(({ status }) => status === 'ACTIVE').map(({ key }) => key);
  const keys = [...active, ...releases.toReversed().map(({ key }) => key)];
  // Just what is asked for in any release comes before something wider in the newest.
  for (const exact of asked.exact ? [true] : [true, false]) {
    for (const asOf of keys) {
      const found = await resolveSalary(context, { ...asked, exact, asOf });
      if (found && context.catalog.sources.get(found.release.sourceId)?.kind !== 'PAGE') return found;
    }
  }
  return null;
}

/** How each release itself names a metropolitan or nonmetropolitan area. */
async function areaNames(
  { prisma }: Context,
  code: string,
  releases: readonly ReleaseEntry[],
): Promise<ReadonlyMap<number, string>> {
  if (code === 'US' || /^US-/.test(code)) return new Map();
  const rows = await prisma.fileArea.findMany({
    where: { code, fileId: { in: releases.flatMap(({ files }) => files) } },
    select: { fileId: true, name: true },
  });
  return new Map(
    releases.flatMap(({ id, files }) => {
      const row = rows.find(({ fileId }) => files.includes(fileId));
      return row ? [[id, row.name] as const] : [];
    }),
  );
}
