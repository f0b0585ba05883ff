import { builder } from '../builder.js';
import type { CareerEntry, OccupationEntry } from '../catalog/entries.js';
import { findingsOf } from '../content/findings.js';
import type { ClaimRow } from '../content/loaders.js';
import type { Context } from '../context.js';
import { resolveGrowth } from '../figures/growth.js';
import { resolveSalaryHistory } from '../figures/history.js';
import { resolveSalaries } from '../figures/salaries.js';
import { resolveSalary } from '../figures/salary.js';
import { listName, pageOfRows } from '../paging/connection.js';
import {
  CurriculumArea,
  Education,
  Faq,
  GuideItem,
  Licensing,
  PayByExperience,
  PayByPlace,
  Rating,
  Resource,
  Step,
} from './career-sections.js';
import { ClaimConnection, Finding } from './claim.js';
import { pageArguments, pageCost } from './connection.js';
import { CareerCredential, Duration, Organization } from './credential.js';
import { AreaKind, CareerField, EducationLevel, OccupationRole } from './enums.js';
import { areaOf, figureArguments, occupationArgument, occupationOf, releaseKeyOf } from './figure-arguments.js';
import { Growth } from './growth.js';
import { Career, Occupation } from './refs.js';
import { Salary, SalaryConnection, SalaryOrder } from './salary.js';
import { SalaryHistory } from './salary-history.js';

const CareerOccupation = builder.prismaObject('CareerOccupation', {
  description: 'An occupation whose statistics a career uses, and why.',
  fields: (t) => ({
    occupation: t.field({
      type: Occupation,
      description: 'The occupation.',
      resolve: (mapping, _, { catalog }) => catalog.occupationOf(mapping),
    }),
    role: t.expose('role', { type: OccupationRole, description: 'Whether its figures are those of the career.' }),
    reason: t.exposeString('reason', { description: 'Why this code.' }),
  }),
});

const CareerHighlights = builder.objectRef<CareerEntry>('CareerHighlights').implement({
  description:
    "What a page's header shows: average pay, duration of the education, outlook. All of the primary occupation in the nation.",
  fields: (t) => ({
    averageSalary: t.field({
      type: Salary,
      nullable: true,
      description: 'The national wage estimate; the average is its mean.',
      resolve: (career, _, context) => figureOf(context, career, resolveSalary),
    }),
    educationDuration: t.field({
      type: Duration,
      nullable: true,
      description: 'How long the training takes besides any degree.',
      resolve: async ({ slug }, _, { content }) => (await content.careerDocuments.load(slug)).educationDuration ?? null,
    }),
    outlook: t.field({
      type: Growth,
      nullable: true,
      description: 'The national projection; its outlook has the label.',
      resolve: (career, _, context) => figureOf(context, career, resolveGrowth),
    }),
  }),
});

type Resolver<T> = (context: Context, asked: Parameters<typeof resolveSalary>[1]) => Promise<T | null>;

interface FigureArguments {
  readonly in?: Parameters<typeof areaOf>[1];
  readonly occupation?: string | null | undefined;
  readonly asOf?: string | null | undefined;
  readonly exact?: boolean;
}

/** Null where the code is not one of the career's occupations. */
function careerOccupation(
  context: Context,
  career: CareerEntry,
  code: string | null | undefined,
): OccupationEntry | null {
  const found = code == null ? context.catalog.occupation(career.primary) : occupationOf(context, code, 'occupation');
  return career.occupations.some(({ occupationCode }) => occupationCode === found?.code) ? found : null;
}

async function figureOf<T>(
  context: Context,
  career: CareerEntry,
  resolve: Resolver<T>,
  args: FigureArguments = {},
): Promise<T | null> {
  const asOf = releaseKeyOf(args.asOf);
  const occupation = careerOccupation(context, career, args.occupation);
  const area = await areaOf(context, args.in);
  return occupation && area && resolve(context, { occupation, area, asOf, exact: args.exact ?? false });
}

