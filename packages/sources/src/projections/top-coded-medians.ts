import type { Output } from '../define/file-kind.js';
import type { Field, RowValues } from './cells.js';

const HOURS_PER_YEAR = 2080;

/** The bound that stands for top-coded medians in one file: the top code of the wages that the medians come from. */
export class TopCodedMedians {
  #first: { readonly annualUsd: number; readonly row: number } | null = null;

  /** Whether a row has no bound, or that of the rows before. Another one is reported as an error. */
  check({ medianWage: { topCodeUsd } }: RowValues, out: Output<Field>): boolean {
    if (topCodeUsd === null) return true;
    this.#first ??= { annualUsd: topCodeUsd, row: out.row };
    const { annualUsd, row } = this.#first;
    if (topCodeUsd === annualUsd) return true;
    out.fault('medianWage', `is not the top code of row ${row}, which is $${annualUsd.toLocaleString('en-US')}.`);
    return false;
  }

  /** The workbook prints annual medians only. The top code is set by the hour and multiplied. */
  end(out: Output<Field>): void {
    if (!this.#first) return;
    const { annualUsd } = this.#first;
    out.topCode({ annualUsd, hourlyCents: Math.floor((annualUsd * 100) / HOURS_PER_YEAR) });
  }
}
