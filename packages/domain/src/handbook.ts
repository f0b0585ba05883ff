import type { ClaimBound } from './vocabulary/claims.js';

/** A profile of the Occupational Outlook Handbook. Missing parts are null or empty; `Reading.notices` says which. */
export interface Profile {
  /** The Handbook's own URL slug, such as `registered-nurses`. */
  readonly slug: string;
  /** Null in the bulk edition where it states no address. */
  readonly url: string | null;
  /** The occupation group in the address, such as `healthcare`. */
  readonly group: string | null;
  readonly title: string;
  /** Such as `Registered Nurse`; null if the page names no single worker. */
  readonly singularTitle: string | null;
  /** One sentence about the occupation. */
  readonly summary: string;
  /** SOC or National Employment Matrix codes of the occupations covered, totals left out. */
  readonly occupationCodes: readonly string[];
  /** Null if the profile states no projections. */
  readonly edition: Edition | null;
  /** ISO date. */
  readonly lastModified: string | null;
  readonly videoUrl: string | null;
  /** The prose of each part in page order, as Markdown. */
  readonly sections: readonly Section[];
  /**
   * What the workers do, as Markdown: the prose of the part that is in neither `duties` nor `specialties`, without the
   * sentences that lead to them. Null if there is none.
   */
  readonly description: string | null;
  readonly duties: readonly DutyList[];
  readonly specialties: readonly NamedText[];
  readonly qualities: readonly NamedText[];
  readonly quickFacts: QuickFacts | null;
  readonly workEnvironment: WorkEnvironment;
  readonly pay: Pay;
  readonly outlook: Outlook;
  readonly similar: readonly SimilarOccupation[];
  readonly contacts: readonly Contact[];
  /** Links to statistics, videos, articles, and lists of licenses and certifications. */
  readonly references: readonly Contact[];
  readonly onetOccupations: readonly OnetOccupation[];
}

export interface Edition {
  /** Year of the employment figures, such as 2024. */
  readonly baseYear: number;
  /** Year the projections are for, such as 2034. */
  readonly projectedYear: number;
  /** Year of the median pay in the quick facts, such as 2024. */
  readonly payYear: number;
}

/** Release key of the projections: `2024-34` */
export const roundOf = ({ baseYear, projectedYear }: Edition) => `${baseYear}-${String(projectedYear).slice(2)}`;

export const PARTS = [
  'WHAT_THEY_DO',
  'WORK_ENVIRONMENT',
  'HOW_TO_BECOME_ONE',
  'PAY',
  'OUTLOOK',
  'SIMILAR_OCCUPATIONS',
  'MORE_INFORMATION',
] as const;
export type PartName = (typeof PARTS)[number];

export type SectionKind =
  /** What the profile's summary says about the part. */
  | 'SUMMARY'
  /** The text before the first heading of the part. */
  | 'INTRODUCTION'
  | 'DUTIES'
  | 'SPECIALTIES'
  | 'INJURIES'
  | 'SCHEDULES'
  | 'EDUCATION'
  | 'EDUCATION_AND_TRAINING'
  | 'TRAINING'
  | 'LICENSES'
  | 'EXPERIENCE'
  | 'OTHER_EXPERIENCE'
  | 'QUALITIES'
  | 'ADVANCEMENT'
  | 'BENEFITS'
  | 'EMPLOYMENT'
  | 'REQUIREMENTS_SURVEY'
  | 'CAREER_ONE_STOP'
  | 'RELATED_ARTICLES'
  | 'ONET';

export interface Place {
  /** Heading under which it stands. */
  readonly section: string;
  /** Line of the file on which its element begins. */
  readonly line: number;
}

export interface Section extends Place {
  readonly part: PartName;
  readonly kind: SectionKind;
  /** As printed; null before the first heading of a part. */
  readonly heading: string | null;
  readonly markdown: string;
}

export interface DutyList extends Place {
  /** The sentence before the list, such as `Actuaries typically do the following:`; null if there is none. */
  readonly lead: string | null;
  readonly items: readonly string[];
}

export interface NamedText extends Place {
  readonly name: string;
  /** Of a quality, what follows the name; of a specialty, the whole paragraph, whose sentence the name begins. */
  readonly markdown: string;
}

