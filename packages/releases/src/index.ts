export { activate, CONTENT_CAUSE, withdraw } from './activation.js';
export { type Answering, type AnsweringRelease, answeringOf } from './answering.js';
export { kept, partsKept, rowCount, sameKeys } from './audits/against-before.js';
export type { Audit, Evidence, Outcome } from './audits/audit.js';
export { type Check, checkEach, checkMost, type DeclaredFailure, type Failure, outcomeOf } from './audits/check.js';
export { covers, needing, noDuplicates, type SpotValue, spotValues } from './audits/recurring.js';
export { deleteReleases } from './delete.js';
export { compareReleases } from './diff/compare.js';
export type { Comparison, Measure } from './diff/comparison.js';
export type {
  ComparedRelease,
  ComparisonResult,
  Listed,
  MeasureResult,
  NamedChange,
  NamedRow,
  ReleaseDiff,
  Side,
} from './diff/release-diff.js';
export { type ImportOptions, type ImportResult, importParts } from './import.js';
export type { Importer, ReleaseDescription, RowSink } from './importer.js';
export { type ListedRelease, type ListedSource, listSources } from './list.js';
export { revisionToActivate } from './named.js';
export type { NewFile, NewRelease } from './new-release.js';
export type { Part } from './part.js';
export { ensureSource, type Published, publish } from './publish.js';
export { currentRevision, lockReleases, releasesOf, type StoredRelease } from './releases.js';
export { removeRelease } from './remove.js';
export { rollback } from './rollback.js';
export { CopySink } from './sink.js';
