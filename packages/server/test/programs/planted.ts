import { loadNursingPrograms } from '@careergraph/testkit';

type Prisma = Parameters<typeof loadNursingPrograms>[0];

const ANCHORAGE = {
  ...{ city: 'Anchorage', stateCode: 'US-AK', zip: '99508', areaCode: 'CBSA-11260', active: true },
  ...{ latitude: 61.2, longitude: -149.9 },
  level: 'TWO_YEAR' as const,
  control: 'PUBLIC' as const,
};

/** Made-up institutions beside the real ones in Anchorage; each stands for one case. */
export const MADE_UP = {
  closed: { ...ANCHORAGE, unitId: 900_001, row: 9001, name: 'Closed College', active: false },
  nowhere: { ...ANCHORAGE, unitId: 900_002, row: 9002, name: 'Nowhere College', latitude: null, longitude: null },
  doubtful: { ...ANCHORAGE, unitId: 900_003, row: 9003, name: 'Doubtful College', control: null, areaCode: null },
  island: {
    ...ANCHORAGE,
    ...{ unitId: 900_004, row: 9004, name: 'Colegio de la Isla', city: 'San Juan', stateCode: 'US-PR', zip: '00936' },
    ...{ areaCode: 'CBSA-41980', latitude: 18.4, longitude: -66.07 },
  },
};

const SUPPRESSED = {
  awardsMarker: 'NOT_AVAILABLE',
  earnings1YearMarker: 'PRIVACY_SUPPRESSED',
  earnings4YearsMarker: 'PRIVACY_SUPPRESSED',
  medianDebtMarker: 'PRIVACY_SUPPRESSED',
} as const;

/** The programs in Anchorage, and what the published files have elsewhere: signs, second majors, closed institutions. */
export async function plantPrograms(prisma: Prisma): Promise<void> {
  await loadNursingPrograms(prisma);
  const files = await prisma.file.findMany();
  const fileId = (sourceId: string, role: string) => {
    const file = files.find((each) => each.sourceId === sourceId && each.role === role);
    if (!file) throw new Error(`There is no file ${role} of ${sourceId}.`);
    return file.id;
  };
  const [institutions, completions] = [fileId('nces-ipeds', 'institutions'), fileId('nces-ipeds', 'completions')];
  await prisma.institution.createMany({
    data: Object.values(MADE_UP).map((row) => ({ ...row, fileId: institutions })),
  });
  const program = { fileId: completions, cipCode: '51.3801', awardLevel: 3, majorNumber: 1, completions: 5 };
  const ofAll = Object.values(MADE_UP).map(({ unitId, row }) => ({ ...program, unitId, row: row + 100 }));
  const doubtful = { ...program, unitId: MADE_UP.doubtful.unitId };
  await prisma.program.createMany({
    data: [
      ...ofAll,
      { ...doubtful, row: 9201, cipCode: '51.3802', awardLevel: 5, majorNumber: 2, completions: 7 },
      { ...doubtful, row: 9202, awardLevel: 3, majorNumber: 2, completions: 2 },
      { ...doubtful, row: 9203, awardLevel: 20, completions: null, completionsMarker: 'NOT_AVAILABLE' },
      { ...doubtful, row: 9204, awardLevel: 7, completions: 4, completionsFlag: 'IMPUTED' },
      // A field that the crosswalk does not have.
      { ...doubtful, row: 9205, cipCode: '49.0109' },
    ],
  });
  const outcome = { fileId: fileId('ed-scorecard', 'field-of-study'), opeId: '000001', cipCode: '51.38' };
  await prisma.fieldOutcome.create({
    data: { ...outcome, ...SUPPRESSED, row: 9301, unitId: MADE_UP.doubtful.unitId, credentialLevel: 2 },
  });
  await prisma.institutionOutcome.create({
    data: {
      ...{ fileId: fileId('ed-scorecard', 'institutions'), row: 9401, unitId: MADE_UP.doubtful.unitId },
      netPriceUsd: -914,
      completionMarker: 'PRIVACY_SUPPRESSED',
    },
  });
  const crosswalk = { fileId: fileId('nces-cip-soc', 'crosswalk'), sheet: 'CIP-SOC' };
  await prisma.cipOccupation.createMany({
    data: [
      { ...crosswalk, row: 9501, cipCode: null, occupationCode: '13-1074' },
      { ...crosswalk, row: 9502, cipCode: '51.3801', occupationCode: '29-1171' },
    ],
  });
}