/** Words that answer a question, such as `Bachelor's degree`. */
export interface Statement extends Place {
  readonly printed: string;
}

/** A figure as printed, and the number it stands for. */
export interface Figure extends Statement {
  /** In the unit that the field's name gives; null if words stand instead of a number. */
  readonly value: number | null;
  readonly bound: ClaimBound;
  /** The step that a shortened number is rounded to: 100000 for `3.4 million`. */
  readonly roundedTo: number | null;
}

export interface QuickFacts {
  readonly medianPayUsdPerYear: Figure | null;
  readonly medianPayUsdPerHour: Figure | null;
  readonly entryLevelEducation: Statement;
  readonly workExperience: Statement;
  readonly onTheJobTraining: Statement;
  readonly jobs: Figure;
  readonly outlookPercent: Figure;
  /** Such as `Faster than average`; null if only a number is stated. */
  readonly outlook: string | null;
  readonly employmentChange: Figure;
}

export interface WorkEnvironment {
  /** The prose above the first heading, as Markdown, without the tables in `employers`. Null if there is none. */
  readonly text: string | null;
  readonly jobs: readonly JobsHeld[];
  readonly employers: readonly Employers[];
  /** Jobs in each of the occupations that the profile covers. */
  readonly occupations: readonly NamedFigure[];
}

export interface JobsHeld {
  /** Whose jobs, as the sentence names them. */
  readonly subject: string;
  readonly year: number;
  readonly jobs: Figure;
}

export interface Employers {
  readonly subject: string;
  readonly rows: readonly { readonly industry: string; readonly percent: Figure }[];
}

export type WageUnit = 'USD_PER_YEAR' | 'USD_PER_HOUR';

export interface Pay {
  readonly wages: readonly WageStatement[];
  readonly tables: readonly WageTable[];
  /** Median wages of the group, the occupation, and all occupations. */
  readonly chart: readonly NamedFigure[];
}

/** A sentence on the median wage, with the one on the lowest and highest 10 percent that follows it. */
export interface WageStatement extends Place {
  readonly subject: string;
  readonly unit: WageUnit;
  /** Year and month, such as `2024-05`. */
  readonly period: string;
  readonly median: Figure;
  readonly p10: Figure | null;
  readonly p90: Figure | null;
  /** The sentence that states both percentiles. */
  readonly percentiles: string | null;
}

export interface WageTable extends Place {
  readonly by: 'INDUSTRY' | 'OCCUPATION';
  readonly subject: string;
  readonly statistic: 'P50' | 'MEAN';
  readonly unit: WageUnit;
  readonly period: string;
  readonly rows: readonly NamedFigure[];
}

export interface NamedFigure extends Figure {
  readonly name: string;
}

export interface Outlook {
  readonly growth: GrowthStatement | null;
  /** Openings per year, on average over the decade. */
  readonly openingsPerYear: Figure | null;
  readonly table: readonly OutlookRow[];
  /** Percent changes of the group, the occupation, and all occupations. */
  readonly chart: readonly NamedFigure[];
}

export interface GrowthStatement extends Statement {
  readonly subject: string;
  /** Negative for a decline; null for `little or no change`. */
  readonly percent: Figure | null;
  /** Such as `faster than the average for all occupations`; null if the sentence does not compare. */
  readonly comparison: string | null;
}

export interface OutlookRow extends Place {
  readonly title: string;
  /** Null if the table prints a dash. */
  readonly code: string | null;
  /** Whether other rows of the table are part of this one. */
  readonly total: boolean;
  readonly baseJobs: Figure;
  readonly projectedJobs: Figure;
  readonly percent: Figure;
  readonly change: Figure;
}

export interface SimilarOccupation extends Place {
  readonly slug: string;
  readonly title: string;
  readonly url: string;
  readonly duties: string;
  readonly entryLevelEducation: Statement;
  readonly medianPayUsdPerYear: Figure;
}

export interface Contact extends Place {
  readonly name: string;
  readonly url: string;
  /** What it is named for: the sentence with the link, or the previous one. */
  readonly about: string | null;
}

export interface OnetOccupation extends Place {
  readonly code: string;
  readonly title: string;
  readonly url: string;
}
