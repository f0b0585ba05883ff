/** An error in a content file, with its place and value. */
export interface Fault {
  readonly file: string;
  readonly line: number | null;
  readonly message: string;
}

/** The faults of all content files. Nothing was loaded. */
export class ContentError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const lines = faults.map(({ file, line, message }) => `  ${file}${line === null ? '' : `:${line}`}  ${message}`);
    super(
      `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in the guides; nothing was loaded:\n${lines.join('\n')}`,
    );
    this.name = 'ContentError';
    this.faults = faults;
  }
}

/** A value as a message shows it. */
export function excerpt(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
