import { builder } from '../builder.js';
import type { CareerOccupationEntry } from '../catalog/entries.js';
import { contentOf } from '../content/sections/read.js';
import { andThen } from '../maybe-promise.js';
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
import { list, section, sectionList } from './section.js';

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
    summaryAttribution: t.string({
      nullable: true,
      description: 'The attribution to display with the summary, if its license requires one.',
      resolve: ({ summaryPlace }, _, { catalog }) => catalog.sourceOf(catalog.releaseOf(summaryPlace)).attribution,
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
        "A description of the work, in Markdown: the guide's; otherwise the introduction of the Handbook's profile, or the definition of the primary occupation. `origins` names the source. Null if no loaded source has one.",
      resolve: section('DESCRIPTION'),
    }),
    duties: t.field({
      type: [GuideItem],
      complexity: { field: 1, multiplier: 20 },
      description:
        "The typical duties: the guide's; otherwise the duties in the Handbook's profile, or the tasks of the primary occupation in O*NET, core tasks first. A duty of the Handbook or a task of O*NET is a `title` without `text`.",
      resolve: sectionList('DUTIES'),
    }),
    steps: t.field({
      type: [Step],
      description: 'The steps toward entering the career, in order.',
      resolve: (career, _, context) =>
        andThen(list(context, career, 'STEPS'), (steps) =>
          steps.map((step, index) => ({ ...step, number: index + 1 })),
        ),
    }),
    education: t.field({
      type: Education,
      nullable: true,
      description:
        "The education that the career requires: the guide's; otherwise the Handbook's text on education; otherwise what O*NET says about education in the job zone of the primary occupation. Null if no loaded source describes it.",
      resolve: (career, _, context) =>
        andThen(contentOf(context, career, 'EDUCATION'), (education) => education && { ...education, career }),
    }),
    curriculum: t.field({
      type: [CurriculumArea],
      description: 'The subject areas of a typical program.',
      resolve: sectionList('CURRICULUM'),
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
      resolve: (career, { kinds }, context) =>
        andThen(list(context, career, 'CREDENTIALS'), (listed) =>
          listed.filter(({ credential }) => kinds?.includes(credential.kind) ?? true),
        ),
    }),
    licensing: t.field({
      type: [Licensing],
      description: 'Whether a license is required, by type of facility.',
      resolve: sectionList('LICENSING'),
    }),
    personalSkills: t.field({
      type: [GuideItem],
      description:
        "The personal skills that help someone succeed in the career: the guide's; otherwise the important qualities in the Handbook's profile.",
      resolve: sectionList('SKILLS'),
    }),
    payByExperience: t.field({
      type: [PayByExperience],
      description: 'What published pages state about pay by experience.',
      resolve: sectionList('PAY_BY_EXPERIENCE'),
    }),
    payByPlace: t.field({
      type: [PayByPlace],
      description: 'What published pages state about pay in specific places.',
      resolve: sectionList('PAY_BY_PLACE'),
    }),
    networking: t.field({
      type: [GuideItem],
      description: 'Ways to meet people in the field.',
      resolve: sectionList('NETWORKING'),
    }),
    organizations: t.field({
      type: [Organization],
      description: 'Associations, credential issuers, and agencies in the field.',
      resolve: sectionList('ORGANIZATIONS'),
    }),
    resources: t.field({
      type: [Resource],
      description: 'Resources for further reading, from the guide. The links of the Handbook are in `contacts`.',
      resolve: sectionList('RESOURCES'),
    }),
    faqs: t.field({ type: [Faq], description: 'Frequently asked questions.', resolve: sectionList('FAQS') }),
    related: t.field({
      type: [Career],
      complexity: { field: 1, multiplier: 35 },
      description:
        "Related careers: the guide's; otherwise those that the Handbook's profile calls similar, or those that O*NET relates to the primary occupation.",
      resolve: sectionList('RELATED'),
    }),
  }),
});
