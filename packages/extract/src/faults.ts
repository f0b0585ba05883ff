/** Something wrong in a published file, and its place. */
export interface RowFault {
  readonly file: string;
  readonly sheet?: string | null;
  readonly row?: number | null;
  /** Heading of a page or document. */
  readonly section?: string | null;
  readonly line?: number | null;
  readonly column?: string | null;
  /** The value as it is in the file. */
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
export function describeFault({ file, sheet, row, section, line, column, value, message }: RowFault): string {
  const place = [
    file,
    ...(sheet == null ? [] : [`sheet "${sheet}"`]),
    ...(row == null ? [] : [`row ${row}`]),
    ...(section == null ? [] : [`section "${section}"`]),
    ...(line == null ? [] : [`line ${line}`]),
    ...(column == null ? [] : [value === undefined ? column : `${column} = ${shown(value)}`]),
    ...(column == null && line != null && value !== undefined ? [shown(value)] : []),
  ];
  return `${place.join(', ')}: ${message}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** Enough to see what is wrong: more would repeat it. */
const FAULT_LIMIT = 20;

/** Collects faults, so that an operator sees more than the first, and stops when there are many. */
export class Faults {
  readonly #found: RowFault[] = [];

  add(fault: RowFault): void {
    this.#found.push(fault);
    if (this.#found.length >= FAULT_LIMIT) this.stop(`at least ${FAULT_LIMIT} errors`);
  }

  /** @throws ImportError if anything was found */
  end(): void {
    if (this.#found.length > 0) this.stop(this.#found.length === 1 ? 'one error' : `${this.#found.length} errors`);
  }

  private stop(how: string): never {
    throw new ImportError(`The import was refused, and nothing was changed: ${how}.`, this.#found);
  }
}
