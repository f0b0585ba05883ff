import type { ColumnType, DriverAdapterError, SqlQuery } from '@prisma/driver-adapter-utils';

/** What the thread of the embedded database is started with. */
export interface ThreadData {
  /** Folder of the database. It is created if it is not there. */
  readonly dataDir: string;
}

/** What the thread can be asked. A `transaction` is the number that `begin` answered; without one, the work is alone. */
export type Work =
  | { readonly do: 'queryRaw' | 'executeRaw'; readonly query: SqlQuery; readonly transaction?: number }
  | { readonly do: 'script'; readonly sql: string }
  | {
      readonly do: 'query';
      readonly sql: string;
      readonly parameters: readonly unknown[];
      readonly transaction?: number;
    }
  | { readonly do: 'copy'; readonly sql: string; readonly text: Uint8Array; readonly transaction: number }
  | { readonly do: 'begin' }
  | { readonly do: 'commit' | 'rollback'; readonly transaction: number }
  | { readonly do: 'close' };

export interface Question {
  readonly id: number;
  readonly work: Work;
}

/** The first message is `ready`, unless the thread ends. `failed` is the last one; the others answer questions. */
export type Message =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'answer'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'fault'; readonly id: number; readonly fault: Fault };

/** An error as a message can carry it: structured clones lose the class and most fields. */
export interface Fault {
  readonly message: string;
  /** Fields of the error, such as `code` (SQLSTATE) and `detail`. */
  readonly fields: Readonly<Record<string, string>>;
  /** What Prisma's adapter made of the error. */
  readonly adapterCause?: DriverAdapterError['cause'];
}

export interface RawResult {
  readonly columnNames: string[];
  readonly columnTypes: ColumnType[];
  readonly rows: unknown[][];
}
