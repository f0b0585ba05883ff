import { completions } from './files/completions.js';
import { directory } from './files/directory.js';

export const files = [directory, completions];
