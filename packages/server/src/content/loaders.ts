import type { CareerFile, CredentialsFile } from '@careergraph/content';
import type { CareerCredential, Claim, Credential, Database } from '@careergraph/db';
import type { Claim as DomainClaim, Handbook } from '@careergraph/domain';
import DataLoader from 'dataloader';
import type { Catalog } from '../catalog/catalog.js';

/** Text columns whose values the guides' schema checked when they were loaded. */
type ClaimWords = Pick<DomainClaim, 'measure' | 'unit' | 'statistic' | 'population' | 'bound'>;

export type ClaimRow = Omit<Claim, keyof ClaimWords> & ClaimWords;
export type CredentialRow = Omit<Credential, 'kind' | 'document'> & {
  kind: CredentialFile['kind'];
  document: CredentialDocument;
};

/** The sections of a guide that are stored as one document; validated when the guide is loaded. */
export type CareerDocument = Omit<
  CareerFile,
  | 'title'
  | 'summary'
  | 'alsoCalled'
  | 'field'
  | 'typicalEducation'
  | 'occupations'
  | 'credentials'
  | 'organizations'
  | 'related'
>;

/** The document of a career without a guide. */
const NO_GUIDE: CareerDocument = {
  duties: [],
  steps: [],
  curriculum: [],
  licensing: [],
  personalSkills: [],
  ratings: [],
  networking: [],
  resources: [],
  faqs: [],
  payByExperience: [],
  payByPlace: [],
};

type CredentialFile = CredentialsFile['credentials'][number];
type CredentialDocument = Pick<CredentialFile, 'level' | 'issuerNote' | 'duration' | 'needs' | 'renewal'>;

export type CareerCredentialRow = Omit<CareerCredential, 'need'> & {
  need: CareerFile['credentials'][number]['need'];
  credential: CredentialRow;
};

/** What the figures of a profile do not need. */
const PROSE = ['sections', 'duties', 'specialties', 'qualities', 'contacts'] as const;

export type ProfileFigures = Omit<Handbook.Profile, (typeof PROSE)[number]>;

export interface ContentLoaders {
  /** The Handbook's profile that the catalog links to a career. */
  readonly profiles: DataLoader<string, Handbook.Profile | null>;
  readonly careerDocuments: DataLoader<string, CareerDocument>;
  /** The credentials of a career in the order of the guide. */
  readonly careerCredentials: DataLoader<string, CareerCredentialRow[]>;
  /** All claims about a career: one statement per request, however many fields need them. */
  readonly claims: DataLoader<string, ClaimRow[]>;
  /** Claims about a credential, by its slug. */
  readonly credentialClaims: DataLoader<string, ClaimRow[]>;
  /** Claims of pages by their key; null for a key of no claim. */
  readonly claimsByKey: DataLoader<string, ClaimRow | null>;
  /** Profiles of the Handbook without their prose, by `<file id> <slug>`. */
  readonly profileFigures: DataLoader<string, ProfileFigures | null>;
}

export function createContentLoaders(prisma: Database, catalog: Catalog): ContentLoaders {
  const inGuides = { releaseId: catalog.guidesReleaseId };
  const withGuide = (slugs: readonly string[]) => slugs.filter((slug) => catalog.career(slug)?.hasGuide);
  return {
    profiles: new DataLoader(async (slugs) => {
      const links = slugs.map((slug) => catalog.career(slug)?.profile ?? null);
      const linked = links.filter((link) => link !== null);
      if (linked.length === 0) return links.map(() => null);
      const rows = await prisma.handbookProfile.findMany({
        where: { OR: linked.map(({ fileId, slug }) => ({ fileId, slug })) },
        select: { fileId: true, slug: true, document: true },
      });
      const profiles = new Map(rows.map((row) => [`${row.fileId} ${row.slug}`, row.document]));
      return links.map((link) => {
        if (link === null) return null;
        const document = profiles.get(`${link.fileId} ${link.slug}`) as unknown as Handbook.Profile | undefined;
        return document ?? new Error(`The Handbook's profile ${link.slug} has no row.`);
      });
    }),
    careerDocuments: new DataLoader(async (slugs) => {
      const guides = withGuide(slugs);
      const rows =
        guides.length === 0
          ? []
          : await prisma.career.findMany({
              where: { ...inGuides, slug: { in: guides } },
              select: { slug: true, document: true },
            });
      return slugs.map((slug) => {
        if (!guides.includes(slug)) return NO_GUIDE;
        const document = rows.find((row) => row.slug === slug)?.document as unknown as CareerDocument | undefined;
        return document ?? new Error(`The guide ${slug} has no document.`);
      });
    }),
    careerCredentials: new DataLoader(async (slugs) => {
      const guides = withGuide(slugs);
      if (guides.length === 0) return slugs.map(() => []);
      const rows = await prisma.careerCredential.findMany({
        where: { ...inGuides, careerSlug: { in: guides } },
        include: { credential: true },
        orderBy: { position: 'asc' },
      });
      return slugs.map((slug) => (rows as CareerCredentialRow[]).filter(({ careerSlug }) => careerSlug === slug));
    }),
    claims: new DataLoader(async (slugs) => {
      const documents = slugs.flatMap((slug) => catalog.documentsAbout(slug));
      if (documents.length === 0) return slugs.map(() => []);
      const rows = await prisma.claim.findMany({
        where: { ...inGuides, documentSlug: { in: documents.map(({ slug }) => slug) } },
        orderBy: [{ documentSlug: 'asc' }, { position: 'asc' }],
      });
      return slugs.map((slug) => (rows as ClaimRow[]).filter((row) => catalog.documentOf(row).careerSlug === slug));
    }),
    credentialClaims: new DataLoader(async (slugs) => {
      const rows = await prisma.claim.findMany({
        where: { ...inGuides, credentialSlug: { in: [...slugs] } },
        orderBy: [{ documentSlug: 'asc' }, { position: 'asc' }],
      });
      return slugs.map((slug) => (rows as ClaimRow[]).filter(({ credentialSlug }) => credentialSlug === slug));
    }),
    claimsByKey: new DataLoader(async (keys) => {
      const rows = await prisma.claim.findMany({ where: { ...inGuides, id: { in: [...keys] } } });
      return keys.map((key) => (rows as ClaimRow[]).find(({ id }) => id === key) ?? null);
    }),
    profileFigures: new DataLoader(async (keys) => {
      const names = keys.map((key) => key.split(' ') as [string, string]);
      const rows = await prisma.$queryRaw<{ fileId: number; slug: string; figures: ProfileFigures }[]>`
        SELECT file_id AS "fileId", slug, document - ${PROSE}::text[] AS figures FROM handbook_profile
        WHERE file_id = ANY(${names.map(([fileId]) => Number(fileId))}::int[])
          AND slug = ANY(${names.map(([, slug]) => slug)}::text[])`;
      return keys.map((key) => rows.find(({ fileId, slug }) => `${fileId} ${slug}` === key)?.figures ?? null);
    }),
  };
}
