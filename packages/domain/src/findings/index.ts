import { differentStatements, differentValues } from './different-values.js';
import { notComparable, openingsAsNewPositions, percentArithmetic } from './growth.js';
import {
  acronymForTwo,
  foreignSubject,
  longerThanStated,
  otherDuration,
  rankingFromIncompleteTable,
  tableIncomplete,
  twoAcronyms,
} from './page.js';
import type { Check, Evidence, Finding } from './types.js';
import { attributionNotFound, cutNotRounded, otherOccupation, otherStatistic } from './wages.js';

const CHECKS: readonly Check[] = [
  otherOccupation,
  otherStatistic,
  differentValues,
  differentStatements,
  attributionNotFound,
  cutNotRounded,
  percentArithmetic,
  openingsAsNewPositions,
  notComparable,
  tableIncomplete,
  rankingFromIncompleteTable,
  foreignSubject,
  acronymForTwo,
  twoAcronyms,
  longerThanStated,
  otherDuration,
];

/** Contradictions and doubts in what pages said of a career, each with the claims and official figures it compares. */
export function findContradictions(evidence: Evidence): readonly Finding[] {
  return CHECKS.flatMap((check) => check(evidence));
}
