/** How far an import is, for the one who waits for it. */
export interface Progress {
  readonly phase: 'downloading' | 'unpacking' | 'recognizing' | 'reading' | 'auditing' | 'activating';
  /** The file or the audit that it is at. */
  readonly what: string;
  readonly done: number;
  /** Null where it is not known. An estimate while a file is read. */
  readonly total: number | null;
  readonly unit: 'bytes' | 'files' | 'rows' | 'audits' | 'steps';
}
