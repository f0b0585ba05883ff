import type { TopCode } from '@careergraph/domain';
import type { Table } from '@careergraph/extract';
import type { Output } from '../define/file-kind.js';
import type { EstimateValues, Field } from './cells.js';
import { readLegend } from './legend.js';
import { labelOf, topCodeOf } from './releases.js';
import { WAGES } from './wages.js';

/** What "#" stands for in one file: the top code of a known release, or else the one that the file's legend states. */
export class FileTopCode {
  readonly #release: string;
  readonly #topCode: TopCode | null;
  #isUsed = false;

  private constructor(release: string, topCode: TopCode | null) {
    this.#release = release;
    this.#topCode = topCode;
  }

  static async of(release: string, table: Table): Promise<FileTopCode> {
    const known = topCodeOf(release);
    if (known !== undefined) return new FileTopCode(release, known);
    const stated = (await readLegend(table))?.topCode;
    return new FileTopCode(release, stated ? { annualUsd: stated.annualUsd, hourlyCents: stated.hourlyCents } : null);
  }

  /** Whether each "#" of a row has a meaning. */
  check(values: EstimateValues, out: Output<Field>): boolean {
    const topCoded = WAGES.filter((field) => values[field].marker === 'TOP_CODED');
    if (topCoded.length === 0) return true;
    this.#isUsed = true;
    if (this.#topCode) return true;
    for (const field of topCoded) out.fault(field, this.#problem());
    return false;
  }

  /** A legend whose top code no cell needs may be that of an earlier year, as in May 2025. */
  end(out: Output<Field>): void {
    if (this.#isUsed && this.#topCode && topCodeOf(this.#release) === undefined) out.topCode(this.#topCode);
  }

  #problem(): string {
    const label = labelOf(this.#release);
    return topCodeOf(this.#release) === null
      ? `stands for a wage above the top code, and ${label} has none (releases.ts).`
      : `stands for a wage above the top code, and that of ${label} is not known: the file has no sheet "Field Descriptions" ` +
          'that states it. Give the workbook as it is published, or add the release to releases.ts.';
  }
}
