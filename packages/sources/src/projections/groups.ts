import type { RowValues } from './cells.js';

/** The groups that the next row may belong to. A title is indented further than that of its group, by any number. */
export class Groups {
  /** The widest first. */
  readonly #open: { readonly code: string; readonly spaces: number }[] = [];

  /** The code of the group of a row: the nearest row above with less indentation. Null for none. */
  parentOf({ code, title: { spaces } }: RowValues): string | null {
    const isGroup = this.#open.findLastIndex((row) => row.spaces < spaces);
    this.#open.length = isGroup + 1;
    const parent = this.#open.at(-1)?.code ?? null;
    this.#open.push({ code, spaces });
    return parent;
  }
}
