import type { Handbook } from '@careergraph/domain';
import { builder } from '../builder.js';
import type {
  CareerContact as CareerContactShape,
  Employer as EmployerShape,
  IndustryPay as IndustryPayShape,
  QuickFacts as QuickFactsShape,
  WorkEnvironment as WorkEnvironmentShape,
} from '../content/sections/handbook.js';
import { GuideItem } from './career-sections.js';
import { ClaimStatistic, PayPeriod } from './enums.js';
import { Career, Occupation } from './refs.js';
import { section, sectionList } from './section.js';

/** Sections that only the Occupational Outlook Handbook has. */

const Employer = builder.objectRef<EmployerShape>('Employer').implement({
  description: 'An industry and its share of the jobs.',
  fields: (t) => ({
    workers: t.exposeString('subject', {
      description: 'The workers who hold the jobs, as the Handbook names them. Example: "registered nurses".',
    }),
    industry: t.exposeString('industry', { description: 'The industry, or `Self-employed workers`.' }),
    percent: t.float({
      nullable: true,
      description: 'The share of the jobs, as a percentage. Null if the Handbook prints words instead of a number.',
      resolve: ({ percent }) => percent.value,
    }),
    display: t.string({
      description: 'The share as readable text. Example: `59%`.',
      resolve: ({ percent }) => withSign(percent, (printed) => `${printed}%`),
    }),
  }),
});

const WorkEnvironment = builder.objectRef<WorkEnvironmentShape>('WorkEnvironment').implement({
  description: 'The workplace, the employers, and the hours. From the Handbook.',
  fields: (t) => ({
    text: t.exposeString('text', {
      nullable: true,
      description: 'Markdown text. `employers` has the largest employers. Null if the profile has none.',
    }),
    employers: t.field({
      type: [Employer],
      complexity: { field: 1, multiplier: 10 },
      description: 'The largest employers, as the Handbook lists them.',
      resolve: ({ employers }) => [...employers],
    }),
    schedules: t.exposeString('schedules', {
      nullable: true,
      description: 'Markdown text about working hours. Null if the profile has none.',
    }),
    injuries: t.exposeString('injuries', {
      nullable: true,
      description: 'Markdown text about injuries and illnesses. Null if the profile has none.',
    }),
  }),
});

const QuickFacts = builder.objectRef<QuickFactsShape>('QuickFacts').implement({
  description:
    'Key facts as the Handbook prints them, for the years that it names, with percentages rounded. `salary` and `growth` have the official figures, which may be newer, with their provenance.',
  fields: (t) => {
    const printed = (name: 'jobs' | 'outlookPercent' | 'employmentChange', description: string) =>
      t.string({ description, resolve: (facts) => facts[name].printed });
    const pay = (name: 'medianPayUsdPerYear' | 'medianPayUsdPerHour', description: string) =>
      t.string({ nullable: true, description, resolve: (facts) => facts[name]?.printed ?? null });
    const words = (name: 'entryLevelEducation' | 'workExperience' | 'onTheJobTraining', description: string) =>
      t.string({
        description: `${description} \`Varies\` where the Handbook refers to its text instead.`,
        resolve: (facts) => (facts[name].printed === 'See How to Become One' ? 'Varies' : facts[name].printed),
      });
    const year = (name: keyof Handbook.Edition, description: string) =>
      t.int({
        nullable: true,
        description: `${description} Null if the profile does not say.`,
        resolve: ({ edition }) => edition?.[name] ?? null,
      });
    return {
      occupations: t.field({
        type: [Occupation],
        description: 'The occupations that the facts are for, together if there are several.',
        resolve: ({ occupationCodes }, _, { catalog }) =>
          occupationCodes.flatMap((code) => catalog.occupation(code) ?? []),
      }),
      payYear: year('payYear', 'The year of the median wages. Example: 2024, for May 2024.'),
      baseYear: year('baseYear', 'The year of the number of jobs. Example: 2024.'),
      projectedYear: year('projectedYear', 'The year that the change is projected to. Example: 2034.'),
      entryLevelEducation: words(
        'entryLevelEducation',
        'The typical education at entry. Example: "Bachelor\'s degree".',
      ),
      workExperience: words('workExperience', 'The work experience in a related occupation. Example: "None".'),
      onTheJobTraining: words('onTheJobTraining', 'The on-the-job training. Example: "Apprenticeship".'),
      medianPayPerYear: pay(
        'medianPayUsdPerYear',
        'The median annual wage. Example: "$93,600 per year". Null if it is not stated.',
      ),
      medianPayPerHour: pay(
        'medianPayUsdPerHour',
        'The median hourly wage. Example: "$45.00 per hour". Null if it is not stated.',
      ),
      jobs: printed('jobs', 'The number of jobs in the base year of the projections. Example: "3,391,000".'),
      outlookPercent: printed('outlookPercent', 'The projected change over ten years. Example: "5%".'),
      outlook: t.exposeString('outlook', {
        nullable: true,
        description: 'The projected change in words. Example: "Faster than average". Null if it is not stated.',
      }),
      employmentChange: printed(
        'employmentChange',
        'The projected change in the number of jobs over ten years. Example: "166,100".',
      ),
    };
  },
});

