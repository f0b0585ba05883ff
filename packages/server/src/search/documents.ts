import { createHash } from 'node:crypto';
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

type FoundOf<Kind extends Found['kind']> = Extract<Found, { readonly kind: Kind }>;

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

/** Everything that can be found. */
export function readFound(catalog: Catalog, credentials: readonly CredentialRow[]): readonly Found[] {
  const careers = new Map<string, CareerEntry>();
  for (const career of catalog.careers) if (isJustAnOccupation(catalog, career)) careers.set(career.primary, career);
  const occupations = new Set(catalog.occupations.flatMap((occupation) => subjectOf(catalog, occupation) ?? []));
  return [
    ...[...occupations].map((occupation) => ({
      kind: 'OCCUPATION' as const,
      occupation,
      career: careers.get(occupation.code) ?? null,
    })),
    ...catalog.careers
      .filter((career) => !isJustAnOccupation(catalog, career))
      .map((career) => ({ kind: 'CAREER' as const, career })),
    ...credentials.map((credential) => ({ kind: 'CREDENTIAL' as const, credential })),
    ...catalog.areas.map((area) => ({ kind: 'AREA' as const, area })),
  ];
}

/** All that the documents are made of: the same inputs make the same documents, in the same order. */
export function inputsOf(catalog: Catalog): string {
  const inputs = {
    files: [titleFilesOf(catalog), taskFilesOf(catalog), employmentFilesOf(catalog)],
    guides: catalog.guidesReleaseId,
    occupations: catalog.occupations.map((occupation) => [
      occupation.code,
      occupation.title,
      occupation.definition?.text,
      subjectOf(catalog, occupation)?.code,
    ]),
    careers: catalog.careers.map((career) => [
      ...[career.slug, career.title, career.summary, ...career.alsoCalled],
      isJustAnOccupation(catalog, career) ? career.primary : null,
    ]),
    areas: catalog.areas.map(({ code, name }) => [code, name]),
  };
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex');
}

/** The names and texts of everything that can be found. */
export async function readDocuments(context: Context, found: readonly Found[]): Promise<readonly Document[]> {
  const occupationDocument = await readOccupations(context);
  const documentOf = (entry: Found): Document => {
    switch (entry.kind) {
      case 'OCCUPATION':
        return occupationDocument(entry);
      case 'CAREER':
        return careerDocument(entry);
      case 'CREDENTIAL':
        return credentialDocument(entry);
      case 'AREA':
        return areaDocument(entry);
    }
  };
  return found.map(documentOf);
}

