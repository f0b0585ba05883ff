export type { AuditEntry, AuditReport } from './audit-report.js';
export {
  type CareerPlan,
  type CareersToPlan,
  codesOfProfile,
  type GuideToPlan,
  ownProfileOf,
  type ProfileToPlan,
  planCareers,
  titleOfProfile,
} from './careers/plan.js';
export { singularOf, slugOf } from './careers/singular.js';
export type { SlugCollision } from './careers/slugs.js';
export type { Claim } from './claims.js';
export {
  isOccupationCode,
  levelOf,
  MalformedCodeError,
  parseAreaCode,
  parseCountry,
  parseCounty,
  parseMetro,
  parseOccupationCode,
  parseReleaseKey,
  parseState,
  parseZip,
  STATES,
  type StateFacts,
} from './codes.js';
export {
  COMPARISON_VERDICTS,
  type ComparisonOutcome,
  type ComparisonVerdict,
  compareEstimates,
  type Estimate,
  type Extent,
  NOT_COMPARABLE_REASONS,
  type NotComparableReason,
  standardErrorOf,
} from './comparison.js';
export {
  type ComparedNumber,
  type ComparedSide,
  comparisonArithmetic,
  comparisonTreatment,
  explainComparison,
} from './comparison-text.js';
export {
  displayCount,
  displayPercent,
  displayQuotient,
  type Figure,
  type FigureMarker,
  figure,
  MARKERS,
} from './figures.js';
export { correspondingFigures } from './findings/correspondence.js';
export { findContradictions } from './findings/index.js';
export {
  type ComparedFigure,
  type Evidence,
  type Finding,
  type KnownCredential,
  type OfficialProjection,
  type OfficialWage,
  RULES,
  type RuleId,
} from './findings/types.js';
export { type Outlook, outlookOf, percentChange } from './growth.js';
export type * as Handbook from './handbook.js';
export { PARTS as HANDBOOK_PARTS, roundOf } from './handbook.js';
export {
  claimsOf,
  type HandbookClaim,
  type Measure,
  ownClaimsOf,
  type ProjectedMeasure,
} from './handbook-claims.js';
export {
  broadOccupationOf,
  COMPARISON_RESULTS,
  type Comparison,
  type ComparisonResult,
  compareClaim,
  comparedCodes,
  lookUpOfficial,
  type OfficialFigures,
  type OfficialValue,
} from './handbook-comparison.js';
export { foldTitle, subjectsOf } from './handbook-subjects.js';
export {
  broadOf,
  HYBRID_RELATED_CODES,
  type Hybrid,
  hybridCodes,
  hybridsOf,
  type PublishersCode,
  publishersCode,
  socEditionOf,
} from './hybrids.js';
export { listed } from './listed.js';
export { defaultRelease, inOrderOfPrecedence, type RankedRelease } from './precedence.js';
export { AWARD_LEVELS, AWARD_TOTALS, CREDENTIAL_LEVELS, type Level } from './programs/levels.js';
export {
  CIP_SOC_CAUTION,
  type OutcomeCohort,
  outcomeCohort,
  PROGRAM_MEASURES,
  type ProgramMeasure,
  type ProgramMeasureName,
} from './programs/measures.js';
export {
  type CalculatedRating,
  educationLevelOf,
  educationRating,
  growthRating,
  type ProjectedChange,
  RATING_RULES,
  type RatingRule,
  salaryRating,
} from './ratings.js';
export {
  delineationListedIn,
  delineationOf,
  type SeriesBreak,
  type SeriesPoint,
  seriesBreaks,
} from './series-breaks.js';
export { SOURCES, type SourceFacts } from './sources.js';
export {
  CLAIM_BOUNDS,
  CLAIM_MEASURES,
  CLAIM_POPULATIONS,
  CLAIM_UNITS,
  type ClaimBound,
  type ClaimMeasure,
  type ClaimPopulation,
  type ClaimUnit,
} from './vocabulary/claims.js';
export { CODE_EDITIONS, type CodeEdition } from './vocabulary/editions.js';
export {
  FIGURE_STATUSES,
  type FigureStatus,
  OUTLOOK_LABELS,
  type OutlookLabel,
  PROJECTION_KINDS,
  type ProjectionKind,
  RESOLUTION_RULES,
  type ResolutionRule,
  SERIES_BREAK_KINDS,
  type SeriesBreakKind,
} from './vocabulary/figures.js';
export {
  CAREER_FIELDS,
  type CareerField,
  CREDENTIAL_KINDS,
  type CredentialKind,
  EDUCATION_LEVELS,
  type EducationLevel,
  EXPERIENCE_STAGES,
  type ExperienceStage,
  LICENCE_NEEDS,
  type LicenceNeed,
  NEEDS,
  type Need,
  RATING_ASPECTS,
  RATING_LEVELS,
  type RatingAspect,
  type RatingLevel,
  TYPICAL_EDUCATION,
  type TypicalEducation,
} from './vocabulary/guides.js';
export {
  JOB_TITLE_KINDS,
  type JobTitleKind,
  OCCUPATION_LEVELS,
  OCCUPATION_ROLES,
  type OccupationLevel,
  type OccupationRole,
  RELATEDNESS_TIERS,
  type RelatednessTier,
  TASK_KINDS,
  type TaskKind,
} from './vocabulary/occupations.js';
export {
  AREA_KINDS,
  type AreaKind,
  ZIP_METHODS,
  type ZipMethod,
} from './vocabulary/places.js';
export {
  AUDIT_LEVELS,
  AUDIT_OUTCOMES,
  type AuditLevel,
  type AuditOutcome,
  RELEASE_STATUSES,
  type ReleaseStatus,
  SOURCE_KINDS,
  type SourceKind,
} from './vocabulary/releases.js';
export {
  PAY_PERIODS,
  type PayPeriod,
  WAGE_PERCENTILES,
  WAGE_STATISTICS,
  type WageColumns,
  type WageStatistic,
  wageColumns,
} from './vocabulary/wages.js';
export { wordsOf } from './vocabulary/words.js';
export { type TopCode, type WageAnswer, type WageFigure, wageIn } from './wages.js';
export {
  resolveZip,
  type UnresolvedZip,
  type ZipAreaShare,
  type ZipEvidence,
  type ZipNeighbor,
  type ZipPlaceFacts,
  type ZipResolution,
} from './zip.js';
