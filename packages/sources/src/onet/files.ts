import { isNamed } from './files/database-file.js';
import { educationAndExperience, interests, skillsAndKnowledge, workStyles } from './files/ratings.js';
import { categories, contentModel, jobZoneReference, scales } from './files/references.js';
import { alternateTitles, occupationData, reportedTitles } from './files/titles.js';
import { jobZones, relatedOccupations, tasks, technology } from './files/work.js';

/** The files of the database that are loaded. */
export const files = [
  occupationData,
  alternateTitles,
  reportedTitles,
  tasks,
  technology,
  jobZones,
  relatedOccupations,
  skillsAndKnowledge,
  educationAndExperience,
  workStyles,
  interests,
  contentModel,
  scales,
  categories,
  jobZoneReference,
];

/** Files of the database that are not loaded, in any release. */
const ACCOMPANYING: readonly string[] = [
  'Abilities',
  'Abilities to Work Activities',
  'Abilities to Work Context',
  'Basic Interests to RIASEC',
  'Career Changers Matrix',
  'Career Interest Type Keywords',
  'Career Starters Matrix',
  'DWA Reference',
  'Emerging Tasks',
  'Essential Skills to Work Activities',
  'Essential Skills to Work Context',
  'GWAs to IWAs',
  'GWAs to IWAs to DWAs',
  'IWA Reference',
  'Interests Illustrative Activities',
  'Interests Illustrative Occupations',
  'Level Scale Anchors',
  'Occupation Level Metadata',
  'RIASEC Keywords',
  'Skills to Work Activities',
  'Skills to Work Context',
  'Specific Interest Areas',
  'Specific Interest Areas to Career Interest Types',
  'Survey Booklet Locations',
  'Task Categories',
  'Task Ratings',
  'Tasks to DWAs',
  'Tools Used',
  'Transferable Skills to Work Activities',
  'Transferable Skills to Work Context',
  'UNSPSC Reference',
  'Work Activities',
  'Work Context',
  'Work Context Categories',
  'Work Styles to Work Activities',
  'Work Styles to Work Context',
  'Work Values',
];

export const isAccompanying = (fileName: string) => ACCOMPANYING.some((name) => isNamed(fileName, name));
