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
  const years = round.replace('-', '–');
  if (!bounds) {
    return {
      label: null,
      rule: `The limits that the Bureau of Labor Statistics sets for outlook labels, such as "faster than average", are not known here for the projections for ${years}.`,
    };
  }
  if (percentTenths === null) return { label: null, rule: 'The projected change is not published.' };
  // The agency's bounds are in whole percents, rounded half away from zero.
  const percent = Math.sign(percentTenths) * Math.round(Math.abs(percentTenths) / 10);
  const index = bounds.findIndex(([, least]) => percent >= least);
  const [label, least] = bounds[index] as readonly [OutlookLabel, number];
  const above = index === 0 ? null : (bounds[index - 1] as readonly [OutlookLabel, number])[1] - 1;
  const words = label.toLowerCase().replaceAll('_', ' ');
  const rule = `In the projections for ${years}, "${words}" means ${changeWords(least, above)}, rounded to a whole percent.`;
  return { label, rule: [rule, comparisonWords(allOccupationsTenths)].filter(Boolean).join(' ') };
}

function changeWords(least: number, above: number | null): string {
  if (above === null) return `growth of ${least}% or more`;
  if (least === Number.NEGATIVE_INFINITY) return 'a decrease of 1% or more';
  if (least === 0) return 'a change of 0%';
  return `growth of ${least === above ? '' : `${least}% to `}${above}%`;
}

function comparisonWords(allOccupationsTenths: number | null): string {
  if (allOccupationsTenths === null) return '';
  const percent = `${(Math.abs(allOccupationsTenths) / 10).toFixed(1)}%`;
  if (allOccupationsTenths === 0) return 'Employment in all occupations is projected not to change.';
  return `Employment in all occupations is projected to ${allOccupationsTenths > 0 ? 'grow' : 'fall'} by ${percent}.`;
}

/** (projected − base) ÷ base in percent; null for a base of zero. */
export function percentChange(base: number, projected: number): number | null {
  return base === 0 ? null : ((projected - base) / base) * 100;
}
