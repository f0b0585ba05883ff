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
    role: t.expose('role', { type: OccupationRole, description: 'How the occupation relates to the career.' }),
    reason: t.exposeString('reason', { description: 'Why this occupation was chosen.' }),
  }),
});

const CareerHighlights = builder.objectRef<CareerEntry>('CareerHighlights').implement({
  description:
    'Key facts for the top of a career page: average pay, length of training, and outlook. Figures are national and describe the primary occupation.',
  fields: (t) => ({
    averageSalary: t.field({
      type: Salary,
      nullable: true,
      description: 'The national wage estimate. Its `mean` is the average salary. Null if no loaded release has one.',
      resolve: (career, _, context) => figureOf(context, career, resolveSalary),
    }),
    educationDuration: t.field({
      type: Duration,
      nullable: true,
      description: 'How long the training takes, not counting any degree. Null if the guide does not say.',
      resolve: async ({ slug }, _, { content }) => (await content.careerDocuments.load(slug)).educationDuration ?? null,
    }),
    outlook: t.field({
      type: Growth,
      nullable: true,
      description:
        'The national employment projection. Its `outlook` has the label. Null if no loaded release has one.',
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

/** Null if the code is not one of the career's occupations. */
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
    'A career as people search for it, such as "medical office manager". It combines a guide with the official figures of its occupations.',
  id: { resolve: (career) => career.slug, description: 'The global ID.' },
  loadOne: (slug, { catalog }) => catalog.career(slug),
  fields: (t) => {
    const section =
      <T>(read: (document: Awaited<ReturnType<Context['content']['careerDocuments']['load']>>) => T) =>
      async ({ slug }: CareerEntry, _: unknown, { content }: Context) =>
        read(await content.careerDocuments.load(slug));
    return {
      slug: t.exposeString('slug', { description: 'The URL slug. Example: `medical-office-manager`.' }),
      title: t.exposeString('title', { description: 'The title of the career.' }),
      alsoCalled: t.stringList({
        description: 'Other titles for the career.',
        resolve: ({ alsoCalled }) => [...alsoCalled],
      }),
      summary: t.exposeString('summary', { description: 'A one-sentence summary.' }),
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
          'A description of the work, in Markdown, written by CareerGraph. Null if the guide has only a summary.',
        resolve: section(({ description }) => description ?? null),
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
        resolve: ({ slug }, _, { content }) => content.careerCredentials.load(slug),
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
      ratings: t.field({
        type: [Rating],
        description: 'Ratings from published pages, with the reasons given.',
        resolve: section(({ ratings }) => ratings),
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
        description: 'Related careers, in the order of the guide.',
        resolve: ({ related }, _, { catalog }) => related.map((careerSlug) => catalog.careerOf({ careerSlug })),
      }),
      salary: t.field({
        type: Salary,
        nullable: true,
        description:
          "Pay in one area. Null if no loaded release has a figure or the occupation is not one of the career's.",
        args: { ...occupationArgument, ...figureArguments },
        resolve: (career, args, context) => figureOf(context, career, resolveSalary, args),
      }),
      salaries: t.field({
        type: SalaryConnection,
        complexity: pageCost,
        description:
          "Pay in every area of one type, from a single release. Empty if no loaded release has figures or the occupation is not one of the career's.",
        args: {
          kind: t.arg({ type: AreaKind, required: true, description: 'The type of areas to list.' }),
          ...occupationArgument,
          orderBy: t.arg({ type: SalaryOrder, description: 'How to sort the list. Defaults to area code, ascending.' }),
          asOf: t.arg.string({
            description: 'The key of a release, such as `2024-05`. Defaults to the active release.',
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
          "Pay in each loaded official release. Null if no release has a figure or the occupation is not one of the career's.",
        args: { ...occupationArgument, in: figureArguments.in, exact: figureArguments.exact },
        resolve: (career, args, context) => figureOf(context, career, resolveSalaryHistory, args),
      }),
      growth: t.field({
        type: Growth,
        nullable: true,
        description:
          "The employment projection. Null if no loaded release has one or the occupation is not one of the career's.",
        args: { ...occupationArgument, ...figureArguments },
        resolve: (career, args, context) => figureOf(context, career, resolveGrowth, args),
      }),
      claims: t.field({
        type: ClaimConnection,
        complexity: pageCost,
        description: 'What published pages state about the career, whether right or wrong, in page order.',
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
        description: 'Contradictions and doubtful statements in what has been published about the career.',
        resolve: async (career, _, context) => [...(await findingsOf(context, career))],
      }),
    };
  },
});
