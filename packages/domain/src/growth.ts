import type { OutlookLabel } from './vocabulary/figures.js';

/**
 * Least whole percent of each label, by projections round. The agency sets the bounds anew with each round, around
 * the growth of all occupations: these are the ones that it and O*NET print beside the labels.
 */
const OUTLOOK_BOUNDS: Readonly<Record<string, readonly (readonly [OutlookLabel, number])[]>> = {
  '2024-34': [
    ['MUCH_FASTER_THAN_AVERAGE', 7],
    ['FASTER_THAN_AVERAGE', 5],
    ['AVERAGE', 3],
    ['SLOWER_THAN_AVERAGE', 1],
    ['LITTLE_OR_NO_CHANGE', 0],
    ['DECLINE', Number.NEGATIVE_INFINITY],
  ],
};

export interface Outlook {
  /** Null where no bounds are known for the round or the percent is missing. */
  readonly label: OutlookLabel | null;
  readonly rule: string;
}

/**
 * The label of a projected change.
 *
 * @param percentTenths projected change in tenths of a percent; null where it is not published
 * @param round key of the projections release, e.g. `2024-34`
 * @param allOccupationsTenths change of all occupations in the same release
 */
export function outlookOf(percentTenths: number | null, round: string, allOccupationsTenths: number | null): Outlook {
  const bounds = OUTLOOK_BOUNDS[round];
  if (!bounds) return { label: null, rule: `No bounds of outlook labels are known for the projections of ${round}.` };
  if (percentTenths === null) return { label: null, rule: 'The projected change is not published.' };
  // The agency's bounds are in whole percents, rounded half away from zero.
  const percent = Math.sign(percentTenths) * Math.round(Math.abs(percentTenths) / 10);
  const index = bounds.findIndex(([, least]) => percent >= least);
  const [label, least] = bounds[index] as readonly [OutlookLabel, number];
  const above = index === 0 ? null : (bounds[index - 1] as readonly [OutlookLabel, number])[1] - 1;
  const range =
    above === null
      ? `${least} % or more`
      : least === Number.NEGATIVE_INFINITY
        ? '−1 % or less'
        : least === above
          ? `${least} %`
          : `${least} % to ${above} %`;
  const comparison =
    allOccupationsTenths === null ? '' : `; all occupations: ${(allOccupationsTenths / 10).toFixed(1)} %`;
  return {
    label,
    rule: `In the ${round} projections, ${label.toLowerCase().replaceAll('_', ' ')} is a change of ${range} to the nearest whole percent${comparison}.`,
  };
}

/** (projected − base) ÷ base in percent; null for a base of zero. */
export function percentChange(base: number, projected: number): number | null {
  return base === 0 ? null : ((projected - base) / base) * 100;
}
