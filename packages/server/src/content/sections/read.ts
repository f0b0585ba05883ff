import type { CareerEntry } from '../../catalog/entries.js';
import type { Context } from '../../context.js';
import { all, andThen, type MaybePromise } from '../../maybe-promise.js';
import { isMissing, type Origin, type Outcome, type Reader } from './outcome.js';
import { SECTIONS } from './table.js';

export type CareerSectionName = keyof typeof SECTIONS;
export type Content<Name extends CareerSectionName> =
  (typeof SECTIONS)[Name]['read'] extends Reader<infer T> ? T : never;

/** The names of the sections with their descriptions. */
export const CAREER_SECTIONS = Object.fromEntries(
  Object.entries(SECTIONS).map(([name, { what }]) => [name, what]),
) as Readonly<Record<CareerSectionName, string>>;

/** The content of a section; null if no source has it. */
export function contentOf<Name extends CareerSectionName>(
  context: Context,
  career: CareerEntry,
  name: Name,
): MaybePromise<Content<Name> | null> {
  return andThen(read(context, career, name), ({ content }) => content as Content<Name> | null);
}

export interface SectionOrigin extends Origin {
  readonly section: CareerSectionName;
}

/** Where each section that the career has comes from, in the order of the sections. */
export function originsOf(context: Context, career: CareerEntry): MaybePromise<readonly SectionOrigin[]> {
  return andThen(readAll(context, career), (sections) =>
    sections.flatMap(({ section, outcome }) =>
      isMissing(outcome) ? [] : outcome.origins.map((origin) => ({ ...origin, section })),
    ),
  );
}

export interface AbsentSection {
  readonly section: CareerSectionName;
  readonly reason: string;
}

/** The sections that the career lacks, and why. */
export function absentSectionsOf(context: Context, career: CareerEntry): MaybePromise<readonly AbsentSection[]> {
  return andThen(readAll(context, career), (sections) =>
    sections.flatMap(({ section, outcome }) =>
      isMissing(outcome) ? [{ section, reason: outcome.reason ?? NO_SOURCE }] : [],
    ),
  );
}

const NO_SOURCE = 'No loaded source has it.';

function readAll(context: Context, career: CareerEntry) {
  return all(
    (Object.keys(SECTIONS) as CareerSectionName[]).map((section) =>
      andThen(read(context, career, section), (outcome) => ({ section, outcome })),
    ),
  );
}

/** Reads a section once per catalog. */
function read(context: Context, career: CareerEntry, name: CareerSectionName): MaybePromise<Outcome<unknown>> {
  return context.results.get(`section ${name} ${career.slug}`, async () => {
    // Both documents at once, so that one request needs one statement for each.
    const [guide, profile] = await Promise.all([
      context.content.careerDocuments.load(career.slug),
      context.content.profiles.load(career.slug),
    ]);
    return SECTIONS[name].read({ context, career, guide, profile });
  });
}
