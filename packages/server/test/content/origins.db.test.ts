import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ATTRIBUTION, insertOccupations } from '../onet/onet-rows.js';
import { ask } from '../support/ask.js';
import { insertHandbook } from './handbook-rows.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', async (prisma) => {
    await insertOccupations(prisma);
    await insertHandbook(prisma);
    const rows = await prisma.onetRelated.findMany({ where: { occupationCode: '11-9111.00' } });
    await prisma.onetRelated.createMany({
      data: rows.map((row) => ({ ...row, occupationCode: '43-6011.00', row: row.row + 1_000 })),
    });
    const shares = await prisma.onetRating.findMany({ where: { occupationCode: '11-9111.00', scaleId: 'RL' } });
    await prisma.onetRating.createMany({
      data: shares.map((share) => ({
        ...share,
        occupationCode: '43-6011.00',
        row: share.row + 1_000,
        recommendSuppress: share.category === 6,
      })),
    });
    const { fileId, sheet } = await prisma.fileOccupation.findFirstOrThrow({
      where: { file: { role: 'definitions' } },
    });
    await prisma.fileOccupation.createMany({
      data: [
        { ...PAVERS, fileId, sheet, row: 900, definition: 'Lay stones.' },
        { ...OTHER_BUILDERS, fileId, sheet, row: 901, definition: 'Build the rest.' },
      ],
    });
  });
});
afterAll(() => api?.close());

const PAVERS = { code: '47-4091', level: 'DETAILED', title: 'Segmental Pavers' } as const;
const OTHER_BUILDERS = {
  code: '47-4099',
  level: 'DETAILED',
  title: 'Construction and Related Workers, All Other',
} as const;

interface Found {
  readonly summaryAttribution: string | null;
  readonly description: string | null;
  readonly related: readonly { readonly slug: string }[];
  readonly origins: readonly {
    readonly section: string;
    readonly scope: string;
    readonly explanation: string;
    readonly url: string | null;
    readonly source: { readonly key: string; readonly attribution: string | null };
    readonly release: { readonly key: string };
  }[];
  readonly absentSections: readonly { readonly section: string; readonly reason: string }[];
}
const QUERY = `query ($slug: String!) { career(slug: $slug) {
  summaryAttribution
  description
  related { slug }
  origins { section scope explanation url source { key attribution } release { key } }
  absentSections { section reason }
} }`;
const careerOf = async (slug: string) => (await ask<{ career: Found }>(api, QUERY, { slug })).career;
const namesOf = (found: readonly { readonly section: string }[]) => found.map(({ section }) => section);
const fromSource = ({ origins }: Found, key: string) => origins.filter(({ source }) => source.key === key);

test('a section is in origins or in absentSections, whatever the career', async () => {
  const { __type } = await ask<{ __type: { enumValues: { name: string }[] } }>(
    api,
    '{ __type(name: "CareerSectionName") { enumValues { name } } }',
  );
  const all = __type.enumValues.map(({ name }) => name).toSorted();
  for (const slug of ['medical-office-manager', 'healthcare-administrator', '43-6011', 'electrician', '29-1141']) {
    const { origins, absentSections } = await careerOf(slug);
    expect([...new Set([...namesOf(origins), ...namesOf(absentSections)])].toSorted(), slug).toEqual(all);
    expect(namesOf(absentSections).filter((name) => namesOf(origins).includes(name))).toEqual([]);
    expect(absentSections.filter(({ reason }) => !reason.endsWith('.'))).toEqual([]);
  }
});

