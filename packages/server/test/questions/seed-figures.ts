/**
 * Every figure of the first published page's salary, state table, outlook and credential sections, with the path to the
 * value in the answer. `page` is the data of schema/examples/career-page.graphql, `claims` are all claims of the career,
 * and `secretaries` is the pay of executive secretaries (43-6011), whose official figures the page prints.
 * The rows of the state table (lines 96 to 148) are read from the page itself.
 */
export interface SeedFigure {
  readonly line: number;
  /** As the page prints it; `figures` of one line stand in their order. */
  readonly printed: string;
  /** Where the very number is. */
  readonly at: string;
  /** Official figure that the page rounded to this, and the step of the rounding. */
  readonly official?: { readonly at: string; readonly step: number };
}

export interface Section {
  readonly name: string;
  /** First and last line, counted from 1. */
  readonly lines: readonly [number, number];
  /** What its first line says. */
  readonly starts: string;
}

export const SECTIONS: readonly Section[] = [
  { name: 'header', lines: [5, 12], starts: 'Avg. Salary' },
  { name: 'salary', lines: [62, 91], starts: 'Medical Office Manager Salary: How Much Does It Pay?' },
  { name: 'state table', lines: [93, 148], starts: 'Average Annual Salary by State' },
  { name: 'top states', lines: [150, 162], starts: 'Annual Average Salary: Top 5 States' },
  { name: 'credentials as a step', lines: [192, 200], starts: 'Step 3 Step 3: Earn Healthcare Management Credentials' },
  { name: 'education', lines: [220, 230], starts: 'Medical Office Manager Education Requirements' },
  { name: 'certification', lines: [261, 298], starts: 'Licensing & Certification of Medical Office Managers' },
  { name: 'outlook', lines: [301, 322], starts: 'Job Outlook: HIGH' },
  { name: 'salary rating', lines: [339, 347], starts: 'Average Salary: High' },
  { name: 'outlook rating', lines: [349, 361], starts: 'Job Growth Outlook: High' },
  { name: 'education duration', lines: [363, 373], starts: 'Education Duration: 0-6 Months' },
  { name: 'credential education', lines: [375, 392], starts: 'Credential Education' },
  { name: 'questions', lines: [412, 468], starts: 'Frequently Asked Questions' },
];

export const STATE_TABLE: readonly [number, number] = [96, 148];

/** Numbers that are no figures about the career. */
export const EXCEPTIONS: readonly { readonly line: number; readonly printed: string; readonly reason: string }[] = [
  { line: 192, printed: '3', reason: 'number of the step' },
  { line: 192, printed: '3', reason: 'number of the step, printed twice' },
  { line: 230, printed: 'five', reason: 'how many areas the sentence lists' },
];

const claim = (id: string, field: string) => `claims[key=definitive-guide/${id}].${field}`;
const page = (path: string) => `page.career.${path}`;
const secretaries = (path: string) => `secretaries.${path}`;
const state = (code: string, field: string) => page(`states.edges[node.area.code=US-${code}].${field}`);
const credential = (slug: string, field: string) =>
  page(`credentials[credential.slug=${slug}].credential.duration.${field}`);
const growth = (path: string, step: number) => ({ at: page(`growth.${path}.display`), step });

