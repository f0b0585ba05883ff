import { definitions } from './files/definitions.js';
import { structure } from './files/structure.js';
import { titles } from './files/titles.js';

/** The three files of the classification. */
export const files = [structure, definitions, titles];
