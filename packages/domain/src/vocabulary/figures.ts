/** What a reader of the API is told about a figure. */
export const FIGURE_STATUSES = {
  PUBLISHED: 'The number is as published.',
  TOP_CODED: "The figure is at or above the release's top code. Only this lower bound is known.",
  SUPPRESSED: 'The publisher has an estimate but does not release it.',
  NOT_PUBLISHED: 'The publication does not include this figure.',
  NOT_IN_FILE: 'The file that was loaded has no value and does not say why.',
  DERIVED: 'The number is calculated from a published one. `reason` explains how.',
} as const;
export type FigureStatus = keyof typeof FIGURE_STATUSES;

export const OUTLOOK_LABELS = {
  MUCH_FASTER_THAN_AVERAGE: 'Employment grows much faster than the average for all occupations.',
  FASTER_THAN_AVERAGE: 'Employment grows faster than the average for all occupations.',
  AVERAGE: 'Employment grows about as fast as the average for all occupations.',
  SLOWER_THAN_AVERAGE: 'Employment grows more slowly than the average for all occupations.',
  LITTLE_OR_NO_CHANGE: 'Employment shows little or no change.',
  DECLINE: 'Employment declines.',
} as const;
export type OutlookLabel = keyof typeof OUTLOOK_LABELS;

export const PROJECTION_KINDS = {
  LINE_ITEM: 'A single occupation.',
  SUMMARY: 'A total for a group of occupations.',
} as const;
export type ProjectionKind = keyof typeof PROJECTION_KINDS;

/** What makes two releases of OEWS not comparable: OEWS is not a time series. */
export const SERIES_BREAK_KINDS = {
  CLASSIFICATION:
    'The two releases use different editions of the SOC, or publish this occupation under different codes.',
  METHOD: 'The two releases use different estimation methods.',
  AREA_DELINEATION: 'The boundaries of metropolitan and nonmetropolitan areas changed.',
  AREA_RENAMED: 'The area has a different name, and its counties may differ.',
  TOP_CODE: 'The top code changed.',
  RELEASE_MISSING: 'One or more releases between the two are not loaded on this server.',
} as const;
export type SeriesBreakKind = keyof typeof SERIES_BREAK_KINDS;

/** Why an answer uses the figure that it uses. */
export const RESOLUTION_RULES = {
  AS_ASKED: 'The official figure of exactly the requested occupation and area.',
  EARLIER_RELEASE:
    'The newest release does not have the occupation in the requested area; the figure is from the newest release that has.',
  STATED_BY_PAGE:
    'No official release that was asked has the figure; a published page states it, and is named as its source.',
  OTHER_DELINEATION:
    'The release draws metropolitan areas differently; the figure is for the area that covers the requested place in that release.',
  WIDER_AREA:
    'None of the releases searched has a figure for exactly the requested place. The figure is for a larger area that includes it.',
  SOC_OCCUPATION: 'Figures are published for SOC codes; an O*NET code below one borrows the figure of its SOC code.',
  PUBLISHED_TOGETHER:
    'The release publishes the detailed occupation only together with others, under one code; the figure is for all of them.',
  BROADER_OCCUPATION:
    'No release that was asked has the detailed occupation; the figure is for the broad occupation that contains it.',
  WIDER_AREA_AND_OCCUPATION: 'Both the occupation and the area are wider than requested.',
} as const;
export type ResolutionRule = keyof typeof RESOLUTION_RULES;
