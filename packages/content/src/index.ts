export { checkGuides } from './check-guides.js';
export { ContentError, type Fault } from './faults.js';
export { guidesFolder } from './folder.js';
export type { CareerFile, CredentialsFile } from './guides/schema.js';
export { jsonSchemas } from './json-schemas.js';
export { type Content, loadContent, officialOccupations, readContent, refuseUnlessLoaded } from './load.js';
