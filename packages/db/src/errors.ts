export type DatabaseErrorCode =
  | 'LOCKED'
  | 'UNREACHABLE'
  | 'NEWER'
  | 'HALF_MIGRATED'
  | 'EDITED_MIGRATION'
  | 'FOREIGN'
  | 'UNUSABLE_FOLDER'
  | 'NO_DATABASE'
  | 'CORRUPT'
  | 'DISK_FULL'
  | 'NOT_MIGRATED';

/** A state of the database that the operator must fix. The message says how. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseError';
    this.code = code;
  }
}
