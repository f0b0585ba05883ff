import type { ProfileLink } from '../entries.js';
import { groupBy } from '../group-by.js';
import { singularOf } from './singular.js';

/** A profile of the Handbook without its text, which is read for each request. */
export interface ProfileEntry {
  /** The Handbook's own URL slug, such as `registered-nurses`. */
  readonly slug: string;
  readonly title: string;
  readonly singularTitle: string | null;
  readonly summary: string;
  readonly entryEducation: string | null;
  readonly occupationCodes: readonly string[];
  readonly releaseId: number;
  readonly fileId: number;
}

/** The projections cover civilian jobs only, so the profile of the Armed Forces names no code. */
const ARMED_FORCES = '55-0000';

export function codesOf({ occupationCodes }: ProfileEntry): readonly string[] {
  return occupationCodes.length > 0 ? occupationCodes : [ARMED_FORCES];
}

/** The profiles of the active Handbook: finds that of a career. */
export class Profiles {
  readonly all: readonly ProfileEntry[];
  readonly #bySlug: ReadonlyMap<string, ProfileEntry>;
  readonly #byCode: ReadonlyMap<string, readonly ProfileEntry[]>;

  constructor(all: readonly ProfileEntry[]) {
    this.all = all;
    this.#bySlug = new Map(all.map((profile) => [profile.slug, profile]));
    const pairs = all.flatMap((profile) => codesOf(profile).map((code) => ({ code, profile })));
    this.#byCode = new Map(
      [...groupBy(pairs, ({ code }) => code)].map(([code, group]) => [code, group.map(({ profile }) => profile)]),
    );
  }

  /** The profile of just this occupation. */
  of(code: string): ProfileEntry | null {
    return this.#byCode.get(code)?.find((profile) => codesOf(profile).length === 1) ?? null;
  }

  /** The profile that a guide names, if the active Handbook has it. */
  named(slug: string): ProfileEntry | null {
    return this.#bySlug.get(slug) ?? null;
  }

  /** The profile of the occupation and others, or of the nearest class above it that has one. */
  around(code: string): ProfileEntry | null {
    const classes = [code, code.slice(0, 7), `${code.slice(0, 6)}0`, `${code.slice(0, 3)}0000`];
    return classes.flatMap((each) => this.#byCode.get(each) ?? [])[0] ?? null;
  }
}

export function linkTo({ slug, releaseId, fileId }: ProfileEntry, scope: ProfileLink['scope']): ProfileLink {
  return { slug, releaseId, fileId, scope };
}

export function spellingsOfProfile({ slug, title, singularTitle }: ProfileEntry): readonly string[] {
  return [slug, title, singularOf(title), ...(singularTitle === null ? [] : [singularTitle])];
}
