import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertOccupations } from '../onet/onet-rows.js';
import { ask } from '../support/ask.js';
import { insertProfiles } from './profile-rows.js';

const PROFILES = [
  { slug: 'electricians', title: 'Electricians', singularTitle: 'Electrician', occupationCodes: ['47-2111'] },
  {
    slug: 'high-school-teachers',
    title: 'High School Teachers',
    singularTitle: 'High School Teacher',
    occupationCodes: ['25-2031'],
  },
  {
    slug: 'emts-and-paramedics',
    title: 'EMTs and Paramedics',
    singularTitle: 'EMT or Paramedic',
    occupationCodes: ['29-2042', '29-2043'],
    entryEducation: 'Postsecondary nondegree award',
  },
  {
    slug: 'software-developers',
    title: 'Software Developers, Quality Assurance Analysts, and Testers',
    singularTitle: null,
    occupationCodes: ['15-1253', '15-1252'],
  },
  {
    slug: 'purchasing',
    title: 'Purchasing Managers and Buyers',
    singularTitle: 'Purchasing Manager or Buyer',
    occupationCodes: ['11-3061', '13-1020'],
    entryEducation: 'See How to Become One',
  },
  {
    slug: 'military-careers',
    title: 'Military Careers',
    singularTitle: 'Member of the Armed Forces',
    occupationCodes: [],
  },
  {
    slug: 'registered-nurses',
    title: 'Registered Nurses',
    singularTitle: 'Registered Nurse',
    occupationCodes: ['29-1141'],
  },
  {
    slug: 'medical-and-health-services-managers',
    title: 'Medical and Health Services Managers',
    singularTitle: 'Medical or Health Services Manager',
    occupationCodes: ['11-9111'],
  },
  {
    slug: 'phlebotomists-in-bulk',
    title: 'Phlebotomists',
    singularTitle: 'Phlebotomist',
    occupationCodes: ['31-9097'],
  },
  { slug: 'lamplighters', title: 'Lamplighters', singularTitle: 'Lamplighter', occupationCodes: [] },
  { slug: 'stargazers', title: 'Stargazers', singularTitle: 'Stargazer', occupationCodes: ['99-1234'] },
  { slug: 'tellers', title: 'Clerks', singularTitle: 'Electrician', occupationCodes: ['43-3071', '43-3021'] },
] as const;

interface Career {
  readonly slug: string;
  readonly title: string;
}
const QUERY = `query ($slug: String!) { career(slug: $slug) {
  slug canonicalSlug title alsoCalled summary field typicalEducation
  occupations { role reason occupation { code } }
  salary { median { amount } resolution { usedOccupation { code } } }
  growth { resolution { usedOccupation { code } } }
} }`;

let api: TestApi;
let before: readonly Career[];
beforeAll(async () => {
  const without = await createTestApi('loaded', insertOccupations);
  before = await allCareers(without);
  await without.close();
  api = await createTestApi('loaded', async (prisma) => {
    await insertOccupations(prisma);
    await insertProfiles(prisma, PROFILES);
  });
});
afterAll(() => api?.close());

