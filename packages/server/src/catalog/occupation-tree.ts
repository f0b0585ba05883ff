import type { OccupationCode, OccupationEntry } from './entries.js';
import { groupBy } from './group-by.js';

/** The hierarchy of occupations: major, minor, broad, detailed, then O*NET codes. */
export class OccupationTree {
  readonly #occupations: ReadonlyMap<string, OccupationEntry>;
  readonly #children: ReadonlyMap<string | null, readonly OccupationEntry[]>;

  constructor(occupations: ReadonlyMap<string, OccupationEntry>) {
    this.#occupations = occupations;
    this.#children = groupBy(occupations.values(), ({ parentCode }) => parentCode);
  }

  /** The class right above an occupation; null for a major group and for all occupations. */
  parentOf({ parentCode }: OccupationEntry): OccupationEntry | null {
    return parentCode === null ? null : (this.#occupations.get(parentCode) ?? null);
  }

  /** The classes above an occupation, the nearest first: broad, minor, major for a detailed one. */
  ancestorsOf(occupation: OccupationEntry): readonly OccupationEntry[] {
    const parent = this.parentOf(occupation);
    return parent ? [parent, ...this.ancestorsOf(parent)] : [];
  }

  /** The occupations right below an occupation, by code. */
  childrenOf({ code }: OccupationCode): readonly OccupationEntry[] {
    return this.#children.get(code) ?? [];
  }

  /** All occupations below an occupation, by code; below 00-0000 are all others. */
  descendantsOf(occupation: OccupationCode): readonly OccupationEntry[] {
    if (occupation.level === 'TOTAL') {
      return [...this.#occupations.values()].filter(({ code }) => code !== occupation.code);
    }
    return this.childrenOf(occupation)
      .flatMap((child) => [child, ...this.descendantsOf(child)])
      .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  }

  /** The O*NET codes below a class of the classification, by code. */
  onetCodesOf(occupation: OccupationEntry): readonly OccupationEntry[] {
    return this.descendantsOf(occupation).filter(({ level }) => level === 'ONET');
  }
}
