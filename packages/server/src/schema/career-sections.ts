import { builder } from '../builder.js';
import type { CareerDocument } from '../content/loaders.js';
import { Claim, claimsById } from './claim.js';
import { Duration, type DurationShape, Organization } from './credential.js';
import { ExperienceStage, LicenceNeed, Need, RatingAspect } from './enums.js';

/** One item of a section of a guide. */
type Item<K extends keyof CareerDocument> =
  NonNullable<CareerDocument[K]> extends readonly (infer T)[] ? T : NonNullable<CareerDocument[K]>;

const CLAIMS = 'What published pages state about this.';
const PROSE = 'Markdown, in our own words.';

export const GuideItem = builder.objectRef<Item<'duties'>>('GuideItem').implement({
  description: 'A titled paragraph of a guide.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'A few words.' }),
    text: t.exposeString('text', { description: PROSE }),
    claims: t.field({
      type: [Claim],
      description: CLAIMS,
      resolve: ({ claims }, _, context) => claimsById(context, claims),
    }),
  }),
});

export const Step = builder.objectRef<Item<'steps'> & { readonly number: number }>('Step').implement({
  description: 'One step on the way into a career.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Its place, from 1.' }),
    title: t.exposeString('title', { description: 'A few words.' }),
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
    description: 'A level of education and how much it is asked for.',
    fields: (t) => ({
      level: t.exposeString('level', { description: 'The degree, diploma or course.' }),
      need: t.expose('need', { type: Need, description: 'How much it is asked for.' }),
      text: t.exposeString('text', { description: PROSE }),
      claims: t.field({
        type: [Claim],
        description: CLAIMS,
        resolve: ({ claims }, _, context) => claimsById(context, claims),
      }),
    }),
  });

const EducationDuration = builder.objectRef<Item<'education'>['durations'][number]>('EducationDuration').implement({
  description: 'How long a kind of education takes.',
  fields: (t) => ({
    what: t.exposeString('what', { description: 'Which education.' }),
    duration: t.field({
      type: Duration,
      description: 'How long it takes.',
      resolve: ({ duration }): DurationShape => duration,
    }),
  }),
});

export const Education = builder.objectRef<Item<'education'>>('Education').implement({
  description: 'What schooling a career asks for.',
  fields: (t) => ({
    overview: t.exposeString('overview', { description: PROSE }),
    requirements: t.field({
      type: [EducationRequirement],
      description: 'Each level that is asked for, accepted or preferred.',
      resolve: (education) => education.requirements,
    }),
    durations: t.field({
      type: [EducationDuration],
      description: 'How long each kind of education takes.',
      resolve: (education) => education.durations,
    }),
  }),
});

export const CurriculumArea = builder.objectRef<Item<'curriculum'>>('CurriculumArea').implement({
  description: 'An area that a typical course covers.',
  fields: (t) => ({
    area: t.exposeString('area', { description: 'Name of the area.' }),
    topics: t.exposeStringList('topics', { description: 'What is taught in it.' }),
  }),
});

export const Licensing = builder.objectRef<Item<'licensing'>>('Licensing').implement({
  description: 'Whether a licence is needed, by kind of facility.',
  fields: (t) => ({
    facility: t.exposeString('facility', { description: 'Kind of facility.' }),
    required: t.expose('required', { type: LicenceNeed, description: 'Whether a licence is needed there.' }),
    text: t.exposeString('text', { description: PROSE }),
    claims: t.field({
      type: [Claim],
      description: CLAIMS,
      resolve: ({ claims }, _, context) => claimsById(context, claims),
    }),
  }),
});

export const Rating = builder.objectRef<Item<'ratings'>>('Rating').implement({
  description: 'A rating as published, with its grounds.',
  fields: (t) => ({
    aspect: t.expose('aspect', { type: RatingAspect, description: 'What is rated.' }),
    rating: t.exposeString('rating', { description: 'As published: HIGH, MEDIUM, LOW, or a duration.' }),
    grounds: t.exposeString('grounds', { description: PROSE }),
    claims: t.field({
      type: [Claim],
      description: CLAIMS,
      resolve: ({ claims }, _, context) => claimsById(context, claims),
    }),
  }),
});

export const Faq = builder.objectRef<Item<'faqs'>>('Faq').implement({
  description: 'A frequent question with its answer.',
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
  description: 'Where to read on.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'What it is.' }),
    url: t.string({ nullable: true, description: 'Where it is.', resolve: ({ url }) => url ?? null }),
    organization: t.field({
      type: Organization,
      nullable: true,
      description: 'Whose it is.',
      resolve: ({ organization }, _, { catalog }) =>
        organization === undefined ? null : catalog.organizationOf({ organizationSlug: organization }),
    }),
    text: t.exposeString('text', { description: PROSE }),
  }),
});

export const PayByExperience = builder.objectRef<Item<'payByExperience'>>('PayByExperience').implement({
  description: 'What pages state about pay at a stage of a working life. No official statistic is by experience.',
  fields: (t) => ({
    stage: t.expose('stage', { type: ExperienceStage, description: 'Which stage.' }),
    experience: t.exposeString('experience', { description: 'How much experience that is.' }),
    text: t.exposeString('text', { description: PROSE }),
    claims: t.field({
      type: [Claim],
      description: 'The figures, as claims of pages.',
      resolve: ({ claims }, _, context) => claimsById(context, claims),
    }),
  }),
});

export const PayByPlace = builder.objectRef<Item<'payByPlace'>>('PayByPlace').implement({
  description: 'What pages state about pay in places that no loaded statistic covers.',
  fields: (t) => ({
    places: t.exposeStringList('places', { description: 'Which places.' }),
    text: t.exposeString('text', { description: PROSE }),
    claims: t.field({
      type: [Claim],
      description: 'The figures, as claims of pages.',
      resolve: ({ claims }, _, context) => claimsById(context, claims),
    }),
  }),
});
