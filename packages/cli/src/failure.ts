import { constants } from 'node:os';
import { DatabaseError, EnvironmentError } from '@careergraph/db';
import { ImportError, type RowFault, SnapshotError, TableError } from '@careergraph/extract';
import { NothingToChange, UsageError } from './command.js';
import { MaintenanceError } from './maintenance/refusal.js';

/** Why a command failed, for scripts and for people. */
export interface Failure {
  readonly kind: 'USAGE' | 'ENVIRONMENT' | 'REFUSED' | 'LOCKED' | 'DATABASE' | 'INTERRUPTED' | 'UNEXPECTED';
  readonly exitCode: number;
  readonly message: string;
  /** Places in published files. */
  readonly faults: readonly RowFault[];
}

/** The process received a signal to stop. */
export class Interrupted extends Error {
  readonly signal: NodeJS.Signals;

  constructor(signal: NodeJS.Signals) {
    super(`${signal}: stopped. Nothing was changed. Run the same command again to start over.`);
    this.name = 'Interrupted';
    this.signal = signal;
  }
}

export function failureOf(error: unknown): Failure {
  const failure = (kind: Failure['kind'], exitCode: number, faults: readonly RowFault[] = []) => ({
    kind,
    exitCode,
    message: error instanceof Error ? error.message : String(error),
    faults,
  });
  if (error instanceof Interrupted) return failure('INTERRUPTED', 128 + constants.signals[error.signal]);
  if (error instanceof UsageError) return failure('USAGE', 2);
  if (error instanceof EnvironmentError) return failure('ENVIRONMENT', 2);
  if (error instanceof DatabaseError) return error.code === 'LOCKED' ? failure('LOCKED', 3) : failure('DATABASE', 1);
  if (error instanceof ImportError) return failure('REFUSED', 1, error.faults);
  if (
    error instanceof TableError ||
    error instanceof SnapshotError ||
    error instanceof NothingToChange ||
    error instanceof MaintenanceError
  )
    return failure('REFUSED', 1);
  // An unexpected error: the stack is needed to fix it.
  const message = error instanceof Error && error.stack ? error.stack : String(error);
  return { ...failure('UNEXPECTED', 1), message };
}
