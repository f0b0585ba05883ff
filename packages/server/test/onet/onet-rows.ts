import type { Database, Prisma } from '@careergraph/db';

/**
 * The classification and three O*NET releases, as far as the tests ask: codes, figures, titles and rows of 11-9111.00 as
 * published, sentences of our own. 29.3 is active; 29.0 has no skills, as the part of it that is published as text; 30.3 has the renamed layout.
 */
export const ATTRIBUTION = 'This page includes information from the O*NET Database (test). CC BY 4.0.';

const OFFICE = '11-9111.00';
const EXPERT = { date: '2022-08', domainSource: 'Occupational Expert' };
const ANALYST = { date: '2022-08', domainSource: 'Analyst' };

export async function insertOccupations(prisma: Database): Promise<void> {
  await insertClassification(prisma);
  await insertOnet(prisma);
}

async function insertClassification(prisma: Database): Promise<void> {
  await prisma.source.create({
    data: {
      id: 'bls-soc',
      kind: 'AGENCY',
      name: 'Standard Occupational Classification',
      publisher: 'U.S. Bureau of Labor Statistics',
      licence: 'US public domain',
    },
  });
  const release = await newRelease(prisma, 'bls-soc', '2018', 'SOC 2018', 'ACTIVE');
  const structure = await release.file('structure', 'soc_structure_2018.xlsx');
  const definitions = await release.file('definitions', 'soc_2018_definitions.xlsx');
  const titles = await release.file('titles', 'soc_2018_direct_match_title_file.xlsx');
  const classes = [
    [2, '11-0000', 'MAJOR', null, 'Management Occupations'],
    [39, '11-9000', 'MINOR', '11-0000', 'Other Management Occupations'],
    [58, '11-9110', 'BROAD', '11-9000', 'Medical and Health Services Managers'],
    [59, '11-9111', 'DETAILED', '11-9110', 'Medical and Health Services Managers'],
    [845, '43-0000', 'MAJOR', null, 'Office and Administrative Support Occupations'],
    [928, '43-6000', 'MINOR', '43-0000', 'Secretaries and Administrative Assistants'],
    [929, '43-6010', 'BROAD', '43-6000', 'Secretaries and Administrative Assistants'],
    [930, '43-6011', 'DETAILED', '43-6010', 'Executive Secretaries and Executive Administrative Assistants'],
    [1448, '55-3019', 'DETAILED', null, 'Military Enlisted Tactical Operations and Air/Weapons Specialists, All Other'],
  ] as const;
  const occupation = { fileId: structure, sheet: '2018 Structure' };
  await prisma.fileOccupation.createMany({
    data: classes.map(([row, code, level, parentCode, title]) => ({
      ...occupation,
      row,
      code,
      level,
      parentCode,
      title,
    })),
  });
  await prisma.fileOccupation.create({
    data: {
      fileId: definitions,
      sheet: '2018 SOC',
      row: 59,
      code: '11-9111',
      level: 'DETAILED',
      title: 'Medical and Health Services Managers',
      definition: 'Lead health services (a definition of the test).',
    },
  });
  await prisma.occupationTitle.createMany({
    data: (
      [
        [215, 'Clinic Director', ['illustrative']],
        [219, 'Health Care Manager', []],
      ] as const
    ).map(([row, title, sources]) => ({
      fileId: titles,
      sheet: 'Sorted by SOC',
      row,
      occupationCode: '11-9111',
      kind: 'DIRECT_MATCH',
      title,
      sources: [...sources],
    })),
  });
}

