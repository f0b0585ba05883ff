import {
  broadOccupationOf,
  type ComparedFigure,
  type Comparison,
  compareClaim,
  comparedCodes,
  type HandbookClaim,
  lookUpOfficial,
  type Measure,
  type OfficialFigures,
  type OfficialValue,
  type ProjectedMeasure,
  SOURCES,
} from '@careergraph/domain';
import type { ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import type { Found, ProjectionRow, WageRow } from '../figures/loaders.js';
import { wageOf } from '../figures/salary.js';
import type { ProfileClaim } from './handbook-claims.js';

/** How a claim of a profile compares with the official figures that are loaded now. */
export async function comparisonOf(context: Context, { handbook }: ProfileClaim): Promise<Comparison> {
  return compareClaim(handbook.claim, await officialFor(context, handbook.claim));
}

/** The official figure of each occupation that the claim covers. */
export async function officialFiguresOf(context: Context, { handbook, unit }: ProfileClaim): Promise<ComparedFigure[]> {
  const { about, measure, industry } = handbook.claim;
  if (!('codes' in about) || industry !== null || unit === 'TEXT') return [];
  const official = await officialFor(context, handbook.claim);
  const asked =
    measure.kind === 'WAGE'
      ? { source: SOURCES.oews.id, release: measure.period }
      : { source: SOURCES.projections.id, release: measure.round };
  return comparedCodes(about.codes, measure, official).flatMap((code): ComparedFigure[] => {
    const found = lookUpOfficial(official, code, measure);
    if (found === null || 'notLoaded' in found || typeof found.value !== 'number') return [];
    const bound = found.marker === 'TOP_CODED' ? ' or more' : '';
    return [
      {
        label: `${LABELS[measure.kind]} of ${code} ${context.catalog.occupation(code)?.title ?? ''}${bound}`.trim(),
        value: found.value,
        unit: unit as ComparedFigure['unit'],
        occupation: code,
        ...(found.from ?? asked),
      },
    ];
  });
}

const LABELS: Readonly<Record<Measure['kind'], string>> = {
  WAGE: 'wage',
  BASE_EMPLOYMENT: 'employment in the base year',
  PROJECTED_EMPLOYMENT: 'projected employment',
  EMPLOYMENT_CHANGE: 'change',
  PERCENT_CHANGE: 'change in percent',
  ANNUAL_OPENINGS: 'annual openings',
  EMPLOYMENT_SHARE: 'share',
  ENTRY_EDUCATION: 'education',
  WORK_EXPERIENCE: 'experience',
  ON_THE_JOB_TRAINING: 'training',
};

/** National rows of one occupation, with the releases that they are from. */
interface OfficialRows {
  readonly wage: WageRow | null;
  /** Of each release that is asked, in that order. */
  readonly projections: readonly Found<ProjectionRow>[];
}

/** The official figures that a claim is about. The rows for all claims of a request are one statement per table. */
async function officialFor({ catalog, figures }: Context, { about, measure }: HandbookClaim): Promise<OfficialFigures> {
  const codes = 'codes' in about ? about.codes : [];
  const isWage = measure.kind === 'WAGE';
  const [wages = null] = isWage ? catalog.releasesAsOf(SOURCES.oews.id, measure.period) : [];
  // The projections print the median of some occupations that the wages combine in another way.
  const projections = catalog.releasesAsOf(SOURCES.projections.id, isWage ? null : measure.round);
  const national = { areaCode: 'US' };
  const occupations = isWage && codes.length > 1 ? [...codes, ...inBroadOf(codes, catalog.occupationCodes)] : codes;
  const rows = await Promise.all(
    [...new Set(occupations)].map(async (occupationCode): Promise<[string, OfficialRows]> => {
      const [wage, ...found] = await Promise.all([
        wages && figures.wages.load({ releases: [wages], occupationCode, ...national }),
        ...projections.map((release) => figures.projections.load({ releases: [release], occupationCode, ...national })),
      ]);
      return [occupationCode, { wage: wage?.row ?? null, projections: found.filter((each) => each !== null) }];
    }),
  );
  const byCode = new Map(rows);
  const withWages = rows.flatMap(([code, { wage }]) => (wage === null ? [] : [code]));
  return {
    together: () => broadOccupationOf(codes, withWages),
    wage(code, asked) {
      const { wage = null, projections = [] } = byCode.get(code) ?? {};
      if (wages !== null && wage !== null) return wageValue(wage, wages, asked);
      const median = projections.map((found) => medianIn(found, asked)).find((value) => value !== null);
      if (median !== undefined) return median;
      return wages === null ? { notLoaded: `${SOURCES.oews.id}/${asked.period}` } : null;
    },
    projection(code, kind, round) {
      const row = byCode.get(code)?.projections[0]?.row ?? null;
      if (projections.length === 0) return { notLoaded: `${SOURCES.projections.id}/${round}` };
      return row && { value: PROJECTED[kind](row), marker: null };
    },
  };
}

/** Those of the codes that are in the broad occupation of the first one. */
function inBroadOf([first = '']: readonly string[], known: Iterable<string>): string[] {
  return [...known].filter((code) => code.length === first.length && code.startsWith(first.slice(0, 6)));
}

type WageMeasure = Measure & { readonly kind: 'WAGE' };

function wageValue(row: WageRow, release: ReleaseEntry, { statistic, unit }: WageMeasure): OfficialValue {
  const { annualUsd, hourlyCents, topCode } = wageOf(row, release, statistic);
  const isAnnual = unit === 'USD_PER_YEAR';
  const { value, marker } = isAnnual ? annualUsd : hourlyCents;
  const stored = marker === 'TOP_CODED' ? ((isAnnual ? topCode?.annualUsd : topCode?.hourlyCents) ?? null) : value;
  return { value: stored === null || isAnnual ? stored : stored / 100, marker };
}

function medianIn({ row, release }: Found<ProjectionRow>, asked: WageMeasure): OfficialValue | null {
  if (asked.statistic !== 'P50' || asked.unit !== 'USD_PER_YEAR' || `${row.medianYear}-05` !== asked.period)
    return null;
  const marker = row.medianAnnualMarker;
  const value = marker === 'TOP_CODED' ? release.topCodeAnnualUsd : row.medianAnnualUsd;
  return { value, marker, from: { source: release.sourceId, release: release.key } };
}

const PROJECTED: Readonly<Record<ProjectedMeasure, (row: ProjectionRow) => number | string | null>> = {
  BASE_EMPLOYMENT: (row) => row.baseEmploymentPersons,
  PROJECTED_EMPLOYMENT: (row) => row.projectedEmploymentPersons,
  EMPLOYMENT_CHANGE: (row) => row.changePersons,
  PERCENT_CHANGE: (row) => (row.percentTenths === null ? null : row.percentTenths / 10),
  ANNUAL_OPENINGS: (row) => row.annualOpeningsPersons,
  ENTRY_EDUCATION: (row) => row.entryEducation,
  WORK_EXPERIENCE: (row) => row.workExperience,
  ON_THE_JOB_TRAINING: (row) => row.onTheJobTraining,
};
