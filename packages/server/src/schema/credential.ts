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
  description: 'How long something takes.',
  fields: (t) => ({
    min: t.string({ nullable: true, description: 'ISO 8601, e.g. `P6W`.', resolve: ({ min }) => min ?? null }),
    max: t.string({ nullable: true, description: 'ISO 8601, e.g. `P8W`.', resolve: ({ max }) => max ?? null }),
    hours: t.float({
      nullable: true,
      description: 'Hours, where a number of hours is stated.',
      resolve: ({ hours }) => hours ?? null,
    }),
    display: t.string({ description: 'As a reader would say it.', resolve: ({ text }) => text }),
    basis: t.string({
      nullable: true,
      description: 'Where the duration comes from, if it is not what the claims state.',
      resolve: ({ basis }) => basis ?? null,
    }),
    claims: t.field({
      type: [Claim],
      description: 'What pages state.',
      resolve: ({ claims }, _, context) => claimsById(context, claims),
    }),
  }),
});

export const Organization = builder.prismaNode('Organization', {
  nullable: true,
  id: { resolve: ({ slug }) => slug, description: 'Global id.' },
  findUnique: (slug, { catalog }) => ({ releaseId_slug: { releaseId: catalog.guidesReleaseId, slug } }),
  description: 'An association, issuer, school or agency.',
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Our name for it.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    acronym: t.exposeString('acronym', { nullable: true, description: 'Its acronym.' }),
    alsoCalled: t.exposeStringList('alsoCalled', { description: 'Other spellings of its name on pages.' }),
    url: t.exposeString('url', { nullable: true, description: 'Its web site.' }),
    summary: t.exposeString('summary', { description: 'What it is, in a sentence.' }),
    credentials: t.relation('credentials', {
      description: 'What it issues, by name.',
      query: { orderBy: [{ name: 'asc' }, { slug: 'asc' }], take: 100 },
    }),
  }),
});

export const Credential = builder.prismaNode('Credential', {
  nullable: true,
  id: { resolve: ({ slug }) => slug, description: 'Global id.' },
  findUnique: (slug, { catalog }) => ({ releaseId_slug: { releaseId: catalog.guidesReleaseId, slug } }),
  description: 'A certification, licence, certificate, degree or course.',
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Our name for it.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    acronym: t.exposeString('acronym', { nullable: true, description: 'Its acronym.' }),
    alsoCalled: t.exposeStringList('alsoCalled', {
      description: 'Other names and acronyms under which pages print it.',
    }),
    kind: t.expose('kind', { type: CredentialKind, description: 'What kind of credential.' }),
    issuer: t.field({
      type: Organization,
      nullable: true,
      description: 'Who issues it; null where there is no single issuer.',
      resolve: ({ issuerSlug }, _, { catalog }) =>
        issuerSlug === null ? null : catalog.organizationOf({ organizationSlug: issuerSlug }),
    }),
    issuerNote: t.string({
      nullable: true,
      description: 'Why there is no single issuer.',
      resolve: ({ document }) => document.issuerNote ?? null,
    }),
    duration: t.field({
      type: Duration,
      nullable: true,
      description: 'How long it takes to earn; null where that is not known.',
      resolve: ({ document }) => document.duration ?? null,
    }),
    needs: t.stringList({
      description: 'What it asks for first.',
      resolve: ({ document }) => document.needs,
    }),
    renewal: t.string({
      nullable: true,
      description: 'How it is kept; null where that is not known.',
      resolve: ({ document }) => document.renewal ?? null,
    }),
    summary: t.exposeString('summary', { description: 'What it is, in a sentence.' }),
    url: t.exposeString('url', { nullable: true, description: 'Where it is described.' }),
    claims: t.relation('claims', {
      description: 'What pages state about it, in the order of the pages; at most 100.',
      query: { orderBy: [{ documentSlug: 'asc' }, { position: 'asc' }], take: 100 },
    }),
  }),
});

export const CareerCredential = builder.prismaObject('CareerCredential', {
  description: 'A credential that a career asks for or values.',
  fields: (t) => ({
    credential: t.relation('credential', {
      description: 'The credential.',
      resolve: (_, { credential }) => credential,
    }),
    need: t.expose('need', { type: Need, description: 'How much the career asks for it.' }),
    note: t.exposeString('note', { nullable: true, description: 'What it means for this career.' }),
    claims: t.field({
      type: [Claim],
      description: 'What pages state.',
      resolve: ({ claimIds }, _, context) => claimsById(context, claimIds),
    }),
  }),
});

const CredentialConnection = connectionOf<CredentialRow>('Credential', Credential, 'credentials');

const CredentialFilter = builder.inputType('CredentialFilter', {
  description: 'Which credentials. All that is given must hold.',
  fields: (t) => ({
    text: t.string({ description: 'Part of the name or acronym, in any case, taken literally.' }),
    kind: t.field({ type: CredentialKind, description: 'Only this kind.' }),
    career: t.string({ description: 'Only those that the career of this slug names.' }),
  }),
});

builder.queryFields((t) => ({
  credential: t.prismaField({
    type: Credential,
    nullable: true,
    description: 'One credential; null where there is none of that slug.',
    args: { slug: t.arg.string({ required: true, description: 'Its slug, e.g. `cmom`.' }) },
    resolve: async (query, _, { slug }, { prisma, catalog }) =>
      (await prisma.credential.findUnique({
        ...query,
        where: { releaseId_slug: { releaseId: catalog.guidesReleaseId, slug } },
      })) as CredentialRow | null,
  }),
  credentials: t.field({
    type: CredentialConnection,
    complexity: pageCost,
    description: 'Credentials, by name.',
    args: { filter: t.arg({ type: CredentialFilter, description: 'Which ones.' }), ...pageArguments },
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

/** Prisma passes `%`, `_` and `\` of `contains` on to LIKE as they are. */
function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}
