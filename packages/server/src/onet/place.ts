import type { Catalog } from '../catalog/catalog.js';
import type { CareerEntry, OccupationCode, OccupationEntry, ReleaseEntry } from '../catalog/entries.js';

interface TableFacts {
  readonly what: string;
  readonly roles: readonly string[];
  /** The first release that has the table, if O*NET introduced it after the oldest release that can be imported. */
  readonly since?: string;
}

/** The name of each table in a sentence, and the roles of its files in the layouts before and since O*NET 30.3. */
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
  related: { what: 'related occupations', roles: ['related-occupations'], since: '26.3' },
} as const satisfies Record<string, TableFacts>;
export type OnetTable = keyof typeof TABLES;

/** Where to find the rows of an O*NET table for an occupation, or why there are none. */
export interface OnetPlace {
  readonly what: string;
  readonly release: ReleaseEntry | null;
  /** The O*NET code that the rows belong to. */
  readonly onetCode: OccupationEntry | null;
  /** Why this is not the code in the query; null if it is. */
  readonly explanation: string | null;
  /** Why there are no rows; null if there may be some. */
  readonly reason: string | null;
  readonly fileIds: readonly number[];
}

/** What comes with every list of O*NET content. */
export type OnetContent = Pick<OnetPlace, 'release' | 'onetCode' | 'explanation' | 'reason'>;

/** A row with the release that the query resolved to. */
export type InRelease<Row> = Row & { readonly release: ReleaseEntry };

export function locate(catalog: Catalog, occupation: OccupationCode, table: OnetTable, asOf: string | null): OnetPlace {
  const { what, roles, since }: TableFacts = TABLES[table];
  const { code, level } = occupation;
  const release = catalog.releaseWith('onet', roles, asOf);
  const nothing = (reason: string): OnetPlace => ({
    what,
    release,
    onetCode: null,
    explanation: null,
    reason,
    fileIds: [],
  });
  if (release === null) return nothing(whyNoRelease(catalog, asOf));
  if (level !== 'ONET' && level !== 'DETAILED') {
    const detailed = catalog.tree.descendantsOf(occupation).find((descendant) => descendant.level === 'DETAILED');
    return nothing(
      `O*NET describes the occupations within ${code} separately${detailed ? `, such as ${detailed.code}` : ''}.`,
    );
  }
  const onetCode = catalog.occupation(level === 'ONET' ? code : `${code}.00`);
  if (onetCode === null) return nothing(`O*NET does not describe ${code}.`);
  const fileIds = catalog.fileIdsOf(release, roles);
  return {
    what,
    release,
    onetCode,
    explanation:
      onetCode.code === code
        ? null
        : `O*NET describes ${code} under ${onetCode.code}, its code for all of that occupation.`,
    reason: fileIds.length === 0 ? whyNoTable(release, what, since) : null,
    fileIds,
  };
}

function whyNoTable({ key, label }: ReleaseEntry, what: string, since: string | undefined): string {
  if (since !== undefined && key < since)
    return `${label} has no ${what}: O*NET publishes them since release ${since}.`;
  return `${label}, as it is loaded here, has no table of ${what}.`;
}

/** The primary occupation of a career. */
export function primaryOf(catalog: Catalog, { primary }: CareerEntry): OccupationCode {
  return catalog.occupation(primary) ?? { code: primary, level: primary.includes('.') ? 'ONET' : 'DETAILED' };
}

/** What comes with a list, once its number of rows is known. */
export function contentOf(place: OnetPlace, rows: number): OnetContent {
  const { release, onetCode, explanation } = place;
  return { release, onetCode, explanation, reason: rows > 0 ? null : (place.reason ?? whyNoRows(place)) };
}

export function whyNoRows({ release, onetCode, what }: OnetPlace): string {
  return `${release?.label} has no ${what} of ${onetCode?.code}.`;
}

function whyNoRelease(catalog: Catalog, asOf: string | null): string {
  const keys = catalog.answering('onet').map(({ key }) => key);
  if (keys.length === 0) return 'O*NET has not been imported here.';
  return asOf === null
    ? `No O*NET release is active on this server; name one with asOf: ${keys.join(', ')}.`
    : `This server has no O*NET release ${asOf}; it has ${keys.join(', ')}.`;
}
