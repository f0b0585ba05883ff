/** A place in a published file with what is wrong there. */
export interface RowFault {
  readonly file: string;
  readonly sheet?: string | null;
  readonly row?: number | null;
  readonly column?: string | null;
  /** The value as it stands in the file. */
  readonly value?: unknown;
  /** What is wrong with it, e.g. `is not a marker that this importer knows (*, **, #, ~)`. */
  readonly message: string;
}

/** An import was refused; nothing of it is kept. The message names each place and value. */
export class ImportError extends Error {
  readonly faults: readonly RowFault[];

  constructor(message: string, faults: readonly RowFault[] = [], options?: ErrorOptions) {
    super([message, ...faults.map((fault) => `  ${describeFault(fault)}`)].join('\n'), options);
    this.name = 'ImportError';
    this.faults = faults;
  }
}

/** `national_M2024_dl.xlsx, sheet "national_M2024_dl", row 58, A_MEDIAN = "n/a": is not …` */
export function describeFault({ file, sheet, row, column, value, message }: RowFault): string {
  const place = [
    file,
    ...(sheet == null ? [] : [`sheet "${sheet}"`]),
    ...(row == null ? [] : [`row ${row}`]),
    ...(column == null ? [] : [value === undefined ? column : `${column} = ${shown(value)}`]),
  ];
  return `${place.join(', ')}: ${message}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** So many tell what is wrong; the rest would be the same again. */
const SHOWN_FAULTS = 20;

/** Gathers faults, so that an operator sees more than the first, and stops where there are many. */
export class Faults {
  readonly #found: RowFault[] = [];

  add(fault: RowFault): void {
    this.#found.push(fault);
    if (this.#found.length >= SHOWN_FAULTS) this.stop(`at least ${SHOWN_FAULTS} faults`);
  }

  /** @throws ImportError where anything was found */
  end(): void {
    if (this.#found.length > 0) this.stop(this.#found.length === 1 ? 'one fault' : `${this.#found.length} faults`);
  }

  private stop(how: string): never {
    throw new ImportError(`The import was refused, and nothing was changed: ${how}.`, this.#found);
  }
}
