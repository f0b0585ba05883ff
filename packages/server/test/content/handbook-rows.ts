import type { Database } from '@careergraph/db';
import type { Handbook } from '@careergraph/domain';
import { newHandbookRelease } from '../support/handbook-release.js';

const AT = { section: 'Test', line: 1 };
const stated = (printed: string) => ({ ...AT, printed });
const figure = (printed: string, value: number | null): Handbook.Figure => ({
  ...AT,
  printed,
  value,
  bound: 'EXACT',
  roundedTo: null,
});

const prose = (part: Handbook.PartName, kind: Handbook.SectionKind, markdown: string): Handbook.Section => ({
  ...AT,
  part,
  kind,
  heading: null,
  markdown,
});

/** A profile of 11-9111 in words of our own, with every part but advancement. */
export const MANAGERS: Handbook.Profile = {
  slug: 'medical-and-health-services-managers',
  url: 'https://www.bls.gov/ooh/management/medical-and-health-services-managers.htm',
  group: 'management',
  title: 'Medical and Health Services Managers',
  singularTitle: 'Medical and Health Services Manager',
  summary: 'Managers of the test.',
  occupationCodes: ['11-9111'],
  edition: { baseYear: 2024, projectedYear: 2034, payYear: 2024 },
  lastModified: null,
  videoUrl: 'https://video.example/1',
  sections: [
    prose('WHAT_THEY_DO', 'SUMMARY', 'A summary.'),
    prose('WHAT_THEY_DO', 'INTRODUCTION', 'They manage [clinics](https://clinic.example/).'),
    prose('WORK_ENVIRONMENT', 'INTRODUCTION', 'In offices.'),
    prose('WORK_ENVIRONMENT', 'SCHEDULES', 'By day.'),
    prose('HOW_TO_BECOME_ONE', 'INTRODUCTION', 'They need a degree.'),
    prose('HOW_TO_BECOME_ONE', 'EDUCATION', 'A degree.'),
    prose('HOW_TO_BECOME_ONE', 'TRAINING', 'On the job.'),
    prose('HOW_TO_BECOME_ONE', 'LICENSES', 'In some states.'),
    prose('HOW_TO_BECOME_ONE', 'EXPERIENCE', 'As a clerk.'),
    prose('HOW_TO_BECOME_ONE', 'OTHER_EXPERIENCE', 'As a nurse.'),
    prose(
      'PAY',
      'INTRODUCTION',
      [
        'The median was $117,960. The lowest 10 percent earned less than $69,680.',
        'In May 2024, the median annual wages for managers in the top industries in which they worked were as follows:',
        '| | |\n| - | - |\n| Hospitals | $130,000 |\n| Nursing care | 99,000 |',
        'Most work full time.',
      ].join('\n\n'),
    ),
    prose('OUTLOOK', 'INTRODUCTION', 'Employment is projected to grow 23 percent.'),
    prose('OUTLOOK', 'EMPLOYMENT', 'Older people need more care.'),
  ],
  description: 'They manage [clinics](https://clinic.example/).\n\nSome lead a department.',
  duties: [
    { ...AT, lead: 'They do this:', items: ['Plan the day', 'Lead people'] },
    { ...AT, lead: null, items: ['Plan the day', 'Read laws'] },
  ],
  specialties: [{ ...AT, name: 'Clinic managers', markdown: '**Clinic managers** lead clinics.' }],
  qualities: [{ ...AT, name: 'Patience', markdown: 'They wait.' }],
  quickFacts: {
    medianPayUsdPerYear: figure('$117,960 per year', 117_960),
    medianPayUsdPerHour: null,
    entryLevelEducation: stated("Bachelor's degree"),
    workExperience: stated('Less than 5 years'),
    onTheJobTraining: stated('See How to Become One'),
    jobs: figure('616,200', 616_200),
    outlookPercent: figure('23%', 23),
    outlook: 'Much faster than average',
    employmentChange: figure('142,900', 142_900),
  },
  workEnvironment: {
    text: 'In offices.',
    jobs: [],
    occupations: [],
    employers: [
      {
        subject: 'managers',
        rows: [
          { industry: 'Hospitals', percent: figure('29%', 29) },
          { industry: 'Nursing care', percent: figure('9', 9) },
        ],
      },
    ],
  },
  pay: {
    wages: [],
    chart: [],
    tables: [
      {
        ...AT,
        by: 'INDUSTRY',
        subject: 'managers',
        statistic: 'P50',
        unit: 'USD_PER_YEAR',
        period: '2024-05',
        rows: [
          { ...figure('$130,000', 130_000), name: 'Hospitals' },
          { ...figure('99,000', 99_000), name: 'Nursing care' },
        ],
      },
    ],
  },
  outlook: { growth: null, openingsPerYear: null, table: [], chart: [] },
  similar: ['registered-nurses', 'lantern-keepers'].map((slug) => ({
    ...AT,
    slug,
    title: slug,
    url: `https://www.bls.gov/ooh/${slug}.htm`,
    duties: 'Work.',
    entryLevelEducation: stated('None'),
    medianPayUsdPerYear: figure('$1', 1),
  })),
  contacts: [
    { ...AT, name: 'Training.example', url: 'https://training.example/', about: 'See Training.example.' },
    { ...AT, name: 'Lantern Association', url: 'https://association.example/', about: null },
    { ...AT, name: 'Training program', url: 'https://program.example/', about: 'See the Training program.' },
    { ...AT, name: 'Lantern Association', url: 'https://association.example/training', about: 'The same name.' },
    { ...AT, name: 'Association of Lanterns', url: 'http://www.association.example', about: 'The same address.' },
    { ...AT, name: 'Bureau of Lanterns', url: 'https://bureau.example/', about: null },
    { ...AT, name: 'FAA Lantern Careers', url: 'https://page.example/0', about: null },
    { ...AT, name: 'Code of Lantern Rules, Title 14', url: 'https://page.example/1', about: null },
    { ...AT, name: 'Lantern Training | US Lantern Service', url: 'https://page.example/2', about: null },
  ],
  references: [{ ...AT, name: 'A list of licenses', url: 'https://licenses.example/', about: 'For licenses, see' }],
  onetOccupations: [],
};

/** A release of the Handbook with the profile of managers, and one of nurses that has nothing but quick facts. */
export async function insertHandbook(prisma: Database): Promise<void> {
  const release = await newHandbookRelease(prisma);
  const nurses: Handbook.Profile = {
    ...MANAGERS,
    slug: 'registered-nurses',
    url: null,
    title: 'Registered Nurses',
    singularTitle: 'Registered Nurse',
    occupationCodes: ['29-1141'],
    videoUrl: null,
    sections: [],
    description: null,
    duties: [],
    specialties: [],
    qualities: [],
    quickFacts: MANAGERS.quickFacts && {
      ...MANAGERS.quickFacts,
      workExperience: stated('See How to Become One'),
      onTheJobTraining: stated('None'),
    },
    workEnvironment: { text: null, jobs: [], employers: [], occupations: [] },
    pay: { wages: [], tables: [], chart: [] },
    similar: [],
    contacts: [],
    references: [],
  };
  for (const profile of [MANAGERS, nurses]) {
    const { slug, title, singularTitle, occupationCodes } = profile;
    await prisma.handbookProfile.create({
      data: {
        fileId: await release.file(slug, `${slug}.html`),
        ...{ slug, title, singularTitle, occupationCodes: [...occupationCodes], onetCodes: [] },
        document: profile as object,
        notices: [],
      },
    });
  }
}
