import { builder } from '../builder.js';
import type { CareerEntry, OccupationEntry } from '../catalog/entries.js';

/** Types that refer to each other in a circle; each is implemented in the file of its name. */
export const Occupation = builder.objectRef<OccupationEntry>('Occupation');
export const Career = builder.objectRef<CareerEntry>('Career');
