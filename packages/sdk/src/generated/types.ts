export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment in UTC, ISO 8601. */
  DateTime: { input: string; output: string; }
};

/** One way to name an area. */
export type AreaBy =
  /** An area code as `Area.code` gives it: `US-CA`. */
  { readonly code: Scalars['String']['input']; readonly country?: never; readonly metro?: never; readonly state?: never; readonly zip?: never; }
  |  /** ISO 3166-1 alpha-2: `US`. */
  { readonly code?: never; readonly country: Scalars['String']['input']; readonly metro?: never; readonly state?: never; readonly zip?: never; }
  |  /** CBSA code of a metropolitan area: `36740`. */
  { readonly code?: never; readonly country?: never; readonly metro: Scalars['String']['input']; readonly state?: never; readonly zip?: never; }
  |  /** USPS, ISO 3166-2 or FIPS code of a state, DC or a territory: `CA`, `US-CA`, `06`. */
  { readonly code?: never; readonly country?: never; readonly metro?: never; readonly state: Scalars['String']['input']; readonly zip?: never; }
  |  /** ZIP code: `32801`; the metropolitan area that most of it lies in, else its state. NOT_AVAILABLE_YET until data on ZIP codes is loaded. */
  { readonly code?: never; readonly country?: never; readonly metro?: never; readonly state?: never; readonly zip: Scalars['String']['input']; };

/** What kind of place an area is. */
export type AreaKind =
  /** A metropolitan statistical area, by its CBSA code. */
  | 'METRO'
  /** A micropolitan statistical area, by its CBSA code; OEWS has no figures for it. */
  | 'MICRO'
  /** The United States; official national figures leave out the territories. */
  | 'NATION'
  /** A nonmetropolitan area of OEWS. */
  | 'NONMETRO'
  /** A state, or the District of Columbia. */
  | 'STATE'
  /** Guam, Puerto Rico or the Virgin Islands. */
  | 'TERRITORY'
  | '%future added value';

/** What a failed audit of a release means. */
export type AuditLevel =
  /** The release is refused. */
  | 'MUST'
  /** The release is taken, and the failure reported. */
  | 'SHOULD'
  | '%future added value';

/** What came of an audit. */
export type AuditOutcome =
  /** It does not hold somewhere. */
  | 'FAILED'
  /** It holds everywhere. */
  | 'PASSED'
  /** It could not be run; the reason says why. */
  | 'SKIPPED'
  | '%future added value';

/** The field of work a career belongs to; our own grouping. */
export type CareerField =
  /** Running practices, offices and facilities. */
  | 'ADMINISTRATION'
  /** Animals. */
  | 'ANIMAL_CARE'
  /** Mental health and addiction. */
  | 'BEHAVIORAL'
  /** Dental care. */
  | 'DENTAL'
  /** Emergency care. */
  | 'EMERGENCY'
  /** Pictures of the body, and radiation. */
  | 'IMAGING'
  /** Drawing and examining samples. */
  | 'LABORATORY'
  /** Nursing and nursing assistance. */
  | 'NURSING'
  /** Food and diets. */
  | 'NUTRITION'
  /** Medicines. */
  | 'PHARMACY'
  /** Health records, billing and coding. */
  | 'RECORDS'
  /** Other help for patients and staff. */
  | 'SUPPORT'
  /** Operating rooms and sterile instruments. */
  | 'SURGICAL'
  /** Treatment that restores function, such as physical or respiratory therapy. */
  | 'THERAPY'
  /** Eyes and glasses. */
  | 'VISION'
  | '%future added value';

