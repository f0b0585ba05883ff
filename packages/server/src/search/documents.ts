import type { TitleKind } from '@careergraph/db';
import type { Catalog } from '../catalog/catalog.js';
import type { AreaEntry, CareerEntry, OccupationEntry } from '../catalog/entries.js';
import type { CredentialRow } from '../content/loaders.js';
import type { Context } from '../context.js';
import { TITLE_ROLES } from '../onet/titles.js';
import { othersTurn } from './others-turn.js';
import { type IndexedTitle, isAbbreviation, type SearchDocument, type TitleSource } from './title-index.js';

/** What a search can find. */
export type Found =
  | { readonly kind: 'OCCUPATION'; readonly occupation: OccupationEntry; readonly career: CareerEntry | null }
  | { readonly kind: 'CAREER'; readonly career: CareerEntry }
  | { readonly kind: 'CREDENTIAL'; readonly credential: CredentialRow }
  | { readonly kind: 'AREA'; readonly area: AreaEntry };

type Document = SearchDocument<Found>;

interface TitleOfOccupation {
  readonly code: string;
  readonly kind: TitleKind;
  readonly title: string;
  readonly shortTitle: string | null;
}

interface TaskOfOccupation {
  readonly code: string;
  readonly task: string;
}

const SOURCE_OF = { DIRECT_MATCH: 'ALTERNATE', ALTERNATE: 'ALTERNATE', REPORTED: 'REPORTED' } as const;

/** Everything that can be found, with its names. */
export async function readDocuments(context: Context): Promise<readonly Document[]> {
  const { catalog } = context;
  return [
    ...(await occupationDocuments(context)),
    ...catalog.careers.filter((career) => !isJustAnOccupation(catalog, career)).map(careerDocument),
    ...(await credentialDocuments(context)),
    ...catalog.areas.map(areaDocument),
  ];
}

/** Whether the career is one occupation and no less, so that both are one answer. */
function isJustAnOccupation(catalog: Catalog, { isPrimary, primary }: CareerEntry): boolean {
  const occupation = isPrimary ? catalog.occupation(primary) : null;
  return occupation !== null && subjectOf(catalog, occupation) === occupation;
}

/** The occupation that a code's titles count for: the SOC code for `.00`; null for a group of occupations. */
function subjectOf(catalog: Catalog, occupation: OccupationEntry): OccupationEntry | null {
  const { code, level } = occupation;
  if (level === 'ONET') return (code.endsWith('.00') ? catalog.occupation(code.slice(0, 7)) : null) ?? occupation;
  return level === 'DETAILED' || catalog.careersOf(occupation).some(({ primary }) => primary === code)
    ? occupation
    : null;
}

async function occupationDocuments(context: Context): Promise<readonly Document[]> {
  const { catalog } = context;
  const names = new Map<string, Map<string, IndexedTitle>>();
  const definitions = new Map<string, string[]>();
  const tasks = new Map<string, string[]>();
  const entries = new Map<string, OccupationEntry>();
  const subjects = new Map<string, string>();
  for (const occupation of catalog.occupations) {
    const subject = subjectOf(catalog, occupation);
    if (subject === null) continue;
    subjects.set(occupation.code, subject.code);
    if (!entries.has(subject.code)) {
      entries.set(subject.code, subject);
      names.set(subject.code, new Map());
      definitions.set(subject.code, []);
      tasks.set(subject.code, []);
    }
    addTitle(names.get(subject.code), occupation.title, 'OWN');
    if (occupation.definition) definitions.get(subject.code)?.push(occupation.definition.text);
  }
  const careers = new Map<string, CareerEntry>();
  for (const career of catalog.careers) {
    if (!isJustAnOccupation(catalog, career)) continue;
    careers.set(career.primary, career);
    addTitle(names.get(career.primary), career.title, 'OWN');
    for (const name of career.alsoCalled) addTitle(names.get(career.primary), name, 'ALTERNATE');
  }
  for await (const rows of readTitles(context)) {
    for (const { code, kind, title, shortTitle } of rows) {
      const own = names.get(subjects.get(code) ?? '');
      addTitle(own, title, SOURCE_OF[kind]);
      if (shortTitle !== null) addTitle(own, shortTitle, SOURCE_OF[kind]);
    }
  }
  for await (const rows of readTasks(context)) {
    for (const { code, task } of rows) tasks.get(subjects.get(code) ?? '')?.push(task);
  }
  const employment = await readEmployment(context);
  return [...entries].map(([code, occupation]) => ({
    entry: { kind: 'OCCUPATION' as const, occupation, career: careers.get(code) ?? null },
    titles: [...(names.get(code)?.values() ?? [])],
    definitions: definitions.get(code) ?? [],
    tasks: tasks.get(code) ?? [],
    // Major group, minor group and broad occupation of SOC.
    groups: [2, 4, 6].map((digits) => code.slice(0, digits)),
    // Only settles ties: what has no published number comes last.
    employment: employment.get(code.slice(0, 7)) ?? 0,
  }));
}

