import type { Output } from '../define/file-kind.js';
import type { Field } from './cells.js';
import type { Estimate } from './estimate.js';

/** The occupations of one file, row by row: each has one title and one level. */
export class Listing {
  readonly #known = new Map<string, Estimate>();
  #held: Estimate | null = null;

  /** Takes a row. It is held until the next row shows whether that lists the same occupation again. */
  add(estimate: Estimate, out: Output<Field>): void {
    const held = this.#held;
    this.#held = estimate;
    if (!held) return;
    if (isSecondListing(held, estimate)) {
      reportDifferences(held, estimate, out);
      // As detailed: then the detailed occupations together are everyone.
      if (held.level === 'DETAILED') this.#held = held;
      return;
    }
    this.#give(held, out);
  }

  end(out: Output<Field>): void {
    if (this.#held) this.#give(this.#held, out);
  }

  #give(estimate: Estimate, out: Output<Field>): void {
    const { row, title, level, wage } = estimate;
    const code = wage.occupationCode;
    out.add('WageEstimate', wage);
    const known = this.#known.get(code);
    if (!known) {
      this.#known.set(code, estimate);
      const { sheet } = out;
      out.add('FileOccupation', { code, title, level, parentCode: null, definition: null, sheet, row });
    } else if (known.title !== title) {
      const message = `is not the title of ${code} in row ${known.row}, ${JSON.stringify(known.title)}.`;
      out.fault('occupationTitle', message, { row, value: title });
    } else if (known.level !== level) {
      const message = `is not the level of ${code} in row ${known.row}, ${known.level.toLowerCase()}.`;
      out.fault('occupationLevel', message, { row, value: level.toLowerCase() });
    }
  }
}

/** Broad occupations without published parts are listed in two successive rows, as broad and as detailed. */
function isSecondListing(first: Estimate, second: Estimate): boolean {
  return (
    first.wage.occupationCode === second.wage.occupationCode &&
    first.wage.areaCode === second.wage.areaCode &&
    (first.level === 'BROAD' ? second.level === 'DETAILED' : first.level === 'DETAILED' && second.level === 'BROAD')
  );
}

function reportDifferences(first: Estimate, second: Estimate, out: Output<Field>): void {
  for (const [column, value] of Object.entries(second.wage)) {
    if (column === 'row' || value === first.wage[column as keyof Estimate['wage']]) continue;
    out.fault('occupationCode', `differs from row ${first.row}, the same occupation, in ${column}.`);
  }
}
