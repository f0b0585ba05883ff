import type { CredentialsFile } from '@careergraph/content';
import { queryFromInfo } from '@pothos/plugin-prisma';
import { builder } from '../builder.js';
import type { CredentialRow } from '../content/loaders.js';
import { listName, pageOfRows } from '../paging/connection.js';
import { Claim, claimsById } from './claim.js';
import { connectionOf, pageArguments, pageCost } from './connection.js';
import { CredentialKind, Need } from './enums.js';

type CredentialFile = CredentialsFile['credentials'][number];
export type DurationShape = NonNullable<CredentialFile['duration']>;

export const Duration = builder.objectRef<DurationShape>('Duration').implement({
  description: 'A length of time.',
  fields: (t) => ({
    min: t.string({
      nullable: true,
      description: 'The minimum, as an ISO 8601 duration. Example: `P6W`. Null if none is stated.',
      resolve: ({ min }) => min ?? null,
    }),
    max: t.string({
      nullable: true,
      description: 'The maximum, as an ISO 8601 duration. Example: `P8W`. Null if none is stated.',
      resolve: ({ max }) => max ?? null,
    }),
    hours: t.float({
      nullable: true,
      description: 'The number of hours, if stated. Otherwise null.',
      resolve: ({ hours }) => hours ?? null,
    }),
    display: t.string({
      description: 'The duration as readable text. Example: "6 to 8 weeks (160 hours)".',
      resolve: ({ text }) => text,
    }),
    basis: t.string({
      nullable: true,
      description: 'Where the duration comes from, if not from the claims. Otherwise null.',
      resolve: ({ basis }) => basis ?? null,
    }),
    claims: t.field({
      type: [Claim],
      description: 'What published pages state about the duration.',
      resolve: ({ claims }, _, context) => claimsById(context, claims),
    }),
  }),
});

export const Organization = builder.prismaNode('Organization', {
  nullable: true,
  id: { resolve: ({ slug }) => slug, description: 'The global ID.' },
  findUnique: (slug, { catalog }) => ({ releaseId_slug: { releaseId: catalog.guidesReleaseId, slug } }),
  description: 'An association, credential issuer, school, or agency.',
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'The slug of the organization.' }),
    name: t.exposeString('name', { description: 'The name of the organization.' }),
    acronym: t.exposeString('acronym', { nullable: true, description: 'The acronym. Null if there is none.' }),
    alsoCalled: t.exposeStringList('alsoCalled', { description: 'Other spellings of the name that appear on pages.' }),
    url: t.exposeString('url', { nullable: true, description: 'The website. Null if none is known.' }),
    summary: t.exposeString('summary', { description: 'A one-sentence summary.' }),
    credentials: t.relation('credentials', {
      description: 'The credentials that the organization issues, sorted by name. At most 100.',
      query: { orderBy: [{ name: 'asc' }, { slug: 'asc' }], take: 100 },
    }),
  }),
});

export const Credential = builder.prismaNode('Credential', {
  nullable: true,
  id: { resolve: ({ slug }) => slug, description: 'The global ID.' },
  findUnique: (slug, { catalog }) => ({ releaseId_slug: { releaseId: catalog.guidesReleaseId, slug } }),
  description: 'A certification, license, certificate, degree, diploma, or course.',
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'The slug of the credential. Example: `cmom`.' }),
    name: t.exposeString('name', { description: 'The name of the credential.' }),
    acronym: t.exposeString('acronym', { nullable: true, description: 'The acronym. Null if there is none.' }),
    alsoCalled: t.exposeStringList('alsoCalled', {
      description: 'Other names and acronyms that pages use for the credential.',
    }),
    kind: t.expose('kind', { type: CredentialKind, description: 'The type of credential.' }),
    issuer: t.field({
      type: Organization,
      nullable: true,
      description: 'The organization that issues the credential. Null if there is no single issuer.',
      resolve: ({ issuerSlug }, _, { catalog }) =>
        issuerSlug === null ? null : catalog.organizationOf({ organizationSlug: issuerSlug }),
    }),
    issuerNote: t.string({
      nullable: true,
      description: 'Why there is no single issuer. Null if there is one.',
      resolve: ({ document }) => document.issuerNote ?? null,
    }),
    duration: t.field({
      type: Duration,
      nullable: true,
      description: 'How long the credential takes to earn. Null if that is not known.',
      resolve: ({ document }) => document.duration ?? null,
    }),
    needs: t.stringList({
      description: 'The prerequisites.',
      resolve: ({ document }) => document.needs,
    }),
    renewal: t.string({
      nullable: true,
      description: 'How the credential is renewed. Null if that is not known.',
      resolve: ({ document }) => document.renewal ?? null,
    }),
    summary: t.exposeString('summary', { description: 'A one-sentence summary.' }),
    url: t.exposeString('url', {
      nullable: true,
      description: 'The URL of a page that describes the credential. Null if none is known.',
    }),
    claims: t.field({
      type: [Claim],
      description: 'What published pages state about the credential, in page order. At most 100.',
      resolve: async ({ slug }, _, { content }) => (await content.credentialClaims.load(slug)).slice(0, 100),
    }),
  }),
});

