import type { SeriesBreakKind } from './vocabulary/figures.js';

export interface SeriesBreak {
  readonly kind: SeriesBreakKind;
  readonly explanation: string;
}

/** One release, as far as breaks are concerned. */
export interface SeriesPoint {
  /** `2024-05` */
  readonly release: string;
  readonly label: string;
  readonly topCodeAnnualUsd: number | null;
  /** Name of the area in that release; null where it does not name it. */
  readonly areaName: string | null;
}

/** The first release of each state of things; it holds until the next one. */
type Era = readonly [since: string, name: string];

const CLASSIFICATIONS: readonly Era[] = [
  ['2012-05', 'SOC 2010'],
  ['2019-05', 'a hybrid of SOC 2010 and SOC 2018'],
  ['2021-05', 'SOC 2018'],
];

const METHODS: readonly Era[] = [
  ['2012-05', 'estimates from six panels of the survey'],
  ['2021-05', 'model-based estimates'],
];

/**
 * The year in which OMB delineated the metropolitan areas anew; Connecticut's counties gave way to planning regions with the
 * last.
 */
const DELINEATION_YEARS: readonly Era[] = [
  ['2012-05', '2009'],
  ['2015-05', '2013'],
  ['2024-05', '2023'],
];
const DELINEATIONS = DELINEATION_YEARS.map(([since, year]): Era => [since, delineationNamed(year)]);

function delineationNamed(year: string): string {
  return `the delineation of ${year}`;
}

/** The delineation that the local areas of a release of wages follow; null for a release before the first that is known. */
export function delineationOf(release: string): string | null {
  return eraOf(DELINEATIONS, release);
}

/** The delineation that a list of a month (`2018-09`) is, or revises; null for a list before the first that is known. */
export function delineationListedIn(month: string): string | null {
  const year = DELINEATION_YEARS.map(([, since]) => since).findLast((since) => since <= month);
  return year === undefined ? null : delineationNamed(year);
}

/** Breaks between two releases that follow each other in a history, for an area of the kind. */
export function seriesBreaks(
  from: SeriesPoint,
  to: SeriesPoint,
  area: { readonly isLocal: boolean; readonly code: string },
): readonly SeriesBreak[] {
  const between = `between ${from.label} and ${to.label}`;
  const found: (SeriesBreak | null)[] = [
    eraBreak('CLASSIFICATION', CLASSIFICATIONS, from, to, 'Occupations are classified by'),
    eraBreak('METHOD', METHODS, from, to, 'Figures are'),
    area.isLocal
      ? eraBreak('AREA_DELINEATION', DELINEATIONS, from, to, 'Metropolitan and nonmetropolitan areas follow')
      : null,
    from.areaName !== null && to.areaName !== null && from.areaName !== to.areaName
      ? {
          kind: 'AREA_RENAMED',
          explanation: `${area.code} is ${from.areaName} in ${from.label} and ${to.areaName} in ${to.label}; its counties may differ too.`,
        }
      : null,
    from.topCodeAnnualUsd === to.topCodeAnnualUsd
      ? null
      : {
          kind: 'TOP_CODE',
          explanation: `The top code changed ${between}: ${topCode(from)} then, ${topCode(to)} now.`,
        },
    missing(from, to),
  ];
  return found.filter((entry) => entry !== null);
}

function eraBreak(
  kind: SeriesBreakKind,
  eras: readonly Era[],
  from: SeriesPoint,
  to: SeriesPoint,
  what: string,
): SeriesBreak | null {
  const [before, after] = [eraOf(eras, from.release), eraOf(eras, to.release)];
  if (before === after || before === null || after === null) return null;
  return { kind, explanation: `${what} ${before} in ${from.label} and ${after} in ${to.label}.` };
}

function eraOf(eras: readonly Era[], release: string): string | null {
  return eras.findLast(([since]) => since <= release)?.[1] ?? null;
}

function topCode({ topCodeAnnualUsd }: SeriesPoint): string {
  return topCodeAnnualUsd === null ? 'none' : `$${topCodeAnnualUsd.toLocaleString('en-US')} a year`;
}

/** OEWS is released once a year. */
function missing(from: SeriesPoint, to: SeriesPoint): SeriesBreak | null {
  const years = Number(to.release.slice(0, 4)) - Number(from.release.slice(0, 4)) - 1;
  if (years < 1) return null;
  return {
    kind: 'RELEASE_MISSING',
    explanation: `${years === 1 ? 'One release' : `${years} releases`} between ${from.label} and ${to.label} ${years === 1 ? 'is' : 'are'} not loaded here.`,
  };
}
