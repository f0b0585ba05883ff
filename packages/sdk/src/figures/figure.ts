import type { FigureStatus } from '../generated/types.js';

/** The fields that can hold a number. */
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
 * A figure as a union discriminated by `status`. A wage has an `amount`, and any other figure a `value`, only if the
 * status is PUBLISHED or DERIVED. A wage has a lower bound (`atLeast`) only if the status is TOP_CODED. TypeScript makes
 * you check the status first. `'%future added value'` represents statuses that newer servers add; no server sends it.
 *
 * @example
 * const { median } = career.salary;
 * if (median.status === 'PUBLISHED') median.amount.toFixed(); // number
 * else if (median.status === 'TOP_CODED') median.atLeast.toFixed(); // the lower bound, number
 * else median.reason; // why there is no number
 */
export type Figure<T> =
  | Narrowed<T, 'PUBLISHED', NumberField, 'atLeast'>
  | Narrowed<T, 'DERIVED', NumberField, 'atLeast'>
  | Narrowed<T, 'TOP_CODED', 'atLeast', NumberField>
  | Narrowed<T, 'SUPPRESSED', never, NumberField | 'atLeast'>
  | Narrowed<T, 'NOT_PUBLISHED', never, NumberField | 'atLeast'>
  | Narrowed<T, 'NOT_IN_FILE', never, NumberField | 'atLeast'>
  | Narrowed<T, '%future added value', never, never>;
