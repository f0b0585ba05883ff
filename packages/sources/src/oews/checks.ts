import { levelOf } from '@careergraph/domain';
import type { Output } from '../define/file-kind.js';
import type { EstimateValues, Field } from './cells.js';
import { ANNUAL_PERCENTILES, ANNUAL_WAGES, HOURLY_PERCENTILES, HOURLY_WAGES } from './wages.js';

/** Reports what only several cells of a row show together, and whether the row is sound. */
export function checkEstimate(values: EstimateValues, out: Output<Field>): boolean {
  const isLevel = checkLevel(values, out);
  const isAnnualAscending = checkOrder(values, ANNUAL_PERCENTILES, out);
  const isHourlyAscending = checkOrder(values, HOURLY_PERCENTILES, out);
  return checkFlags(values, out) && isLevel && isAnnualAscending && isHourlyAscending;
}

/** A code of another form may be "detailed": a broad occupation without published parts is both. */
function checkLevel({ occupationCode, occupationLevel }: EstimateValues, out: Output<Field>): boolean {
  if (occupationLevel === 'DETAILED') return true;
  const level = levelOf(occupationCode);
  if (occupationLevel === level) return true;
  out.fault('occupationLevel', `is not the level of ${occupationCode}, which is ${level.toLowerCase()}.`);
  return false;
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
