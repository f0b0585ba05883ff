import { slugOf } from './singular.js';

/** Two careers whose titles lead to one slug. Each is named by its code, or by the slug of its guide or profile. */
export interface SlugCollision {
  readonly slug: string;
  /** The career that has the slug. */
  readonly keptBy: string;
  /** The career that has another one. */
  readonly moved: string;
  /** The other slug. */
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
    // An O*NET code that ends in `.00` is the SOC code, which it is named by once the SOC is loaded.
    const own = owner === undefined ? slug : `${slug}-${slugOf(code.replace(/\.00$/, ''))}`;
    if (owner !== undefined) this.collisions.push({ slug, keptBy: owner, moved: code, movedTo: own });
    this.#owners.set(own, code);
    return own;
  }

  /** Takes a slug that is chosen by hand, for a guide. */
  take(slug: string): void {
    this.#owners.set(slug, slug);
  }
}
