import type { AuditEntry } from '@careergraph/domain';
import { builder } from '../builder.js';
import type { ReleaseEntry, SourceEntry } from '../catalog/entries.js';
import { AuditLevel, AuditOutcome, ReleaseStatus, SourceKind } from './enums.js';

export const SourceFile = builder.prismaObject('File', {
  name: 'SourceFile',
  description: 'A file as it was published, known by its bytes.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name under which it was published; for a page, its title.' }),
    sha256: t.exposeString('sha256', { description: 'SHA-256 of its bytes, hexadecimal.' }),
    archive: t.exposeString('archive', { nullable: true, description: 'Archive that it was published in, if any.' }),
    role: t.exposeString('role', { description: 'What part of the release it is, e.g. `national`, `state`.' }),
    edition: t.exposeString('edition', {
      description: '`starter`: the part of it that is typed into this project; `published`: the file itself.',
    }),
    rows: t.exposeInt('rows', { description: 'How many rows of it are loaded.' }),
  }),
});

const ReleaseAudit = builder.objectRef<AuditEntry>('ReleaseAudit').implement({
  description: 'A check that a release went through before it answered.',
  fields: (t) => ({
    key: t.exposeString('id', { description: 'Stable name, e.g. `oews/hourly-times-2080`.' }),
    level: t.expose('level', { type: AuditLevel, description: 'Whether a failure refuses the release.' }),
    title: t.exposeString('title', { description: 'What must hold.' }),
    outcome: t.expose('outcome', { type: AuditOutcome, description: 'What came of it.' }),
    checked: t.exposeInt('checked', {
      nullable: true,
      description: 'How many things were looked at; null if skipped.',
    }),
    failures: t.exposeInt('failures', { nullable: true, description: 'How many of them failed; null if skipped.' }),
    examples: t.exposeStringList('examples', {
      description: 'Some of the failures, with file, sheet, row, column and value.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was skipped.' }),
  }),
});

export const Source = builder.prismaObject('Source', {
  description: "A publisher's product, e.g. Occupational Employment and Wage Statistics.",
  fields: (t) => ({
    key: t.exposeString('id', { description: 'Short name, e.g. `bls-oews`.' }),
    kind: t.expose('kind', { type: SourceKind, description: 'Who stands behind it.' }),
    name: t.exposeString('name', { description: 'Name of the product, or title of the page.' }),
    publisher: t.exposeString('publisher', { description: 'Who publishes it.' }),
    homepage: t.exposeString('homepage', { nullable: true, description: 'Where it is published.' }),
    licence: t.exposeString('licence', { description: 'Under which terms it may be used.' }),
    attribution: t.exposeString('attribution', {
      nullable: true,
      description: 'Text that must be shown with every use, where the licence asks for one.',
    }),
    releases: t.field({
      type: [Release],
      description: 'Its releases on this server, newest first.',
      resolve: (source, _, { catalog }) => catalog.releases.filter(({ sourceId }) => sourceId === source.id),
    }),
  }),
});

export const Release = builder.prismaObject('Release', {
  description: 'One dated edition of a source.',
  fields: (t) => ({
    source: t.relation('source', {
      description: 'Of which source.',
      resolve: (_, release, __, { catalog }) => catalog.sourceOf(release),
    }),
    key: t.exposeString('key', {
      description: 'Reference month, round or number, for `asOf`: `2024-05`, `2024-34`, `29.3`.',
    }),
    label: t.exposeString('label', { description: 'As the publisher names it, e.g. "May 2024".' }),
    revision: t.exposeInt('revision', {
      description: 'Counts the sets of files that the release has had on this server, from 1.',
    }),
    status: t.expose('status', { type: ReleaseStatus, description: 'Whether it answers.' }),
    edition: t.exposeString('edition', {
      description: '`starter`: the part that is typed into this project; `published`: the publication itself.',
    }),
    citation: t.exposeString('citation', { description: 'How to cite it.' }),
    url: t.exposeString('url', { nullable: true, description: 'Where it was published.' }),
    topCodeAnnualUsd: t.exposeInt('topCodeAnnualUsd', {
      nullable: true,
      description:
        'Annual wages at or above this, in US dollars, are published as "#"; null where the release has no top code.',
    }),
    topCodeHourlyUsd: t.float({
      nullable: true,
      description: 'Hourly wages at or above this, in US dollars, are published as "#".',
      resolve: ({ topCodeHourlyCents }) => (topCodeHourlyCents === null ? null : topCodeHourlyCents / 100),
    }),
    importedAt: t.expose('importedAt', { type: 'DateTime', description: 'When it was loaded here.' }),
    activatedAt: t.expose('activatedAt', { type: 'DateTime', nullable: true, description: 'When it began to answer.' }),
    audits: t.field({
      type: [ReleaseAudit],
      description: 'What the release was checked for when it was imported; empty for what is typed into this project.',
      resolve: async ({ id }, _, { audits }) => [...(await audits.load(id))],
    }),
    files: t.field({
      type: [SourceFile],
      description: 'The published files that its figures stand in.',
      resolve: (release, _, { catalog }) => [...catalog.filesOf(release)],
    }),
  }),
});

// A prismaNode would fetch what the catalog holds.
builder.nodeRef(Source, {
  id: { resolve: ({ id }: SourceEntry) => id, description: 'Global id.' },
  loadOne: (id, { catalog }) => catalog.source(id),
});
builder.nodeRef(Release, {
  id: { resolve: nameOf, description: 'Global id.' },
  loadOne: (id, { catalog }) => catalog.releases.find((release) => nameOf(release) === id) ?? null,
});

builder.queryFields((t) => ({
  sources: t.field({
    type: [Source],
    description: 'Every source of this server.',
    resolve: (_, __, { catalog }) => [...catalog.sources],
  }),
  releases: t.field({
    type: [Release],
    description: 'Releases by source, newest first.',
    args: {
      source: t.arg.string({ description: 'Key of a source, e.g. `bls-oews`.' }),
      active: t.arg.boolean({ description: 'true: only those that answer; false: only the others.' }),
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
