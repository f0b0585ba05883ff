import { createTestApi, type TestApi } from '@careergraph/testkit';
import { full, type Row } from './wages.js';

export type Transaction = Parameters<Parameters<TestApi['prisma']['$transaction']>[0]>[0];

/** What rows refer to: a file of wages, and the release of the guides. */
interface Ids {
  readonly fileId: number;
  readonly guides: number;
}

type Insert<Inserted = unknown> = (tx: Transaction, row: Row) => Promise<Inserted>;

/** Inserts one valid row; a case overwrites the columns that it is about. */
export interface Inserts {
  readonly release: Insert<{ readonly id: number }>;
  readonly file: Insert;
  readonly releaseFile: Insert;
  readonly area: Insert;
  readonly occupation: Insert;
  readonly wage: Insert;
  readonly projection: Insert;
  readonly rating: Insert;
  readonly technology: Insert;
  readonly jobZone: Insert;
  readonly handbookProfile: Insert;
  readonly zipShare: Insert;
  readonly zipPlace: Insert;
  readonly institution: Insert;
  readonly program: Insert;
  readonly cipTitle: Insert;
  readonly cipOccupation: Insert;
  readonly fieldOutcome: Insert;
  readonly institutionOutcome: Insert;
  readonly career: Insert;
  readonly careerOccupation: Insert;
  readonly claim: Insert;
  readonly related: Insert;
}
export type Table = keyof Inserts;

export interface ConstraintsDatabase {
  readonly api: TestApi;
  readonly inserts: Inserts;
  /** Runs statements, takes them back, and gives `accepted` or the error. */
  attempt(work: (tx: Transaction) => Promise<unknown>): Promise<string>;
}

export async function openConstraintsDatabase(): Promise<ConstraintsDatabase> {
  const api = await createTestApi();
  const { id: fileId } = await api.prisma.file.findFirstOrThrow({ where: { name: 'national_M2025_dl.xlsx' } });
  const { id: guides } = await api.prisma.release.findFirstOrThrow({ where: { sourceId: 'careergraph-guides' } });
  return {
    api,
    inserts: insertsFor({ fileId, guides }),
    attempt: async (work) => {
      const accepted = new Error('accepted');
      const run = async (tx: Transaction) => {
        await work(tx);
        throw accepted;
      };
      return api.prisma.$transaction(run, { timeout: 30_000 }).then(
        () => 'committed',
        (error: unknown) => (error === accepted ? 'accepted' : String(error)),
      );
    },
  };
}

function insertsFor(ids: Ids): Inserts {
  return {
    ...figureInserts(ids),
    ...placeInserts(ids),
    ...programInserts(ids),
    ...guideInserts(ids),
    ...releaseInserts(ids),
  };
}

function programInserts({ fileId }: Ids) {
  const place = { fileId, row: 9_999 };
  const unitId = 100_654;
  return {
    institution: (tx: Transaction, row: Row) =>
      tx.institution.create({
        data: {
          ...{ ...place, unitId, name: 'test', city: 'test', stateCode: 'US-AL', zip: '35762', active: true },
          ...{ latitude: 34.783368, longitude: -86.568502, ...row },
        } as never,
      }),
    program: (tx: Transaction, row: Row) =>
      tx.program.create({
        data: { ...place, unitId, cipCode: '51.3801', awardLevel: 5, majorNumber: 1, completions: 10, ...row } as never,
      }),
    cipTitle: (tx: Transaction, row: Row) =>
      tx.cipTitle.create({ data: { ...place, sheet: 'test', cipCode: '51.3801', title: 'test', ...row } as never }),
    cipOccupation: (tx: Transaction, row: Row) =>
      tx.cipOccupation.create({
        data: { ...place, sheet: 'test', cipCode: '51.3801', occupationCode: '29-1141', ...row } as never,
      }),
    fieldOutcome: (tx: Transaction, row: Row) =>
      tx.fieldOutcome.create({
        data: {
          ...{ ...place, unitId, opeId: '001002', cipCode: '51.38', credentialLevel: 3, awards: 10 },
          ...{ earnings1YearUsd: 50_000, earnings4YearsUsd: 60_000, medianDebtUsd: 20_000, ...row },
        } as never,
      }),
    institutionOutcome: (tx: Transaction, row: Row) =>
      tx.institutionOutcome.create({
        data: { ...place, unitId, netPriceUsd: 17_621, completionTenThousandths: 2_403, ...row } as never,
      }),
  };
}

function releaseInserts({ fileId, guides }: Ids) {
  return {
    release: (tx: Transaction, row: Row) =>
      tx.release.create({
        data: {
          sourceId: 'bls-oews',
          key: '2025-05',
          revision: 2,
          label: 'test',
          status: 'STAGED',
          citation: 'test',
          contentSha256: 'test',
          audit: {},
          ...row,
        } as never,
      }),
    file: (tx: Transaction, row: Row) =>
      tx.file.create({
        data: {
          sourceId: 'bls-oews',
          releaseKey: '2025-05',
          role: 'test',
          name: 'test',
          sha256: 'test',
          edition: 'published',
          contentSha256: 'test',
          rows: 1,
          ...row,
        } as never,
      }),
    releaseFile: (tx: Transaction, row: Row) =>
      tx.releaseFile.create({ data: { releaseId: guides, fileId, ...row } as never }),
  };
}

