export { ContentError, type Fault } from './content/faults.js';
export { guidesFolder } from './content/folder.js';
export { type Content, loadContent, readContent } from './content/load.js';
export type { CareerFile, CredentialsFile } from './guides/schema.js';
export { jsonSchemas } from './json-schemas.js';
export { SnapshotError } from './snapshot/errors.js';
export type { Snapshot, SnapshotOptions } from './snapshot/snapshot.js';
export { takeSnapshot } from './snapshot/take.js';
