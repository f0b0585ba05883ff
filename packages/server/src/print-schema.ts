import { writeFileSync } from 'node:fs';
import { printContract } from './schema/index.js';

/** Writes the contract; it is committed, and a test holds it against the code. */
writeFileSync(new URL('../../../schema/schema.graphql', import.meta.url), printContract());
console.log('schema/schema.graphql written');
