import { levelOf } from '@careergraph/domain';
import type { Output } from '../define/file-kind.js';
import type { EstimateValues, Field } from './cells.js';
import { labelOf, topCodeOf } from './releases.js';

// The order of the percentiles is that of their size.
const ANNUAL_PERCENTILES = ['annualP10', 'annualP25', 'annualP50', 'annualP75', 'annualP90'] as const;
const HOURLY_PERCENTILES = ['hourlyP10', 'hourlyP25', 'hourlyP50', 'hourlyP75', 'hourlyP90'] as const;
const ANNUAL_WAGES = ['annualMean', ...ANNUAL_PERCENTILES] as const;
const HOURLY_WAGES = ['hourlyMean', ...HOURLY_PERCENTILES] as const;

/** Reports what only several cells of a row show together, and whether the row is sound. */
export function checkEstimate(values: EstimateValues, release: string, out: Output<Field>): boolean {
  const isLevel = checkLevel(values, out);
  const hasTopCode = checkTopCode(values, release, out);
  const isAnnualAscending = checkOrder(values, ANNUAL_PERCENTILES, out);
  const isHourlyAscending = checkOrder(values, HOURLY_PERCENTILES, out);
  return checkFlags(values, out) && isLevel && hasTopCode && isAnnualAscending && isHourlyAscending;
}

/** A code of another form may be "detailed": a broad occupation without published parts is both. */
function checkLevel({ occupationCode, occupationLevel }: EstimateValues, out: Output<Field>): boolean {
  if (occupationLevel === 'DETAILED') return true;
  const level = levelOf(occupationCode);
  if (occupationLevel === level) return true;
  out.fault('occupationLevel', `is not the level of ${occupationCode}, which is ${level.toLowerCase()}.`);
  return false;
}

function checkTopCode(values: EstimateValues, release: string, out: Output<Field>): boolean {
  if (topCodeOf(release) !== null) return true;
  const topCoded = [...ANNUAL_WAGES, ...HOURLY_WAGES].filter((field) => values[field].marker === 'TOP_CODED');
  for (const field of topCoded) {
    const label = labelOf(release);
    out.fault(field, `stands for a wage above the top code, and no top code of ${label} is known (releases.ts).`);
  }
  return topCoded.length === 0;
}

function checkOrder(
  values: EstimateValues,
  fields: typeof ANNUAL_PERCENTILES | typeof HOURLY_PERCENTILES,
  out: Output<Field>,
): boolean {
  let isSound = true;
  let isTopCoded = false;
  let highest: number | null = null;
  for (const field of fields) {
    const { value, marker } = values[field];
    if (marker === 'TOP_CODED') isTopCoded = true;
    if (value === null) continue;
    if (isTopCoded) {
      out.fault(field, 'is a number, but a lower percentile of this row is "#".');
      isSound = false;
    }
    if (highest !== null && value < highest) {
      out.fault(field, 'is below a lower percentile of this row: are the columns shifted?');
      isSound = false;
    }
    highest = value;
  }
  return isSound;
}

function checkFlags(values: EstimateValues, out: Output<Field>): boolean {
  const { annualOnly, hourlyOnly } = values;
  const hasNumber = (fields: typeof ANNUAL_WAGES | typeof HOURLY_WAGES) =>
    fields.some((field) => values[field].value !== null);
  if (annualOnly && hourlyOnly) {
    out.fault('hourlyOnly', 'is TRUE, and so is ANNUAL: only one of them can be.');
  } else if (annualOnly && hasNumber(HOURLY_WAGES)) {
    out.fault('annualOnly', 'says that only annual wages are released, but the row has an hourly one.');
  } else if (hourlyOnly && hasNumber(ANNUAL_WAGES)) {
    out.fault('hourlyOnly', 'says that only hourly wages are released, but the row has an annual one.');
  } else {
    return true;
  }
  return false;
}
