import type { LoadedRows } from '@careergraph/db';
import { pageSourceId } from '../pages/release.js';
import { claimsOf } from './claims.js';
import type { GuideFiles } from './parse.js';

/** The rows of all guides, by table. A JSON document holds what is only read with its career or credential. */
export interface GuideRows {
  readonly organizations: readonly LoadedRows['Organization'][];
  readonly credentials: readonly LoadedRows['Credential'][];
  readonly careers: readonly LoadedRows['Career'][];
  readonly careerOccupations: readonly LoadedRows['CareerOccupation'][];
  readonly careerCredentials: readonly LoadedRows['CareerCredential'][];
  readonly careerOrganizations: readonly LoadedRows['CareerOrganization'][];
  readonly related: readonly LoadedRows['RelatedCareer'][];
  readonly documents: readonly LoadedRows['Document'][];
  readonly claims: readonly LoadedRows['Claim'][];
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
        document: JSON.stringify(document),
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
      const columns = { slug, title, summary, alsoCalled, field, typicalEducation, file, fileSha256: sha256 };
      return [{ ...columns, document: JSON.stringify(document) }];
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
      absences: JSON.stringify(value.stateWages?.absent ?? []),
    })),
    claims: documents.flatMap(({ value }) =>
      claimsOf(value).map(({ document, occupation, area, credential, ...claim }, position): LoadedRows['Claim'] => ({
        ...claim,
        documentSlug: document,
        position,
        occupationCode: occupation,
        areaCode: area,
        credentialSlug: credential,
      })),
    ),
  };
}
