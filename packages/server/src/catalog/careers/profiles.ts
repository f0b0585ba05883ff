import { codesOfProfile, type ProfileToPlan, singularOf } from '@careergraph/domain';
import type { CareerEntry, ProfileLink } from '../entries.js';
import { groupBy } from '../group-by.js';

/** A profile of the Handbook without its text, which is read for each request. */
export interface ProfileEntry extends ProfileToPlan {
  readonly summary: string;
  readonly entryEducation: string | null;
  readonly releaseId: number;
  readonly fileId: number;
}

/** The profiles of the active Handbook: finds that of a career. */
export class Profiles {
  readonly all: readonly ProfileEntry[];
  readonly #bySlug: ReadonlyMap<string, ProfileEntry>;
  readonly #byCode: ReadonlyMap<string, readonly ProfileEntry[]>;

  constructor(all: readonly ProfileEntry[]) {
    this.all = all;
    this.#bySlug = new Map(all.map((profile) => [profile.slug, profile]));
    const pairs = all.flatMap((profile) => codesOfProfile(profile).map((code) => ({ code, profile })));
    this.#byCode = new Map(
      [...groupBy(pairs, ({ code }) => code)].map(([code, group]) => [code, group.map(({ profile }) => profile)]),
    );
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

export function linkTo(
  { slug, releaseId, fileId }: ProfileEntry,
  scope: ProfileLink['scope'],
  reason: string | null = null,
): ProfileLink {
  return { slug, releaseId, fileId, scope, reason };
}

export function summaryOfProfile({ summary, releaseId }: ProfileEntry): Pick<CareerEntry, 'summary' | 'summaryPlace'> {
  return { summary, summaryPlace: { from: 'PROFILE', releaseId } };
}

export function spellingsOfProfile({ slug, title, singularTitle }: ProfileEntry): readonly string[] {
  return [slug, title, singularOf(title), ...(singularTitle === null ? [] : [singularTitle])];
}
