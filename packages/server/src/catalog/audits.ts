import type { Database } from '@careergraph/db';
import type { AuditEntry, AuditReport } from '@careergraph/domain';
import DataLoader from 'dataloader';

/** The audits of a release by the id of the release; read only when a query selects them. */
export type AuditLoader = DataLoader<number, readonly AuditEntry[]>;

export function createAuditLoader(prisma: Database): AuditLoader {
  return new DataLoader(async (ids) => {
    const rows = await prisma.release.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, audit: true },
    });
    return ids.map((id) => {
      const report = rows.find((row) => row.id === id)?.audit as unknown as AuditReport | undefined;
      return report ? report.audits : new Error(`Release ${id} was removed while this request was running.`);
    });
  });
}
