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
  description: 'How an answer relates to the request: what was requested, what was used, and why they differ.',
  fields: (t) => ({
    askedOccupation: t.field({
      type: Occupation,
      description: 'The requested occupation.',
      resolve: (parent) => parent.askedOccupation,
    }),
    askedArea: t.field({ type: Area, description: 'The requested area.', resolve: (parent) => parent.askedArea }),
    usedOccupation: t.field({
      type: Occupation,
      description: 'The occupation that the figure describes.',
      resolve: (parent) => parent.usedOccupation,
    }),
    usedArea: t.field({
      type: Area,
      description: 'The area that the figure describes.',
      resolve: (parent) => parent.usedArea,
    }),
    exact: t.exposeBoolean('exact', {
      description:
        'Whether the figure describes exactly the requested occupation and area. False for a county, a metropolitan division, and a ZIP code outside all metropolitan and micropolitan areas: their figures are those of a larger area.',
    }),
    rule: t.expose('rule', { type: ResolutionRule, description: 'The rule that selected the figure.' }),
    ruleText: t.string({ description: 'The text of the rule.', resolve: ({ rule }) => RESOLUTION_RULES[rule] }),
    explanation: t.exposeString('explanation', { description: 'A plain-language explanation for this answer.' }),
    zip: t.expose('zip', {
      type: ZipResolution,
      nullable: true,
      description:
        'How the requested ZIP code was matched to the area. Null if the area was not requested by ZIP code.',
    }),
  }),
});

/** The location of a row of figures. */
export interface ProvenanceShape {
  readonly release: ReleaseEntry;
  readonly fileId: number;
  readonly sheet: string;
  readonly row: number | null;
}

/** Where a row of a file is, as requested from a release. */
export function provenanceOf({
  row: { fileId, sheet, row },
  release,
}: {
  readonly row: Omit<ProvenanceShape, 'release'>;
  readonly release: ReleaseEntry;
}): ProvenanceShape {
  return { release, fileId, sheet, row };
}

export const Provenance = builder.objectRef<ProvenanceShape>('Provenance').implement({
  description: 'Where a figure comes from, down to the row of the published file.',
  fields: (t) => ({
    source: t.field({
      type: Source,
      description: 'The publication, or the page that states the figure.',
      resolve: ({ release }, _, { catalog }) => catalog.sourceOf(release),
    }),
    release: t.expose('release', { type: Release, description: 'The release of the source.' }),
    file: t.field({
      type: SourceFile,
      description: 'The published file.',
      resolve: (place, _, { catalog }) => catalog.fileOf(place),
    }),
    sheet: t.exposeString('sheet', {
      description: 'The worksheet name. For a text file, the file name without its extension; for a page, the heading.',
    }),
    row: t.exposeInt('row', {
      nullable: true,
      description:
        'The row number in the worksheet, starting at 1 with the header row. For a text file or a page, the line number. Null if the page omits the row.',
    }),
    licence: t.string({
      description: 'The license or terms of use.',
      resolve: ({ release }, _, { catalog }) => catalog.sourceOf(release).licence,
    }),
    attribution: t.string({
      nullable: true,
      description: 'The attribution that must be displayed with the figure. Null if the license requires none.',
      resolve: ({ release }, _, { catalog }) => catalog.sourceOf(release).attribution,
    }),
    citation: t.string({
      description: 'A citation that is ready to display.',
      resolve: (place, _, { catalog }) => citationOf(catalog, place),
    }),
    note: t.string({
      nullable: true,
      description: 'A caution for readers about this source. Null if there is none.',
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
