import { builder } from '../builder.js';
import type { CareerEntry, CareerOccupationEntry } from '../catalog/entries.js';
import { descriptionOf, relatedOf } from '../content/origins.js';
import type { Context } from '../context.js';
import { CareerHighlights } from './career-figures.js';
import {
  CurriculumArea,
  Education,
  Faq,
  GuideItem,
  Licensing,
  PayByExperience,
  PayByPlace,
  Resource,
  Step,
} from './career-sections.js';
import { CareerCredential, Organization } from './credential.js';
import { CareerField, CredentialKind, EducationLevel, OccupationRole } from './enums.js';
import { Career, Occupation } from './refs.js';

/** A resolver of one part of the career's guide. */
const section =
  <T>(read: (document: Awaited<ReturnType<Context['content']['careerDocuments']['load']>>) => T) =>
  async ({ slug }: CareerEntry, _: unknown, { content }: Context) =>
    read(await content.careerDocuments.load(slug));

const CareerOccupation = builder.objectRef<CareerOccupationEntry>('CareerOccupation').implement({
  description: 'An occupation whose statistics a career uses, and why.',
  fields: (t) => ({
    occupation: t.field({
      type: Occupation,
      description: 'The occupation.',
      resolve: (mapping, _, { catalog }) => catalog.occupationOf(mapping),
    }),
    role: t.expose('role', { type: OccupationRole, description: 'How the occupation relates to the career.' }),
    reason: t.exposeString('reason', { description: 'Why this occupation was chosen.' }),
  }),
});

builder.node(Career, {
  description:
    'A career as people search for it, such as "medical office manager": one with a guide by CareerGraph, an occupation of the SOC or O*NET, or a profile of the Occupational Outlook Handbook that covers several occupations. It has the official figures of its occupations.',
  id: { resolve: (career) => career.slug, description: 'The global ID.' },
  loadOne: (slug, { catalog }) => catalog.career(slug),
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'The URL slug. Example: `medical-office-manager`.' }),
    canonicalSlug: t.exposeString('slug', {
      description: 'The URL slug to link to, whichever title or code the query used. The same as `slug`.',
    }),
    title: t.exposeString('title', { description: 'The title of the career.' }),
    alsoCalled: t.stringList({
      description: 'Other titles for the career.',
      resolve: ({ alsoCalled }) => [...alsoCalled],
    }),
    summary: t.exposeString('summary', {
      description:
        "A short summary: the guide's; otherwise that of the Occupational Outlook Handbook's profile of just this career; otherwise the first sentence of the occupation's definition; otherwise its code in the classification.",
    }),
    field: t.expose('field', { type: CareerField, description: 'The field of work.' }),
    typicalEducation: t.expose('typicalEducation', {
      type: EducationLevel,
      description: 'The education that most employers expect at entry.',
    }),
    highlights: t.field({
      type: CareerHighlights,
      description: 'Key facts for the top of a career page.',
      resolve: (career) => career,
    }),
    occupations: t.field({
      type: [CareerOccupation],
      description: 'The occupations whose statistics the career uses, primary occupation first.',
      resolve: ({ occupations }) => [...occupations],
    }),
    description: t.string({
      nullable: true,
      description:
        "A description of the work, in Markdown: the guide's; otherwise the definition of the primary occupation. `origins` names the source. Null if no loaded source has one.",
      resolve: async (career, _, context) => (await descriptionOf(context, career))?.content ?? null,
    }),
    duties: t.field({
      type: [GuideItem],
      description: 'The typical duties.',
      resolve: section(({ duties }) => duties),
    }),
    steps: t.field({
      type: [Step],
      description: 'The steps toward entering the career, in order.',
      resolve: section(({ steps }) => steps.map((step, index) => ({ ...step, number: index + 1 }))),
    }),
    education: t.field({
      type: Education,
      nullable: true,
      description: 'The education that the career requires. Null if the guide has no education section.',
      resolve: section(({ education }) => education ?? null),
    }),
    curriculum: t.field({
      type: [CurriculumArea],
      description: 'The subject areas of a typical program.',
      resolve: section(({ curriculum }) => curriculum),
    }),
    credentials: t.field({
      type: [CareerCredential],
      description: 'The credentials that the career requires or values, in the order of the guide.',
      args: {
        kinds: t.arg({
          type: [CredentialKind],
          description: 'Include only credentials of these types. Defaults to all types.',
        }),
      },
      resolve: async ({ slug }, { kinds }, { content }) => {
        const listed = await content.careerCredentials.load(slug);
        return kinds ? listed.filter(({ credential }) => kinds.includes(credential.kind)) : listed;
      },
    }),
    licensing: t.field({
      type: [Licensing],
      description: 'Whether a license is required, by type of facility.',
      resolve: section(({ licensing }) => licensing),
    }),
    personalSkills: t.field({
      type: [GuideItem],
      description: 'The personal skills that help someone succeed in the career.',
      resolve: section(({ personalSkills }) => personalSkills),
    }),
    payByExperience: t.field({
      type: [PayByExperience],
      description: 'What published pages state about pay by experience.',
      resolve: section(({ payByExperience }) => payByExperience),
    }),
    payByPlace: t.field({
      type: [PayByPlace],
      description: 'What published pages state about pay in specific places.',
      resolve: section(({ payByPlace }) => payByPlace),
    }),
    networking: t.field({
      type: [GuideItem],
      description: 'Ways to meet people in the field.',
      resolve: section(({ networking }) => networking),
    }),
    organizations: t.field({
      type: [Organization],
      description: 'Associations, credential issuers, and agencies in the field.',
      resolve: ({ organizations }, _, { catalog }) =>
        organizations.map((organizationSlug) => catalog.organizationOf({ organizationSlug })),
    }),
    resources: t.field({
      type: [Resource],
      description: 'Resources for further reading.',
      resolve: section(({ resources }) => resources),
    }),
    faqs: t.field({ type: [Faq], description: 'Frequently asked questions.', resolve: section(({ faqs }) => faqs) }),
    related: t.field({
      type: [Career],
      complexity: { field: 1, multiplier: 35 },
      description:
        'Related careers, in the order of the guide; otherwise those that O*NET relates to the primary occupation. `origins` names the source.',
      resolve: async (career, _, context) => [...((await relatedOf(context, career))?.content ?? [])],
    }),
  }),
});
