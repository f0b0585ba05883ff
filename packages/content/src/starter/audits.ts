import { percentChange } from '@careergraph/domain';
import type { Fault } from '../faults.js';
import type { StarterFiles } from './parse.js';

const HOURS = 2080;
/** Hourly wages are rounded to a cent and annual ones to $10: half a cent × 2,080 + $5. */
const ROUNDING_USD = 16;

/** Finds mistyped figures: rows whose figures contradict each other. */
export function auditStarter({ wages, projections }: StarterFiles): readonly Fault[] {
  const occupations = new Set(wages[0]?.value.rows.map(([, code]) => code));
  return [
    ...wages.flatMap((file) =>
      file.value.rows.flatMap((cells, index) => {
        const [, code] = cells;
        const fault = (message: string) => file.at(['rows', index], `${code}: ${message}`);
        const hourly = cells.slice(6, 12);
        const annual = cells.slice(12, 18);
        const decreasing = (figures: readonly unknown[]) => {
          const numbers = figures.slice(1).filter((cell): cell is number => typeof cell === 'number');
          return numbers.some((cell, at) => at > 0 && cell < (numbers[at - 1] as number));
        };
        return [
          ...(decreasing(annual) ? [fault(`annual percentiles decrease: ${annual.slice(1).join(', ')}`)] : []),
          ...(decreasing(hourly) ? [fault(`hourly percentiles decrease: ${hourly.slice(1).join(', ')}`)] : []),
          ...annual.flatMap((year, at) => {
            const hour = hourly[at];
            return typeof year === 'number' && typeof hour === 'number' && Math.abs(hour * HOURS - year) > ROUNDING_USD
              ? [fault(`${hour} an hour × 2,080 is ${Math.round(hour * HOURS)}, not ${year}`)]
              : [];
          }),
          ...(file.value.topCode === null && [...hourly, ...annual].includes('#')
            ? [fault('has "#", but the release has no top code')]
            : []),
          ...(file.value.rows.findIndex(([, other]) => other === code) === index ? [] : [fault('appears twice')]),
        ];
      }),
    ),
    ...projections.flatMap((file) =>
      file.value.rows.flatMap(([, code, , , base, projected, change, percent], index) => {
        const fault = (message: string) => file.at(['rows', index], `${code}: ${message}`);
        const numbers = typeof base === 'number' && typeof projected === 'number';
        const real = numbers ? percentChange(base, projected) : null;
        // Thousands are rounded to 0.1: the percentage of rounded counts is off by at most that share of the base.
        const slack = numbers ? 0.06 + (0.1 / base) * 100 * (projected / base + 1) : 0;
        return [
          ...(occupations.has(code) ? [] : [fault('has no wages in the starter files')]),
          ...(numbers && typeof change === 'number' && Math.abs(projected - base - change) > 0.15
            ? [fault(`${projected} − ${base} is not ${change}`)]
            : []),
          ...(real !== null && typeof percent === 'number' && Math.abs(real - percent) > slack
            ? [fault(`${base} to ${projected} is ${real.toFixed(1)} %, not ${percent} %`)]
            : []),
          ...(file.value.rows.findIndex(([, other]) => other === code) === index ? [] : [fault('appears twice')]),
        ];
      }),
    ),
  ];
}
