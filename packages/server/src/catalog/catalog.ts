import type {
  AreaKind,
  FigureMarker,
  OccupationLevel,
  OccupationRole,
  ReleaseStatus,
  SourceKind,
} from '@careergraph/db';
import type { Outlook } from '@careergraph/domain';

/** Everything that changes only with a release, held in memory; one request sees one catalog from start to end. */
export interface Catalog {
  /** Changes whenever any release does. */
  readonly version: string;
  readonly sources: ReadonlyMap<string, SourceEntry>;
  /** By source, the newest key and revision first. */
  readonly releases: ReadonlyMap<number, ReleaseEntry>;
  readonly files: ReadonlyMap<number, FileEntry>;
  /** Id of the guides' release that the careers are of; null where none is loaded. */
  readonly guides: number | null;
  readonly areas: ReadonlyMap<string, AreaEntry>;
  readonly occupations: ReadonlyMap<string, OccupationEntry>;
  readonly organizations: ReadonlyMap<string, OrganizationEntry>;
  readonly careers: ReadonlyMap<string, CareerEntry>;
  readonly documents: ReadonlyMap<string, DocumentEntry>;
  /** Results that hold as long as this catalog does, by name. */
  readonly memo: Map<string, Promise<unknown>>;
}

export interface SourceEntry {
  readonly id: string;
  readonly kind: SourceKind;
  readonly name: string;
  readonly publisher: string;
  readonly homepage: string | null;
  readonly licence: string;
  readonly attribution: string | null;
}

export interface ReleaseEntry {
  readonly id: number;
  readonly sourceId: string;
  readonly key: string;
  readonly revision: number;
  readonly label: string;
  readonly status: ReleaseStatus;
  /** `starter` where all of it is typed into this repository. */
  readonly edition: 'starter' | 'published';
  /** Ids of its files. */
  readonly files: readonly number[];
  readonly citation: string;
  readonly url: string | null;
  readonly topCodeAnnualUsd: number | null;
  readonly topCodeHourlyCents: number | null;
  readonly contentSha256: string;
  readonly importedAt: Date;
  readonly activatedAt: Date | null;
}

export interface FileEntry {
  readonly id: number;
  readonly role: string;
  readonly name: string;
  readonly archive: string | null;
  readonly sha256: string;
  readonly edition: string;
  readonly rows: number;
}

export interface AreaEntry {
  readonly code: string;
  readonly kind: AreaKind;
  readonly name: string;
  readonly fips: string | null;
  readonly parentCode: string | null;
}

export interface OccupationEntry {
  readonly code: string;
  readonly title: string;
  readonly level: OccupationLevel;
  /** The class around it, where that is known. */
  readonly parentCode: string | null;
  /** Release, file and row that name it. */
  readonly releaseId: number;
  readonly fileId: number;
  readonly sheet: string;
  readonly row: number;
  /** What it means and where that stands: SOC has titles and definitions in different files. */
  readonly definition: {
    readonly text: string;
    readonly releaseId: number;
    readonly fileId: number;
    readonly sheet: string;
    readonly row: number;
  } | null;
}

export interface OrganizationEntry {
  readonly releaseId: number;
  readonly slug: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly alsoCalled: readonly string[];
  readonly url: string | null;
  readonly summary: string;
}

export interface DocumentEntry {
  readonly slug: string;
  readonly sourceId: string;
  readonly careerSlug: string;
  readonly title: string;
  readonly url: string | null;
  readonly sha256: string;
  readonly publishedAs: string;
}

export interface CareerEntry {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly alsoCalled: readonly string[];
  readonly field: string;
  readonly typicalEducation: string;
  readonly file: string;
  readonly fileSha256: string;
  readonly occupations: readonly {
    readonly occupationCode: string;
    readonly role: OccupationRole;
    readonly reason: string;
  }[];
  readonly organizations: readonly string[];
  readonly related: readonly string[];
  readonly primary: string;
  /** National median of the primary occupation in the active release; null where it is not published. */
  readonly medianAnnualUsd: number | null;
  readonly medianMarker: FigureMarker | null;
  /** Projected change of the primary occupation in the active release. */
  readonly growthTenths: number | null;
  readonly outlook: Outlook;
}
