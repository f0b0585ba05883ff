import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { guidesFolder } from './folder.js';
import { jsonSchemas } from './json-schemas.js';

/** Writes the JSON Schemas that editors use to check and complete content files. */
const folder = join(guidesFolder, 'schema');
await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(jsonSchemas())) await writeFile(join(folder, name), text);
console.log(`${Object.keys(jsonSchemas()).length} schemas written to packages/guides/schema.`);
