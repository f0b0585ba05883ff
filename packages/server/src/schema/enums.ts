import { CLAIM_BOUNDS, CLAIM_MEASURES, CLAIM_POPULATIONS, CLAIM_STATISTICS, CLAIM_UNITS } from '@careergraph/domain';
import { builder } from '../builder.js';

/** An enum whose values need no explanation beyond the type's own. */
function names<const T extends readonly string[]>(name: string, description: string, values: T) {
  return builder.enumType(name, { description, values });
}

export const AreaKind = builder.enumType('AreaKind', {
  description: 'What kind of place an area is.',
  values: {
    NATION: { description: 'The United States; official national figures leave out the territories.' },
    STATE: { description: 'A state, or the District of Columbia.' },
    TERRITORY: { description: 'Guam, Puerto Rico or the Virgin Islands.' },
    METRO: { description: 'A metropolitan statistical area, by its CBSA code.' },
    NONMETRO: { description: 'A nonmetropolitan area of OEWS.' },
  } as const,
});

export const FigureStatus = builder.enumType('FigureStatus', {
  description: 'Whether there is a number, and if not, why.',
  values: {
    PUBLISHED: { description: 'A number as published.' },
    TOP_CODED: { description: 'At or above the top code of the release: only the bound is known.' },
    SUPPRESSED: { description: 'The publisher has an estimate and does not release it.' },
    NOT_PUBLISHED: { description: 'The publication has no such figure.' },
    DERIVED: { description: 'Computed from a published number; the reason says how.' },
  } as const,
});

export const PayPeriod = builder.enumType('PayPeriod', {
  description: 'What a wage is for.',
  values: {
    YEAR: { description: 'A year, as published.' },
    MONTH: { description: 'A twelfth of the yearly figure; always DERIVED.' },
    HOUR: { description: 'An hour, as published; never computed from the yearly figure.' },
  } as const,
});

export const WagePercentile = builder.enumType('WagePercentile', {
  description: 'The percentiles that OEWS publishes. P50 is the median.',
  values: ['P10', 'P25', 'P50', 'P75', 'P90'] as const,
});

export const OutlookLabel = names(
  'OutlookLabel',
  "How a projected change compares with that of all occupations, by the bounds of the projections' round.",
  [
    'MUCH_FASTER_THAN_AVERAGE',
    'FASTER_THAN_AVERAGE',
    'AVERAGE',
    'SLOWER_THAN_AVERAGE',
    'LITTLE_OR_NO_CHANGE',
    'DECLINE',
  ] as const,
);

export const SourceKind = builder.enumType('SourceKind', {
  description: 'Who stands behind a source.',
  values: {
    AGENCY: { description: 'A statistical agency or another official publisher.' },
    PAGE: { description: 'A published web page whose statements were recorded, right or wrong.' },
    OWN: { description: "CareerGraph's own guides." },
  } as const,
});

export const ReleaseStatus = builder.enumType('ReleaseStatus', {
  description: 'Whether a release answers.',
  values: {
    STAGED: { description: 'Being loaded; answers nothing.' },
    ACTIVE: { description: 'Answers where no release is named; one a source.' },
    SUPERSEDED: { description: 'Answers where it is named with asOf.' },
    WITHDRAWN: { description: 'Was taken back.' },
  } as const,
});

export const OccupationLevel = builder.enumType('OccupationLevel', {
  description: 'Level of a code in SOC 2018.',
  values: {
    TOTAL: { description: 'All occupations, 00-0000.' },
    MAJOR: { description: 'A major group, e.g. 11-0000.' },
    MINOR: { description: 'A minor group, e.g. 11-9000.' },
    BROAD: { description: 'A broad occupation, e.g. 11-9110.' },
    DETAILED: { description: 'A detailed occupation, e.g. 11-9111.' },
    ONET: { description: 'An O*NET-SOC code below a SOC code, e.g. 11-9111.00.' },
  } as const,
});

export const OccupationRole = builder.enumType('OccupationRole', {
  description: 'How an occupation belongs to a career.',
  values: {
    PRIMARY: { description: 'The one whose figures are the career’s.' },
    SECONDARY: { description: 'Another that published pages use or that overlaps; reachable by its code.' },
  } as const,
});

export const ResolutionRule = builder.enumType('ResolutionRule', {
  description: 'Why just this figure answers.',
  values: {
    AS_ASKED: { description: 'The official figure of just the occupation and area asked for.' },
    STATED_BY_PAGE: { description: 'No loaded official release has it; a published page states it.' },
    WIDER_AREA: {
      description: 'No loaded release has the occupation in that area; the figure is of the area around it.',
    },
  } as const,
});

export const OrderDirection = names(
  'OrderDirection',
  'Which way a list is ordered. Entries without the value come last either way.',
  ['ASC', 'DESC'] as const,
);

export const CareerField = names('CareerField', 'The field of work a career belongs to; our own grouping.', [
  'ADMINISTRATION',
  'NURSING',
  'DENTAL',
  'LABORATORY',
  'IMAGING',
  'THERAPY',
  'PHARMACY',
  'RECORDS',
  'EMERGENCY',
  'SURGICAL',
  'VISION',
  'NUTRITION',
  'BEHAVIORAL',
  'ANIMAL_CARE',
  'SUPPORT',
] as const);

export const EducationLevel = names(
  'EducationLevel',
  'What most employers expect at entry, after the categories of Employment Projections.',
  [
    'NONE',
    'HIGH_SCHOOL',
    'POSTSECONDARY_CERTIFICATE',
    'SOME_COLLEGE',
    'ASSOCIATE',
    'BACHELOR',
    'MASTER',
    'DOCTORAL',
  ] as const,
);

export const Need = names('Need', 'How much a career asks for something.', [
  'REQUIRED',
  'PREFERRED',
  'ACCEPTED',
  'OPTIONAL',
  'SOMETIMES_REQUIRED',
] as const);

export const LicenceNeed = names('LicenceNeed', 'Whether a licence is needed.', [
  'NO',
  'YES',
  'DEPENDS_ON_STATE',
] as const);

export const CredentialKind = names(
  'CredentialKind',
  'Kind of credential, after the Credential Transparency Description Language (CTDL).',
  ['CERTIFICATION', 'LICENSE', 'CERTIFICATE', 'DEGREE', 'DIPLOMA', 'COURSE'] as const,
);

export const RatingAspect = names('RatingAspect', 'What a rating is of.', [
  'SATISFACTION',
  'SALARY',
  'JOB_GROWTH',
  'EDUCATION_DURATION',
] as const);
export const ExperienceStage = names('ExperienceStage', 'A stage of a working life.', [
  'ENTRY_LEVEL',
  'EXPERIENCED',
] as const);
export const ClaimMeasure = names('ClaimMeasure', 'What a claim is about.', CLAIM_MEASURES);
export const ClaimStatistic = names('ClaimStatistic', 'Which statistic a claim says it is.', CLAIM_STATISTICS);
export const ClaimPopulation = names('ClaimPopulation', 'Whom a claim is about.', CLAIM_POPULATIONS);
export const ClaimUnit = names('ClaimUnit', 'Unit of the numbers of a claim.', CLAIM_UNITS);
export const ClaimBound = names(
  'ClaimBound',
  'How far a stated number binds: exactly that, at least that, or roughly that.',
  CLAIM_BOUNDS,
);