async function insertOnet(prisma: Database): Promise<void> {
  await prisma.source.create({
    data: {
      id: 'onet',
      kind: 'AGENCY',
      name: 'O*NET Database',
      publisher: 'National Center for O*NET Development',
      licence: 'CC BY 4.0',
      attribution: ATTRIBUTION,
    },
  });
  const old = await newRelease(prisma, 'onet', '29.0', 'O*NET 29.0 Database', 'SUPERSEDED');
  await insertShared(prisma, old);
  const current = await newRelease(prisma, 'onet', '29.3', 'O*NET 29.3 Database', 'ACTIVE');
  await insertShared(prisma, current);
  await insertRatings(prisma, current);
  await insertRenamed(prisma, await newRelease(prisma, 'onet', '30.3', 'O*NET 30.3 Database', 'SUPERSEDED'));
}

/** The layout from 30.3 on: skills in two files, styles rated by impact, software by element. Synthetic values. */
async function insertRenamed(prisma: Database, { file }: NewRelease): Promise<void> {
  const rows = async (role: string, sheet: string, values: readonly (readonly [string, string, number])[]) => {
    const fileId = await file(role, `${sheet}.xlsx`);
    await prisma.onetRating.createMany({
      data: values.map(([elementId, scaleId, valueHundredths], index) => ({
        ...{ fileId, sheet, row: index + 2, occupationCode: OFFICE, elementId, scaleId, valueHundredths },
      })),
    });
  };
  await rows('essential-skills', 'Essential Skills', [['2.A.1.a', 'IM', 400]]);
  await rows('transferable-skills', 'Transferable Skills', [['2.B.1.a', 'IM', 412]]);
  await rows('work-styles', 'Work Styles', [
    ['1.D.1.a', 'WI', -120],
    ['1.D.1.b', 'WI', 240],
    ['1.D.1.b', 'DR', 100],
  ]);
  const elements = await file('content-model-reference', 'Content Model Reference.xlsx');
  await prisma.onetElement.create({ data: { fileId: elements, row: 2, elementId: '5.A.1', name: 'Medical software' } });
  const software = await file('technology-skills', 'Software Skills.xlsx');
  await prisma.onetTechnology.create({
    data: {
      ...{ fileId: software, sheet: 'Software Skills', row: 2, occupationCode: OFFICE, example: 'Alteer Office' },
      ...{ elementId: '5.A.1', hot: false, inDemand: true },
    },
  });
}

type NewRelease = Awaited<ReturnType<typeof newRelease>>;

async function newRelease(
  prisma: Database,
  sourceId: string,
  key: string,
  label: string,
  status: 'ACTIVE' | 'SUPERSEDED',
) {
  const { id: releaseId } = await prisma.release.create({
    data: {
      ...{ sourceId, key, revision: 1, label, status, citation: `${label} (test)`, audit: {} },
      contentSha256: `${sourceId}/${key}`.padEnd(64, '0'),
    },
  });
  return {
    label,
    file: async (role: string, name: string) => {
      const sha256 = Buffer.from(`${sourceId}/${key}/${role}`).toString('hex').padEnd(64, '0').slice(-64);
      const { id } = await prisma.file.create({
        data: { sourceId, releaseKey: key, role, name, sha256, edition: 'published', contentSha256: sha256, rows: 1 },
      });
      await prisma.releaseFile.create({ data: { releaseId, fileId: id } });
      return id;
    },
  };
}

