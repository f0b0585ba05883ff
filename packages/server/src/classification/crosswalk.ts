import type { Database } from '@careergraph/db';
import type { Catalog } from '../catalog/catalog.js';
import { groupBy } from '../catalog/group-by.js';
import { type KeptLoader, keptLoader } from '../rows/loader.js';
import type { RowStore } from '../rows/store.js';

export interface Successor {
  readonly code: string;
  readonly title: string;
}

/** What the crosswalk of editions says about a code. */
export interface CrosswalkEntry {
  /** Its title in the SOC 2010; null if that edition has no such code. */
  readonly formerTitle: string | null;
  /** The occupations of the SOC 2018 that have its workers, by code; none if the SOC 2010 has no such code. */
  readonly successors: readonly Successor[];
  /** Whether the SOC 2018 has the code. */
  readonly isCurrent: boolean;
}

export type CrosswalkLoader = KeptLoader<string, CrosswalkEntry>;

/** Collects the codes that the fields of one request ask for into one statement. */
export function createCrosswalkLoader(prisma: Database, catalog: Catalog, kept: RowStore): CrosswalkLoader {
  const fileId = { in: catalog.fileIdsOf(catalog.active('bls-soc-crosswalk'), ['crosswalk']) };
  const fetch = async (codes: readonly string[]) => {
    const asked = { in: [...codes] };
    const rows =
      fileId.in.length === 0
        ? []
        : await prisma.occupationSuccessor.findMany({
            where: { fileId, OR: [{ code: asked }, { successorCode: asked }] },
            orderBy: { successorCode: 'asc' },
          });
    const from = groupBy(rows, ({ code }) => code);
    const current = new Set(rows.map(({ successorCode }) => successorCode));
    return codes.map((code): CrosswalkEntry => {
      const former = from.get(code) ?? [];
      return {
        formerTitle: former[0]?.title ?? null,
        successors: former.map((row) => ({ code: row.successorCode, title: row.successorTitle })),
        isCurrent: current.has(code),
      };
    });
  };
  return keptLoader({ rows: kept, name: `crosswalk ${fileId.in}`, keyOf: (code) => code, fetch });
}
