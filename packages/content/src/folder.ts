import { installed } from '@careergraph/db';

/** The guides of this repository. */
export const guidesFolder = installed('packages/guides');
