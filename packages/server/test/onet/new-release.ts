import type { Database } from '@careergraph/db';

/** The O*NET code that most rows belong to. */
export const OFFICE = '11-9111.00';
export const EXPERT = { date: '2022-08', domainSource: 'Occupational Expert' };
export const ANALYST = { date: '2022-08', domainSource: 'Analyst' };

export type NewRelease = Awaited<ReturnType<typeof newRelease>>;

/** A release without files in place of the starter's, if there is one, and a function that adds a file. */
export async function newRelease(
  prisma: Database,
  sourceId: string,
  key: string,
  label: string,
  status: 'ACTIVE' | 'SUPERSEDED',
) {
  const { count: replaced } = await prisma.release.updateMany({
    where: { sourceId, key },
    data: { status: 'WITHDRAWN' },
  });
  const { id: releaseId } = await prisma.release.create({
    data: {
      ...{ sourceId, key, revision: replaced + 1, label, status, citation: `${label} (test)`, audit: {} },
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