test('a guide comes first; the broader profile gives what nothing else has', async () => {
  const career = await careerOf('medical-office-manager');
  expect(namesOf(fromSource(career, 'careergraph-guides'))).toEqual(
    'SUMMARY DESCRIPTION DUTIES STEPS EDUCATION LICENSING CURRICULUM CREDENTIALS SKILLS PAY_BY_EXPERIENCE PAY_BY_PLACE RATINGS NETWORKING ORGANIZATIONS RESOURCES FAQS RELATED'.split(
      ' ',
    ),
  );
  const broader = fromSource(career, 'bls-ooh');
  expect(namesOf(broader)).toEqual(
    'SPECIALTIES WORK_ENVIRONMENT HOW_TO_BECOME TRAINING LICENSES EXPERIENCE QUICK_FACTS PAY_OVERVIEW PAY_BY_INDUSTRY OUTLOOK_OVERVIEW CONTACTS VIDEO'.split(
      ' ',
    ),
  );
  expect(broader[0]).toEqual({
    section: 'SPECIALTIES',
    scope: 'BROADER',
    explanation:
      'From the profile "Medical and Health Services Managers" of the Occupational Outlook Handbook, which describes more than this career. A medical office manager is one kind of medical and health services manager.',
    url: 'https://www.bls.gov/ooh/management/medical-and-health-services-managers.htm',
    source: { key: 'bls-ooh', attribution: null },
    release: { key: '2024-34-pay-2024' },
  });
  expect(career.absentSections).toContainEqual({
    section: 'ADVANCEMENT',
    reason:
      'The profile "Medical and Health Services Managers" of the Occupational Outlook Handbook does not have this section. No other source has this section.',
  });
});

test('a career without a guide has the definition, tasks and related occupations of O*NET', async () => {
  const career = await careerOf('43-6011');
  expect(career.description).toContain('a definition of the test');
  expect(career.related).toEqual([
    { slug: 'health-informatics-specialist' },
    { slug: 'health-specialties-teacher-postsecondary' },
    { slug: 'rehabilitation-counselor' },
  ]);
  const onet = fromSource(career, 'onet');
  expect(namesOf(onet)).toEqual(['SUMMARY', 'DESCRIPTION', 'JOB_ZONE', 'ALTERNATE_TITLES', 'RELATED']);
  expect(onet[4]).toEqual({
    section: 'RELATED',
    scope: 'SAME',
    explanation:
      'The related occupations for Executive Secretaries and Executive Administrative Assistants (43-6011.00), from O*NET 29.3 Database.',
    url: 'https://www.onetonline.org/link/summary/43-6011.00',
    source: { key: 'onet', attribution: ATTRIBUTION },
    release: { key: '29.3' },
  });
  expect(career.absentSections).toContainEqual({
    section: 'DUTIES',
    reason:
      'There is no guide to this career. No profile of the Occupational Outlook Handbook describes this career. O*NET 29.3 Database has no tasks of 43-6011.00.',
  });
});

test('a hybrid is described by the definitions of the occupations that it combines, if all of them have one', async () => {
  const { description, origins } = await careerOf('47-4090');
  expect(description).toBe(
    '**Segmental Pavers:** Lay stones.\n\n**Construction and Related Workers, All Other:** Build the rest.',
  );
  expect(origins.filter(({ section }) => section === 'DESCRIPTION')).toEqual([
    expect.objectContaining({
      scope: 'SAME',
      explanation:
        'The definitions of Segmental Pavers (47-4091) and Construction and Related Workers, All Other (47-4099), which official statistics combine as Miscellaneous Construction and Related Workers (47-4090), from SOC 2018.',
      release: { key: '2018' },
    }),
  ]);
  const { description: none, absentSections } = await careerOf('39-7010');
  expect(none).toBeNull();
  expect(absentSections.find(({ section }) => section === 'DESCRIPTION')?.reason).toContain(
    'Tour and Travel Guides (39-7010) combines 2 occupations, and no loaded release of the SOC or O*NET defines all of them.',
  );
});

test('ratings name the occupation and the release that their figures are of, and the guide that states or adds to them', async () => {
  const ratingsOf = async (slug: string) => {
    const { origins } = await careerOf(slug);
    const ratings = origins.filter(({ section }) => section === 'RATINGS');
    return ratings.map(({ source, release, scope, explanation }) => [source.key, release.key, scope, explanation]);
  };
  const calculated = (title: string) => `Calculated from the national figures for ${title} in the`;
  const wages = 'Occupational Employment and Wage Statistics for May 2025.';
  const projections = 'Employment Projections for 2024–34.';
  const managers = calculated('Medical and Health Services Managers');
  const analysts = calculated('Computer Systems Analysts');
  expect((await ratingsOf('medical-office-manager')).slice(1)).toEqual([
    ['bls-oews', '2025-05', 'BROADER', `${managers} ${wages}`],
    ['bls-ep', '2024-34', 'BROADER', `${managers} ${projections}`],
  ]);
  const borrows =
    'The figure is for Computer Systems Analysts (15-1211), which includes Health Informatics Specialists (15-1211.01).';
  expect(await ratingsOf('health-informatics-specialist')).toEqual([
    ['bls-oews', '2025-05', 'BROADER', `${analysts} ${wages} ${borrows}`],
    ['bls-ep', '2024-34', 'BROADER', `${analysts} ${projections} ${borrows}`],
  ]);
});

