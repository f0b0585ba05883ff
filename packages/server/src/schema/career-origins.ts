import { builder } from '../builder.js';
import {
  CAREER_SECTIONS,
  ORIGIN_SCOPES,
  originsOf,
  type SectionOrigin as SectionOriginShape,
} from '../content/origins.js';
import { enumOf } from './enums.js';
import { Career } from './refs.js';
import { Release, Source } from './source.js';

const CareerSectionName = enumOf('CareerSectionName', 'A section of a career.', CAREER_SECTIONS);
const OriginScope = enumOf('OriginScope', 'What the source of a section describes.', ORIGIN_SCOPES);

const SectionOrigin = builder.objectRef<SectionOriginShape>('SectionOrigin').implement({
  description: 'The source of a section of a career.',
  fields: (t) => ({
    section: t.expose('section', { type: CareerSectionName, description: 'The section.' }),
    source: t.field({
      type: Source,
      description: 'The source, with its license and the attribution to display.',
      resolve: ({ release }, _, { catalog }) => catalog.sourceOf(release),
    }),
    release: t.field({ type: Release, description: 'The release of the source.', resolve: ({ release }) => release }),
    scope: t.expose('scope', {
      type: OriginScope,
      description: 'Whether the source describes just this career or the occupation around it.',
    }),
    explanation: t.exposeString('explanation', { description: 'What the section was taken from, in one sentence.' }),
    citation: t.string({ description: 'How to cite the source.', resolve: ({ release }) => release.citation }),
    url: t.string({
      nullable: true,
      description: 'The URL of the publication. Null if none is known.',
      resolve: ({ release }) => release.url,
    }),
  }),
});

builder.objectField(Career, 'origins', (t) =>
  t.field({
    type: [SectionOrigin],
    description: 'Where each section that the career has comes from.',
    resolve: async (career, _, context) => [...(await originsOf(context, career))],
  }),
);