async function allCareers(of: TestApi): Promise<readonly Career[]> {
  const careers: Career[] = [];
  for (let after: string | null = null; ; ) {
    const page: { careers: { nodes: Career[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } = await ask(
      of,
      'query ($after: String) { careers(first: 100, after: $after) { nodes { slug title } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    careers.push(...page.careers.nodes);
    if (!page.careers.pageInfo.hasNextPage) return careers;
    after = page.careers.pageInfo.endCursor;
  }
}

const careerOf = async (slug: string) =>
  (await ask<{ career: Record<string, unknown> | null }>(api, QUERY, { slug })).career;

describe('a profile of one occupation', () => {
  test('gives the career of the occupation its title and summary', async () => {
    expect(await careerOf('47-2111')).toMatchObject({
      slug: 'electrician',
      title: 'Electrician',
      alsoCalled: ['Electricians'],
      summary: 'A summary of Electricians by the test.',
      occupations: [
        {
          role: 'PRIMARY',
          reason: 'This career is the occupation 47-2111 of the Standard Occupational Classification (SOC).',
        },
      ],
    });
  });

  test('does not change the slug', async () => {
    const slug = 'secondary-school-teacher-except-special-and-career-technical-education';
    expect(before.map((career) => career.slug)).toContain(slug);
    for (const spelling of ['25-2031', 'high-school-teachers', 'High School Teacher']) {
      expect(await careerOf(spelling)).toMatchObject({
        ...{ slug, canonicalSlug: slug, title: 'High School Teacher' },
        alsoCalled: [
          'High School Teachers',
          'Secondary School Teachers, Except Special and Career/Technical Education',
        ],
      });
    }
  });

  test('leaves the title and summary of a guide to the same career', async () => {
    const guide = await careerOf('healthcare-administrator');
    expect(guide).toMatchObject({ title: 'Healthcare Administrator' });
    expect(guide?.summary).not.toContain('by the test');
    expect(await careerOf('medical-or-health-services-manager')).toEqual(guide);
    expect(await careerOf('medical-and-health-services-managers')).toEqual(guide);
  });
});

test('a profile of the occupation of a guide is that of the guide, even if its address is not the one that the guide names', async () => {
  expect(await careerOf('phlebotomists-in-bulk')).toMatchObject({ slug: 'phlebotomist', title: 'Phlebotomist' });
});

test.each(['lamplighters', 'stargazers'])(
  'a profile that names no occupation, or one in no group of the SOC, is no career: %s',
  async (slug) => {
    expect(await careerOf(slug)).toBeNull();
  },
);

describe('a profile of several occupations', () => {
  test('is a career with the figures of their common group', async () => {
    const career = await careerOf('emts-and-paramedics');
    expect(career).toMatchObject({
      slug: 'emt-or-paramedic',
      title: 'EMT or Paramedic',
      alsoCalled: ['EMTs and Paramedics'],
      summary: 'A summary of EMTs and Paramedics by the test.',
      field: 'EMERGENCY',
      typicalEducation: 'POSTSECONDARY_CERTIFICATE',
      salary: { resolution: { usedOccupation: { code: '29-2040' } } },
    });
    expect(career?.occupations).toMatchObject([
      {
        role: 'PRIMARY',
        reason:
          'Official statistics combine the 2 occupations of this career as 29-2040 Emergency Medical Technicians and Paramedics.',
      },
      { role: 'SECONDARY', occupation: { code: '29-2042' } },
      { role: 'SECONDARY', occupation: { code: '29-2043' } },
    ]);
  });

  test('answers the pay of each of them', async () => {
    const query = `{ career(slug: "emt-or-paramedic") {
      emt: salary(occupation: "29-2042", asOf: "2024-05") { median { amount } }
      paramedic: salary(occupation: "29-2043", asOf: "2024-05") { median { amount } }
      both: salary(asOf: "2024-05") { median { amount } }
      other: salary(occupation: "29-1141") { median { amount } }
    } }`;
    expect((await ask<{ career: unknown }>(api, query)).career).toEqual({
      emt: { median: { amount: 41_340 } },
      paramedic: { median: { amount: 58_410 } },
      both: { median: { amount: 46_350 } },
      other: null,
    });
  });

  test('has the figures of the one with the most jobs if nothing combines them', async () => {
    const career = await careerOf('software-developer-quality-assurance-analyst-and-tester');
    expect(career?.occupations).toMatchObject([
      {
        role: 'PRIMARY',
        occupation: { code: '15-1252' },
        reason: expect.stringMatching(
          /^No official statistic combines the 2 occupations of this career\. The largest is Software Developers \([\d,]+ jobs\)\.$/,
        ),
      },
      { role: 'SECONDARY', occupation: { code: '15-1253' } },
    ]);
    expect(career).toMatchObject({ typicalEducation: 'BACHELOR' });
  });

  test('leaves each of them a career of its own', async () => {
    expect(await careerOf('29-2043')).toMatchObject({ slug: 'paramedic', title: 'Paramedic' });
    expect(await careerOf('emt')).toMatchObject({ slug: 'emt', title: 'EMT' });
    expect(await careerOf('software-developer')).toMatchObject({ slug: 'software-developer' });
  });

  test('may have a matrix occupation', async () => {
    expect(await careerOf('purchasing-manager-or-buyer')).toMatchObject({
      occupations: [
        { role: 'PRIMARY', occupation: { code: '13-1020' } },
        { role: 'SECONDARY', occupation: { code: '11-3061' } },
      ],
      typicalEducation: 'BACHELOR',
    });
  });

  test('leaves its address to the occupation that has it as a title', async () => {
    expect(await careerOf('software-developers')).toMatchObject({ slug: 'software-developer' });
  });

  test('whose title is that of another career gets its own slug at the end', async () => {
    expect(await careerOf('electrician-tellers')).toMatchObject({ title: 'Electrician', alsoCalled: ['Clerks'] });
    expect(await careerOf('electrician')).toMatchObject({ alsoCalled: ['Electricians'] });
  });
});

test('a profile without an occupation is a career without figures', async () => {
  expect(await careerOf('military-careers')).toEqual({
    slug: 'member-of-the-armed-forces',
    canonicalSlug: 'member-of-the-armed-forces',
    title: 'Member of the Armed Forces',
    alsoCalled: ['Military Careers'],
    summary: 'A summary of Military Careers by the test.',
    field: 'MILITARY',
    typicalEducation: 'NOT_STATED',
    occupations: [],
    salary: null,
    growth: null,
  });
});

test('a job title that one career alone has leads to it', async () => {
  expect(await careerOf('clinic-director')).toMatchObject({ slug: 'healthcare-administrator' });
  expect(await careerOf('Health Care Manager')).toMatchObject({ slug: 'healthcare-administrator' });
  const { statements } = await api.record(QUERY, { slug: 'no-such-title' });
  expect(statements.filter((sql) => sql.includes('occupation_title'))).toHaveLength(1);
});

test('every career of before is there with its slug, and every slug is found', async () => {
  const after = await allCareers(api);
  const slugs = after.map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(before.filter(({ slug }) => !slugs.includes(slug))).toEqual([]);
  expect(after.length - before.length).toBe(5);
});
