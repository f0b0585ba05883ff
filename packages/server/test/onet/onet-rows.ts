import type { Database } from '@careergraph/db';
import { type NewRelease, newRelease, OFFICE } from './new-release.js';
import { insertRatings } from './rating-rows.js';
import { insertShared } from './shared-rows.js';

/**
 * The classification and three O*NET releases, as far as the tests ask: codes, figures, titles and rows of 11-9111.00 as
 * published, sentences of our own. 29.3 is active; 29.0 has no skills, as the part of it that is published as text; 30.3 has the renamed layout.
 */
export const ATTRIBUTION = 'This page includes information from the O*NET Database (test). CC BY 4.0.';

export async function insertOccupations(prisma: Database): Promise<void> {
  await insertClassification(prisma);
  await insertOnet(prisma);
}

async function insertClassification(prisma: Database): Promise<void> {
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
