export {
  type CellType,
  type CellTypes,
  type FieldOf,
  inSome,
  optional,
  parsed,
  type Values,
  Wrong,
} from './cells/cell-type.js';
export { code } from './cells/code.js';
export { type Figure, figure, number, scaled } from './cells/figure.js';
export { numberOf } from './cells/number.js';
export { flag, matching, oneOf, text, trimmed, words } from './cells/text.js';
export { describeFault, Faults, ImportError, type RowFault } from './faults.js';
export { type InputOptions, withPublishedFiles } from './inputs.js';
export type { Progress } from './progress.js';
export { firstRows } from './sheets/first-rows.js';
export { foldName, type SkippedColumn } from './sheets/header.js';
export { type FittedLayout, fitLayout, type Layout } from './sheets/layout.js';
export { type OnWrong, rowReader } from './sheets/read-row.js';
export { SnapshotError } from './snapshot/errors.js';
export type { Snapshot, SnapshotOptions } from './snapshot/snapshot.js';
export { takeSnapshot } from './snapshot/take.js';
export { columnLetters } from './tables/columns.js';
export { TableError } from './tables/errors.js';
export { headOf } from './tables/kind.js';
export { openTable } from './tables/open.js';
export type { Cell, Sheet, SheetRow, Table } from './tables/table.js';
export type { TextEncoding } from './tables/text/bytes.js';
export { type PublishedFile, unpack } from './tables/unpack.js';
