import type { Prisma } from '@careergraph/db';
import { claimsOf } from './claims.js';
import type { GuideFiles } from './parse.js';

type Row<T> = Omit<T, 'releaseId'>;

/** The rows of all guides, ready for the tables; JSON documents hold what is only read with its career. */
export interface GuideRows {
  readonly organizations: readonly Row<Prisma.OrganizationCreateManyInput>[];
  readonly credentials: readonly Row<Prisma.CredentialCreateManyInput>[];
  readonly careers: readonly Row<Prisma.CareerCreateManyInput>[];
  readonly careerOccupations: readonly Row<Prisma.CareerOccupationCreateManyInput>[];
  readonly careerCredentials: readonly Row<Prisma.CareerCredentialCreateManyInput>[];
  readonly careerOrganizations: readonly Row<Prisma.CareerOrganizationCreateManyInput>[];
  readonly related: readonly Row<Prisma.RelatedCareerCreateManyInput>[];
  readonly documents: readonly Row<Prisma.DocumentCreateManyInput>[];
  readonly claims: readonly Row<Prisma.ClaimCreateManyInput>[];
}

export function normalizeGuides({ careers, documents, credentials, organizations }: GuideFiles): GuideRows {
  const each = <T>(map: (slug: string, value: ReturnType<typeof careers.get> & object) => readonly T[]) =>
    [...careers].flatMap(([slug, file]) => map(slug, file));
  return {
    organizations: organizations.value.organizations.map(({ acronym, url, ...rest }) => ({
      ...rest,
      acronym: acronym ?? null,
      url: url ?? null,
    })),
    credentials: credentials.value.credentials.map(
      ({ slug, name, acronym, alsoCalled, kind, issuer, summary, url, ...document }) => ({
        slug,
        name,
        acronym: acronym ?? null,
        alsoCalled,
        kind,
        issuerSlug: issuer ?? null,
        summary,
        url: url ?? null,
        document,
      }),
    ),
    careers: each((slug, { file, sha256, value }) => {
      const {
        title,
        summary,
        alsoCalled,
        field,
        typicalEducation,
        occupations,
        credentials,
        organizations,
        related,
        ...document
      } = value;
      return [{ slug, title, summary, alsoCalled, field, typicalEducation, document, file, fileSha256: sha256 }];
    }),
    careerOccupations: each((careerSlug, { value }) =>
      value.occupations.map(({ code, role, reason }, position) => ({
        careerSlug,
        position,
        occupationCode: code,
        role,
        reason,
      })),
    ),
    careerCredentials: each((careerSlug, { value }) =>
      value.credentials.map(({ credential, need, note, claims }, position) => ({
        careerSlug,
        credentialSlug: credential,
        position,
        need,
        note: note ?? null,
        claimIds: claims,
      })),
    ),
    careerOrganizations: each((careerSlug, { value }) =>
      value.organizations.map((organizationSlug, position) => ({ careerSlug, organizationSlug, position })),
    ),
    related: each((fromSlug, { value }) => value.related.map((toSlug, position) => ({ fromSlug, toSlug, position }))),
    documents: documents.map(({ value }) => ({
      slug: value.slug,
      sourceId: pageSourceId(value.slug),
      careerSlug: value.career,
      title: value.title,
      url: value.url ?? null,
      sha256: value.sha256,
      publishedAs: value.publishedAs,
      absences: value.stateWages?.absent ?? [],
    })),
    claims: documents.flatMap(({ value }) =>
      claimsOf(value).map(
        ({ document, occupation, area, credential, ...claim }, position): Row<Prisma.ClaimCreateManyInput> => ({
          ...claim,
          documentSlug: document,
          position,
          occupationCode: occupation,
          areaCode: area,
          credentialSlug: credential,
        }),
      ),
    ),
  };
}

export function pageSourceId(document: string): string {
  return `page-${document}`;
}
