import type { PartName, SectionKind } from './profile.js';

export interface PartLayout {
  /** Anchor of the heading in the pages. */
  readonly id: string;
  /** Names of the part and of its summary in the bulk file. */
  readonly element: string;
  readonly summary: string | null;
  readonly heading: RegExp;
}

export const PART_LAYOUT: Readonly<Record<PartName, PartLayout>> = {
  WHAT_THEY_DO: {
    id: 'what-they-do',
    element: 'what_they_do',
    summary: 'summary_what_they_do',
    heading: /^What (.+ Do|They Do)$/,
  },
  WORK_ENVIRONMENT: {
    id: 'work-environment',
    element: 'work_environment',
    summary: 'summary_work_environment',
    heading: /^Work Environment$/,
  },
  HOW_TO_BECOME_ONE: {
    id: 'become-one',
    element: 'how_to_become_one',
    summary: 'summary_how_to_become_one',
    heading: /^How to Become (.+)$/,
  },
  PAY: { id: 'pay', element: 'pay', summary: 'summary_pay', heading: /^Pay$/ },
  OUTLOOK: { id: 'job-outlook', element: 'job_outlook', summary: 'summary_outlook', heading: /^Job Outlook$/ },
  SIMILAR_OCCUPATIONS: {
    id: 'similar-jobs',
    element: 'similar_occupations',
    summary: null,
    heading: /^Similar Occupations$/,
  },
  MORE_INFORMATION: {
    id: 'more-information',
    element: 'more_information',
    summary: null,
    heading: /^(Contacts for )?More Information$/,
  },
};

/**
 * Every heading that the parts have, in lower case. A page with another one is refused: give it a row here, or tell the
 * publisher.
 */
export const SECTION_HEADINGS: Readonly<Record<PartName, Readonly<Record<string, SectionKind>>>> = {
  WHAT_THEY_DO: {
    duties: 'DUTIES',
    'types of enlisted personnel': 'SPECIALTIES',
    'types of officers': 'SPECIALTIES',
  },
  WORK_ENVIRONMENT: {
    'injuries and illnesses': 'INJURIES',
    injuries: 'INJURIES',
    'work schedules': 'SCHEDULES',
    'work schedule': 'SCHEDULES',
  },
  HOW_TO_BECOME_ONE: {
    education: 'EDUCATION',
    'education and training': 'EDUCATION_AND_TRAINING',
    'education & training': 'EDUCATION_AND_TRAINING',
    training: 'TRAINING',
    'licenses, certifications, and registrations': 'LICENSES',
    'licenses, certification, and registrations': 'LICENSES',
    'licenses and certifications': 'LICENSES',
    'license and certification': 'LICENSES',
    certification: 'LICENSES',
    'work experience in a related occupation': 'EXPERIENCE',
    'work experience': 'EXPERIENCE',
    'other experience': 'OTHER_EXPERIENCE',
    'other work experience': 'OTHER_EXPERIENCE',
    'important qualities': 'QUALITIES',
    advancement: 'ADVANCEMENT',
  },
  PAY: { 'other compensation and benefits': 'BENEFITS' },
  OUTLOOK: { employment: 'EMPLOYMENT' },
  SIMILAR_OCCUPATIONS: {},
  MORE_INFORMATION: {
    'occupational requirements survey': 'REQUIREMENTS_SURVEY',
    careeronestop: 'CAREER_ONE_STOP',
    'related bls articles': 'RELATED_ARTICLES',
    'related career outlook articles': 'RELATED_ARTICLES',
    'related career outlook subjects': 'RELATED_ARTICLES',
    'o*net': 'ONET',
  },
};

/** Sections without which a profile is refused: all have them. */
export const REQUIRED: readonly SectionKind[] = ['DUTIES', 'QUALITIES', 'EMPLOYMENT'];

/** Sections that nearly all profiles have, so that it is reported where one has none of a line. */
export const EXPECTED: readonly (readonly SectionKind[])[] = [
  ['SCHEDULES'],
  ['EDUCATION', 'EDUCATION_AND_TRAINING'],
  ['ONET'],
];
