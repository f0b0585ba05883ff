import { slugOf } from './singular.js';

/** Two careers whose titles lead to one slug. */
export interface SlugCollision {
  readonly slug: string;
  /** The career that has the slug. */
  readonly keptBy: string;
  /** The career that got another one. */
  readonly movedTo: string;
}

export interface Named {
  readonly slug: string;
  /** Other titles and codes, as published. */
  readonly spellings: readonly string[];
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

/** Which career another spelling leads to. A spelling of several careers leads to none. */
export function spellingsOf(careers: readonly Named[]): ReadonlyMap<string, string> {
  const canonical = new Set(careers.map(({ slug }) => slug));
  const found = new Map<string, string | null>();
  for (const { slug, spellings } of careers) {
    for (const spelling of new Set(spellings.map(slugOf))) {
      if (canonical.has(spelling)) continue;
      found.set(spelling, found.has(spelling) ? null : slug);
    }
  }
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== null));
}
