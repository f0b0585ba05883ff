import { slugOf } from '@careergraph/domain';
import type { CareerEntry } from '../entries.js';
import { groupBy } from '../group-by.js';

/**
 * Which career another spelling leads to. A spelling of several careers leads to none. The careers' own titles and codes
 * come before those of the Handbook, so that they lead to the same career before and after it is imported.
 */
export function spellingsOf(careers: readonly Pick<CareerEntry, 'slug' | 'spellings'>[]): ReadonlyMap<string, string> {
  const taken = new Set(careers.map(({ slug }) => slug));
  const found = new Map<string, string>();
  for (const rank of ['own', 'handbook'] as const) {
    const owners = groupBy(
      careers.flatMap(({ slug, spellings }) =>
        [...new Set(spellings[rank].map(slugOf))].map((spelling) => ({ spelling, slug })),
      ),
      ({ spelling }) => spelling,
    );
    for (const [spelling, [first, second]] of owners) {
      if (first && !second && !taken.has(spelling)) found.set(spelling, first.slug);
    }
    for (const spelling of owners.keys()) taken.add(spelling);
  }
  return found;
}
