import type {
  AreaKind,
  CareerOccupation,
  Document,
  FigureMarker,
  File,
  OccupationLevel,
  Organization,
  Release,
  Source,
} from '@careergraph/db';
import type { CareerField, Outlook, TypicalEducation } from '@careergraph/domain';

export type SourceEntry = Source;

/** A release without its audit report, which is read only when a query asks for it. */
export interface ReleaseEntry extends Omit<Release, 'audit'> {
  /** `starter` if the rows of all its files are in this repository. */
  readonly edition: 'starter' | 'published';
  readonly fileIds: readonly number[];
  /** What its files are: `national`, `state`. */
  readonly parts: readonly string[];
}

export type FileEntry = Pick<File, 'id' | 'role' | 'name' | 'archive' | 'sha256' | 'edition' | 'rows'>;

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

/** Names an occupation, whether or not a loaded release lists it. */
export type OccupationCode = Pick<OccupationEntry, 'code' | 'level'>;

export type OrganizationEntry = Organization;

export type DocumentEntry = Omit<Document, 'absences'>;

/** An occupation whose statistics a career uses, and why. */
export type CareerOccupationEntry = Pick<CareerOccupation, 'occupationCode' | 'role' | 'reason'>;

export interface ProfileLink {
  /** The Handbook's own URL slug, such as `registered-nurses`. */
  readonly slug: string;
  readonly releaseId: number;
  readonly fileId: number;
  readonly scope: 'SAME' | 'BROADER';
  /** How the career is part of the profile, if a guide says it. */
  readonly reason: string | null;
}

/** What the summary of a career is taken from, and the release of it. */
export interface SummaryPlace extends Pick<RowPlace, 'releaseId'> {
  readonly from: 'GUIDE' | 'PROFILE' | 'DEFINITION' | 'TITLE';
}

export interface Spellings {
  /** Its titles and codes. */
  readonly own: readonly string[];
  /** Titles and the URL slug of the Handbook's profile of just this career. Where they are also another career's own, they lead to that one. */
  readonly handbook: readonly string[];
}

export interface CareerEntry {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly summaryPlace: SummaryPlace;
  readonly alsoCalled: readonly string[];
  readonly field: CareerField;
  readonly typicalEducation: TypicalEducation;
  /** Whether this repository has a guide to it, under the same slug. */
  readonly hasGuide: boolean;
  readonly occupations: readonly CareerOccupationEntry[];
  /** Slugs, in the order of the guide. */
  readonly organizations: readonly string[];
  /** Slugs, in the order of the guide. */
  readonly related: readonly string[];
  /** Code of the primary occupation; no loaded release may list it. */
  readonly primary: string;
  /** The Handbook's profile that describes the career, or a broader one; null if no loaded profile does. */
  readonly profile: ProfileLink | null;
  /** Whether the career is just its primary occupation, and not a part of it or several occupations. */
  readonly isPrimary: boolean;
  /** What a filter by text searches, in small letters. */
  readonly words: readonly string[];
  /** What leads to it besides its slug. */
  readonly spellings: Spellings;
  /** National median of the primary occupation, as `salary` answers it; null if it is not published. */
  readonly medianAnnualUsd: number | null;
  readonly medianMarker: FigureMarker | null;
  /** Projected change of the primary occupation, as `growth` answers it, in tenths of a percent. */
  readonly growthTenths: number | null;
  readonly outlook: Outlook;
}
