import type {
  AreaKind,
  FigureMarker,
  OccupationLevel,
  OccupationRole,
  Prisma,
  ReleaseStatus,
  SourceKind,
} from '@careergraph/db';
import type { Outlook } from '@careergraph/domain';

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
  /** `starter` if all of its files are typed into this repository. */
  readonly edition: 'starter' | 'published';
  readonly fileIds: readonly number[];
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

/** A row of a file, in the release that it is taken from. */
export interface RowPlace {
  readonly releaseId: number;
  readonly fileId: number;
  readonly sheet: string;
  readonly row: number;
}

/** An occupation, with the row that its title is taken from. */
export interface OccupationEntry extends RowPlace {
  readonly code: string;
  readonly title: string;
  readonly level: OccupationLevel;
  /** The class right above it that is loaded; null for a major group and for all occupations. */
  readonly parentCode: string | null;
  /** What the occupation means, with its own row: SOC publishes titles and definitions in different files. */
  readonly definition: (RowPlace & { readonly text: string }) | null;
}

/** A row of the database: the schema's type is Prisma-backed and takes nothing else. */
export type OrganizationEntry = Readonly<Prisma.OrganizationGetPayload<object>>;

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
  /** Slugs, in the order of the guide. */
  readonly organizations: readonly string[];
  /** Slugs, in the order of the guide. */
  readonly related: readonly string[];
  /** Code of the primary occupation. */
  readonly primary: string;
  /** National median of the primary occupation in the active release; null if it is not published. */
  readonly medianAnnualUsd: number | null;
  readonly medianMarker: FigureMarker | null;
  /** Projected change of the primary occupation in the active release, in tenths of a percent. */
  readonly growthTenths: number | null;
  readonly outlook: Outlook;
}
