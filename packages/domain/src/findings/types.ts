import type { Claim } from '../claims.js';
import type { WageStatistic } from '../vocabulary/wages.js';

/** An official wage to compare claims with. */
export interface OfficialWage {
  readonly occupation: string;
  readonly occupationTitle: string;
  readonly area: string;
  readonly statistic: WageStatistic;
  readonly annualUsd: number | null;
  readonly hourlyUsd: number | null;
  readonly source: string;
  readonly sourceName: string;
  readonly release: string;
  readonly releaseLabel: string;
}

/** An official projection to compare claims with. */
export interface OfficialProjection {
  readonly occupation: string;
  readonly occupationTitle: string;
  readonly baseYear: number;
  readonly projectedYear: number;
  readonly baseEmployment: number | null;
  readonly projectedEmployment: number | null;
  readonly change: number | null;
  readonly percent: number | null;
  readonly annualOpenings: number | null;
  readonly source: string;
  readonly sourceName: string;
  readonly release: string;
  readonly releaseLabel: string;
}

/** A credential that claims are about. */
export interface KnownCredential {
  readonly name: string;
  /** How many hours it takes by another source than the pages; null where no other source is known. */
  readonly official: { readonly hours: number; readonly basis: string } | null;
}

/** What the checks may look at: one career, what pages said of it, and the official figures of its occupations. */
export interface Evidence {
  readonly titles: readonly string[];
  readonly primary: string;
  readonly secondary: readonly string[];
  readonly claims: readonly Claim[];
  /** Titles of the pages, by slug. */
  readonly documents: ReadonlyMap<string, string>;
  /** By slug. */
  readonly credentials: ReadonlyMap<string, KnownCredential>;
  readonly wages: readonly OfficialWage[];
  readonly projections: readonly OfficialProjection[];
  /** Codes and names of the states that a whole table has. */
  readonly states: readonly { readonly code: string; readonly name: string }[];
}

/** An official figure that a finding compares with. */
export interface ComparedFigure {
  readonly label: string;
  readonly value: number;
  readonly unit: 'USD_PER_YEAR' | 'USD_PER_HOUR' | 'PERSONS' | 'PERSONS_PER_YEAR' | 'PERCENT';
  readonly occupation: string;
  readonly source: string;
  readonly release: string;
}

export interface Finding {
  /** Rule and first claim: stable as long as those are. */
  readonly id: string;
  readonly rule: RuleId;
  /** Who states what, what the official figure is, and how they differ, in whole sentences. */
  readonly summary: string;
  readonly claims: readonly Claim[];
  readonly figures: readonly ComparedFigure[];
}

export const RULES = {
  DIFFERENT_VALUES: 'One quantity is stated with values that exclude each other.',
  DIFFERENT_STATEMENTS: 'One question is answered in words that exclude each other.',
  OTHER_OCCUPATION: 'A figure given for the career is that of another occupation than the one its title belongs to.',
  OTHER_STATISTIC: 'A figure is called one statistic and is another.',
  ATTRIBUTION_NOT_FOUND: 'A figure is attributed to a source in whose loaded releases it does not occur.',
  CUT_NOT_ROUNDED: 'A printed figure is cut off where rounding gives another.',
  PERCENT_ARITHMETIC: 'A stated percentage is not the one that the stated counts give.',
  OPENINGS_AS_NEW_POSITIONS: 'Yearly openings, which include replacements, are called new positions.',
  NOT_COMPARABLE:
    'A count differs so much from the official one, or is for other years, that both cannot be of one population.',
  TABLE_INCOMPLETE: 'A table of all states leaves one out without saying so.',
  RANKING_FROM_INCOMPLETE_TABLE: 'A ranking is drawn from a table that leaves a member out.',
  FOREIGN_SUBJECT: 'A sentence on the page is about another career.',
  ACRONYM_FOR_TWO: 'One acronym stands for two names.',
  TWO_ACRONYMS: 'One name is printed with two acronyms.',
  LONGER_THAN_STATED: 'A credential takes longer than the duration that the page states for the whole training.',
  OTHER_DURATION: 'A page gives a different length for a course than the publisher of the course does.',
} as const;
export type RuleId = keyof typeof RULES;

export type Check = (evidence: Evidence) => readonly Finding[];
