import type { Database, Prisma } from '@careergraph/db';
import { ANALYST, EXPERT, type NewRelease, OFFICE } from './new-release.js';

type RatingInput = Prisma.OnetRatingCreateManyInput;

/** Ratings, which only 29.3 has here. */
export async function insertRatings(prisma: Database, { file }: NewRelease): Promise<void> {
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