const PayByIndustry = builder.objectRef<IndustryPayShape>('PayByIndustry').implement({
  description: 'What workers earn in an industry, as the Handbook states it.',
  fields: (t) => ({
    workers: t.exposeString('subject', {
      description: 'The workers who earn this pay, as the Handbook names them. Example: "registered nurses".',
    }),
    industry: t.exposeString('name', { description: 'The industry.' }),
    statistic: t.expose('statistic', { type: ClaimStatistic, description: 'The statistic, such as the median (P50).' }),
    amount: t.float({
      nullable: true,
      description: 'The wage in US dollars, before taxes. Null if the Handbook prints words instead of a number.',
      resolve: ({ value }) => value,
    }),
    per: t.field({
      type: PayPeriod,
      description: 'The pay period of the amount: YEAR or HOUR.',
      resolve: ({ unit }) => (unit === 'USD_PER_YEAR' ? 'YEAR' : 'HOUR'),
    }),
    display: t.string({
      description: 'The amount as readable text. Example: `$106,480`.',
      resolve: (figure) => withSign(figure, (printed) => `$${printed}`),
    }),
    period: t.exposeString('period', { description: 'The year and month of the wage. Example: `2024-05`.' }),
  }),
});

const CareerContact = builder.objectRef<CareerContactShape>('CareerContact').implement({
  description: 'An organization or site to contact for more information, as the Handbook lists it.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the organization, site, or page.' }),
    isOrganization: t.exposeBoolean('isOrganization', {
      description:
        'Whether it is an organization. False for a site with information, such as CareerOneStop or O*NET OnLine.',
    }),
    url: t.exposeString('url', { description: 'The URL.' }),
    about: t.exposeString('about', {
      nullable: true,
      description: 'The sentence that says what it informs about. Null if there is none.',
    }),
  }),
});

/** The Handbook prints the sign of a column in its first row only, and words without one. */
function withSign({ printed, value }: Handbook.Figure, add: (printed: string) => string): string {
  return value === null || /[%$]/.test(printed) ? printed : add(printed);
}

type ProseSection =
  | 'HOW_TO_BECOME'
  | 'TRAINING'
  | 'LICENSES'
  | 'EXPERIENCE'
  | 'ADVANCEMENT'
  | 'PAY_OVERVIEW'
  | 'OUTLOOK_OVERVIEW';

builder.objectFields(Career, (t) => {
  const prose = (name: ProseSection, description: string) =>
    t.string({
      nullable: true,
      description: `${description}, as Markdown text. From the Handbook. Null if no profile has it.`,
      resolve: section(name),
    });
  return {
    specialties: t.field({
      type: [GuideItem],
      description:
        'The kinds of workers within the career: name and Markdown text, which may begin with the name. From the Handbook.',
      resolve: sectionList('SPECIALTIES'),
    }),
    workEnvironment: t.field({
      type: WorkEnvironment,
      nullable: true,
      description: 'The workplace, the employers, and the hours. From the Handbook. Null if no profile has it.',
      resolve: section('WORK_ENVIRONMENT'),
    }),
    howToBecome: prose('HOW_TO_BECOME', 'A short introduction to entering the career'),
    training: prose('TRAINING', 'The training that workers receive'),
    licenses: prose('LICENSES', 'The licenses, certifications, and registrations that workers need or may obtain'),
    experience: prose('EXPERIENCE', 'The work experience that the career requires'),
    advancement: prose('ADVANCEMENT', 'The positions that workers may advance to'),
    payOverview: prose(
      'PAY_OVERVIEW',
      'What the Handbook says about pay: the median and the 10th and 90th percentiles for the month that the text names, and schedules',
    ),
    outlookOverview: prose('OUTLOOK_OVERVIEW', 'What the Handbook says about the job outlook, and why'),
    quickFacts: t.field({
      type: QuickFacts,
      nullable: true,
      description: 'Key facts as the Handbook prints them. Null if no profile has them.',
      resolve: section('QUICK_FACTS'),
    }),
    payByIndustry: t.field({
      type: [PayByIndustry],
      description: 'Pay in the industries with the most workers. From the Handbook.',
      resolve: sectionList('PAY_BY_INDUSTRY'),
    }),
    contacts: t.field({
      type: [CareerContact],
      description: 'Organizations to contact for more information, then sites. From the Handbook.',
      resolve: sectionList('CONTACTS'),
    }),
    videoUrl: t.string({
      nullable: true,
      description: 'The URL of a video about the career. From the Handbook. Null if there is none.',
      resolve: section('VIDEO'),
    }),
  };
});