builder.node(Career, {
  description:
    'What people search for, e.g. "medical office manager": a guide, and the official figures of its occupations.',
  id: { resolve: (career) => career.slug, description: 'Global id.' },
  loadOne: (slug, { catalog }) => catalog.career(slug),
  fields: (t) => {
    const section =
      <T>(read: (document: Awaited<ReturnType<Context['content']['careerDocuments']['load']>>) => T) =>
      async ({ slug }: CareerEntry, _: unknown, { content }: Context) =>
        read(await content.careerDocuments.load(slug));
    return {
      slug: t.exposeString('slug', { description: 'Its name in addresses.' }),
      title: t.exposeString('title', { description: 'Its title.' }),
      alsoCalled: t.stringList({ description: 'Other titles.', resolve: ({ alsoCalled }) => [...alsoCalled] }),
      summary: t.exposeString('summary', { description: 'What it is, in a sentence.' }),
      field: t.expose('field', { type: CareerField, description: 'Field of work.' }),
      typicalEducation: t.expose('typicalEducation', {
        type: EducationLevel,
        description: 'What most employers expect at entry.',
      }),
      highlights: t.field({
        type: CareerHighlights,
        description: "What a page's header shows.",
        resolve: (career) => career,
      }),
      occupations: t.field({
        type: [CareerOccupation],
        description: 'Its occupations, the primary one first.',
        resolve: ({ occupations }) => [...occupations],
      }),
      description: t.string({
        nullable: true,
        description: 'What the work is. Markdown, in our own words; null where the guide has only a summary.',
        resolve: section(({ description }) => description ?? null),
      }),
      duties: t.field({ type: [GuideItem], description: 'What is done.', resolve: section(({ duties }) => duties) }),
      steps: t.field({
        type: [Step],
        description: 'The way into the career.',
        resolve: section(({ steps }) => steps.map((step, index) => ({ ...step, number: index + 1 }))),
      }),
      education: t.field({
        type: Education,
        nullable: true,
        description: 'What schooling it asks for.',
        resolve: section(({ education }) => education ?? null),
      }),
      curriculum: t.field({
        type: [CurriculumArea],
        description: 'What a typical course covers.',
        resolve: section(({ curriculum }) => curriculum),
      }),
      credentials: t.field({
        type: [CareerCredential],
        description: 'Credentials it asks for or values, in the order of the guide.',
        resolve: ({ slug }, _, { content }) => content.careerCredentials.load(slug),
      }),
      licensing: t.field({
        type: [Licensing],
        description: 'Whether a licence is needed, by kind of facility.',
        resolve: section(({ licensing }) => licensing),
      }),
      personalSkills: t.field({
        type: [GuideItem],
        description: 'What kind of person does well.',
        resolve: section(({ personalSkills }) => personalSkills),
      }),
      ratings: t.field({
        type: [Rating],
        description: 'Ratings as published, with their grounds.',
        resolve: section(({ ratings }) => ratings),
      }),
      payByExperience: t.field({
        type: [PayByExperience],
        description: 'What pages state about pay by experience.',
        resolve: section(({ payByExperience }) => payByExperience),
      }),
      payByPlace: t.field({
        type: [PayByPlace],
        description: 'What pages state about pay in some places.',
        resolve: section(({ payByPlace }) => payByPlace),
      }),
      networking: t.field({
        type: [GuideItem],
        description: 'How to meet people in the field.',
        resolve: section(({ networking }) => networking),
      }),
      organizations: t.field({
        type: [Organization],
        description: 'Associations, issuers and agencies of the field.',
        resolve: ({ organizations }, _, { catalog }) =>
          organizations.map((organizationSlug) => catalog.organizationOf({ organizationSlug })),
      }),
      resources: t.field({
        type: [Resource],
        description: 'Where to read on.',
        resolve: section(({ resources }) => resources),
      }),
      faqs: t.field({ type: [Faq], description: 'Frequent questions.', resolve: section(({ faqs }) => faqs) }),
      related: t.field({
        type: [Career],
        complexity: { field: 1, multiplier: 35 },
        description: 'Related careers, in the order of the guide.',
        resolve: ({ related }, _, { catalog }) => related.map((careerSlug) => catalog.careerOf({ careerSlug })),
      }),
      salary: t.field({
        type: Salary,
        nullable: true,
        description:
          'What it pays in one area; null where no loaded release says so, or the occupation is not one of the career.',
        args: { ...occupationArgument, ...figureArguments },
        resolve: (career, args, context) => figureOf(context, career, resolveSalary, args),
      }),
      salaries: t.field({
        type: SalaryConnection,
        complexity: pageCost,
        description:
          'What it pays in all areas of a kind, of one release; empty where no loaded release says so, or the occupation is not one of the career.',
        args: {
          kind: t.arg({ type: AreaKind, required: true, description: 'Which areas.' }),
          ...occupationArgument,
          orderBy: t.arg({ type: SalaryOrder, description: 'By area code where it is not given.' }),
          asOf: t.arg.string({
            description: 'Key of a release, e.g. `2024-05`; the active release where it is not given.',
          }),
          ...pageArguments,
        },
        resolve: (career, { kind, occupation: code, orderBy, asOf, ...page }, context) => {
          const releaseKey = releaseKeyOf(asOf);
          const occupation = careerOccupation(context, career, code);
          const order = orderBy ?? { field: 'AREA' as const, direction: 'ASC' as const };
          return resolveSalaries(context, { occupation, kind, orderBy: order, asOf: releaseKey }, page);
        },
      }),
      salaryHistory: t.field({
        type: SalaryHistory,
        nullable: true,
        description:
          'What it paid in each official release that is loaded; null where none has it, or the occupation is not one of the career.',
        args: { ...occupationArgument, in: figureArguments.in, exact: figureArguments.exact },
        resolve: (career, args, context) => figureOf(context, career, resolveSalaryHistory, args),
      }),
      growth: t.field({
        type: Growth,
        nullable: true,
        description:
          'Where employment is heading; null where no loaded release says so, or the occupation is not one of the career.',
        args: { ...occupationArgument, ...figureArguments },
        resolve: (career, args, context) => figureOf(context, career, resolveGrowth, args),
      }),
      claims: t.field({
        type: ClaimConnection,
        complexity: pageCost,
        description: 'What published pages state about the career, right or wrong, in the order of the pages.',
        args: pageArguments,
        resolve: ({ slug }, page, { prisma, catalog }) => {
          const where = { releaseId: catalog.guidesReleaseId, document: { careerSlug: slug } };
          const order = [
            { field: 'documentSlug', direction: 'asc' },
            { field: 'position', direction: 'asc', integer: true },
          ] as const;
          return pageOfRows(page, listName('claims', slug), order, {
            fetch: async (keyset, orderBy, take) =>
              (await prisma.claim.findMany({ where: { AND: [where, keyset] }, orderBy, take })) as ClaimRow[],
            count: () => prisma.claim.count({ where }),
          });
        },
      }),
      findings: t.field({
        type: [Finding],
        description: 'Contradictions and doubts in what was published about the career.',
        resolve: async (career, _, context) => [...(await findingsOf(context, career))],
      }),
    };
  },
});
