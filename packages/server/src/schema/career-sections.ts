import { builder } from '../builder.js';
import type { CareerEntry } from '../catalog/entries.js';
import type { CareerDocument } from '../content/loaders.js';
import { Claim, claimsById } from './claim.js';
import { Duration, type DurationShape, Organization } from './credential.js';
import { ExperienceStage, LicenceNeed, Need } from './enums.js';
import { CategoryShare } from './onet/rating.js';
import { list } from './section.js';

/** An item in a section of a guide. */
type Item<K extends keyof CareerDocument> =
  NonNullable<CareerDocument[K]> extends readonly (infer T)[] ? T : NonNullable<CareerDocument[K]>;

const CLAIMS = 'What published pages state about this topic.';
const PROSE = 'Markdown text, written by CareerGraph.';

export const GuideItem = builder
  .objectRef<Omit<Item<'duties'>, 'text'> & { readonly text: string | null }>('GuideItem')
  .implement({
    description: 'A titled paragraph, or a statement without one.',
    fields: (t) => ({
      title: t.exposeString('title', {
        description: 'A short title. For a duty of the Handbook or a task of O*NET, the statement as published.',
      }),
      text: t.exposeString('text', {
        nullable: true,
        description:
          'Markdown text. Null for a duty of the Handbook or a task of O*NET, which is a title alone. `origins` names the source.',
      }),
      claims: t.field({
        type: [Claim],
        description: CLAIMS,
        resolve: ({ claims }, _, context) => claimsById(context, claims),
      }),
    }),
  });

export const Step = builder.objectRef<Item<'steps'> & { readonly number: number }>('Step').implement({
  description: 'A step toward entering a career.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'The position of the step, starting at 1.' }),
    title: t.exposeString('title', { description: 'A short title.' }),
    text: t.exposeString('text', { description: PROSE }),
    claims: t.field({
      type: [Claim],
      description: CLAIMS,
      resolve: ({ claims }, _, context) => claimsById(context, claims),
    }),
  }),
});

const EducationRequirement = builder
  .objectRef<Item<'education'>['requirements'][number]>('EducationRequirement')
  .implement({
    description: 'A level of education and how strongly it is required.',
    fields: (t) => ({
      level: t.exposeString('level', {
        description: 'The degree, diploma, or course. Example: "Bachelor\'s degree in healthcare administration".',
      }),
      need: t.expose('need', { type: Need, description: 'How strongly it is required.' }),
      text: t.exposeString('text', { description: PROSE }),
      claims: t.field({
        type: [Claim],
        description: CLAIMS,
        resolve: ({ claims }, _, context) => claimsById(context, claims),
      }),
    }),
  });

const EducationDuration = builder.objectRef<Item<'education'>['durations'][number]>('EducationDuration').implement({
  description: 'How long a type of education takes.',
  fields: (t) => ({
    what: t.exposeString('what', { description: 'The type of education.' }),
    duration: t.field({
      type: Duration,
      description: 'How long it takes.',
      resolve: ({ duration }): DurationShape => duration,
    }),
  }),
});

export const Education = builder
  .objectRef<Item<'education'> & { readonly career: CareerEntry }>('Education')
  .implement({
    description: 'The education that a career requires.',
    fields: (t) => ({
      overview: t.exposeString('overview', { description: 'Markdown text. `origins` names the source.' }),
      requirements: t.field({
        type: [EducationRequirement],
        description:
          'The levels of education that are required, accepted, or preferred. Empty unless a guide lists them.',
        resolve: (education) => education.requirements,
      }),
      durations: t.field({
        type: [EducationDuration],
        description: 'How long each type of education takes. Empty unless a guide lists them.',
        resolve: (education) => education.durations,
      }),
      shares: t.field({
        type: [CategoryShare],
        complexity: { field: 1, multiplier: 12 },
        description:
          'The share of survey responses for each level of education that the primary occupation requires, lowest level first. From O*NET. Empty if O*NET has none; `absentSections` explains why.',
        resolve: ({ career }, _, context) => list(context, career, 'EDUCATION_SHARES'),
      }),
    }),
  });

export const CurriculumArea = builder.objectRef<Item<'curriculum'>>('CurriculumArea').implement({
  description: 'A subject area in a typical program.',
  fields: (t) => ({
    area: t.exposeString('area', { description: 'The name of the subject area.' }),
    topics: t.exposeStringList('topics', { description: 'The topics taught in this subject area.' }),
  }),
});

export const Licensing = builder.objectRef<Item<'licensing'>>('Licensing').implement({
  description: 'Whether a license is required at a type of facility.',
  fields: (t) => ({
    facility: t.exposeString('facility', { description: 'The type of facility. Example: "Nursing homes".' }),
    required: t.expose('required', {
      type: LicenceNeed,
      description: 'Whether a license is required at this type of facility.',
    }),
    text: t.exposeString('text', { description: PROSE }),
    claims: t.field({
      type: [Claim],
      description: CLAIMS,
      resolve: ({ claims }, _, context) => claimsById(context, claims),
    }),
  }),
});

export const Faq = builder.objectRef<Item<'faqs'>>('Faq').implement({
  description: 'A frequently asked question and its answer.',
  fields: (t) => ({
    question: t.exposeString('question', { description: 'The question.' }),
    answer: t.exposeString('answer', { description: PROSE }),
    claims: t.field({
      type: [Claim],
      description: CLAIMS,
      resolve: ({ claims }, _, context) => claimsById(context, claims),
    }),
  }),
});

export const Resource = builder.objectRef<Item<'resources'>>('Resource').implement({
  description: 'A resource for further reading.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'The title of the resource.' }),
    url: t.string({
      nullable: true,
      description: 'The URL of the resource. Null if none is known.',
      resolve: ({ url }) => url ?? null,
    }),
    organization: t.field({
      type: Organization,
      nullable: true,
      description: 'The organization that provides the resource. Null if the source names none.',
      resolve: ({ organization }, _, { catalog }) =>
        organization === undefined ? null : catalog.organizationOf({ organizationSlug: organization }),
    }),
    text: t.exposeString('text', {
      description: 'Markdown text about the resource. Empty if the source says nothing about it.',
    }),
  }),
});

export const PayByExperience = builder.objectRef<Item<'payByExperience'>>('PayByExperience').implement({
  description:
    'What published pages state about pay at a career stage. No official statistic reports pay by experience.',
  fields: (t) => ({
    stage: t.expose('stage', { type: ExperienceStage, description: 'The career stage.' }),
    experience: t.exposeString('experience', {
      description: 'The amount of experience. Example: "more than five to eight years".',
    }),
    text: t.exposeString('text', { description: PROSE }),
    claims: t.field({
      type: [Claim],
      description: 'The stated figures.',
      resolve: ({ claims }, _, context) => claimsById(context, claims),
    }),
  }),
});

export const PayByPlace = builder.objectRef<Item<'payByPlace'>>('PayByPlace').implement({
  description: 'What published pages state about pay in places that no loaded statistic covers.',
  fields: (t) => ({
    places: t.exposeStringList('places', { description: 'The names of the places.' }),
    text: t.exposeString('text', { description: PROSE }),
    claims: t.field({
      type: [Claim],
      description: 'The stated figures.',
      resolve: ({ claims }, _, context) => claimsById(context, claims),
    }),
  }),
});
