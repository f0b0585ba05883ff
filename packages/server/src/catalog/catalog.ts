import type { AreaKind } from '@careergraph/db';
import { type Hybrid, inOrderOfPrecedence, type SlugCollision, slugOf } from '@careergraph/domain';
import { spellingsOf } from './careers/spellings.js';
import type {
  AreaEntry,
  CareerEntry,
  DocumentEntry,
  FileEntry,
  OccupationEntry,
  OrganizationEntry,
  ReleaseEntry,
  SourceEntry,
} from './entries.js';
import { groupBy } from './group-by.js';
import type { Hybrids } from './hybrids.js';
import { Kept } from './kept.js';
import { OccupationTree } from './occupation-tree.js';
import { answers, isActive } from './releases.js';

/** What a catalog is made of: entries as of one moment, each list in the order of answers. */
export interface CatalogEntries {
  readonly version: string;
  /** The active release of the guides, which careers, organizations and documents belong to. */
  readonly guides: ReleaseEntry | null;
  readonly sources: readonly SourceEntry[];
  /** By source, the newest key and revision first. */
  readonly releases: readonly ReleaseEntry[];
  readonly files: readonly FileEntry[];
  readonly areas: readonly AreaEntry[];
  readonly occupations: readonly OccupationEntry[];
  readonly hybrids: Hybrids;
  readonly organizations: readonly OrganizationEntry[];
  readonly careers: readonly CareerEntry[];
  readonly collisions: readonly SlugCollision[];
  readonly documents: readonly DocumentEntry[];
}

/** Ids start at 1: no row has this one. */
const NO_RELEASE = 0;

/**
 * Everything that changes only with a release, held in memory as of one moment. A request uses one catalog from start to
 * end. A question whose key comes from a client answers null for an unknown one; a question named `…Of` follows a
 * reference between entries and throws where it is broken.
 */
export class Catalog {
  readonly entries: CatalogEntries;
  /** Changes whenever any release does. */
  readonly version: string;
  readonly sources: readonly SourceEntry[];
  readonly releases: readonly ReleaseEntry[];
  readonly areas: readonly AreaEntry[];
  readonly occupations: readonly OccupationEntry[];
  readonly careers: readonly CareerEntry[];
  readonly tree: OccupationTree;
  /** Id of the guides' release, which careers belong to; an id that matches no row where none is active. */
  readonly guidesReleaseId: number;
  /** What was computed from a part of it, or from the same part of the catalog before. */
  readonly kept: Kept;

  readonly #sources: ReadonlyMap<string, SourceEntry>;
  readonly #releases: ReadonlyMap<number, ReleaseEntry>;
  readonly #answering: ReadonlyMap<string, readonly ReleaseEntry[]>;
  readonly #files: ReadonlyMap<number, FileEntry>;
  readonly #areas: ReadonlyMap<string, AreaEntry>;
  readonly #occupations: ReadonlyMap<string, OccupationEntry>;
  readonly #organizations: ReadonlyMap<string, OrganizationEntry>;
  readonly #careers: ReadonlyMap<string, CareerEntry>;
  readonly #careerSpellings: ReadonlyMap<string, string>;
  readonly #careerOfProfile: ReadonlyMap<string, CareerEntry>;
  readonly #careersOf: ReadonlyMap<string, readonly CareerEntry[]>;
  readonly #documents: ReadonlyMap<string, DocumentEntry>;
  readonly #computed = new Map<string, Promise<unknown>>();
  readonly #held: WeakSet<object>;