/** The first source that has a title counts. "Registered Nurse (RN)" is two titles. */
function addTitle(titles: Map<string, IndexedTitle> | undefined, text: string, source: TitleSource): void {
  const [, before, inside] = /^(.+) \(([^()]+)\)$/.exec(text) ?? [];
  if (before !== undefined && inside !== undefined) {
    addTitle(titles, before, source);
    addTitle(titles, inside, source === 'OWN' ? 'ALTERNATE' : source);
    return;
  }
  const key = text.toLowerCase();
  if (!titles?.has(key))
    titles?.set(key, { text, source: source !== 'OWN' && isAbbreviation(text) ? 'ABBREVIATION' : source });
}

/** How many occupations are read before other requests get their turn. */
const AT_ONCE = 40;

/** Lists of codes, a part of all at a time: making objects of 47,000 rows at once would keep other requests waiting. */
async function* partsOf(codes: readonly string[]): AsyncGenerator<readonly string[]> {
  for (let at = 0; at < codes.length; at += AT_ONCE) {
    await othersTurn();
    yield codes.slice(at, at + AT_ONCE);
  }
}

async function* readTitles({ catalog, prisma }: Context): AsyncGenerator<readonly TitleOfOccupation[]> {
  const roles = Object.values(TITLE_ROLES);
  const files = ['bls-soc', 'onet'].flatMap((source) =>
    catalog.fileIdsOf(catalog.releaseWith(source, roles, null), roles),
  );
  if (files.length === 0) return;
  for await (const codes of partsOf([...catalog.occupationCodes])) {
    yield await prisma.$queryRaw<TitleOfOccupation[]>`
      SELECT occupation_code AS code, kind::text AS kind, title, short_title AS "shortTitle" FROM occupation_title
      WHERE file_id = ANY(${files}::int[]) AND occupation_code = ANY(${codes}::text[]) ORDER BY kind DESC, file_id, row`;
  }
}

async function* readTasks({ catalog, prisma }: Context): AsyncGenerator<readonly TaskOfOccupation[]> {
  const files = catalog.fileIdsOf(catalog.releaseWith('onet', ['task-statements'], null), ['task-statements']);
  if (files.length === 0) return;
  for await (const codes of partsOf([...catalog.occupationCodes])) {
    yield await prisma.$queryRaw<TaskOfOccupation[]>`
      SELECT occupation_code AS code, task FROM onet_task
      WHERE file_id = ANY(${files}::int[]) AND occupation_code = ANY(${codes}::text[])`;
  }
}

/** How many people are employed in each occupation of the default release. */
async function readEmployment({ catalog, prisma }: Context): Promise<ReadonlyMap<string, number>> {
  const files = catalog.fileIdsOf(catalog.active('bls-oews'), ['national']);
  const rows = await prisma.wageEstimate.findMany({
    where: { fileId: { in: files }, areaCode: 'US', employmentPersons: { not: null } },
    select: { occupationCode: true, employmentPersons: true },
  });
  return new Map(rows.map(({ occupationCode, employmentPersons }) => [occupationCode, employmentPersons as number]));
}

function careerDocument(career: CareerEntry): Document {
  const titles = new Map<string, IndexedTitle>();
  addTitle(titles, career.title, 'OWN');
  for (const name of career.alsoCalled) addTitle(titles, name, 'ALTERNATE');
  return {
    entry: { kind: 'CAREER', career },
    titles: [...titles.values()],
    definitions: [career.summary],
    tasks: [],
    groups: [],
    employment: 0,
  };
}

async function credentialDocuments({ catalog, prisma }: Context): Promise<readonly Document[]> {
  const credentials = await prisma.credential.findMany({
    where: { releaseId: catalog.guidesReleaseId },
    orderBy: { slug: 'asc' },
  });
  return (credentials as unknown as CredentialRow[]).map((credential) => {
    const titles = new Map<string, IndexedTitle>();
    addTitle(titles, credential.name, 'OWN');
    if (credential.acronym !== null) addTitle(titles, credential.acronym, 'ABBREVIATION');
    for (const name of credential.alsoCalled) addTitle(titles, name, 'ALTERNATE');
    return {
      entry: { kind: 'CREDENTIAL', credential },
      titles: [...titles.values()],
      definitions: [credential.summary],
      tasks: [],
      groups: [],
      employment: 0,
    };
  });
}

function areaDocument(area: AreaEntry): Document {
  const titles: IndexedTitle[] = [{ text: area.name, source: 'OWN' }];
  const [, postal] = /^US-([A-Z]{2})$/.exec(area.code) ?? [];
  if (postal !== undefined) titles.push({ text: postal, source: 'ABBREVIATION' });
  return { entry: { kind: 'AREA', area }, titles, definitions: [], tasks: [], groups: [], employment: 0 };
}