export function readCredentials({ catalog, prisma }: Context): Promise<readonly CredentialRow[]> {
  const credentials = prisma.credential.findMany({
    where: { releaseId: catalog.guidesReleaseId },
    orderBy: { slug: 'asc' },
  });
  return credentials as unknown as Promise<readonly CredentialRow[]>;
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

async function readOccupations(context: Context): Promise<(found: FoundOf<'OCCUPATION'>) => Document> {
  const { catalog } = context;
  const names = new Map<string, Map<string, IndexedTitle>>();
  const definitions = new Map<string, string[]>();
  const tasks = new Map<string, string[]>();
  const subjects = new Map<string, string>();
  for (const occupation of catalog.occupations) {
    const subject = subjectOf(catalog, occupation);
    if (subject === null) continue;
    subjects.set(occupation.code, subject.code);
    if (!names.has(subject.code)) {
      names.set(subject.code, new Map());
      definitions.set(subject.code, []);
      tasks.set(subject.code, []);
    }
    addTitle(names.get(subject.code), occupation.title, 'OWN');
    if (occupation.definition) definitions.get(subject.code)?.push(occupation.definition.text);
  }
  for (const career of catalog.careers) {
    if (!isJustAnOccupation(catalog, career)) continue;
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
  return (entry) => {
    const { code } = entry.occupation;
    return {
      entry,
      titles: [...(names.get(code)?.values() ?? [])],
      definitions: definitions.get(code) ?? [],
      tasks: tasks.get(code) ?? [],
      // Major group, minor group and broad occupation of SOC.
      groups: [2, 4, 6].map((digits) => code.slice(0, digits)),
      // Only settles ties: what has no published number comes last.
      employment: employment.get(code.slice(0, 7)) ?? 0,
    };
  };
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

function titleFilesOf(catalog: Catalog): number[] {
  const roles = Object.values(TITLE_ROLES);
  return ['bls-soc', 'onet'].flatMap((source) => catalog.fileIdsOf(catalog.releaseWith(source, roles, null), roles));
}

function taskFilesOf(catalog: Catalog): number[] {
  return catalog.fileIdsOf(catalog.releaseWith('onet', ['task-statements'], null), ['task-statements']);
}

function employmentFilesOf(catalog: Catalog): number[] {
  return catalog.fileIdsOf(catalog.active('bls-oews'), ['national']);
}

async function* readTitles({ catalog, prisma }: Context): AsyncGenerator<readonly TitleOfOccupation[]> {
  const files = titleFilesOf(catalog);
  if (files.length === 0) return;
  for await (const codes of partsOf([...catalog.occupationCodes])) {
    yield await prisma.$queryRaw<TitleOfOccupation[]>`
      SELECT occupation_code AS code, kind::text AS kind, title, short_title AS "shortTitle" FROM occupation_title
      WHERE file_id = ANY(${files}::int[]) AND occupation_code = ANY(${codes}::text[]) ORDER BY kind DESC, file_id, row`;
  }
}

async function* readTasks({ catalog, prisma }: Context): AsyncGenerator<readonly TaskOfOccupation[]> {
  const files = taskFilesOf(catalog);
  if (files.length === 0) return;
  for await (const codes of partsOf([...catalog.occupationCodes])) {
    yield await prisma.$queryRaw<TaskOfOccupation[]>`
      SELECT occupation_code AS code, task FROM onet_task
      WHERE file_id = ANY(${files}::int[]) AND occupation_code = ANY(${codes}::text[])`;
  }
}

/** How many people are employed in each occupation of the default release. */
async function readEmployment({ catalog, prisma }: Context): Promise<ReadonlyMap<string, number>> {
  const rows = await prisma.wageEstimate.findMany({
    where: { fileId: { in: employmentFilesOf(catalog) }, areaCode: 'US', employmentPersons: { not: null } },
    select: { occupationCode: true, employmentPersons: true },
  });
  return new Map(rows.map(({ occupationCode, employmentPersons }) => [occupationCode, employmentPersons as number]));
}

function careerDocument(entry: FoundOf<'CAREER'>): Document {
  const { career } = entry;
  const titles = new Map<string, IndexedTitle>();
  addTitle(titles, career.title, 'OWN');
  for (const name of career.alsoCalled) addTitle(titles, name, 'ALTERNATE');
  return {
    entry,
    titles: [...titles.values()],
    definitions: [career.summary],
    tasks: [],
    groups: [],
    employment: 0,
  };
}

function credentialDocument(entry: FoundOf<'CREDENTIAL'>): Document {
  const { credential } = entry;
  const titles = new Map<string, IndexedTitle>();
  addTitle(titles, credential.name, 'OWN');
  if (credential.acronym !== null) addTitle(titles, credential.acronym, 'ABBREVIATION');
  for (const name of credential.alsoCalled) addTitle(titles, name, 'ALTERNATE');
  return {
    entry,
    titles: [...titles.values()],
    definitions: [credential.summary],
    tasks: [],
    groups: [],
    employment: 0,
  };
}

function areaDocument(entry: FoundOf<'AREA'>): Document {
  const { area } = entry;
  const titles: IndexedTitle[] = [{ text: area.name, source: 'OWN' }];
  const [, postal] = /^US-([A-Z]{2})$/.exec(area.code) ?? [];
  if (postal !== undefined) titles.push({ text: postal, source: 'ABBREVIATION' });
  return { entry, titles, definitions: [], tasks: [], groups: [], employment: 0 };
}
