import type { Unread } from './http/unread.js';

/** Garbage comes faster than anyone reads lines. */
const SUM_MS = 10_000;

/** A line of the log: so many connections since the line before. */
export interface UnreadLine extends Unread {
  readonly connections: number;
}

export interface UnreadLog {
  write(unread: Unread): void;
  /** Writes the sums so far. */
  flush(): void;
}

/** Of each kind, writes the first at once, and one line with the sum of those of the next ten seconds. */
export function sumUnread(write: (line: UnreadLine) => void): UnreadLog {
  const sums = new Map<string, { readonly unread: Unread; connections: number; readonly timer: NodeJS.Timeout }>();
  const end = (kind: string) => {
    const sum = sums.get(kind);
    if (!sum) return;
    sums.delete(kind);
    clearTimeout(sum.timer);
    if (sum.connections > 0) write({ ...sum.unread, connections: sum.connections });
  };
  return {
    write: (unread) => {
      const { kind } = unread;
      const sum = sums.get(kind);
      if (sum) {
        sum.connections += 1;
        return;
      }
      write({ ...unread, connections: 1 });
      sums.set(kind, { unread, connections: 0, timer: setTimeout(end, SUM_MS, kind).unref() });
    },
    flush: () => {
      for (const kind of [...sums.keys()]) end(kind);
    },
  };
}
