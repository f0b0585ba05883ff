import type { Database } from '@careergraph/db';
import { SOURCES } from '@careergraph/domain';

/**
 * The programs in Anchorage that may prepare for registered nursing, with what became of their graduates: figures and
 * rows of the files as published, typed in. For examples and recorded answers; CareerGraph itself comes without programs.
 */
export async function loadNursingPrograms(prisma: Database): Promise<void> {
  const ipeds = await createRelease(
    prisma,
    'ipeds',
    '2024',
    'July 2023 to June 2024',
    'U.S. Department of Education, National Center for Education Statistics, IPEDS, institutional characteristics and completions, 2024',
  );
  const institutions = await ipeds(
    'institutions',
    'hd2024.csv',
    'fc19d5f6e1d3d4de2b54db4965b18373358b08069c79c3b3942891662a709874',
  );
  const completions = await ipeds(
    'completions',
    'c2024_a_subset.csv',
    '5a779c8d36a2f877ef9c010eb5cb83551b6f4344984ad16c402c507480ab80f0',
  );
  await prisma.institution.createMany({
    data: INSTITUTIONS.map((institution) => ({ ...IN_ANCHORAGE, ...institution, fileId: institutions })),
  });
  await prisma.program.createMany({
    data: PROGRAMS.map(([row, unitId, cipCode, awardLevel, awards]) => ({
      ...{ fileId: completions, row, unitId, cipCode, awardLevel, majorNumber: 1, completions: awards },
    })),
  });
  const cipSoc = await createRelease(
    prisma,
    'cipSoc',
    '2020',
    'CIP 2020 to SOC 2018',
    'National Center for Education Statistics and U.S. Bureau of Labor Statistics, CIP 2020 to SOC 2018 crosswalk',
  );
  const crosswalk = await cipSoc(
    'crosswalk',
    'CIP2020_SOC2018_Crosswalk.xlsx',
    'ba3d59a191b9d977a5c457a66b9348c4f2f7963aafacf72c0b80113b46bf0ab8',
  );
  const inCrosswalk = { fileId: crosswalk, sheet: 'CIP-SOC' };
  await prisma.cipOccupation.createMany({
    data: FIELDS.map(([cipCode, row]) => ({ ...inCrosswalk, row, cipCode, occupationCode: '29-1141' })),
  });
  await prisma.cipTitle.createMany({
    data: FIELDS.map(([cipCode, , row, title]) => ({ ...inCrosswalk, row, cipCode, title })),
  });
  const scorecard = await createRelease(
    prisma,
    'scorecard',
    '2026-06',
    'June 2026',
    'U.S. Department of Education, College Scorecard, most recent cohorts, June 2026',
  );
  const fieldsOfStudy = await scorecard(
    'field-of-study',
    'scorecard_field_of_study_2026-06.csv',
    'b33f15c49adc3d3be2a5720ccba7c04f9e4c8d3102337796481a0c497ae15bef',
  );
  const prices = await scorecard(
    'institutions',
    'scorecard_institutions_2026-06.csv',
    '1e14bab3c6e37133d2a24f071fe9d73533fb0e9f0b90abeb4e3f266666b7eaf2',
  );
  await prisma.fieldOutcome.createMany({
    data: OUTCOMES.map(
      ([row, unitId, opeId, credentialLevel, awards, earnings1YearUsd, earnings4YearsUsd, medianDebtUsd]) => ({
        ...{ fileId: fieldsOfStudy, row, unitId, opeId, cipCode: '51.38', credentialLevel },
        ...{ awards, awardsMarker: markerOf(awards) },
        ...{ earnings1YearUsd, earnings1YearMarker: markerOf(earnings1YearUsd) },
        ...{ earnings4YearsUsd, earnings4YearsMarker: markerOf(earnings4YearsUsd) },
        ...{ medianDebtUsd, medianDebtMarker: markerOf(medianDebtUsd) },
      }),
    ),
  });
  await prisma.institutionOutcome.createMany({
    data: PRICES.map(([row, unitId, netPriceUsd, completionTenThousandths]) => ({
      ...{ fileId: prices, row, unitId, netPriceUsd, completionTenThousandths },
    })),
  });
  const geonames = await createRelease(
    prisma,
    'geonames',
    '2026-01',
    '2026-01',
    'GeoNames, postal codes of the United States, as of 2026-01',
  );
  const places = await geonames(
    'postal-codes',
    'US.txt',
    'c3044b608d6d43030d717887a25c11c27e728d8d95505aedc7b45e21831a8623',
  );
  await prisma.zipPlace.create({
    data: {
      ...{ fileId: places, row: 13, zip: '99501', place: 'Anchorage', stateCode: 'US-AK' },
      ...{ county: 'Anchorage Municipality', countyFips: '02020', latitude: 61.2116, longitude: -149.8761 },
    },
  });
}

