import {
  AREA_KINDS,
  AUDIT_LEVELS,
  AUDIT_OUTCOMES,
  CAREER_FIELDS,
  CLAIM_BOUNDS,
  CLAIM_MEASURES,
  CLAIM_POPULATIONS,
  CLAIM_UNITS,
  CODE_EDITIONS,
  CREDENTIAL_KINDS,
  EXPERIENCE_STAGES,
  FIGURE_STATUSES,
  JOB_TITLE_KINDS,
  LICENCE_NEEDS,
  NEEDS,
  OCCUPATION_LEVELS,
  OCCUPATION_ROLES,
  OUTLOOK_LABELS,
  PAY_PERIODS,
  PROJECTION_KINDS,
  RATING_ASPECTS,
  RATING_RULES,
  RELATEDNESS_TIERS,
  RELEASE_STATUSES,
  RESOLUTION_RULES,
  RULES,
  SERIES_BREAK_KINDS,
  SOURCE_KINDS,
  TASK_KINDS,
  TYPICAL_EDUCATION,
  WAGE_PERCENTILES,
  WAGE_STATISTICS,
  ZIP_METHODS,
} from '@careergraph/domain';
import type { EnumRef } from '@pothos/core';
import { builder } from '../builder.js';

/** An enum of a vocabulary: each word with its meaning as the description. */
export function enumOf<V extends string>(name: string, description: string, vocabulary: Readonly<Record<V, string>>) {
  const values: Record<string, { description: string }> = {};
  for (const [word, meaning] of Object.entries<string>(vocabulary)) values[word] = { description: meaning };
  return builder.enumType(name, { description, values }) as EnumRef<(typeof builder)['$inferSchemaTypes'], V>;
}

export const AreaKind = enumOf('AreaKind', 'The type of an area.', AREA_KINDS);

export const ZipMethod = enumOf('ZipMethod', 'How a ZIP code was matched to an area.', ZIP_METHODS);

export const FigureStatus = enumOf(
  'FigureStatus',
  'Whether a figure has a number and, if not, why not.',
  FIGURE_STATUSES,
);

export const PayPeriod = enumOf('PayPeriod', 'The period that a wage covers.', PAY_PERIODS);

export const WagePercentile = enumOf('WagePercentile', 'The wage percentiles that OEWS publishes.', WAGE_PERCENTILES);

export const OutlookLabel = enumOf(
  'OutlookLabel',
  'How the projected employment change of an occupation compares with the average for all occupations. The publisher sets the ranges for each round of projections.',
  OUTLOOK_LABELS,
);

export const SourceKind = enumOf('SourceKind', 'The type of publisher behind a source.', SOURCE_KINDS);

export const ReleaseStatus = enumOf('ReleaseStatus', 'Whether a release is used in answers.', RELEASE_STATUSES);

export const AuditLevel = enumOf('AuditLevel', 'The effect of a failed check on a release.', AUDIT_LEVELS);

export const AuditOutcome = enumOf('AuditOutcome', 'The result of a check.', AUDIT_OUTCOMES);

export const CodeEdition = enumOf('CodeEdition', 'A classification of occupations.', CODE_EDITIONS);

export const OccupationLevel = enumOf(
  'OccupationLevel',
  'The level of an occupation code in the SOC 2018 hierarchy.',
  OCCUPATION_LEVELS,
);

export const OccupationRole = enumOf('OccupationRole', 'How an occupation relates to a career.', OCCUPATION_ROLES);

export const JobTitleKind = enumOf('JobTitleKind', 'The publication that lists a job title.', JOB_TITLE_KINDS);

export const TaskKind = enumOf('TaskKind', 'How central a task is to an occupation.', TASK_KINDS);

export const RelatednessTier = enumOf(
  'RelatednessTier',
  'How closely a related occupation matches.',
  RELATEDNESS_TIERS,
);

export const ResolutionRule = enumOf('ResolutionRule', 'Why this figure was chosen.', RESOLUTION_RULES);

export const SeriesBreakKind = enumOf(
  'SeriesBreakKind',
  'Why figures from two releases are not comparable.',
  SERIES_BREAK_KINDS,
);

export const ProjectionKind = enumOf('ProjectionKind', 'What a row of the projections describes.', PROJECTION_KINDS);

export const OrderDirection = enumOf(
  'OrderDirection',
  'The direction in which to sort a list. Entries without a value come last in either direction.',
  { ASC: 'Ascending: smallest first, or A to Z.', DESC: 'Descending: largest first, or Z to A.' },
);

export const CareerField = enumOf(
  'CareerField',
  "The field of work that a career belongs to. The grouping is CareerGraph's own.",
  CAREER_FIELDS,
);

export const EducationLevel = enumOf(
  'EducationLevel',
  'The education that most employers expect at entry, using the categories of Employment Projections.',
  TYPICAL_EDUCATION,
);

export const Need = enumOf('Need', 'How strongly a career requires something.', NEEDS);

export const LicenceNeed = enumOf('LicenceNeed', 'Whether a license is required.', LICENCE_NEEDS);

export const CredentialKind = enumOf(
  'CredentialKind',
  'The type of a credential, based on the Credential Transparency Description Language (CTDL).',
  CREDENTIAL_KINDS,
);

export const RatingAspect = enumOf('RatingAspect', 'The aspect of a career that is rated.', RATING_ASPECTS);

export const RatingRule = enumOf('RatingRule', 'How a rating is calculated.', RATING_RULES);

export const ExperienceStage = enumOf('ExperienceStage', 'The stage of a career.', EXPERIENCE_STAGES);

export const ClaimMeasure = enumOf('ClaimMeasure', 'What a claim is about.', CLAIM_MEASURES);

export const ClaimStatistic = enumOf('ClaimStatistic', 'The statistic that a claim reports.', WAGE_STATISTICS);

export const ClaimPopulation = enumOf('ClaimPopulation', 'The group of people that a claim covers.', CLAIM_POPULATIONS);

export const ClaimUnit = enumOf('ClaimUnit', "The unit of a claim's numbers.", CLAIM_UNITS);

export const ClaimBound = enumOf('ClaimBound', 'How precise a stated number is.', CLAIM_BOUNDS);

export const FindingRule = enumOf('FindingRule', 'The check that reported a finding.', RULES);
