import type { AreaKind, Prisma } from '@careergraph/db';
import { STATES } from '@careergraph/domain';
import { stateInName } from '../places/principal-cities.js';
import type { AreaEntry, ReleaseEntry } from './entries.js';
import { byAuthority } from './releases.js';

const NATION: AreaEntry = { code: 'US', kind: 'NATION', name: 'United States', fips: null, parentCode: null };

/** The sources that name areas, the most authoritative first. */
const AUTHORITIES = ['census-cbsa', 'bls-oews'];

/**
 * The nation, its states and territories, and every area named in a release that answers. In SQL, because Prisma cannot
 * order by the place of a file in a list.
 */
export async function loadAreas(
  tx: Prisma.TransactionClient,
  releases: readonly ReleaseEntry[],
): Promise<readonly AreaEntry[]> {
  const files = byAuthority(releases, AUTHORITIES).map(({ fileId }) => fileId);
  const named =
    files.length === 0
      ? []
      : await tx.$queryRaw<{ code: string; kind: AreaKind; name: string; parentCode: string | null }[]>`
          SELECT DISTINCT ON (code) code, kind::text AS kind, name, parent_code AS "parentCode"
          FROM file_area JOIN unnest(${files}::int[]) WITH ORDINALITY AS file (id, place) ON file.id = file_id
          ORDER BY code, place`;
  return [
    NATION,
    // National figures do not include the territories, so they have no parent.
    ...STATES.map((state) => ({ ...state, parentCode: state.kind === 'STATE' ? 'US' : null })),
    // The files of May 2019 name no state of an area.
    ...named.map((area) => ({ ...area, parentCode: area.parentCode ?? stateInName(area.name), fips: null })),
  ].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}