/** The files of the College Scorecard that the figures were typed in from have lost the reasons. */
const markerOf = (value: number | null) => (value === null ? ('NOT_IN_FILE' as const) : null);

const IN_ANCHORAGE = {
  ...{ city: 'Anchorage', stateCode: 'US-AK', zip: '99508', countyFips: '02020', areaCode: 'CBSA-11260' },
  level: 'FOUR_YEAR',
  active: true,
} as const;

const INSTITUTIONS = [
  {
    row: 58,
    unitId: 102553,
    name: 'University of Alaska Anchorage',
    control: 'PUBLIC',
    latitude: 61.190163,
    longitude: -149.82619,
    websiteUrl: 'https://www.uaa.alaska.edu/',
    admissionsUrl: 'https://www.uaa.alaska.edu/admissions/',
    applicationUrl: 'https://uaonline.alaska.edu/',
    financialAidUrl: 'https://www.uaa.alaska.edu/financialaid/',
    netPriceCalculatorUrl: 'https://www.uaa.alaska.edu/financialaid/customcf/npcalc.htm',
  },
  {
    row: 62,
    unitId: 102669,
    name: 'Alaska Pacific University',
    control: 'PRIVATE_NONPROFIT',
    latitude: 61.190968,
    longitude: -149.804168,
    websiteUrl: 'https://www.alaskapacific.edu/',
    admissionsUrl: 'https://www.alaskapacific.edu/admissions/',
    applicationUrl: 'https://applicant.alaskapacific.edu/undergraduate/login.asp',
    financialAidUrl: 'https://www.alaskapacific.edu/apply/financial-aid/',
    netPriceCalculatorUrl: 'https://npc.collegeboard.org/student/app/alaskapacific',
  },
  {
    row: 64,
    unitId: 102845,
    name: 'Charter College',
    control: 'PRIVATE_FOR_PROFIT',
    latitude: 61.19633,
    longitude: -149.839274,
    websiteUrl: 'https://chartercollege.edu/',
    admissionsUrl: 'https://chartercollege.edu/admissions/',
    applicationUrl: 'https://chartercollege.edu/',
    financialAidUrl: 'https://chartercollege.edu/financial-aid/',
    netPriceCalculatorUrl: 'https://chartercollege.edu/financial-aid/',
  },
] as const;

/** Row, institution, field, award level, awards. */
const PROGRAMS = [
  [3974, 102553, '51.3801', 5, 122],
  [3975, 102553, '51.3801', 7, 18],
  [3976, 102553, '51.3805', 8, 0],
  [3977, 102553, '51.3810', 8, 1],
  [3978, 102553, '51.3818', 18, 0],
  [4329, 102669, '51.3801', 3, 24],
  [4330, 102669, '51.3801', 5, 3],
  [4381, 102845, '51.3801', 3, 70],
] as const;

