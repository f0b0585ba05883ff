import type {
  AreaKind,
  Database,
  FigureMarker,
  OccupationLevel,
  OccupationRole,
  ReleaseStatus,
  SourceKind,
} from '@careergraph/db';
import { type Outlook, outlookOf } from '@careergraph/domain';

/** Everything that changes only with a release, held in memory; one request sees one catalog from start to end. */
export interface Catalog {
  /** Changes whenever any release does. */
  readonly version: string;
  readonly sources: ReadonlyMap<string, SourceEntry>;
  readonly releases: ReadonlyMap<number, ReleaseEntry>;
  readonly files: ReadonlyMap<number, FileEntry>;
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
  readonly label: string;
  readonly status: ReleaseStatus;
  readonly edition: string;
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
  readonly releaseId: number;
  readonly name: string;
  readonly sha256: string;
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
}

export interface OrganizationEntry {
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

export async function loadCatalog(prisma: Database): Promise<Catalog> {
  const [sources, releases, files, areas, occupations, organizations, documents] = await Promise.all([
    prisma.source.findMany({ orderBy: { id: 'asc' } }),
    prisma.release.findMany({
      orderBy: [{ sourceId: 'asc' }, { key: 'desc' }, { edition: 'asc' }],
      omit: { audit: true },
    }),
    prisma.file.findMany(),
    prisma.area.findMany({ orderBy: { code: 'asc' } }),
    prisma.occupation.findMany({ orderBy: { code: 'asc' } }),
    prisma.organization.findMany({ orderBy: { slug: 'asc' } }),
    prisma.document.findMany({ omit: { absences: true } }),
  ]);
  return {
    version: versionOf(releases),
    sources: by(sources, 'id'),
    releases: by(releases, 'id'),
    files: by(files, 'id'),
    areas: by(areas, 'code'),
    occupations: by(occupations, 'code'),
    organizations: by(organizations, 'slug'),
    careers: by(await loadCareers(prisma, releases), 'slug'),
    documents: by(documents, 'slug'),
    memo: new Map(),
  };
}

/** What {@link Catalog.version} is made of; read alone, it tells cheaply whether a catalog is out of date. */
export function versionOf(releases: readonly { readonly id: number; readonly status: ReleaseStatus }[]): string {
  return releases
    .map(({ id, status }) => `${id}${status.charAt(0)}`)
    .sort()
    .join(' ');
}

async function loadCareers(prisma: Database, releases: readonly ReleaseEntry[]): Promise<readonly CareerEntry[]> {
  const active = (sourceId: string) =>
    releases.find((release) => release.sourceId === sourceId && release.status === 'ACTIVE');
  const [wages, projections] = [active('bls-oews'), active('bls-ep')];
  const rows = await prisma.career.findMany({
    orderBy: [{ title: 'asc' }, { slug: 'asc' }],
    omit: { document: true },
    include: {
      occupations: { orderBy: { position: 'asc' } },
      organizations: { orderBy: { position: 'asc' } },
      related: { orderBy: { position: 'asc' } },
    },
  });
  const codes = ['00-0000', ...rows.flatMap((row) => row.occupations.map(({ occupationCode }) => occupationCode))];
  const national = { occupationCode: { in: codes }, areaCode: 'US' };
  const medians = wages
    ? await prisma.wageEstimate.findMany({
        where: { ...national, releaseId: wages.id },
        select: { occupationCode: true, annualP50Usd: true, annualP50Marker: true },
      })
    : [];
  const growth = projections
    ? await prisma.projection.findMany({
        where: { ...national, releaseId: projections.id },
        select: { occupationCode: true, percentTenths: true },
      })
    : [];
  const growthOf = (code: string) => growth.find((row) => row.occupationCode === code)?.percentTenths ?? null;
  return rows.map(({ occupations, organizations, related, releaseId: _, ...row }) => {
    const primary = occupations.find(({ role }) => role === 'PRIMARY')?.occupationCode as string;
    const median = medians.find((wage) => wage.occupationCode === primary);
    return {
      ...row,
      occupations,
      organizations: organizations.map(({ organizationSlug }) => organizationSlug),
      related: related.map(({ toSlug }) => toSlug),
      primary,
      medianAnnualUsd: median?.annualP50Usd ?? null,
      medianMarker: median?.annualP50Marker ?? null,
      growthTenths: growthOf(primary),
      outlook: outlookOf(growthOf(primary), projections?.key ?? 'none', growthOf('00-0000')),
    };
  });
}

function by<T, K extends keyof T>(items: readonly T[], key: K): ReadonlyMap<T[K], T> {
  return new Map(items.map((item) => [item[key], item]));
}
