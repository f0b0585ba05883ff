/** A value that may have to be waited for. What is in memory is given at once: a promise for it costs more than most fields. */
export type MaybePromise<T> = T | Promise<T>;

/** Calls `next` with the value: at once if it is there. */
export function andThen<T, U>(value: MaybePromise<T>, next: (value: T) => MaybePromise<U>): MaybePromise<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** All values: at once if all are there. */
export function all<T>(values: readonly MaybePromise<T>[]): MaybePromise<readonly T[]> {
  return values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as readonly T[]);
}
