import { type Audit, partsKept, rowCount, sameKeys, spotValues } from '@careergraph/releases';
import { codesKnown, majorGroupsKnown } from './audits/codes.js';
import { noEmptyCells } from './audits/empty-cells.js';
import { allOccupations, areaInOneFile, columnsNotShifted } from './audits/files.js';
import { groupMeans, groupsAddUp } from './audits/groups.js';
import { nationalEmployment, nationalMean, nationComplete } from './audits/nation.js';
import { newTopCodes, percentilesNotShifted, standardErrorsNotSwapped } from './audits/release-before.js';
import { percentilesAroundMean, standardErrorsAsInNation } from './audits/shape.js';
import { singleParts } from './audits/single-parts.js';
import { notAnotherRelease } from './audits/stale.js';
import { legendTopCode, percentilesBelowTopCode } from './audits/top-code.js';
import { hourlyTimes2080, meanAllowsPercentiles, meanBelowP90InAreas, meanWithinPercentiles } from './audits/wages.js';
import { spotValuesOf } from './spot-values.js';

export const audits: readonly Audit[] = [
  allOccupations,
  areaInOneFile,
  columnsNotShifted,
  spotValues(
    {
      id: 'oews/spot-values',
      level: 'MUST',
      title: 'Figures that a person has read in the published file are the same in the database.',
    },
    spotValuesOf,
  ),
  majorGroupsKnown,
  codesKnown,
  nationComplete,
  nationalEmployment,
  hourlyTimes2080,
  meanWithinPercentiles,
  meanBelowP90InAreas,
  meanAllowsPercentiles,
  legendTopCode,
  percentilesBelowTopCode,
  groupsAddUp,
  groupMeans,
  singleParts,
  noEmptyCells,
  nationalMean,
  notAnotherRelease,
  newTopCodes,
  percentilesNotShifted,
  standardErrorsNotSwapped,
  percentilesAroundMean,
  standardErrorsAsInNation,
  partsKept({
    id: 'oews/parts-kept',
    // Metropolitan areas came in several files until May 2017.
    subjectOf: (role) => role.split('-')[0] as string,
  }),
  rowCount({ id: 'oews/row-count', allowedPercent: 10 }),
  sameKeys({
    id: 'oews/coverage',
    what: 'occupations',
    keys: 'select file_id, code as key from file_occupation',
  }),
];
