import type { Shape } from './columns.js';

/** A part of an O*NET release. Where one file became two, each of them is a part. */
export type Role =
  | 'occupation-data'
  | 'alternate-titles'
  | 'reported-titles'
  | 'task-statements'
  | 'skills'
  | 'essential-skills'
  | 'transferable-skills'
  | 'knowledge'
  | 'education-training-experience'
  | 'education'
  | 'training-and-experience'
  | 'work-styles'
  | 'interests'
  | 'technology-skills'
  | 'job-zones'
  | 'related-occupations'
  | 'content-model-reference'
  | 'scales-reference'
  | 'ete-categories'
  | 'education-categories'
  | 'training-and-experience-categories'
  | 'job-zone-reference';

/** A file that is loaded, by its name without the ending. */
export interface LoadedFile {
  readonly role: Role;
  readonly shape: Shape;
  /** What it is about, whatever the layout: counts are compared with those of the release before by this. */
  readonly subject: string;
  readonly layout: Layout;
}

/** `both`, or the one that the name belongs to: up to 30.2, or from 30.3 on. */
export type Layout = 'to-30.2' | 'from-30.3' | 'both';

const file = (role: Role, shape: Shape, subject: string = role, layout: Layout = 'both'): LoadedFile => ({
  role,
  shape,
  subject,
  layout,
});
const old = (role: Role, shape: Shape, subject: string = role) => file(role, shape, subject, 'to-30.2');
const renamed = (role: Role, shape: Shape, subject: string = role) => file(role, shape, subject, 'from-30.3');

/** The files that are loaded. */
export const FILES: Readonly<Record<string, LoadedFile>> = {
  'Occupation Data': file('occupation-data', 'occupations'),
  'Alternate Titles': old('alternate-titles', 'alternateTitles'),
  'Job Titles': renamed('alternate-titles', 'alternateTitles'),
  'Sample of Reported Titles': file('reported-titles', 'reportedTitles'),
  'Task Statements': file('task-statements', 'tasks'),
  Skills: old('skills', 'ratings'),
  'Essential Skills': renamed('essential-skills', 'ratings', 'skills'),
  'Transferable Skills': renamed('transferable-skills', 'ratings', 'skills'),
  Knowledge: file('knowledge', 'ratings'),
  'Education, Training, and Experience': old('education-training-experience', 'categoryRatings'),
  Education: renamed('education', 'categoryRatings', 'education-training-experience'),
  'Training and Experience': renamed('training-and-experience', 'categoryRatings', 'education-training-experience'),
  'Work Styles': file('work-styles', 'workStyles'),
  Interests: old('interests', 'interests'),
  'Career Interest Types': renamed('interests', 'interests'),
  'Technology Skills': old('technology-skills', 'technology'),
  'Software Skills': renamed('technology-skills', 'technology'),
  'Job Zones': file('job-zones', 'jobZones'),
  'Related Occupations': file('related-occupations', 'related'),
  'Content Model Reference': file('content-model-reference', 'elements'),
  'Scales Reference': file('scales-reference', 'scales'),
  'Education, Training, and Experience Categories': old('ete-categories', 'categories'),
  'Education Categories': renamed('education-categories', 'categories', 'ete-categories'),
  'Training and Experience Categories': renamed('training-and-experience-categories', 'categories', 'ete-categories'),
  'Job Zone Reference': file('job-zone-reference', 'jobZoneNames'),
};

/** Files of the database that are known and not loaded, of either layout. */
export const ACCOMPANYING: readonly string[] = [
  'Abilities',
  'Abilities to Work Activities',
  'Abilities to Work Context',
  'Basic Interests to RIASEC',
  'Career Interest Type Keywords',
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
  'Read Me',
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

/** What a role is about in either layout. */
export function subjectOf(role: string): string {
  const found = Object.values(FILES).find((known) => known.role === role);
  if (!found) throw new TypeError(`${role} is not a part of an O*NET release`);
  return found.subject;
}
