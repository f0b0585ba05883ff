import type { CareerEntry } from '../entries.js';
import { groupBy } from '../group-by.js';
import { slugOf } from './singular.js';

/** Two careers whose titles lead to one slug. */
export interface SlugCollision {
  readonly slug: string;
  /** The career that has the slug. */
  readonly keptBy: string;
  /** The career that got another one. */
  readonly movedTo: string;
}

/**
 * Gives each career its own slug. The first to ask keeps it; a later one gets its code at the end, so that its slug
 * does not depend on how many others there are.
 */
export class Slugs {
  readonly collisions: SlugCollision[] = [];
  readonly #owners = new Map<string, string>();

  claim(title: string, code: string): string {
    const slug = slugOf(title);
    const owner = this.#owners.get(slug);
    const own = owner === undefined ? slug : `${slug}-${slugOf(code)}`;
    if (owner !== undefined) this.collisions.push({ slug, keptBy: owner, movedTo: own });
    this.#owners.set(own, code);
    return own;
  }

  /** Takes a slug that is chosen by hand, for a guide. */
  take(slug: string): void {
    this.#owners.set(slug, slug);
  }
}

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
