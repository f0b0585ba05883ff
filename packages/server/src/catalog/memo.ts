import type { Catalog } from './catalog.js';

/** Computes something once for each state of the releases; a failure is not kept. */
export function once<T>({ memo }: Catalog, name: string, compute: () => Promise<T>): Promise<T> {
  const known = memo.get(name) as Promise<T> | undefined;
  if (known) return known;
  const computed = compute();
  memo.set(name, computed);
  computed.catch(() => memo.delete(name));
  return computed;
}
