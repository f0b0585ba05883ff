import type {
  ClaimBound as Bound,
  SeriesBreakKind as BreakKind,
  ClaimMeasure as Measure,
  ClaimPopulation as Population,
  ClaimStatistic as Statistic,
  ClaimUnit as Unit,
} from '@careergraph/domain';
import type { EnumRef } from '@pothos/core';
import { builder } from '../builder.js';

/** An enum from its values with their descriptions. */
export function enumOf<V extends string>(name: string, description: string, values: Readonly<Record<V, string>>) {
  const described = Object.entries<string>(values).map(
    ([value, meaning]) => [value, { description: meaning }] as const,
  );
  const options: { readonly [value: string]: { readonly description: string } } = Object.fromEntries(described);
  return builder.enumType(name, { description, values: options }) as EnumRef<(typeof builder)['$inferSchemaTypes'], V>;
}

export const AreaKind = builder.enumType('AreaKind', {
  description: 'What kind of place an area is.',
  values: {
    NATION: { description: 'The United States; official national figures leave out the territories.' },
    STATE: { description: 'A state, or the District of Columbia.' },
    TERRITORY: { description: 'Guam, Puerto Rico or the Virgin Islands.' },
    METRO: { description: 'A metropolitan statistical area, by its CBSA code.' },
    MICRO: { description: 'A micropolitan statistical area, by its CBSA code; OEWS has no figures for it.' },
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

export const WagePercentile = enumOf('WagePercentile', 'The percentiles that OEWS publishes.', {
  P10: 'A tenth earn less.',
  P25: 'A quarter earn less.',
  P50: 'The median: half earn less.',
  P75: 'Three quarters earn less.',
  P90: 'Nine tenths earn less.',
});

export const OutlookLabel = enumOf(
  'OutlookLabel',
  "How a projected change compares with that of all occupations, by the bounds of the projections' round.",
  {
    MUCH_FASTER_THAN_AVERAGE: 'Grows much faster than all occupations together.',
    FASTER_THAN_AVERAGE: 'Grows faster than all occupations together.',
    AVERAGE: 'Grows about as fast as all occupations together.',
    SLOWER_THAN_AVERAGE: 'Grows more slowly than all occupations together.',
    LITTLE_OR_NO_CHANGE: 'Stays about as it is.',
    DECLINE: 'Shrinks.',
  },
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
    STAGED: { description: 'Loaded and audited, but not activated, or taken back; answers nothing.' },
    ACTIVE: { description: 'Answers where no release is named; one a source.' },
    SUPERSEDED: { description: 'Answers where it is named with asOf.' },
    WITHDRAWN: { description: 'Was replaced by another revision of the same release; answers nothing.' },
  } as const,
});

export const AuditLevel = enumOf('AuditLevel', 'What a failed audit of a release means.', {
  MUST: 'The release is refused.',
  SHOULD: 'The release is taken, and the failure reported.',
});

export const AuditOutcome = enumOf('AuditOutcome', 'What came of an audit.', {
  PASSED: 'It holds everywhere.',
  FAILED: 'It does not hold somewhere.',
  SKIPPED: 'It could not be run; the reason says why.',
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
    STATED_BY_PAGE: { description: 'No official release that answers has it; a published page states it.' },
    WIDER_AREA: {
      description: 'No release that answers has the occupation in that area; the figure is of the area around it.',
    },
    SOC_OCCUPATION: { description: 'An O*NET code borrows the figure of its SOC code.' },
    BROADER_OCCUPATION: {
      description: 'No release that answers has the detailed occupation; the figure is of the broad one around it.',
    },
    WIDER_AREA_AND_OCCUPATION: { description: 'Both the occupation and the area are wider than asked for.' },
  } as const,
});

export const SeriesBreakKind = enumOf('SeriesBreakKind', 'Why two releases do not compare.', {
  CLASSIFICATION: 'Occupations are classified by another edition of the SOC.',
  METHOD: 'The survey is estimated by another method.',
  AREA_DELINEATION: 'Metropolitan and nonmetropolitan areas were drawn anew.',
  AREA_RENAMED: 'The area has another name, and may have other counties.',
  TOP_CODE: 'Wages are published up to another bound.',
  RELEASE_MISSING: 'Releases between the two are not loaded.',
} satisfies Record<BreakKind, string>);

export const ProjectionKind = enumOf('ProjectionKind', 'What a row of the projections is.', {
  LINE_ITEM: 'An occupation.',
  SUMMARY: 'A sum of occupations.',
});

export const OrderDirection = enumOf(
  'OrderDirection',
  'Which way a list is ordered. Entries without the value come last either way.',
  { ASC: 'The least first, text from A to Z.', DESC: 'The most first, text from Z to A.' },
);

export const CareerField = enumOf('CareerField', 'The field of work a career belongs to; our own grouping.', {
  ADMINISTRATION: 'Running practices, offices and facilities.',
  NURSING: 'Nursing and nursing assistance.',
  DENTAL: 'Dental care.',
  LABORATORY: 'Drawing and examining samples.',
  IMAGING: 'Pictures of the body, and radiation.',
  THERAPY: 'Treatment that restores function, such as physical or respiratory therapy.',
  PHARMACY: 'Medicines.',
  RECORDS: 'Health records, billing and coding.',
  EMERGENCY: 'Emergency care.',
  SURGICAL: 'Operating rooms and sterile instruments.',
  VISION: 'Eyes and glasses.',
  NUTRITION: 'Food and diets.',
  BEHAVIORAL: 'Mental health and addiction.',
  ANIMAL_CARE: 'Animals.',
  SUPPORT: 'Other help for patients and staff.',
});