/** Which careers. All that is given must hold; figures are those of the primary occupation in the nation and the active releases. */
export type CareerFilter = {
  /** Any of these levels of education at entry. */
  readonly education?: InputMaybe<ReadonlyArray<EducationLevel>>;
  /** Any of these fields of work. */
  readonly field?: InputMaybe<ReadonlyArray<CareerField>>;
  /** Annual median of at least this, US dollars. A median that is top-coded or not released never counts. */
  readonly medianAtLeastUsd?: InputMaybe<Scalars['Int']['input']>;
  /** Annual median of at most this, US dollars. */
  readonly medianAtMostUsd?: InputMaybe<Scalars['Int']['input']>;
  /** SOC code of one of its occupations. */
  readonly occupation?: InputMaybe<Scalars['String']['input']>;
  /** Any of these outlooks. */
  readonly outlook?: InputMaybe<ReadonlyArray<OutlookLabel>>;
  /** Part of a title or the summary, in any case, taken literally. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
};

/** How a list of careers is ordered. Careers without the figure come last either way; equal ones stand by title. */
export type CareerOrder = {
  /** Which way. */
  readonly direction?: OrderDirection;
  /** By what. */
  readonly field: CareerOrderField;
};

/** What a list of careers is ordered by. */
export type CareerOrderField =
  /** Projected change of the primary occupation in percent. */
  | 'GROWTH'
  /** National annual median of the primary occupation. */
  | 'MEDIAN_PAY'
  /** The title. */
  | 'TITLE'
  | '%future added value';

/** How far a stated number binds. */
export type ClaimBound =
  /** Roughly that. */
  | 'ABOUT'
  /** That or more. */
  | 'AT_LEAST'
  /** Exactly that. */
  | 'EXACT'
  | '%future added value';

/** What a claim is about. */
export type ClaimMeasure =
  /** Acronym of a name. */
  | 'ACRONYM'
  /** How long a credential takes. */
  | 'CREDENTIAL_DURATION'
  /** How long an education takes. */
  | 'EDUCATION_DURATION'
  /** Least education that is asked for. */
  | 'EDUCATION_MINIMUM'
  /** Education that is preferred, recommended or commonly accepted. */
  | 'EDUCATION_PREFERRED'
  /** How many work in it. */
  | 'EMPLOYMENT'
  /** How many more or fewer will work in it. */
  | 'EMPLOYMENT_CHANGE'
  /** The same in percent. */
  | 'EMPLOYMENT_CHANGE_PERCENT'
  /** Experience that is asked for, or that the people meant have. */
  | 'EXPERIENCE_REQUIRED'
  /** How long a lesson or session takes. */
  | 'INSTRUCTION_DURATION'
  /** Whether a licence is needed. */
  | 'LICENCE_REQUIRED'
  /** What the page calls new positions in a year. */
  | 'NEW_POSITIONS_PER_YEAR'
  /** Outlook in a word, such as HIGH. */
  | 'OUTLOOK'
  /** Rating in a word, such as MEDIUM. */
  | 'RATING'
  /** Occupation from which the page says it took its figures. */
  | 'SOURCE_OCCUPATION'
  /** What is earned. */
  | 'WAGE'
  /** Place of an area in an order of wages. */
  | 'WAGE_RANK'
  | '%future added value';

/** Whom a claim is about. */
export type ClaimPopulation =
  /** Everyone in the career. */
  | 'ALL'
  /** People at the start. */
  | 'ENTRY_LEVEL'
  /** People with experience. */
  | 'EXPERIENCED'
  /** People in large cities. */
  | 'LARGE_CITIES'
  | '%future added value';

/** Which statistic a claim says it is. */
export type ClaimStatistic =
  /** The mean, in everyday words the average. */
  | 'MEAN'
  /** The 10th percentile. */
  | 'P10'
  /** The 25th percentile. */
  | 'P25'
  /** The median. */
  | 'P50'
  /** The 75th percentile. */
  | 'P75'
  /** The 90th percentile. */
  | 'P90'
  | '%future added value';

/** Unit of the numbers of a claim. */
export type ClaimUnit =
  /** Hours. */
  | 'HOURS'
  /** Minutes. */
  | 'MINUTES'
  /** Months. */
  | 'MONTHS'
  /** Percent. */
  | 'PERCENT'
  /** People or jobs. */
  | 'PERSONS'
  /** People or jobs a year. */
  | 'PERSONS_PER_YEAR'
  /** Place in an order, from 1. */
  | 'RANK'
  /** A statement in words, without a number. */
  | 'TEXT'
  /** US dollars an hour. */
  | 'USD_PER_HOUR'
  /** US dollars a month. */
  | 'USD_PER_MONTH'
  /** US dollars a year. */
  | 'USD_PER_YEAR'
  /** Weeks. */
  | 'WEEKS'
  /** Years. */
  | 'YEARS'
  | '%future added value';

/** Which credentials. All that is given must hold. */
export type CredentialFilter = {
  /** Only those that the career of this slug names. */
  readonly career?: InputMaybe<Scalars['String']['input']>;
  /** Only this kind. */
  readonly kind?: InputMaybe<CredentialKind>;
  /** Part of the name or acronym, in any case, taken literally. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
};

/** Kind of credential, after the Credential Transparency Description Language (CTDL). */
export type CredentialKind =
  /** Says that a program was completed. */
  | 'CERTIFICATE'
  /** Given for a time by a body that tests competence, and renewed. */
  | 'CERTIFICATION'
  /** A single course, often with a card for having taken it. */
  | 'COURSE'
  /** Academic degree. */
  | 'DEGREE'
  /** Diploma of a school, or its equivalent. */
  | 'DIPLOMA'
  /** Permission by a public authority to do the work. */
  | 'LICENSE'
  | '%future added value';

/** What most employers expect at entry, after the categories of Employment Projections. */
export type EducationLevel =
  /** Associate's degree. */
  | 'ASSOCIATE'
  /** Bachelor's degree. */
  | 'BACHELOR'
  /** Doctoral or professional degree. */
  | 'DOCTORAL'
  /** High school diploma or equivalent. */
  | 'HIGH_SCHOOL'
  /** Master's degree. */
  | 'MASTER'
  /** No formal educational credential. */
  | 'NONE'
  /** Postsecondary nondegree award. */
  | 'POSTSECONDARY_CERTIFICATE'
  /** Some college, no degree. */
  | 'SOME_COLLEGE'
  | '%future added value';

/** A stage of a working life. */
export type ExperienceStage =
  /** At the start. */
  | 'ENTRY_LEVEL'
  /** After some years. */
  | 'EXPERIENCED'
  | '%future added value';

/** Whether there is a number, and if not, why. */
export type FigureStatus =
  /** Computed from a published number; the reason says how. */
  | 'DERIVED'
  /** The publication has no such figure. */
  | 'NOT_PUBLISHED'
  /** A number as published. */
  | 'PUBLISHED'
  /** The publisher has an estimate and does not release it. */
  | 'SUPPRESSED'
  /** At or above the top code of the release: only the bound is known. */
  | 'TOP_CODED'
  | '%future added value';

/** The check that found it. */
export type FindingRule =
  /** One acronym stands for two names. */
  | 'ACRONYM_FOR_TWO'
  /** A figure is attributed to a source in whose loaded releases it does not occur. */
  | 'ATTRIBUTION_NOT_FOUND'
  /** A printed figure is cut off where rounding gives another. */
  | 'CUT_NOT_ROUNDED'
  /** One question is answered in words that exclude each other. */
  | 'DIFFERENT_STATEMENTS'
  /** One quantity is stated with values that exclude each other. */
  | 'DIFFERENT_VALUES'
  /** A sentence on the page speaks of another career. */
  | 'FOREIGN_SUBJECT'
  /** A credential takes longer than the duration that the page states for the whole training. */
  | 'LONGER_THAN_STATED'
  /** A count differs so much from the official one, or is for other years, that both cannot be of one population. */
  | 'NOT_COMPARABLE'
  /** Yearly openings, which include replacements, are called new positions. */
  | 'OPENINGS_AS_NEW_POSITIONS'
  /** A figure given for the career is that of another occupation than the one its title belongs to. */
  | 'OTHER_OCCUPATION'
  /** A figure is called one statistic and is another. */
  | 'OTHER_STATISTIC'
  /** A stated percentage is not the one that the stated counts give. */
  | 'PERCENT_ARITHMETIC'
  /** A ranking is drawn from a table that leaves a member out. */
  | 'RANKING_FROM_INCOMPLETE_TABLE'
  /** A table of all states leaves one out without saying so. */
  | 'TABLE_INCOMPLETE'
  /** One name is printed with two acronyms. */
  | 'TWO_ACRONYMS'
  | '%future added value';

/** Which publication has a job title. */
export type JobTitleKind =
  /** O*NET's alternate titles, which from 30.3 on it calls job titles. */
  | 'ALTERNATE'
  /** SOC's direct match titles: they belong to one occupation only. */
  | 'DIRECT_MATCH'
  /** O*NET's sample of titles that people in the occupation reported. */
  | 'REPORTED'
  | '%future added value';

/** Whether a licence is needed. */
export type LicenceNeed =
  /** Some states require one. */
  | 'DEPENDS_ON_STATE'
  /** None is needed. */
  | 'NO'
  /** One is needed everywhere. */
  | 'YES'
  | '%future added value';

/** How much a career asks for something. */
export type Need =
  /** Taken in place of something else. */
  | 'ACCEPTED'
  /** Helps, and is not asked for. */
  | 'OPTIONAL'
  /** Many employers would rather have it. */
  | 'PREFERRED'
  /** Without it there is no way in. */
  | 'REQUIRED'
  /** Some employers or places require it. */
  | 'SOMETIMES_REQUIRED'
  | '%future added value';

/** Which occupations. All that is given must hold. */
export type OccupationFilter = {
  /** true: only those that a career uses; false: only the others. */
  readonly careers?: InputMaybe<Scalars['Boolean']['input']>;
  /** true: only those with a row of their own in the active projections; false: only the others. */
  readonly hasProjections?: InputMaybe<Scalars['Boolean']['input']>;
  /** true: only those with a row of their own in the active release of OEWS; false: only the others. */
  readonly hasWages?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only those in this job zone of O*NET, 1 to 5, a SOC code by its `.00`. NOT_AVAILABLE_YET until O*NET is loaded. */
  readonly jobZone?: InputMaybe<Scalars['Int']['input']>;
  /** Only this level. */
  readonly level?: InputMaybe<OccupationLevel>;
  /** Part of the title, in any case, taken literally. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** true: look for the text also in job titles of SOC and O*NET, those of an O*NET code `.00` counting for its SOC code. NOT_AVAILABLE_YET until any are loaded. */
  readonly titles?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only what lies below this code in the tree, e.g. `11-0000`. */
  readonly under?: InputMaybe<Scalars['String']['input']>;
};

/** Level of a code in SOC 2018. */
export type OccupationLevel =
  /** A broad occupation, e.g. 11-9110. */
  | 'BROAD'
  /** A detailed occupation, e.g. 11-9111. */
  | 'DETAILED'
  /** A major group, e.g. 11-0000. */
  | 'MAJOR'
  /** A minor group, e.g. 11-9000. */
  | 'MINOR'
  /** An O*NET-SOC code below a SOC code, e.g. 11-9111.00. */
  | 'ONET'
  /** All occupations, 00-0000. */
  | 'TOTAL'
  | '%future added value';

/** How an occupation belongs to a career. */
export type OccupationRole =
  /** The one whose figures are the career’s. */
  | 'PRIMARY'
  /** Another that published pages use or that overlaps; reachable by its code. */
  | 'SECONDARY'
  | '%future added value';

/** Which way a list is ordered. Entries without the value come last either way. */
export type OrderDirection =
  /** The least first, text from A to Z. */
  | 'ASC'
  /** The most first, text from Z to A. */
  | 'DESC'
  | '%future added value';

/** How a projected change compares with that of all occupations, by the bounds of the projections' round. */
export type OutlookLabel =
  /** Grows about as fast as all occupations together. */
  | 'AVERAGE'
  /** Shrinks. */
  | 'DECLINE'
  /** Grows faster than all occupations together. */
  | 'FASTER_THAN_AVERAGE'
  /** Stays about as it is. */
  | 'LITTLE_OR_NO_CHANGE'
  /** Grows much faster than all occupations together. */
  | 'MUCH_FASTER_THAN_AVERAGE'
  /** Grows more slowly than all occupations together. */
  | 'SLOWER_THAN_AVERAGE'
  | '%future added value';

/** What a wage is for. */
export type PayPeriod =
  /** An hour, as published; never computed from the yearly figure. */
  | 'HOUR'
  /** A twelfth of the yearly figure; always DERIVED. */
  | 'MONTH'
  /** A year, as published. */
  | 'YEAR'
  | '%future added value';

/** What a row of the projections is. */
export type ProjectionKind =
  /** An occupation. */
  | 'LINE_ITEM'
  /** A sum of occupations. */
  | 'SUMMARY'
  | '%future added value';

/** What a rating is of. */
export type RatingAspect =
  /** How long the training takes. */
  | 'EDUCATION_DURATION'
  /** Where its employment is heading. */
  | 'JOB_GROWTH'
  /** What it pays. */
  | 'SALARY'
  /** How content people are in the job. */
  | 'SATISFACTION'
  | '%future added value';

/** How near a related occupation is. */
export type RelatednessTier =
  /** Among the ten nearest, behind the first five. */
  | 'PRIMARY_LONG'
  /** Among the five nearest. */
  | 'PRIMARY_SHORT'
  /** Behind the ten nearest. */
  | 'SUPPLEMENTAL'
  | '%future added value';

/** Whether a release answers. */
export type ReleaseStatus =
  /** Answers where no release is named; one a source. */
  | 'ACTIVE'
  /** Loaded and audited, but not activated, or taken back; answers nothing. */
  | 'STAGED'
  /** Answers where it is named with asOf. */
  | 'SUPERSEDED'
  /** Was replaced by another revision of the same release; answers nothing. */
  | 'WITHDRAWN'
  | '%future added value';

/** Why just this figure answers. */
export type ResolutionRule =
  /** The official figure of just the occupation and area asked for. */
  | 'AS_ASKED'
  /** No release that answers has the detailed occupation; the figure is of the broad one around it. */
  | 'BROADER_OCCUPATION'
  /** An O*NET code borrows the figure of its SOC code. */
  | 'SOC_OCCUPATION'
  /** No official release that answers has it; a published page states it. */
  | 'STATED_BY_PAGE'
  /** No release that answers has the occupation in that area; the figure is of the area around it. */
  | 'WIDER_AREA'
  /** Both the occupation and the area are wider than asked for. */
  | 'WIDER_AREA_AND_OCCUPATION'
  | '%future added value';

/** How a list of salaries is ordered. Areas without the figure come last either way. */
export type SalaryOrder = {
  /** Which way. */
  readonly direction?: OrderDirection;
  /** By what. */
  readonly field: SalaryOrderField;
};

/** What a list of salaries is ordered by. */
export type SalaryOrderField =
  /** The code of the area. */
  | 'AREA'
  /** The annual mean. */
  | 'MEAN'
  /** The annual 10th percentile. */
  | 'P10'
  /** The annual 25th percentile. */
  | 'P25'
  /** The annual median. */
  | 'P50'
  /** The annual 75th percentile. */
  | 'P75'
  /** The annual 90th percentile. */
  | 'P90'
  | '%future added value';

/** Why two releases do not compare. */
export type SeriesBreakKind =
  /** Metropolitan and nonmetropolitan areas were drawn anew. */
  | 'AREA_DELINEATION'
  /** The area has another name, and may have other counties. */
  | 'AREA_RENAMED'
  /** Occupations are classified by another edition of the SOC. */
  | 'CLASSIFICATION'
  /** The survey is estimated by another method. */
  | 'METHOD'
  /** Releases between the two are not loaded. */
  | 'RELEASE_MISSING'
  /** Wages are published up to another bound. */
  | 'TOP_CODE'
  | '%future added value';

/** Who stands behind a source. */
export type SourceKind =
  /** A statistical agency or another official publisher. */
  | 'AGENCY'
  /** CareerGraph's own guides. */
  | 'OWN'
  /** A published web page whose statements were recorded, right or wrong. */
  | 'PAGE'
  | '%future added value';

/** How a task belongs to an occupation. */
export type TaskKind =
  /** Relevant and important for it. */
  | 'CORE'
  /** Less relevant or less important. */
  | 'SUPPLEMENTAL'
  | '%future added value';

/** The percentiles that OEWS publishes. */
export type WagePercentile =
  /** A tenth earn less. */
  | 'P10'
  /** A quarter earn less. */
  | 'P25'
  /** The median: half earn less. */
  | 'P50'
  /** Three quarters earn less. */
  | 'P75'
  /** Nine tenths earn less. */
  | 'P90'
  | '%future added value';

/** How a ZIP code was led to an area. */
export type ZipMethod =
  /** No shares of addresses are known; the area is that of its county. */
  | 'COUNTY'
  /** It lies in several areas; the area has the largest share of its addresses. */
  | 'LARGEST_SHARE'
  /** All of its addresses that count lie in the area. */
  | 'ONLY_AREA'
  /** It is not known itself; most ZIP codes with its first three digits lie in the state. */
  | 'PREFIX'
  /** It lies in no metropolitan or micropolitan area; the area is its state. */
  | 'STATE'
  | '%future added value';
