import type { CareerFile, CredentialsFile } from '@careergraph/content';
import type { CareerCredential, Claim, Credential, Database } from '@careergraph/db';
import type { Claim as DomainClaim, Handbook } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import { type KeptLoader, keptLoader } from '../rows/loader.js';
import type { RowStore } from '../rows/store.js';

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
  readonly profiles: KeptLoader<string, Handbook.Profile | null>;
  readonly careerDocuments: KeptLoader<string, CareerDocument>;
  /** The credentials of a career in the order of the guide. */
  readonly careerCredentials: KeptLoader<string, CareerCredentialRow[]>;
  /** All claims about a career: one statement per request, however many fields need them. */
  readonly claims: KeptLoader<string, ClaimRow[]>;
  /** Claims about a credential, by its slug. */
  readonly credentialClaims: KeptLoader<string, ClaimRow[]>;
  /** Claims of pages by their key; null for a key of no claim. */
  readonly claimsByKey: KeptLoader<string, ClaimRow | null>;
  /** Profiles of the Handbook without their prose, by `<file id> <slug>`. */
  readonly profileFigures: KeptLoader<string, ProfileFigures | null>;
}

export function createContentLoaders(prisma: Database, catalog: Catalog, rows: RowStore): ContentLoaders {
  const inGuides = { releaseId: catalog.guidesReleaseId };
  const ofGuides = (name: string) => ({
    rows,
    name: `guides ${catalog.guidesReleaseId} ${name}`,
    keyOf: (key: string) => key,
  });
  const withGuide = (slugs: readonly string[]) => slugs.filter((slug) => catalog.career(slug)?.hasGuide);
  const profileKey = (slug: string) => {
    const link = catalog.career(slug)?.profile;
    return link ? `${link.fileId} ${link.slug}` : null;
  };
  return {
    profiles: keptLoader({
      rows,
      name: 'profile',
      // Careers without a profile wait for the same statement, so that the sections of all careers are read together.
      keyOf: (slug) => profileKey(slug) ?? 'none',
      fetch: async (slugs) => {
        const OR = slugs
          .map(profileKey)
          .filter((key) => key !== null)
          .map(fileAndSlug);
        const select = { fileId: true, slug: true, document: true };
        const found = OR.length === 0 ? [] : await prisma.handbookProfile.findMany({ where: { OR }, select });
        const profiles = new Map(found.map((row) => [`${row.fileId} ${row.slug}`, row.document]));
        return slugs.map(profileKey).map((key) => {
          if (key === null) return null;
          const document = profiles.get(key) as unknown as Handbook.Profile | undefined;
          return document ?? new Error(`The Handbook's profile ${key} has no row.`);
        });
      },
    }),
    careerDocuments: keptLoader({
      ...ofGuides('document'),
      fetch: async (slugs) => {
        const guides = withGuide(slugs);
        const found =
          guides.length === 0
            ? []
            : await prisma.career.findMany({
                where: { ...inGuides, slug: { in: guides } },
                select: { slug: true, document: true },
              });
        return slugs.map((slug) => {
          if (!guides.includes(slug)) return NO_GUIDE;
          const document = found.find((row) => row.slug === slug)?.document as unknown as CareerDocument | undefined;
          return document ?? new Error(`The guide ${slug} has no document.`);
        });
      },
    }),
    careerCredentials: keptLoader({
      ...ofGuides('credentials'),
      fetch: async (slugs) => {
        const guides = withGuide(slugs);
        if (guides.length === 0) return slugs.map(() => []);
        const found = await prisma.careerCredential.findMany({
          where: { ...inGuides, careerSlug: { in: guides } },
          include: { credential: true },
          orderBy: { position: 'asc' },
        });
        return slugs.map((slug) => (found as CareerCredentialRow[]).filter(({ careerSlug }) => careerSlug === slug));
      },
    }),
    claims: keptLoader({
      ...ofGuides('claims'),
      fetch: async (slugs) => {
        const documents = slugs.flatMap((slug) => catalog.documentsAbout(slug));
        if (documents.length === 0) return slugs.map(() => []);
        const found = await prisma.claim.findMany({
          where: { ...inGuides, documentSlug: { in: documents.map(({ slug }) => slug) } },
          orderBy: [{ documentSlug: 'asc' }, { position: 'asc' }],
        });
        return slugs.map((slug) => (found as ClaimRow[]).filter((row) => catalog.documentOf(row).careerSlug === slug));
      },
    }),
    credentialClaims: keptLoader({
      ...ofGuides('claims of credential'),
      fetch: async (slugs) => {
        const found = await prisma.claim.findMany({
          where: { ...inGuides, credentialSlug: { in: [...slugs] } },
          orderBy: [{ documentSlug: 'asc' }, { position: 'asc' }],
        });
        return slugs.map((slug) => (found as ClaimRow[]).filter(({ credentialSlug }) => credentialSlug === slug));
      },
    }),
    claimsByKey: keptLoader({
      ...ofGuides('claim'),
      fetch: async (keys) => {
        const found = await prisma.claim.findMany({ where: { ...inGuides, id: { in: [...keys] } } });
        return keys.map((key) => (found as ClaimRow[]).find(({ id }) => id === key) ?? null);
      },
    }),
    profileFigures: keptLoader({
      rows,
      name: 'profile figures',
      keyOf: (key) => key,
      fetch: async (keys) => {
        const names = keys.map(fileAndSlug);
        const found = await prisma.$queryRaw<{ fileId: number; slug: string; figures: ProfileFigures }[]>`
          SELECT file_id AS "fileId", slug, document - ${PROSE}::text[] AS figures FROM handbook_profile
          WHERE file_id = ANY(${names.map(({ fileId }) => fileId)}::int[])
            AND slug = ANY(${names.map(({ slug }) => slug)}::text[])`;
        return keys.map((key) => found.find(({ fileId, slug }) => `${fileId} ${slug}` === key)?.figures ?? null);
      },
    }),
  };
}

function fileAndSlug(key: string): { readonly fileId: number; readonly slug: string } {
  const [fileId, slug] = key.split(' ') as [string, string];
  return { fileId: Number(fileId), slug };
}
