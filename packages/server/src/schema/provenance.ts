import { RESOLUTION_RULES } from '@careergraph/domain';
import { builder } from '../builder.js';
import type { Catalog } from '../catalog/catalog.js';
import type { ReleaseEntry } from '../catalog/entries.js';
import type { Resolution as ResolutionShape } from '../figures/resolution.js';
import { Area, ZipResolution } from './area.js';
import { ResolutionRule } from './enums.js';
import { Occupation } from './refs.js';
import { Release, Source, SourceFile } from './source.js';

export const Resolution = builder.objectRef<ResolutionShape>('Resolution').implement({
  description: 'What was asked for, what was used, and why they differ.',
  fields: (t) => ({
    askedOccupation: t.field({
      type: Occupation,
      description: 'Occupation asked for.',
      resolve: (parent) => parent.askedOccupation,
    }),
    askedArea: t.field({ type: Area, description: 'Area asked for.', resolve: (parent) => parent.askedArea }),
    usedOccupation: t.field({
      type: Occupation,
      description: 'Occupation whose figure this is.',
      resolve: (parent) => parent.usedOccupation,
    }),
    usedArea: t.field({ type: Area, description: 'Area whose figure this is.', resolve: (parent) => parent.usedArea }),
    exact: t.exposeBoolean('exact', { description: 'Whether both are just what was asked for.' }),
    rule: t.expose('rule', { type: ResolutionRule, description: 'The rule that chose the figure.' }),
    ruleText: t.string({ description: 'The rule in words.', resolve: ({ rule }) => RESOLUTION_RULES[rule] }),
    explanation: t.exposeString('explanation', { description: 'What it comes to here, in a sentence.' }),
    zip: t.expose('zip', {
      type: ZipResolution,
      nullable: true,
      description: 'How the ZIP code that was asked for led to the area; null where none was.',
    }),
  }),
});

/** Where a row of figures stands. */
export interface ProvenanceShape {
  readonly release: ReleaseEntry;
  readonly fileId: number;
  readonly sheet: string;
  readonly row: number | null;
}

export const Provenance = builder.objectRef<ProvenanceShape>('Provenance').implement({
  description: 'Where a figure came from, down to the row of the published file.',
  fields: (t) => ({
    source: t.field({
      type: Source,
      description: "The publisher's product, or the page that states the figure.",
      resolve: ({ release }, _, { catalog }) => catalog.sourceOf(release),
    }),
    release: t.expose('release', { type: Release, description: 'The edition.' }),
    file: t.field({
      type: SourceFile,
      description: 'The published file.',
      resolve: (place, _, { catalog }) => catalog.fileOf(place),
    }),
    sheet: t.exposeString('sheet', {
      description: 'Sheet of the workbook; the name of a text file without its ending; for a page, the heading.',
    }),
    row: t.exposeInt('row', {
      nullable: true,
      description:
        'Row of the sheet as a spreadsheet counts it, from 1 with the header; for a text file or a page, the line.',
    }),
    licence: t.string({
      description: 'Terms of use.',
      resolve: ({ release }, _, { catalog }) => catalog.sourceOf(release).licence,
    }),
    attribution: t.string({
      nullable: true,
      description: 'Text that must be shown with the figure, where the licence asks for one.',
      resolve: ({ release }, _, { catalog }) => catalog.sourceOf(release).attribution,
    }),
    citation: t.string({
      description: 'A citation that a page can print.',
      resolve: (place, _, { catalog }) => citationOf(catalog, place),
    }),
    note: t.string({
      nullable: true,
      description: 'What a reader must know about this source.',
      resolve: ({ release }, _, { catalog }) =>
        catalog.isPage(release)
          ? 'As a published page states it; the file of the publisher that the page names was not read.'
          : null,
    }),
  }),
});

function citationOf(catalog: Catalog, { release, fileId, sheet, row }: ProvenanceShape): string {
  const file = catalog.fileOf({ fileId });
  if (catalog.isPage(release)) {
    return `${release.citation} Section "${sheet}"${row === null ? '' : `, line ${row} of the copy with SHA-256 ${file.sha256.slice(0, 12)}…`}.`;
  }
  const place = /\.xlsx$/i.test(file.name) ? `sheet "${sheet}", row ${row}` : `line ${row}`;
  return `${release.citation.replace(/\.$/, '')}. ${file.name}, ${place}${release.url ? `. ${release.url}` : ''}`;
}