export const EducationLevel = enumOf(
  'EducationLevel',
  'What most employers expect at entry, after the categories of Employment Projections.',
  {
    NONE: 'No formal educational credential.',
    HIGH_SCHOOL: 'High school diploma or equivalent.',
    POSTSECONDARY_CERTIFICATE: 'Postsecondary nondegree award.',
    SOME_COLLEGE: 'Some college, no degree.',
    ASSOCIATE: "Associate's degree.",
    BACHELOR: "Bachelor's degree.",
    MASTER: "Master's degree.",
    DOCTORAL: 'Doctoral or professional degree.',
  },
);

export const Need = enumOf('Need', 'How much a career asks for something.', {
  REQUIRED: 'Without it there is no way in.',
  PREFERRED: 'Many employers would rather have it.',
  ACCEPTED: 'Taken in place of something else.',
  OPTIONAL: 'Helps, and is not asked for.',
  SOMETIMES_REQUIRED: 'Some employers or places require it.',
});

export const LicenceNeed = enumOf('LicenceNeed', 'Whether a licence is needed.', {
  NO: 'None is needed.',
  YES: 'One is needed everywhere.',
  DEPENDS_ON_STATE: 'Some states require one.',
});

export const CredentialKind = enumOf(
  'CredentialKind',
  'Kind of credential, after the Credential Transparency Description Language (CTDL).',
  {
    CERTIFICATION: 'Given for a time by a body that tests competence, and renewed.',
    LICENSE: 'Permission by a public authority to do the work.',
    CERTIFICATE: 'Says that a program was completed.',
    DEGREE: 'Academic degree.',
    DIPLOMA: 'Diploma of a school, or its equivalent.',
    COURSE: 'A single course, often with a card for having taken it.',
  },
);

export const RatingAspect = enumOf('RatingAspect', 'What a rating is of.', {
  SATISFACTION: 'How content people are in the job.',
  SALARY: 'What it pays.',
  JOB_GROWTH: 'Where its employment is heading.',
  EDUCATION_DURATION: 'How long the training takes.',
});

export const ExperienceStage = enumOf('ExperienceStage', 'A stage of a working life.', {
  ENTRY_LEVEL: 'At the start.',
  EXPERIENCED: 'After some years.',
});

export const ClaimMeasure = enumOf('ClaimMeasure', 'What a claim is about.', {
  WAGE: 'What is earned.',
  EMPLOYMENT: 'How many work in it.',
  EMPLOYMENT_CHANGE: 'How many more or fewer will work in it.',
  EMPLOYMENT_CHANGE_PERCENT: 'The same in percent.',
  NEW_POSITIONS_PER_YEAR: 'What the page calls new positions in a year.',
  OUTLOOK: 'Outlook in a word, such as HIGH.',
  WAGE_RANK: 'Place of an area in an order of wages.',
  RATING: 'Rating in a word, such as MEDIUM.',
  EXPERIENCE_REQUIRED: 'Experience that is asked for, or that the people meant have.',
  EDUCATION_DURATION: 'How long an education takes.',
  EDUCATION_MINIMUM: 'Least education that is asked for.',
  EDUCATION_PREFERRED: 'Education that is preferred, recommended or commonly accepted.',
  CREDENTIAL_DURATION: 'How long a credential takes.',
  INSTRUCTION_DURATION: 'How long a lesson or session takes.',
  LICENCE_REQUIRED: 'Whether a licence is needed.',
  ACRONYM: 'Acronym of a name.',
  SOURCE_OCCUPATION: 'Occupation from which the page says it took its figures.',
} satisfies Record<Measure, string>);

export const ClaimStatistic = enumOf('ClaimStatistic', 'Which statistic a claim says it is.', {
  MEAN: 'The mean, in everyday words the average.',
  P10: 'The 10th percentile.',
  P25: 'The 25th percentile.',
  P50: 'The median.',
  P75: 'The 75th percentile.',
  P90: 'The 90th percentile.',
} satisfies Record<Statistic, string>);

export const ClaimPopulation = enumOf('ClaimPopulation', 'Whom a claim is about.', {
  ALL: 'Everyone in the career.',
  ENTRY_LEVEL: 'People at the start.',
  EXPERIENCED: 'People with experience.',
  LARGE_CITIES: 'People in large cities.',
} satisfies Record<Population, string>);

export const ClaimUnit = enumOf('ClaimUnit', 'Unit of the numbers of a claim.', {
  USD_PER_YEAR: 'US dollars a year.',
  USD_PER_MONTH: 'US dollars a month.',
  USD_PER_HOUR: 'US dollars an hour.',
  PERCENT: 'Percent.',
  PERSONS: 'People or jobs.',
  PERSONS_PER_YEAR: 'People or jobs a year.',
  RANK: 'Place in an order, from 1.',
  YEARS: 'Years.',
  MONTHS: 'Months.',
  WEEKS: 'Weeks.',
  HOURS: 'Hours.',
  MINUTES: 'Minutes.',
  TEXT: 'A statement in words, without a number.',
} satisfies Record<Unit, string>);

export const ClaimBound = enumOf('ClaimBound', 'How far a stated number binds.', {
  EXACT: 'Exactly that.',
  AT_LEAST: 'That or more.',
  ABOUT: 'Roughly that.',
} satisfies Record<Bound, string>);
