import { builder } from '../builder.js';
import type { CareerEntry, OccupationEntry } from '../catalog/entries.js';

/** Types that refer to each other; each is implemented in the file with its name. */
export const Occupation = builder.objectRef<OccupationEntry>('Occupation');
export const Career = builder.objectRef<CareerEntry>('Career');
