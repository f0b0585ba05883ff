export function groupBy<T>(items: readonly T[], key: (item: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    if (name === null) continue;
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

/** The first of those with the same key. */
export function distinctBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...groupBy(items, key).values()].map(([first]) => first as T);
}