  /** @param kept what the catalog before it has computed, if there was one */
  constructor(entries: CatalogEntries, kept = new Kept()) {
    this.entries = entries;
    this.kept = kept;
    this.version = entries.version;
    this.guidesReleaseId = entries.guides?.id ?? NO_RELEASE;
    this.sources = entries.sources;
    this.releases = entries.releases;
    this.areas = entries.areas;
    this.occupations = entries.occupations;
    this.careers = entries.careers;
    this.#sources = by(entries.sources, 'id');
    this.#releases = by(entries.releases, 'id');
    this.#answering = groupBy(entries.releases.filter(answers), ({ sourceId }) => sourceId);
    this.#files = by(entries.files, 'id');
    this.#areas = by(entries.areas, 'code');
    this.#occupations = by(entries.occupations, 'code');
    this.#organizations = by(entries.organizations, 'slug');
    this.#careers = by(entries.careers, 'slug');
    this.#careerSpellings = spellingsOf(entries.careers);
    this.#careerOfProfile = byOwnProfile(entries.careers);
    this.#careersOf = groupCareers(entries.careers);
    this.#documents = by(entries.documents, 'slug');
    this.tree = new OccupationTree(this.#occupations);
    this.#held = new WeakSet([
      ...entries.sources,
      ...entries.releases,
      ...entries.files,
      ...entries.areas,
      ...entries.occupations,
      ...entries.organizations,
      ...entries.careers,
      ...entries.documents,
    ]);
  }

  /** Whether an object is one of its entries. */
  readonly holds = (object: object): boolean => this.#held.has(object);

  source(id: string): SourceEntry | null {
    return this.#sources.get(id) ?? null;
  }

  sourceOf({ sourceId }: { readonly sourceId: string }): SourceEntry {
    return known(this.#sources, sourceId, 'source');
  }

  /** The name of what a page attributes a figure to: the id of a source or the slug of an organization. */
  nameOfAttributed(key: string): string {
    return (this.#sources.get(key) ?? this.#organizations.get(key))?.name ?? key;
  }

  /** The default release of a source. */
  active(sourceId: string): ReleaseEntry | null {
    return this.answering(sourceId).find(isActive) ?? null;
  }

  /** The releases of a source that answer, by default or where they are named; the newest first. */
  answering(sourceId: string): readonly ReleaseEntry[] {
    return this.#answering.get(sourceId) ?? [];
  }

  /**
   * The releases that are asked for a figure, in that order: the one with the given key, or where the key is null those
   * that answer by default, see {@link inOrderOfPrecedence}.
   */
  releasesAsOf(sourceId: string, key: string | null): readonly ReleaseEntry[] {
    if (key === null) return inOrderOfPrecedence(this.answering(sourceId));
    return this.answering(sourceId).filter((release) => release.key === key);
  }

  /** The first of these releases that has a file of one of the roles; the first of all where none has. */
  releaseWith(sourceId: string, roles: readonly string[], key: string | null): ReleaseEntry | null {
    const releases = this.releasesAsOf(sourceId, key);
    return releases.find(({ parts }) => parts.some((part) => roles.includes(part))) ?? releases[0] ?? null;
  }

  releaseOf({ releaseId }: { readonly releaseId: number }): ReleaseEntry {
    return known(this.#releases, releaseId, 'release');
  }

  /** Whether a published page states the figures of a release, and not an agency. */
  isPage(release: ReleaseEntry): boolean {
    return this.sourceOf(release).kind === 'PAGE';
  }

  fileOf({ fileId }: { readonly fileId: number }): FileEntry {
    return known(this.#files, fileId, 'file');
  }

  filesOf({ fileIds }: ReleaseEntry): readonly FileEntry[] {
    return fileIds.map((fileId) => this.fileOf({ fileId }));
  }

  /** Ids of the files of a release that have one of the roles; none where there is no release. */
  fileIdsOf(release: ReleaseEntry | null, roles: readonly string[]): number[] {
    if (release === null) return [];
    return this.filesOf(release).flatMap(({ id, role }) => (roles.includes(role) ? [id] : []));
  }

  area(code: string | null): AreaEntry | null {
    return code === null ? null : (this.#areas.get(code) ?? null);
  }

  areaOf({ areaCode }: { readonly areaCode: string }): AreaEntry {
    return known(this.#areas, areaCode, 'area');
  }

  nation(): AreaEntry {
    return known(this.#areas, 'US', 'area');
  }

  areasOfKind(kind: AreaKind): readonly AreaEntry[] {
    return this.areas.filter((area) => area.kind === kind);
  }

  /** The area, then the areas around it, up to the nation. */
  withAreasAround<Area extends AreaEntry>(area: Area): readonly (Area | AreaEntry)[] {
    const parent = this.area(area.parentCode);
    return parent ? [area, ...this.withAreasAround(parent)] : [area];
  }

  occupation(code: string | null): OccupationEntry | null {
    return code === null ? null : (this.#occupations.get(code) ?? null);
  }

  get occupationCodes(): Iterable<string> {
    return this.#occupations.keys();
  }

  occupationOf({ occupationCode }: { readonly occupationCode: string }): OccupationEntry {
    return known(this.#occupations, occupationCode, 'occupation');
  }

  /** What a release publishes in place of a detailed occupation of the SOC: one code for several; null if it does not. */
  hybridOf({ id }: ReleaseEntry, socCode: string): Hybrid | null {
    return this.entries.hybrids.get(id)?.get(socCode) ?? null;
  }

  /** The occupations under which any release publishes a detailed occupation of the SOC together with others. */
  hybridsOf(socCode: string): readonly OccupationEntry[] {
    const codes = [...this.entries.hybrids.values()].flatMap((hybrids) => hybrids.get(socCode)?.code ?? []);
    return [...new Set(codes)].flatMap((code) => this.occupation(code) ?? []);
  }

  /** The detailed occupations of the SOC that a code stands for in a release; none for another code. */
  partsOfHybrid({ id }: ReleaseEntry, code: string): readonly string[] {
    const hybrids = [...(this.entries.hybrids.get(id)?.values() ?? [])];
    return hybrids.find((hybrid) => hybrid.code === code)?.parts ?? [];
  }

  /** The detailed occupations of the SOC that a code stands for in any release; none for another code. */
  partsOf(code: string): readonly string[] {
    const hybrids = [...this.entries.hybrids.values()].flatMap((ofRelease) => [...ofRelease.values()]);
    return hybrids.find((hybrid) => hybrid.code === code)?.parts ?? [];
  }

  organizationOf({ organizationSlug }: { readonly organizationSlug: string }): OrganizationEntry {
    return known(this.#organizations, organizationSlug, 'organization');
  }

  career(slug: string): CareerEntry | null {
    return this.#careers.get(slug) ?? null;
  }

  /** A career by its slug, or by another title or code that belongs to it alone. */
  careerNamed(name: string): CareerEntry | null {
    const slug = slugOf(name);
    return this.career(slug) ?? this.career(this.#careerSpellings.get(slug) ?? '');
  }

  /** The career that a profile of the Handbook describes as a whole; if none, the career that its address is a name of. */
  careerOfProfile(profileSlug: string): CareerEntry | null {
    return this.#careerOfProfile.get(profileSlug) ?? this.careerNamed(profileSlug);
  }

  /** The careers that use the figures of an occupation, by title. */
  careersOf({ code }: OccupationEntry): readonly CareerEntry[] {
    return this.#careersOf.get(code) ?? [];
  }

  careerOf({ careerSlug }: { readonly careerSlug: string }): CareerEntry {
    return known(this.#careers, careerSlug, 'career');
  }

  documentOf({ documentSlug }: { readonly documentSlug: string }): DocumentEntry {
    return known(this.#documents, documentSlug, 'document');
  }

  documentsAbout(careerSlug: string): readonly DocumentEntry[] {
    return [...this.#documents.values()].filter((document) => document.careerSlug === careerSlug);
  }

  /** Computes something once for this state of the releases; a failure is not kept. */
  once<T>(name: string, compute: () => Promise<T>): Promise<T> {
    const computed = this.#computed.get(name) as Promise<T> | undefined;
    if (computed) return computed;
    const computing = compute();
    this.#computed.set(name, computing);
    computing.catch(() => this.#computed.delete(name));
    return computing;
  }
}

function groupCareers(careers: readonly CareerEntry[]): ReadonlyMap<string, readonly CareerEntry[]> {
  const pairs = careers.flatMap((career) =>
    career.occupations.map(({ occupationCode }) => ({ occupationCode, career })),
  );
  const groups = groupBy(pairs, ({ occupationCode }) => occupationCode);
  return new Map([...groups].map(([code, group]) => [code, group.map(({ career }) => career)]));
}

function byOwnProfile(careers: readonly CareerEntry[]): ReadonlyMap<string, CareerEntry> {
  return new Map(
    careers.flatMap((career) => (career.profile?.scope === 'SAME' ? [[career.profile.slug, career] as const] : [])),
  );
}

function by<T, K extends keyof T>(entries: readonly T[], key: K): ReadonlyMap<T[K], T> {
  return new Map(entries.map((entry) => [entry[key], entry]));
}

function known<K, T>(entries: ReadonlyMap<K, T>, key: K, what: string): T {
  const entry = entries.get(key);
  if (entry === undefined) throw new Error(`The catalog has no ${what} ${key}.`);
  return entry;
}
