import type { Audit } from '@careergraph/releases';
import { ofFiles } from './audits/files.js';
import { groupsAddUp } from './audits/groups.js';
import { againstReleaseBefore } from './audits/release-before.js';
import { ofTopCode } from './audits/top-code.js';
import { ofWages } from './audits/wages.js';
import { ofTheWhole } from './audits/whole.js';

export const audits: readonly Audit[] = [
  ...ofFiles,
  ...ofTheWhole,
  ...ofWages,
  ...ofTopCode,
  groupsAddUp,
  ...againstReleaseBefore,
];