test('a summary comes with its source, and with the attribution that its license requires', async () => {
  const summaries = await Promise.all(
    ['medical-office-manager', '43-6011', 'electrician'].map(async (slug) => {
      const { origins, summaryAttribution } = await careerOf(slug);
      const [origin] = origins.filter(({ section }) => section === 'SUMMARY');
      return [origin?.source.key, origin?.scope, origin?.explanation, summaryAttribution];
    }),
  );
  expect(summaries).toEqual([
    ['careergraph-guides', 'SAME', 'From the guide to this career.', null],
    [
      'onet',
      'SAME',
      'The definition of Executive Secretaries and Executive Administrative Assistants (43-6011), from O*NET 29.3 Database.',
      ATTRIBUTION,
    ],
    ['bls-oews', 'SAME', 'The title of 47-2111 in the Occupational Employment and Wage Statistics for May 2025.', null],
  ]);
});

const WHOLE = `{ career(slug: "healthcare-administrator") {
  description
  duties { title text claims { printed } }
  specialties { title text }
  workEnvironment { text schedules injuries employers { workers industry percent display } }
  education { overview requirements { level } durations { what } }
  howToBecome training licenses experience advancement
  personalSkills { title text }
  quickFacts {
    occupations { code } payYear baseYear projectedYear
    entryLevelEducation workExperience onTheJobTraining medianPayPerYear medianPayPerHour jobs outlookPercent outlook
    employmentChange
  }
  payOverview outlookOverview
  payByIndustry { workers industry statistic amount per display period }
  contacts { name url about isOrganization }
  videoUrl
  jobZone { zone { number } }
  skills { nodes { element { key } importance { value } } }
  technology(first: 1) { nodes { name } }
} }`;

test('the profile of just the career gives every section that its guide lacks', async () => {
  const { career } = await ask<{ career: Record<string, unknown> }>(api, WHOLE);
  const duty = (title: string) => ({ title, text: null, claims: [] });
  expect(career).toMatchObject({
    description: 'They manage [clinics](https://clinic.example/).\n\nSome lead a department.',
    duties: [duty('Plan the day'), duty('Lead people'), duty('Read laws')],
    specialties: [{ title: 'Clinic managers', text: '**Clinic managers** lead clinics.' }],
    workEnvironment: {
      text: 'In offices.',
      schedules: 'By day.',
      injuries: null,
      employers: [
        { workers: 'managers', industry: 'Hospitals', percent: 29, display: '29%' },
        { workers: 'managers', industry: 'Nursing care', percent: 9, display: '9%' },
      ],
    },
    education: { overview: 'A degree.', requirements: [], durations: [] },
    howToBecome: 'They need a degree.',
    training: 'On the job.',
    licenses: 'In some states.',
    experience: 'As a clerk.\n\nAs a nurse.',
    advancement: null,
    personalSkills: [{ title: 'Patience', text: 'They wait.' }],
    quickFacts: {
      occupations: [{ code: '11-9111' }],
      payYear: 2024,
      baseYear: 2024,
      projectedYear: 2034,
      entryLevelEducation: "Bachelor's degree",
      workExperience: 'Less than 5 years',
      onTheJobTraining: 'Varies',
      medianPayPerYear: '$117,960 per year',
      medianPayPerHour: null,
      jobs: '616,200',
      outlookPercent: '23%',
      outlook: 'Much faster than average',
      employmentChange: '142,900',
    },
    payOverview: 'The median was $117,960. The lowest 10 percent earned less than $69,680.\n\nMost work full time.',
    outlookOverview: 'Employment is projected to grow 23 percent.\n\nOlder people need more care.',
    payByIndustry: [
      { industry: 'Hospitals', statistic: 'P50', amount: 130_000, per: 'YEAR', display: '$130,000', period: '2024-05' },
      { industry: 'Nursing care', amount: 99_000, display: '$99,000' },
    ],
    contacts: [
      { name: 'Lantern Association', url: 'https://association.example/', about: null, isOrganization: true },
      { name: 'Bureau of Lanterns', url: 'https://bureau.example/', about: null, isOrganization: true },
      {
        name: 'Training.example',
        url: 'https://training.example/',
        about: 'See Training.example.',
        isOrganization: false,
      },
      {
        name: 'Training program',
        url: 'https://program.example/',
        about: 'See the Training program.',
        isOrganization: false,
      },
      ...['FAA Lantern Careers', 'Code of Lantern Rules, Title 14', 'Lantern Training | US Lantern Service'].map(
        (name, index) => ({ name, url: `https://page.example/${index}`, about: null, isOrganization: false }),
      ),
      {
        name: 'A list of licenses',
        url: 'https://licenses.example/',
        about: 'For licenses, see A list of licenses.',
        isOrganization: false,
      },
    ],
    videoUrl: 'https://video.example/1',
  });
});

