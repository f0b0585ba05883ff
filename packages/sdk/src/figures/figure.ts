import type { FigureStatus } from '../generated/types.js';

/** The fields that hold a number where there is one. */
type NumberField = 'amount' | 'value';

type Narrowed<T, S extends FigureStatus, Present extends PropertyKey, Absent extends PropertyKey> = {
  readonly [K in keyof T]: K extends 'status'
    ? S
    : K extends Present
      ? NonNullable<T[K]>
      : K extends Absent
        ? null
        : T[K];
};

/**
 * A figure as a union on `status`: there is an `amount` (of a wage) or `value` (of anything else) only where the status
 * is PUBLISHED or DERIVED, a bound (`atLeast`) only where it is TOP_CODED. The compiler asks to look at the status first.
 * `'%future added value'` stands for every status that a newer server may add: it is never sent itself.
 *
 * @example
 * const { median } = career.salary;
 * if (median.status === 'PUBLISHED') median.amount.toFixed(); // number
 * else if (median.status === 'TOP_CODED') median.atLeast; // the bound, number or null
 * else median.reason; // why there is none
 */
export type Figure<T> =
  | Narrowed<T, 'PUBLISHED', NumberField, 'atLeast'>
  | Narrowed<T, 'DERIVED', NumberField, 'atLeast'>
  | Narrowed<T, 'TOP_CODED', never, NumberField>
  | Narrowed<T, 'SUPPRESSED', never, NumberField | 'atLeast'>
  | Narrowed<T, 'NOT_PUBLISHED', never, NumberField | 'atLeast'>
  | Narrowed<T, '%future added value', never, never>;
