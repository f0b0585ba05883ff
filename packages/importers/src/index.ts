export type { Snapshot, SnapshotOptions } from '@careergraph/extract';
export { ImportError, type RowFault, SnapshotError, takeSnapshot } from '@careergraph/extract';
export type { AuditEntry, AuditReport, Importer, Part, ReleaseDescription, RowSink } from '@careergraph/releases';
export { type ImportOptions, type ImportResult, importParts } from '@careergraph/releases';
export { ContentError, type Fault } from './content/faults.js';
export { guidesFolder } from './content/folder.js';
export { type Content, loadContent, readContent } from './content/load.js';
export type { CareerFile, CredentialsFile } from './guides/schema.js';
export { jsonSchemas } from './json-schemas.js';
