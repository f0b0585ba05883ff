/** The result of `run`, and how many milliseconds it took. */
export async function timed(run) {
  const from = performance.now();
  const result = await run();
  return [result, performance.now() - from];
}

/** Milliseconds, by the nearest rank. */
export function percentiles(list) {
  const sorted = list.toSorted((a, b) => a - b);
  const at = (share) => round(sorted[Math.ceil(share * sorted.length) - 1]);
  return { requests: list.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** To one decimal place. */
export function round(number) {
  return Math.round(number * 10) / 10;
}

/** The megabytes in use, of what a measured process reports. */
export function megabytes({ used }) {
  return round(used / 1e6);
}
