export type { AuditEntry, AuditReport } from './audit-report.js';
export {
  CLAIM_BOUNDS,
  CLAIM_MEASURES,
  CLAIM_POPULATIONS,
  CLAIM_STATISTICS,
  CLAIM_UNITS,
  type Claim,
  type ClaimBound,
  type ClaimMeasure,
  type ClaimPopulation,
  type ClaimStatistic,
  type ClaimUnit,
} from './claims.js';
export {
  levelOf,
  MalformedCodeError,
  parseAreaCode,
  parseCountry,
  parseMetro,
  parseOccupationCode,
  parseReleaseKey,
  parseState,
  parseZip,
  STATES,
  type StateFacts,
} from './codes.js';
export {
  displayCount,
  displayMarker,
  displayPercent,
  displayQuotient,
  FIGURE_STATUSES,
  type Figure,
  type FigureMarker,
  type FigureStatus,
  figure,
  MARKERS,
} from './figures.js';
export { correspondingFigures } from './findings/correspondence.js';
export { findContradictions } from './findings/index.js';
export {
  type ComparedFigure,
  type Evidence,
  type Finding,
  type OfficialProjection,
  type OfficialWage,
  RULES,
  type RuleId,
} from './findings/types.js';
export { OUTLOOK_LABELS, type Outlook, type OutlookLabel, outlookOf, percentChange } from './growth.js';
export {
  SERIES_BREAK_KINDS,
  type SeriesBreak,
  type SeriesBreakKind,
  type SeriesPoint,
  seriesBreaks,
} from './series-breaks.js';
export { SOURCES, type SourceFacts } from './sources.js';
export { formatUsd, PAY_PERIODS, type PayPeriod, type WageAnswer, type WageFigure, wageIn } from './wages.js';
export {
  resolveZip,
  ZIP_METHODS,
  type ZipAreaShare,
  type ZipEvidence,
  type ZipMethod,
  type ZipPlaceFacts,
  type ZipResolution,
} from './zip.js';
