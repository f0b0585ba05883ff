import { type AuditEntry, delineationOf } from '@careergraph/domain';
import { builder } from '../builder.js';
import type { ReleaseEntry, SourceEntry } from '../catalog/entries.js';
import { AuditLevel, AuditOutcome, ReleaseStatus, SourceKind } from './enums.js';

export const SourceFile = builder.prismaObject('File', {
  name: 'SourceFile',
  description: 'A published file, identified by the hash of its contents.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The published file name. For a page, its title.' }),
    sha256: t.exposeString('sha256', { description: 'The SHA-256 hash of the file, in hexadecimal.' }),
    archive: t.exposeString('archive', {
      nullable: true,
      description: 'The archive that contains the file. Null if it was not published in an archive.',
    }),
    role: t.exposeString('role', {
      description: 'The part of the release that the file contains, such as `national` or `state`.',
    }),
    edition: t.exposeString('edition', {
      description:
        '`starter` if the rows are included with CareerGraph; `published` if they were imported from the published file.',
    }),
    rows: t.exposeInt('rows', { description: 'The number of rows loaded from the file.' }),
  }),
});

const ReleaseAudit = builder.objectRef<AuditEntry>('ReleaseAudit').implement({
  description: 'A check that a release must go through before it is used.',
  fields: (t) => ({
    key: t.exposeString('id', { description: 'A stable key. Example: `oews/hourly-times-2080`.' }),
    level: t.expose('level', { type: AuditLevel, description: 'Whether a failure rejects the release.' }),
    title: t.exposeString('title', { description: 'The condition that the check verifies.' }),
    outcome: t.expose('outcome', { type: AuditOutcome, description: 'The result of the check.' }),
    checked: t.exposeInt('checked', {
      nullable: true,
      description: 'The number of items checked. Null if the check was skipped.',
    }),
    failures: t.exposeInt('failures', {
      nullable: true,
      description: 'The number of items that failed. Null if the check was skipped.',
    }),
    examples: t.exposeStringList('examples', {
      description: 'Sample failures, with file, sheet, row, column, and value.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why the check was skipped. Null if it ran.' }),
  }),
});

export const Source = builder.prismaObject('Source', {
  description: 'A publication from one publisher, such as Occupational Employment and Wage Statistics (OEWS).',
  fields: (t) => ({
    key: t.exposeString('id', { description: 'The key of the source. Example: `bls-oews`.' }),
    kind: t.expose('kind', { type: SourceKind, description: 'The type of publisher.' }),
    name: t.exposeString('name', { description: 'The name of the publication, or the title of a page.' }),
    publisher: t.exposeString('publisher', { description: 'The publisher.' }),
    homepage: t.exposeString('homepage', {
      nullable: true,
      description: 'The website of the publication. Null if there is none.',
    }),
    licence: t.exposeString('licence', { description: 'The license or terms of use.' }),
    attribution: t.exposeString('attribution', {
      nullable: true,
      description:
        'The attribution that must be displayed wherever the data is used. Null if the license requires none.',
    }),
    releases: t.field({
      type: [Release],
      description: 'The releases of the source on this server, newest first.',
      resolve: (source, _, { catalog }) => catalog.releases.filter(({ sourceId }) => sourceId === source.id),
    }),
  }),
});

export const Release = builder.prismaObject('Release', {
  description: 'A dated edition of a source.',
  fields: (t) => ({
    source: t.relation('source', {
      description: 'The source of the release.',
      resolve: (_, release, __, { catalog }) => catalog.sourceOf(release),
    }),
    key: t.exposeString('key', {
      description:
        'The key to use with `asOf`: a reference month, projection period, or version number. Examples: `2024-05`, `2024-34`, `29.3`.',
    }),
    label: t.exposeString('label', { description: 'The publisher\'s name for the release. Example: "May 2024".' }),
    revision: t.exposeInt('revision', {
      description:
        'The revision of the release on this server, starting at 1. It increases when the set of files changes.',
    }),
    status: t.expose('status', { type: ReleaseStatus, description: 'Whether the release is used in answers.' }),
    edition: t.exposeString('edition', {
      description:
        '`starter` if the figures are included with CareerGraph; `published` if the release was imported from published files.',
    }),
    citation: t.exposeString('citation', { description: 'How to cite the release.' }),
    url: t.exposeString('url', { nullable: true, description: 'The URL of the publication. Null if none is known.' }),
    topCodeAnnualUsd: t.exposeInt('topCodeAnnualUsd', {
      nullable: true,
      description:
        'The annual top code, in US dollars. Wages at or above it are published as "#". Null if the release has no top code.',
    }),
    topCodeHourlyUsd: t.float({
      nullable: true,
      description:
        'The hourly top code, in US dollars. Wages at or above it are published as "#". Null if the release has no top code.',
      resolve: ({ topCodeHourlyCents }) => (topCodeHourlyCents === null ? null : topCodeHourlyCents / 100),
    }),
    delineation: t.string({
      nullable: true,
      description:
        'The delineation of metropolitan areas that an OEWS release follows. Example: `the delineation of 2023`. Null for other sources.',
      resolve: ({ sourceId, key }) => (sourceId === 'bls-oews' ? delineationOf(key) : null),
    }),
    importedAt: t.expose('importedAt', {
      type: 'DateTime',
      description: 'When the release was loaded on this server.',
    }),
    activatedAt: t.expose('activatedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the release was activated. Null if it has never been active.',
    }),
    audits: t.field({
      type: [ReleaseAudit],
      description: 'The checks that ran when the release was imported. Empty for data included with CareerGraph.',
      resolve: async ({ id }, _, { audits }) => [...(await audits.load(id))],
    }),
    files: t.field({
      type: [SourceFile],
      description: 'The published files that the figures come from.',
      resolve: (release, _, { catalog }) => [...catalog.filesOf(release)],
    }),
  }),
});

// Not prismaNode: it would query the database for what the catalog already has in memory.
builder.nodeRef(Source, {
  id: { resolve: ({ id }: SourceEntry) => id, description: 'The global ID.' },
  loadOne: (id, { catalog }) => catalog.source(id),
});
builder.nodeRef(Release, {
  id: { resolve: nameOf, description: 'The global ID.' },
  loadOne: (id, { catalog }) => catalog.releases.find((release) => nameOf(release) === id) ?? null,
});

builder.queryFields((t) => ({
  sources: t.field({
    type: [Source],
    description: 'Lists every source on this server.',
    resolve: (_, __, { catalog }) => [...catalog.sources],
  }),
  releases: t.field({
    type: [Release],
    description: 'Lists releases by source, newest first.',
    args: {
      source: t.arg.string({ description: 'Include only releases of the source with this key. Example: `bls-oews`.' }),
      active: t.arg.boolean({
        description: 'If true, include only active releases. If false, include only the others.',
      }),
    },
    resolve: (_, { source, active }, { catalog }) =>
      catalog.releases.filter(
        (release) =>
          (source == null || release.sourceId === source) &&
          (active == null || (release === catalog.active(release.sourceId)) === active),
      ),
  }),
}));

function nameOf({ sourceId, key, revision }: ReleaseEntry): string {
  return `${sourceId}/${key}/${revision}`;
}
