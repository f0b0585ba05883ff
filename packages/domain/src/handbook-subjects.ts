import type { OutlookRow, Profile } from './handbook.js';

/** The occupation whose official figure a claim is compared with; several where it is of all of them together. */
export type About = { readonly codes: readonly string[] } | { readonly reason: string };

/** Which occupations the sentences and tables of a profile are about. */
export interface Subjects {
  /** All occupations of the profile together. */
  readonly own: About;
  /** Each of them: words are about a single occupation, and sums have none. */
  readonly each: About;
  /** @param name as a sentence, a table or a bar of a chart has it */
  named(name: string): About;
  /** Whether a name is that of the profile or of an occupation in it. */
  isOwn(name: string): boolean;
  inRow(row: OutlookRow): About;
  /** The subjects of another profile, or why there are none. */
  ofProfile(slug: string): Pick<Subjects, 'own' | 'each'>;
}

/** What the subjects of a profile need of it. */
export type WithCodes = Pick<Profile, 'title' | 'occupationCodes' | 'outlook'>;

/**
 * @param titles codes of official occupations by their folded title
 * @param profiles those of the release, by slug
 */
export function subjectsOf(
  profile: WithCodes,
  titles: ReadonlyMap<string, string>,
  profiles: ReadonlyMap<string, WithCodes>,
): Subjects {
  const own = allOf(profile);
  const inRow = ({ code, total }: OutlookRow): About =>
    code !== null ? { codes: [code] } : total ? own : { reason: 'the row has no code' };
  const ownNamed = (name: string): About | null => {
    const folded = foldTitle(name);
    if (folded === foldTitle(profile.title)) return own;
    const row = profile.outlook.table.find(({ title }) => foldTitle(title) === folded);
    return row ? inRow(row) : null;
  };
  return {
    own,
    each: eachOf(profile),
    inRow,
    isOwn: (name) => ownNamed(name) !== null,
    named(name) {
      const about = ownNamed(name);
      if (about !== null) return about;
      const code = titles.get(foldTitle(name));
      return code === undefined
        ? { reason: 'no loaded occupation has the title that the profile uses' }
        : { codes: [code] };
    },
    ofProfile(slug) {
      const other = profiles.get(slug);
      if (other) return { own: allOf(other), each: eachOf(other) };
      const unknown = { reason: 'the profile that it is about is not part of this release' };
      return { own: unknown, each: unknown };
    },
  };
}

function allOf(profile: WithCodes): About {
  const total = profile.outlook.table.find((row) => row.total)?.code;
  return total != null ? { codes: [total] } : eachOf(profile);
}

function eachOf({ occupationCodes: codes }: WithCodes): About {
  return codes.length > 0 ? { codes } : { reason: 'the profile names no occupation code' };
}

export const foldTitle = (title: string) => title.toLowerCase().replaceAll('&', 'and').replaceAll('’', "'").trim();