/** What both releases have. */
async function insertShared(prisma: Database, { label, file }: NewRelease): Promise<void> {
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
  const zoneNames = await file('job-zone-reference', 'Job Zone Reference.xlsx');
  await prisma.onetJobZoneName.create({
    data: {
      ...{ fileId: zoneNames, row: 5, jobZone: 4, name: 'Job Zone Four: Considerable Preparation Needed' },
      ...{ experience: 'Years (test).', education: 'A degree (test).', jobTraining: 'Years of training (test).' },
      svpRange: '(7.0 to < 8.0)',
    },
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

type RatingInput = Prisma.OnetRatingCreateManyInput;

/** What only 29.3 has here. */
async function insertRatings(prisma: Database, { file }: NewRelease): Promise<void> {
  const insert = async (role: string, name: string, common: Partial<RatingInput>, rows: readonly Row[]) => {
    const fileId = await file(role, `${name}.xlsx`);
    await prisma.onetRating.createMany({
      data: rows.map(([row, elementId, scaleId, valueHundredths, more]) => ({
        ...{ fileId, sheet: name, row, occupationCode: OFFICE, elementId, scaleId, valueHundredths },
        ...common,
        ...more,
      })),
    });
  };
  type Row = readonly [number, string, string, number, Partial<RatingInput>?];
  const relevant = { notRelevant: false };
  await insert('skills', 'Skills', { ...ANALYST, sampleSize: 8, recommendSuppress: false }, [
    [
      2382,
      '2.A.1.a',
      'IM',
      400,
      { standardErrorTenThousandths: 0, lowerTenThousandths: 40_000, upperTenThousandths: 40_000 },
    ],
    [
      2383,
      '2.A.1.a',
      'LV',
      412,
      { ...relevant, standardErrorTenThousandths: 1_250, lowerTenThousandths: 38_800, upperTenThousandths: 43_700 },
    ],
    [
      2384,
      '2.A.1.b',
      'IM',
      400,
      { standardErrorTenThousandths: 0, lowerTenThousandths: 40_000, upperTenThousandths: 40_000 },
    ],
    [2385, '2.A.1.b', 'LV', 412, { ...relevant, recommendSuppress: true }],
    [
      2424,
      '2.B.3.e',
      'IM',
      200,
      { standardErrorTenThousandths: 1_890, lowerTenThousandths: 16_296, upperTenThousandths: 23_704 },
    ],
    [
      2425,
      '2.B.3.e',
      'LV',
      138,
      { ...relevant, standardErrorTenThousandths: 3_750, lowerTenThousandths: 6_400, upperTenThousandths: 21_100 },
    ],
    [2436, '2.B.3.l', 'IM', 500, { recommendSuppress: true }],
    [2437, '2.B.3.l', 'LV', 0, { notRelevant: true }],
  ]);
  await insert('knowledge', 'Knowledge', { ...EXPERT, sampleSize: 28 }, [
    [2248, '2.C.1.b', 'IM', 368],
    [2249, '2.C.1.b', 'LV', 543, relevant],
    [2246, '2.C.1.a', 'IM', 468],
    [2247, '2.C.1.a', 'LV', 550, relevant],
  ]);
  await insert('work-styles', 'Work Styles', { ...EXPERT }, [
    [546, '1.C.1.a', 'IM', 421, { sampleSize: 28 }],
    [558, '1.C.5.c', 'IM', 481, { sampleSize: 27 }],
  ]);
  await insert('interests', 'Interests', { date: '2023-11', domainSource: 'Machine Learning' }, [
    [353, '1.B.1.a', 'OI', 215],
    [356, '1.B.1.d', 'OI', 424],
    [357, '1.B.1.e', 'OI', 565],
    [358, '1.B.1.f', 'OI', 563],
    [359, '1.B.1.g', 'IH', 500],
    [360, '1.B.1.h', 'IH', 600],
    [361, '1.B.1.i', 'IH', 0],
  ]);
  await insert('education-training-experience', 'Education, Training, and Experience', { ...EXPERT, sampleSize: 28 }, [
    [1364, '2.D.4.a', 'IM', 367, { sampleSize: 27 }],
    [1357, '2.D.1', 'RL', 4643, { category: 6 }],
    [1359, '2.D.1', 'RL', 2143, { category: 8 }],
    [1353, '2.D.1', 'RL', 357, { category: 2 }],
  ]);
  const categories = await file('ete-categories', 'Education, Training, and Experience Categories.xlsx');
  await prisma.onetCategory.createMany({
    data: (
      [
        [3, 2, 'High school diploma (test)'],
        [7, 6, "Bachelor's Degree"],
        [9, 8, "Master's Degree"],
      ] as const
    ).map(([row, category, description]) => ({
      ...{ fileId: categories, row, elementId: '2.D.1', scaleId: 'RL', category, description },
    })),
  });
}
