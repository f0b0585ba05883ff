import type { OccupationEntry, ReleaseEntry } from '../entries.js';
import type { Hybrids } from '../hybrids.js';
import type { OccupationTree } from '../occupation-tree.js';

/** What names a national row. */
export interface InFile {
  readonly occupationCode: string;
  readonly fileId: number;
}

interface Names {
  readonly occupations: ReadonlyMap<string, OccupationEntry>;
  readonly tree: OccupationTree;
  readonly hybrids: Hybrids;
}

/**
 * National rows of several releases. Which one answers for an occupation is decided as `resolveFigure` decides it for a
 * query, so that a list of careers agrees with the figures that each of them shows.
 */
export class AnsweringRows<Row> {
  readonly #rows: ReadonlyMap<string, Row & InFile>;
  readonly #releases: readonly ReleaseEntry[];
  readonly #names: Names;

  /** @param releases in the order of precedence */
  constructor(rows: readonly (Row & InFile)[], releases: readonly ReleaseEntry[], names: Names) {
    this.#rows = new Map(rows.map((row) => [`${row.fileId} ${row.occupationCode}`, row]));
    this.#releases = releases;
    this.#names = names;
  }

  /** The row of just this code in a release. */
  in({ fileIds }: ReleaseEntry, code: string): Row | null {
    return fileIds.map((id) => this.#rows.get(`${id} ${code}`)).find((row) => row !== undefined) ?? null;
  }

  /** The row of just this code in the newest release that has it. */
  of(code: string): Row | null {
    return this.#first(() => [code])?.row ?? null;
  }

  /** The row of the code; for a code that has none, that of its SOC code or the hybrid, then of the broad occupation. */
  answer(code: string): { readonly row: Row; readonly release: ReleaseEntry } | null {
    const { occupations, tree, hybrids } = this.#names;
    const occupation = occupations.get(code);
    if (!occupation) return null;
    const socCode = code.slice(0, 7);
    const broad = tree.ancestorsOf(occupation).filter(({ level }) => level === 'BROAD');
    const own = this.#first(({ id }) => [socCode, hybrids.get(id)?.get(socCode)?.code ?? socCode]);
    return own ?? broad.map((group) => this.#first(() => [group.code])).find((found) => found !== null) ?? null;
  }

  #first(codesIn: (release: ReleaseEntry) => readonly string[]) {
    for (const release of this.#releases) {
      for (const code of codesIn(release)) {
        const row = this.in(release, code);
        if (row !== null) return { row, release };
      }
    }
    return null;
  }
}