test('a quick fact answers for a section that the profile lacks, unless it refers to the text', async () => {
  const { career } = await ask<{ career: unknown }>(
    api,
    `{ career(slug: "registered-nurse") { training experience origins { section } absentSections { section } } }`,
  );
  expect(career).toMatchObject({
    training: 'On-the-job training: None',
    experience: null,
    origins: expect.arrayContaining([{ section: 'TRAINING' }]),
    absentSections: expect.arrayContaining([{ section: 'EXPERIENCE' }]),
  });
});

test('job titles say if they are those of an occupation that includes more than the career', async () => {
  const careers = await ask(
    api,
    `{ part: career(slug: "medical-office-manager") { alternateTitles(first: 1) { explanation } }
      whole: career(slug: "healthcare-administrator") { alternateTitles(first: 1) { explanation } } }`,
  );
  const code = 'O*NET describes 11-9111 under 11-9111.00, its code for all of that occupation.';
  expect(careers).toEqual({
    part: {
      alternateTitles: {
        explanation: `These are the job titles of Medical and Health Services Managers (11-9111), which includes more than the career "Medical Office Manager". ${code}`,
      },
    },
    whole: { alternateTitles: { explanation: code } },
  });
});

test('a career answers the O*NET content of its primary occupation', async () => {
  const content = `
    skills { onetCode { code } attribution nodes { element { key } importance { value } } }
    knowledge { nodes { element { key } } }
    workStyles { nodes { element { key } } }
    jobZone { zone { number } }
    educationNeeded { nodes { element { key } categories { category percent } } }
    technology(first: 2) { totalCount nodes { name } }
    alternateTitles(first: 5) { totalCount nodes { title } }`;
  const { career, occupation } = await ask<{ career: unknown; occupation: unknown }>(
    api,
    `{ career(slug: "healthcare-administrator") { ${content} } occupation(code: "11-9111") { ${content} } }`,
  );
  expect(career).toEqual(occupation);
  expect(career).toMatchObject({ skills: { onetCode: { code: '11-9111.00' } } });
});

test('the number of statements does not grow with the number of careers', async () => {
  const about = (slug: string, index: number) =>
    `c${index}: career(slug: "${slug}") { ${QUERY.slice(QUERY.indexOf('description'), -4)} }`;
  const record = (...slugs: readonly string[]) => api.record(`{ ${slugs.map(about).join(' ')} }`);
  const few = await record('healthcare-administrator', '43-6011');
  const many = await record('healthcare-administrator', '43-6011', 'registered-nurse', 'electrician', '11-1011');
  expect(many.answer.errors).toBeUndefined();
  expect(many.statements.length, many.statements.join('\n')).toBe(few.statements.length);
});

test('shares of education are absent if O*NET recommends suppressing one of them', async () => {
  const { career } = await ask<{ career: { education: { shares: readonly { percent: number }[] } } }>(
    api,
    '{ career(slug: "medical-office-manager") { education { shares { percent } } } }',
  );
  expect(career.education.shares.map(({ percent }) => percent)).toEqual([3.57, 46.43, 21.43]);

  const suppressed = await careerOf('43-6011');
  expect(namesOf(suppressed.origins)).not.toContain('EDUCATION_SHARES');
  expect(suppressed.absentSections).toContainEqual({
    section: 'EDUCATION_SHARES',
    reason:
      'O*NET recommends not showing 1 of the 3 shares, and the others alone would mislead. No other source has this section.',
  });
});