/** Field, row that links it to the occupation, row with its title, title. */
const FIELDS = [
  ['51.3801', 4651, 4650, 'Registered Nursing/Registered Nurse'],
  ['51.3802', 4653, 4652, 'Nursing Administration'],
  ['51.3803', 4656, 4655, 'Adult Health Nurse/Nursing'],
  ['51.3805', 4661, 4660, 'Family Practice Nurse/Nursing'],
  ['51.3806', 4664, 4663, 'Maternal/Child Health and Neonatal Nurse/Nursing'],
  ['51.3808', 4669, 4668, 'Nursing Science'],
  ['51.3809', 4672, 4671, 'Pediatric Nurse/Nursing'],
  ['51.3810', 4675, 4674, 'Psychiatric/Mental Health Nurse/Nursing'],
  ['51.3811', 4678, 4677, 'Public Health/Community Nurse/Nursing'],
  ['51.3812', 4681, 4680, 'Perioperative/Operating Room and Surgical Nurse/Nursing'],
  ['51.3813', 4684, 4683, 'Clinical Nurse Specialist'],
  ['51.3814', 4687, 4686, 'Critical Care Nursing'],
  ['51.3815', 4690, 4689, 'Occupational and Environmental Health Nursing'],
  ['51.3816', 4693, 4692, 'Emergency Room/Trauma Nursing'],
  ['51.3818', 4697, 4695, 'Nursing Practice'],
  ['51.3819', 4700, 4699, 'Palliative Care Nursing'],
  ['51.3820', 4704, 4702, 'Clinical Nurse Leader'],
  ['51.3821', 4707, 4706, 'Geriatric Nurse/Nursing'],
  ['51.3822', 4710, 4709, "Women's Health Nurse/Nursing"],
  ['51.3824', 4713, 4712, 'Forensic Nursing'],
  ['51.3899', 4716, 4715, 'Registered Nursing, Nursing Administration, Nursing Research and Clinical Nursing, Other'],
] as const;

/** Row, institution, OPEID, credential level, awards, earnings after one year and four years, debt. */
const OUTCOMES = [
  [111017, 102553, '011462', 3, 125, 86823, 93001, 20834],
  [111018, 102553, '011462', 5, 14, 115750, 121953, null],
  [111019, 102553, '011462', 7, 1, null, null, null],
  [111020, 102553, '011462', 8, 2, null, null, null],
  [111336, 102669, '001061', 2, null, null, null, null],
  [111337, 102669, '001061', 3, 1, null, null, null],
  [111385, 102845, '025769', 2, 59, 83107, 87831, 27583],
] as const;

/** Row, institution, net price, completion rate. */
const PRICES = [
  [56, 102553, 15301, 2971],
  [60, 102669, 21616, 4722],
  [62, 102845, 34860, 5606],
] as const;

/** An active release. Gives what creates a file of it and gives the id of the file. */
async function createRelease(
  prisma: Database,
  source: keyof typeof SOURCES,
  key: string,
  label: string,
  citation: string,
): Promise<(role: string, name: string, sha256: string) => Promise<number>> {
  const { id: sourceId, ...facts } = SOURCES[source];
  await prisma.source.upsert({ where: { id: sourceId }, create: { id: sourceId, ...facts }, update: {} });
  const release = await prisma.release.create({
    data: {
      ...{ sourceId, key, label, citation, url: SOURCES[source].homepage, revision: 1, status: 'ACTIVE' },
      ...{ contentSha256: `${sourceId} ${key}`, audit: { audits: [] }, activatedAt: new Date('2026-11-28T00:00:00Z') },
    },
  });
  return async (role, name, sha256) => {
    const { id } = await prisma.file.create({
      data: {
        ...{ sourceId, releaseKey: key, role, name, sha256, contentSha256: sha256, edition: 'published', rows: 1 },
      },
    });
    await prisma.releaseFile.create({ data: { releaseId: release.id, fileId: id } });
    return id;
  };
}
