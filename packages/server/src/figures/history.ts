import { type SeriesBreakKind, seriesBreaks } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { AreaEntry, OccupationEntry, ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { isLocal } from './areas.js';
import { areaCodesIn, type WageRow } from './loaders.js';
import { type Asked, candidatesOf, explain, type Resolution, type Used } from './resolution.js';
import type { SalaryShape } from './salary.js';
import { named, placeName, theFigures } from './wording.js';

export interface SalaryHistoryShape {
  /** The occupation and area of the newest point that has a figure, and why they were chosen. */
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

/** What all points of a history describe. */
interface Subject {
  readonly area: AreaEntry;
  /** The occupations whose row a release may have for it, in order: more than one where it also publishes hybrids. */
  readonly occupationsIn: (release: ReleaseEntry) => readonly OccupationEntry[];
}

/**
 * A wage in every official release that answers, the oldest first. All points have the same area and describe the same
 * occupation: the first candidates that any release has. A release that publishes the occupation together with others has
 * it too, so each point is what `salary` answers as of its release for that area.
 */
export async function resolveSalaryHistory(context: Context, asked: HistoryAsked): Promise<SalaryHistoryShape | null> {
  const { catalog } = context;
  const newestFirst = catalog.answering('bls-oews');
  const inOrder = [...new Set([...catalog.releasesAsOf('bls-oews', null), ...newestFirst])];
  const candidates = subjectsOf(catalog, asked, inOrder);
  const usedIn = await loadUsed(context, candidates, newestFirst);
  const found = candidates.find(({ subject, release }) => usedIn(subject, release) !== null);
  const first = found && usedIn(found.subject, found.release);
  if (!found || !first) return null;
  const { subject } = found;
  const nameIn = await areaNames(context, subject.area.code, newestFirst);
  const resolutionOf = ({ occupation, area, release }: Used) => {
    const search = { asOf: null, releases: [release], holder: () => null };
    return explain(catalog, asked, { occupation, area, release }, search);
  };
  let lastUsed: Used | null = null;
  const points = newestFirst.toReversed().map((release, index, releases): SalaryPoint => {
    const used = usedIn(subject, release);
    const before = releases[index - 1];
    const breaksBefore = [
      ...(before ? breaksBetween(before, release, subject, nameIn) : []),
      ...(used && lastUsed ? codeBreaks(lastUsed, used) : []),
    ];
    lastUsed = used ?? lastUsed;
    return {
      release,
      salary: used && { ...used, resolution: resolutionOf(used) },
      reason: used
        ? null
        : `${theFigures(release)} have no figure for ${named(first.occupation)} in ${placeName(first.area)}.`,
      breaksBefore,
    };
  });
  return { resolution: resolutionOf(first), points };
}

interface Candidate {
  readonly subject: Subject;
  /** Where it is looked for. */
  readonly release: ReleaseEntry;
}

/**
 * All areas of the occupation itself, with the codes that it is published under, then those of its broad occupation; in
 * each area the releases in their order, and in each release the codes that it has for the place.
 */
function subjectsOf(catalog: Catalog, asked: HistoryAsked, releases: readonly ReleaseEntry[]): readonly Candidate[] {
  const { occupations, areas } = candidatesOf(catalog, asked);
  const { code } = asked.occupation;
  const socCode = code.slice(0, 7);
  const own = (release: ReleaseEntry) => {
    const codes = [code, socCode, catalog.hybridOf(release, socCode)?.code];
    return occupations.filter((occupation) => codes.includes(occupation.code));
  };
  const broad = occupations.filter((occupation) => occupation.level === 'BROAD' && occupation.code !== socCode);
  return [own, ...broad.map((occupation) => () => [occupation])].flatMap((occupationsIn) =>
    areas.flatMap((area) =>
      releases.flatMap((release) =>
        areaCodesIn(release, { ...area, areaCode: area.code }).map((areaCode) => {
          const place = areaCode === area.code ? area : catalog.areaOf({ areaCode });
          return { subject: { area: place, occupationsIn }, release };
        }),
      ),
    ),
  );
}

/** Loads the rows of all candidates in all releases with one statement. */
async function loadUsed(
  { figures }: Context,
  candidates: readonly Candidate[],
  releases: readonly ReleaseEntry[],
): Promise<(subject: Subject, release: ReleaseEntry) => (Used & { readonly row: WageRow }) | null> {
  const nameOf = (occupation: OccupationEntry, area: AreaEntry, release: ReleaseEntry) =>
    `${occupation.code} ${area.code} ${release.id}`;
  const asked = new Map<string, Used>();
  for (const { area, occupationsIn } of candidates.map(({ subject }) => subject)) {
    for (const release of releases) {
      for (const occupation of occupationsIn(release)) {
        asked.set(nameOf(occupation, area, release), { occupation, area, release });
      }
    }
  }
  const rows = new Map(
    await Promise.all(
      [...asked].map(async ([name, { occupation, area, release }]) => {
        const key = { releases: [release], occupationCode: occupation.code, areaCode: area.code };
        return [name, (await figures.wages.load(key))?.row ?? null] as const;
      }),
    ),
  );
  return ({ area, occupationsIn }, release) => {
    for (const occupation of occupationsIn(release)) {
      const row = rows.get(nameOf(occupation, area, release));
      if (row) return { row, occupation, area, release };
    }
    return null;
  };
}

function breaksBetween(
  from: ReleaseEntry,
  to: ReleaseEntry,
  { area }: Subject,
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

/** The break between two points of which one is for several occupations together. */
function codeBreaks(from: Used, to: Used): readonly SalaryBreak[] {
  if (from.occupation.code === to.occupation.code) return [];
  const explanation = `The figure for ${from.release.label} is for ${named(from.occupation)}; the figure for ${to.release.label} is for ${named(to.occupation)}.`;
  return [{ kind: 'CLASSIFICATION', from: from.release, to: to.release, explanation }];
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
