import type { Database } from '@careergraph/db';
import { ANALYST, EXPERT, type NewRelease, OFFICE } from './new-release.js';

/** The tables that 29.0 and 29.3 both have. */
export async function insertShared(prisma: Database, release: NewRelease): Promise<void> {
  await insertTitles(prisma, release);
  await insertWork(prisma, release);
  await insertReferences(prisma, release);
}

/** Occupations, and their alternate and reported titles. */
async function insertTitles(prisma: Database, { file }: NewRelease): Promise<void> {
  const occupations = await file('occupation-data', 'Occupation Data.xlsx');
  await prisma.fileOccupation.createMany({
    data: (
      [
        [42, OFFICE, 'Medical and Health Services Managers'],
        [112, '15-1211.01', 'Health Informatics Specialists'],
        [683, '43-6011.00', 'Executive Secretaries and Executive Administrative Assistants'],
      ] as const
    ).map(([row, code, title]) => ({
      ...{ fileId: occupations, sheet: 'Occupation Data', row, code, title, level: 'ONET' as const },
      parentCode: code.slice(0, 7),
      definition: `What ${title.toLowerCase()} do (a definition of the test).`,
    })),
  });

  const alternate = await file('alternate-titles', 'Alternate Titles.xlsx');
  const title = { fileId: alternate, sheet: 'Alternate Titles', kind: 'ALTERNATE' as const, occupationCode: OFFICE };
  const executive = { ...title, occupationCode: '43-6011.00' };
  await prisma.occupationTitle.createMany({
    data: [
      { ...title, row: 1443, title: 'Clinic Director', sources: ['04', '06'] },
      {
        ...title,
        row: 1460,
        title: 'Health Information Management Director',
        shortTitle: 'HIM Director',
        sources: ['02'],
      },
      { ...title, row: 1497, title: 'Medical Office Manager', sources: ['09'] },
      { ...title, row: 1498, title: '100%_Office\\Manager', sources: ['09'] },
      { ...title, row: 1499, title: 'clinic director', sources: ['09'] },
      { ...executive, row: 24905, title: 'Executive Assistant', sources: ['02', '04', '10'] },
    ],
  });
  const reported = await file('reported-titles', 'Sample of Reported Titles.xlsx');
  await prisma.occupationTitle.createMany({
    data: [
      {
        fileId: reported,
        sheet: 'Sample of Reported Titles',
        row: 307,
        title: 'Cancer Center Director',
        shownInMyNextMove: false,
      },
      {
        fileId: reported,
        sheet: 'Sample of Reported Titles',
        row: 308,
        title: 'Clinical Director',
        shownInMyNextMove: true,
      },
    ].map((reportedTitle) => ({ ...reportedTitle, kind: 'REPORTED', occupationCode: OFFICE, sources: [] })),
  });
}

/** Tasks, technology, job zones and related occupations. */
async function insertWork(prisma: Database, { label, file }: NewRelease): Promise<void> {
  const tasks = await file('task-statements', 'Task Statements.xlsx');
  const task = { fileId: tasks, sheet: 'Task Statements', occupationCode: OFFICE, ...EXPERT };
  await prisma.onetTask.createMany({
    data: [
      { ...task, row: 842, taskId: 63, task: 'Teach (test).', type: 'Supplemental', incumbentsResponding: 26 },
      {
        ...task,
        row: 843,
        taskId: 46,
        task: `Supervise staff (test of ${label}).`,
        type: 'Core',
        incumbentsResponding: 28,
      },
      { ...task, row: 844, taskId: 49, task: 'Keep records (test).', type: 'Core', incumbentsResponding: 28 },
    ],
  });

  const technology = await file('technology-skills', 'Technology Skills.xlsx');
  const used = { fileId: technology, sheet: 'Technology Skills', occupationCode: OFFICE };
  await prisma.onetTechnology.createMany({
    data: (
      [
        [2403, '3DGrid HIPAA Checkup', 43232606, 'Compliance software', false],
        [2404, 'AcuStaf', 43232108, 'Calendar and scheduling software', false],
        [2405, 'Adobe Acrobat', 43232202, 'Document management software', true],
      ] as const
    ).map(([row, example, commodityCode, commodityTitle, hot]) => ({
      ...used,
      ...{ row, example, commodityCode, commodityTitle, hot, inDemand: false },
    })),
  });

  const zones = await file('job-zones', 'Job Zones.xlsx');
  const zone = { fileId: zones, sheet: 'Job Zones', ...ANALYST };
  await prisma.onetJobZone.createMany({
    data: [
      { ...zone, row: 41, occupationCode: OFFICE, jobZone: 4 },
      { ...zone, row: 600, occupationCode: '43-6011.00', jobZone: 3 },
    ],
  });

  const related = await file('related-occupations', 'Related Occupations.xlsx');
  await prisma.onetRelated.createMany({
    data: (
      [
        [782, '15-1211.01', 'Primary-Short', 1],
        [783, '29-1141.04', 'Primary-Short', 2],
        [787, '25-1071.00', 'Primary-Long', 6],
        [792, '21-1015.00', 'Supplemental', 11],
      ] as const
    ).map(([row, relatedCode, tier, index]) => ({
      ...{ fileId: related, sheet: 'Related Occupations', row, occupationCode: OFFICE, relatedCode, tier, index },
    })),
  });
}

/** The names of job zones, elements and scales. */
async function insertReferences(prisma: Database, { file }: NewRelease): Promise<void> {
  const zoneNames = await file('job-zone-reference', 'Job Zone Reference.xlsx');
  await prisma.onetJobZoneName.create({
    data: {
      ...{ fileId: zoneNames, row: 5, jobZone: 4, name: 'Job Zone Four: Considerable Preparation Needed' },
      ...{ experience: 'Years (test).', education: 'A degree (test).', jobTraining: 'Years of training (test).' },
      svpRange: '(7.0 to < 8.0)',
    },
  });

  const elements = await file('content-model-reference', 'Content Model Reference.xlsx');
  await prisma.onetElement.createMany({
    data: (
      [
        ['1.B.1.a', 'Realistic'],
        ['1.B.1.d', 'Social'],
        ['1.B.1.e', 'Enterprising'],
        ['1.B.1.f', 'Conventional'],
        ['1.C.1.a', 'Achievement/Effort'],
        ['1.C.5.c', 'Integrity'],
        ['2.A.1.a', 'Reading Comprehension'],
        ['2.A.1.b', 'Active Listening'],
        ['2.B.3.e', 'Programming'],
        ['2.B.3.l', 'Repairing'],
        ['2.C.1.a', 'Administration and Management'],
        ['2.C.1.b', 'Administrative'],
        ['2.D.1', 'Required Level of Education'],
        ['2.D.4.a', 'Job-Related Professional Certification'],
      ] as const
    ).map(([elementId, name], index) => ({
      fileId: elements,
      row: index + 2,
      elementId,
      name,
      description: `${name} (test).`,
    })),
  });
  const scales = await file('scales-reference', 'Scales Reference.xlsx');
  await prisma.onetScale.createMany({
    data: (
      [
        ['IM', 'Importance', 1, 5],
        ['LV', 'Level', 0, 7],
        ['OI', 'Occupational Interests', 1, 7],
        ['IH', 'Occupational Interest High-Point', 0, 6],
        ['RL', 'Required Level Of Education (Categories 1-12)', 0, 100],
      ] as const
    ).map(([scaleId, name, minimum, maximum], index) => ({
      fileId: scales,
      row: index + 2,
      scaleId,
      name,
      minimum,
      maximum,
    })),
  });
}
