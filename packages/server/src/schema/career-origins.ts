import { builder } from '../builder.js';
import { ORIGIN_SCOPES } from '../content/sections/outcome.js';
import {
  type AbsentSection as AbsentSectionShape,
  absentSectionsOf,
  CAREER_SECTIONS,
  originsOf,
  type SectionOrigin as SectionOriginShape,
} from '../content/sections/read.js';
import { enumOf } from './enums.js';
import { Career } from './refs.js';
import { Release, Source } from './source.js';

const SECTIONS = Object.keys(CAREER_SECTIONS).length;

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
      description:
        'Whether the source describes just this career, a broader occupation around it, or one of the occupations in it.',
    }),
    explanation: t.exposeString('explanation', { description: 'What the section was taken from, in one sentence.' }),
    citation: t.string({ description: 'How to cite the source.', resolve: ({ release }) => release.citation }),
    url: t.string({
      nullable: true,
      description:
        'The URL of the page about this career or its occupation; if there is none, of the publication. Null if none is known.',
      resolve: (origin) => origin.url,
    }),
  }),
});

const AbsentSection = builder.objectRef<AbsentSectionShape>('AbsentSection').implement({
  description: 'A section that no loaded source has for a career, and why.',
  fields: (t) => ({
    section: t.expose('section', { type: CareerSectionName, description: 'The section.' }),
    reason: t.exposeString('reason', {
      description:
        'What each source that may have the section says about it. Example: "The Occupational Outlook Handbook has not been imported here."',
    }),
  }),
});

builder.objectFields(Career, (t) => ({
  origins: t.field({
    type: [SectionOrigin],
    complexity: { field: 1, multiplier: SECTIONS },
    description:
      'Where each section that the career has comes from. A section whose parts come from two releases is listed twice. They assume the defaults (the nation, the newest release, and the primary occupation), whatever arguments other fields of the query have.',
    resolve: (career, _, context) => originsOf(context, career),
  }),
  absentSections: t.field({
    type: [AbsentSection],
    complexity: { field: 1, multiplier: SECTIONS },
    description:
      'The sections that no loaded source has for the career, with the reason. All others are in `origins`. They assume the defaults (the nation, the newest release, and the primary occupation), whatever arguments other fields of the query have.',
    resolve: (career, _, context) => absentSectionsOf(context, career),
  }),
}));
