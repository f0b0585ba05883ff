import type { Catalog, OccupationEntry, ReleaseEntry } from '../catalog/catalog.js';
import { filesOfRoles, onetRelease, onetReleases } from './releases.js';
import { descendantsOf } from './tree.js';

/** What each list is called in a sentence, and the roles of the files that it stands in, in either layout. */
const TABLES = {
  titles: { what: 'job titles', roles: ['alternate-titles', 'reported-titles'] },
  tasks: { what: 'tasks', roles: ['task-statements'] },
  skills: { what: 'skills', roles: ['skills', 'essential-skills', 'transferable-skills'] },
  knowledge: { what: 'knowledge', roles: ['knowledge'] },
  workStyles: { what: 'work styles', roles: ['work-styles'] },
  interests: { what: 'interests', roles: ['interests'] },
  education: {
    what: 'education, training and experience',
    roles: ['education-training-experience', 'education', 'training-and-experience'],
  },
  technology: { what: 'technology', roles: ['technology-skills'] },
  jobZone: { what: 'job zone', roles: ['job-zones'] },
  related: { what: 'related occupations', roles: ['related-occupations'] },
} as const satisfies Record<string, { readonly what: string; readonly roles: readonly string[] }>;
export type OnetTable = keyof typeof TABLES;

/** Where a kind of O*NET content on an occupation stands, or why there is none. */
export interface OnetPlace {
  readonly what: string;
  readonly release: ReleaseEntry | null;
  /** The code whose rows these are. */
  readonly onetCode: OccupationEntry | null;
  /** Why it is another code than the one asked for. */
  readonly explanation: string | null;
  /** Null where there may be rows. */
  readonly reason: string | null;
  readonly files: readonly number[];
}

/** What every list of O*NET content says of itself. */
export interface OnetContent extends Pick<OnetPlace, 'release' | 'onetCode' | 'explanation'> {
  readonly reason: string | null | (() => Promise<string | null>);
}

/** A row of a table with the release that it was asked for in. */
export interface InRelease<Row> {
  readonly row: Row;
  readonly release: ReleaseEntry;
}

export function locate(
  catalog: Catalog,
  occupation: OccupationEntry,
  table: OnetTable,
  asOf: string | null,
): OnetPlace {
  const { what, roles } = TABLES[table];
  const { code, level } = occupation;
  const release = onetRelease(catalog, asOf);
  const nothing = (reason: string): OnetPlace => ({
    what,
    release,
    onetCode: null,
    explanation: null,
    reason,
    files: [],
  });
  if (release === null) return nothing(whyNoRelease(catalog, asOf));
  if (level !== 'ONET' && level !== 'DETAILED') {
    const [detailed] = descendantsOf(catalog, occupation).filter((below) => below.level === 'DETAILED');
    return nothing(
      `O*NET describes detailed occupations, and ${code} is wider than one: ask for one below it${detailed ? `, e.g. ${detailed.code}` : ''}.`,
    );
  }
  const onetCode = level === 'ONET' ? occupation : (catalog.occupations.get(`${code}.00`) ?? null);
  if (onetCode === null) return nothing(`O*NET does not describe ${code}.`);
  const files = filesOfRoles(catalog, release, roles);
  return {
    what,
    release,
    onetCode,
    explanation:
      onetCode === occupation
        ? null
        : `The rows of O*NET are those of ${onetCode.code}, its code for the whole of ${code}.`,
    reason: files.length === 0 ? `${release.label}, as it is loaded here, has no table of ${what}.` : null,
    files,
  };
}

/** What a list says of itself, now that its number of rows is known. */
export function contentOf(place: OnetPlace, rows: number): OnetContent {
  const { release, onetCode, explanation } = place;
  return { release, onetCode, explanation, reason: rows > 0 ? null : (place.reason ?? whyNoRows(place)) };
}

export function whyNoRows({ release, onetCode, what }: OnetPlace): string {
  return `${release?.label} has no ${what} of ${onetCode?.code}.`;
}

function whyNoRelease(catalog: Catalog, asOf: string | null): string {
  const keys = onetReleases(catalog).map(({ key }) => key);
  if (keys.length === 0) return 'No O*NET release is loaded on this server.';
  return asOf === null
    ? `No O*NET release is active on this server; name one with asOf: ${keys.join(', ')}.`
    : `This server has no O*NET release ${asOf}; it has ${keys.join(', ')}.`;
}
