import type { CareerFile } from '@careergraph/content';
import type { Database, Prisma } from '@careergraph/db';
import DataLoader from 'dataloader';
import type { Catalog } from '../catalog/catalog.js';

export type ClaimRow = Prisma.ClaimGetPayload<object>;

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

export type CareerCredentialRow = Prisma.CareerCredentialGetPayload<{ include: { credential: true } }>;

export interface ContentLoaders {
  readonly careerDocuments: DataLoader<string, CareerDocument>;
  /** The credentials of a career in the order of the guide. */
  readonly careerCredentials: DataLoader<string, CareerCredentialRow[]>;
  /** All claims about a career: one statement per request, however many fields need them. */
  readonly claims: DataLoader<string, ClaimRow[]>;
}

export function createContentLoaders(prisma: Database, catalog: Catalog): ContentLoaders {
  const inGuides = { releaseId: catalog.guidesReleaseId };
  return {
    careerDocuments: new DataLoader(async (slugs) => {
      const rows = await prisma.career.findMany({
        where: { ...inGuides, slug: { in: [...slugs] } },
        select: { slug: true, document: true },
      });
      return slugs.map(
        (slug) =>
          (rows.find((row) => row.slug === slug)?.document as unknown as CareerDocument | undefined) ??
          new Error(`The career ${slug} has no document.`),
      );
    }),
    careerCredentials: new DataLoader(async (slugs) => {
      const rows = await prisma.careerCredential.findMany({
        where: { ...inGuides, careerSlug: { in: [...slugs] } },
        include: { credential: true },
        orderBy: { position: 'asc' },
      });
      return slugs.map((slug) => rows.filter(({ careerSlug }) => careerSlug === slug));
    }),
    claims: new DataLoader(async (slugs) => {
      const documents = slugs.flatMap((slug) => catalog.documentsAbout(slug));
      const rows = await prisma.claim.findMany({
        where: { ...inGuides, documentSlug: { in: documents.map(({ slug }) => slug) } },
        orderBy: [{ documentSlug: 'asc' }, { position: 'asc' }],
      });
      return slugs.map((slug) => rows.filter((row) => catalog.documentOf(row).careerSlug === slug));
    }),
  };
}