export const CareerCredential = builder.prismaObject('CareerCredential', {
  description: 'A credential that a career requires or values.',
  fields: (t) => ({
    credential: t.field({
      type: Credential,
      description: 'The credential.',
      resolve: ({ credential }) => credential,
    }),
    need: t.expose('need', { type: Need, description: 'How strongly the career requires the credential.' }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'What the credential means for this career. Null if the guide has no note.',
    }),
    claims: t.field({
      type: [Claim],
      description: 'What published pages state about the credential for this career.',
      resolve: ({ claimIds }, _, context) => claimsById(context, claimIds),
    }),
  }),
});

const CredentialConnection = connectionOf<CredentialRow>('Credential', Credential, 'credentials');

const CredentialFilter = builder.inputType('CredentialFilter', {
  description: 'Filters credentials. A credential must match every field that is provided.',
  fields: (t) => ({
    text: t.string({
      description: 'Text contained in the name or acronym. The search ignores case and treats the text literally.',
    }),
    kind: t.field({ type: CredentialKind, description: 'Include only credentials of this type.' }),
    career: t.string({ description: 'Include only credentials that the career with this slug lists.' }),
  }),
});

builder.queryFields((t) => ({
  credential: t.prismaField({
    type: Credential,
    nullable: true,
    description: 'Looks up a credential by its slug. Null if no credential matches.',
    args: { slug: t.arg.string({ required: true, description: 'The slug. Example: `cmom`.' }) },
    resolve: async (query, _, { slug }, { prisma, catalog }) =>
      (await prisma.credential.findUnique({
        ...query,
        where: { releaseId_slug: { releaseId: catalog.guidesReleaseId, slug } },
      })) as CredentialRow | null,
  }),
  credentials: t.field({
    type: CredentialConnection,
    // The table is small, and read with what belongs to each row.
    complexity: (page) => ({ ...pageCost(page), field: 100 }),
    description: 'Lists credentials, sorted by name.',
    args: { filter: t.arg({ type: CredentialFilter, description: 'Which credentials to include.' }), ...pageArguments },
    resolve: async (_, { filter, ...page }, context, info) => {
      const { prisma, catalog } = context;
      const query = queryFromInfo({ context, info, typeName: 'Credential', paths: [['edges', 'node'], ['nodes']] });
      const { text, kind, career } = filter ?? {};
      const literal = text == null ? null : { contains: escapeLike(text), mode: 'insensitive' as const };
      const where = {
        releaseId: catalog.guidesReleaseId,
        ...(literal && { OR: [{ name: literal }, { acronym: literal }] }),
        ...(kind && { kind }),
        ...(career != null && { careers: { some: { careerSlug: career } } }),
      };
      const order = [
        { field: 'name', direction: 'asc' },
        { field: 'slug', direction: 'asc' },
      ] as const;
      return pageOfRows(page, listName('credentials', filter ?? null), order, {
        fetch: async (keyset, orderBy, take) =>
          (await prisma.credential.findMany({
            ...query,
            where: { AND: [where, keyset] },
            orderBy,
            take,
          })) as CredentialRow[],
        count: () => prisma.credential.count({ where }),
      });
    },
  }),
}));

/** Prisma does not escape `%`, `_`, and `\` in `contains` before passing it to LIKE. */
function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}