function figureInserts({ fileId }: Ids) {
  const place = { fileId, sheet: 'test', row: 9_999 };
  return {
    wage: (tx: Transaction, row: Row) =>
      tx.wageEstimate.create({
        data: {
          ...place,
          occupationCode: '43-6011',
          areaCode: 'US-CA',
          areaKind: 'STATE',
          employmentPersons: 10,
          employmentPrseTenths: 15,
          meanPrseTenths: 5,
          jobsPer1000Thousandths: 1_000,
          locationQuotientThousandths: 1_000,
          ...full('annual'),
          ...full('hourly'),
          ...row,
        } as never,
      }),
    projection: (tx: Transaction, row: Row) =>
      tx.projection.create({
        data: {
          ...place,
          occupationCode: '43-6011',
          areaCode: 'US-CA',
          kind: 'LINE_ITEM',
          baseYear: 2024,
          projectedYear: 2034,
          baseEmploymentPersons: 1_000,
          projectedEmploymentPersons: 1_100,
          changePersons: 100,
          percentTenths: 100,
          annualOpeningsPersons: 50,
          selfEmployedTenths: 58,
          medianAnnualUsd: 49_500,
          medianYear: 2024,
          ...row,
        } as never,
      }),
    rating: (tx: Transaction, row: Row) =>
      tx.onetRating.create({
        data: {
          ...place,
          occupationCode: '11-9111.00',
          elementId: '2.A.1.a',
          scaleId: 'IM',
          valueHundredths: 412,
          sampleSize: 8,
          lowerTenThousandths: 38_000,
          upperTenThousandths: 44_000,
          ...row,
        } as never,
      }),
    technology: (tx: Transaction, row: Row) =>
      tx.onetTechnology.create({
        data: {
          ...place,
          occupationCode: '11-9111.00',
          example: 'test',
          commodityCode: 43_232_304,
          commodityTitle: 'test',
          hot: false,
          inDemand: false,
          ...row,
        } as never,
      }),
    handbookProfile: (tx: Transaction, row: Row) =>
      tx.handbookProfile.create({
        data: {
          fileId,
          slug: 'lantern-keepers',
          title: 'Lantern Keepers',
          occupationCodes: [],
          onetCodes: [],
          document: {},
          notices: [],
          ...row,
        } as never,
      }),
    jobZone: (tx: Transaction, row: Row) =>
      tx.onetJobZone.create({ data: { ...place, occupationCode: '11-9111.00', jobZone: 5, ...row } as never }),
  };
}

function placeInserts({ fileId }: Ids) {
  const place = { fileId, sheet: 'test', row: 9_999 };
  return {
    area: (tx: Transaction, row: Row) =>
      tx.fileArea.create({ data: { fileId, code: 'CBSA-99999', kind: 'METRO', name: 'test', ...row } as never }),
    occupation: (tx: Transaction, row: Row) =>
      tx.fileOccupation.create({
        data: { ...place, code: '99-9999', title: 'test', level: 'DETAILED', ...row } as never,
      }),
    zipShare: (tx: Transaction, row: Row) =>
      tx.zipShare.create({
        data: {
          fileId,
          row: 9_999,
          zip: '10001',
          areaCode: 'CBSA-35620',
          city: 'test',
          stateCode: 'US-NY',
          residentialBillionths: 1_000_000_000,
          businessBillionths: 999_999_999,
          otherBillionths: 1,
          totalBillionths: 0,
          ...row,
        } as never,
      }),
    zipPlace: (tx: Transaction, row: Row) =>
      tx.zipPlace.create({
        data: { fileId, row: 9_999, zip: '10001', place: 'test', latitude: 40.75, longitude: -73.99, ...row } as never,
      }),
  };
}

function guideInserts({ guides }: Ids) {
  return {
    career: (tx: Transaction, row: Row) =>
      tx.career.create({
        data: {
          releaseId: guides,
          slug: 'test',
          title: 'test',
          summary: 'test',
          field: 'test',
          typicalEducation: 'test',
          document: {},
          file: 'test',
          fileSha256: 'test',
          ...row,
        } as never,
      }),
    careerOccupation: (tx: Transaction, row: Row) =>
      tx.careerOccupation.create({
        data: {
          releaseId: guides,
          careerSlug: 'dog-groomer',
          position: 99,
          occupationCode: '43-6011',
          role: 'SECONDARY',
          reason: 'test',
          ...row,
        } as never,
      }),
    claim: (tx: Transaction, row: Row) =>
      tx.claim.create({
        data: {
          releaseId: guides,
          id: 'definitive-guide/test',
          documentSlug: 'definitive-guide',
          position: 9_999,
          line: 1,
          section: 'test',
          printed: 'test',
          measure: 'WAGE',
          unit: 'USD_PER_YEAR',
          low: 1,
          high: 2,
          bound: 'EXACT',
          ...row,
        } as never,
      }),
    related: (tx: Transaction, row: Row) =>
      tx.relatedCareer.create({
        data: {
          releaseId: guides,
          fromSlug: 'dog-groomer',
          toSlug: 'mri-technologist',
          position: 99,
          ...row,
        } as never,
      }),
  };
}
