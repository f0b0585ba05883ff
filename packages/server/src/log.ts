/** Messages for the operator, one line per event. */
export interface Logger {
  info(message: string, details?: Record<string, unknown>): void;
  error(message: string, details?: Record<string, unknown>): void;
}

export function createLogger(write: (line: string) => void, now: () => Date): Logger {
  const line =
    (level: string) =>
    (message: string, details: Record<string, unknown> = {}) =>
      write(
        `${now().toISOString()} ${level} ${message}${Object.keys(details).length > 0 ? ` ${JSON.stringify(details)}` : ''}`,
      );
  return { info: line('info'), error: line('error') };
}

/** What is tried again every few seconds fails as often, and is worth one line a minute. */
export function onceAMinute(report: (error: unknown) => void): (error: unknown) => void {
  let reportedAt = Number.NEGATIVE_INFINITY;
  return (error) => {
    const now = performance.now();
    if (now - reportedAt < 60_000) return;
    reportedAt = now;
    report(error);
  };
}