export const FIGURES: readonly SeedFigure[] = [
  // Header
  { line: 6, printed: '$77,060', at: secretaries('mean.display') },
  { line: 9, printed: '0', at: page('highlights.educationDuration.display') },
  { line: 9, printed: '6', at: page('highlights.educationDuration.display') },
  { line: 12, printed: '23%', at: claim('header-growth', 'low'), official: growth('percent', 1) },

  // Salary
  { line: 64, printed: '$52,000', at: page('payByExperience[stage=ENTRY_LEVEL].claims[printed=$52,000 annually].low') },
  { line: 64, printed: '$25', at: page('payByExperience[stage=ENTRY_LEVEL].claims[printed=$25 per hour].low') },
  { line: 70, printed: 'five', at: page('payByExperience[stage=EXPERIENCED].experience') },
  { line: 70, printed: 'eight', at: page('payByExperience[stage=EXPERIENCED].experience') },
  { line: 70, printed: '$117,960', at: claim('experienced-salary', 'low') },
  { line: 74, printed: '$46', at: page('payByPlace[0].claims[printed=$46 – $58].low') },
  { line: 74, printed: '$58', at: page('payByPlace[0].claims[printed=$46 – $58].high') },
  { line: 80, printed: '$77,060', at: secretaries('mean.display') },
  {
    line: 82,
    printed: '$48K',
    at: claim('chart-p10', 'low'),
    official: { at: secretaries('p10.display'), step: 1000 },
  },
  { line: 83, printed: '$60K', at: secretaries('p25.display') },
  {
    line: 84,
    printed: '$77K',
    at: claim('chart-p50', 'low'),
    official: { at: secretaries('mean.display'), step: 1000 },
  },
  {
    line: 85,
    printed: '$90K',
    at: claim('chart-p75', 'low'),
    official: { at: secretaries('p75.display'), step: 1000 },
  },
  // $107,710 cut off, not rounded: only the claim has it.
  { line: 86, printed: '$107K', at: claim('chart-p90', 'low') },
  { line: 87, printed: '10%', at: claim('chart-p10', 'statistic') },
  { line: 88, printed: '25%', at: claim('chart-p25', 'statistic') },
  { line: 89, printed: '50%', at: claim('chart-p50', 'statistic') },
  { line: 90, printed: '75%', at: claim('chart-p75', 'statistic') },
  { line: 91, printed: '90%', at: claim('chart-p90', 'statistic') },

  // Top states
  { line: 150, printed: '5', at: state('NJ', 'rank') },
  { line: 152, printed: '$90,890', at: state('CA', 'node.mean.display') },
  { line: 154, printed: '5', at: state('NJ', 'rank') },
  { line: 156, printed: '$90,890', at: state('CA', 'node.mean.display') },
  { line: 157, printed: '$88,820', at: state('DC', 'node.mean.display') },
  { line: 158, printed: '$86,000', at: state('NY', 'node.mean.display') },
  { line: 159, printed: '$85,970', at: state('CT', 'node.mean.display') },
  { line: 160, printed: '$85,330', at: state('NJ', 'node.mean.display') },
  { line: 161, printed: '2024', at: secretaries('release.label') },
  { line: 161, printed: '43-6011', at: secretaries('occupation.code') },

  // Education
  { line: 224, printed: 'two', at: page("education.durations[what=Associate's degree].duration.display") },
  { line: 224, printed: 'four', at: page("education.durations[what=Bachelor's degree].duration.display") },

  // Certification
  { line: 290, printed: '10', at: credential('osha-10', 'hours') },
  { line: 290, printed: '30', at: credential('osha-30', 'hours') },
  { line: 298, printed: '0', at: page('education.durations[0].duration.display') },
  { line: 298, printed: '6', at: page('education.durations[0].duration.display') },

  // Outlook
  { line: 303, printed: '23%', at: claim('outlook-growth', 'low'), official: growth('percent', 1) },
  { line: 305, printed: '143,000', at: claim('outlook-positions-added', 'low'), official: growth('change', 1000) },
  { line: 315, printed: '23%', at: claim('chart-growth', 'low'), official: growth('percent', 1) },
  // Not the counts of the career's occupation in any loaded projection: only the claims have them.
  { line: 317, printed: '850,000', at: claim('chart-employment-2023', 'low') },
  { line: 318, printed: '2023', at: claim('chart-employment-2023', 'period') },
  { line: 319, printed: '993,900', at: claim('chart-employment-2033', 'low') },
  { line: 320, printed: '2033', at: claim('chart-employment-2033', 'period') },
  { line: 322, printed: '143,900', at: claim('chart-employment-change', 'low') },

  // Ratings
  { line: 343, printed: '$86,609', at: claim('national-average-salary', 'low') },
  { line: 343, printed: '$42', at: claim('national-average-hourly', 'low') },
  { line: 347, printed: '$117,960', at: claim('rating-experienced-salary', 'low') },
  { line: 355, printed: '+23%', at: claim('forecast-growth-bls', 'low'), official: growth('percent', 1) },
  {
    line: 357,
    printed: '62,000',
    at: claim('new-positions-per-year', 'low'),
    official: growth('annualOpenings', 1000),
  },
  { line: 359, printed: '+23%', at: claim('forecast-growth-heading', 'low'), official: growth('percent', 1) },
  { line: 361, printed: '143,000', at: claim('forecast-employment-change', 'low'), official: growth('change', 1000) },
  { line: 363, printed: '0', at: claim('section-education-duration', 'low') },
  { line: 363, printed: '6', at: claim('section-education-duration', 'high') },
  { line: 369, printed: 'four', at: page("education.durations[what=Bachelor's degree].duration.display") },
  { line: 371, printed: '1', at: claim('entry-level-experience', 'low') },
  { line: 371, printed: '2', at: claim('entry-level-experience', 'high') },

  // Credentials
  { line: 381, printed: '4', at: credential('basic-life-support', 'display') },
  { line: 381, printed: '8', at: credential('basic-life-support', 'display') },
  { line: 387, printed: '21', at: credential('cmom', 'hours') },
  { line: 388, printed: '6', at: credential('cmaa', 'display') },
  { line: 388, printed: '8', at: credential('cmaa', 'display') },
  { line: 388, printed: '160', at: credential('cmaa', 'hours') },
  { line: 389, printed: '12', at: credential('cehrs', 'display') },
  { line: 389, printed: '24', at: credential('cehrs', 'display') },
  { line: 389, printed: '134', at: credential('cehrs', 'hours') },
  { line: 390, printed: '3', at: credential('cbcs', 'display') },
  { line: 390, printed: '12', at: credential('cbcs', 'display') },
  { line: 391, printed: '8', at: credential('basic-first-aid', 'hours') },
  // The courses take the 10 and 30 hours of their names: only the claim has the page's number.
  { line: 392, printed: '2', at: claim('osha-10-hours', 'low') },

  // Questions
  { line: 420, printed: 'four', at: page('education.durations[what=Short courses and certificates].duration.display') },
  { line: 420, printed: 'six', at: page('education.durations[what=Short courses and certificates].duration.display') },
  { line: 422, printed: 'one', at: claim('faq-comprehensive-course-duration', 'high') },
  { line: 436, printed: '$86,609', at: claim('faq-average-salary', 'low') },
  { line: 438, printed: '$52,000', at: claim('faq-entry-level-salary', 'low') },
  { line: 438, printed: '$117,960', at: claim('faq-experienced-salary', 'low') },
  { line: 458, printed: '23%', at: claim('faq-growth', 'low'), official: growth('percent', 1) },
  { line: 464, printed: '3', at: claim('faq-experience', 'low') },
  { line: 464, printed: '5', at: claim('faq-experience', 'high') },
  { line: 466, printed: '4', at: claim('faq-credential-duration', 'low') },
  { line: 466, printed: '6', at: claim('faq-credential-duration', 'high') },
];
