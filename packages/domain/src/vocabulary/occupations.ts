export const OCCUPATION_LEVELS = {
  TOTAL: 'All occupations: `00-0000`.',
  MAJOR: 'A SOC major group, such as `11-0000`.',
  MINOR: 'A SOC minor group, such as `11-9000`.',
  BROAD: 'A SOC broad occupation, such as `11-9110`.',
  DETAILED: 'A SOC detailed occupation, such as `11-9111`.',
  ONET: 'An O*NET-SOC code within a SOC code, such as `11-9111.00`.',
} as const;
export type OccupationLevel = keyof typeof OCCUPATION_LEVELS;

export const OCCUPATION_ROLES = {
  PRIMARY:
    "The occupation whose figures are used as the career's own. For a career of several occupations, their common group if it has figures, otherwise the one with the most jobs.",
  SECONDARY:
    'Another occupation that the career includes or overlaps, or that published pages use. Request its figures by code.',
} as const;
export type OccupationRole = keyof typeof OCCUPATION_ROLES;

export const JOB_TITLE_KINDS = {
  DIRECT_MATCH: 'A title from the SOC Direct Match Title File. It belongs to exactly one occupation.',
  ALTERNATE: 'An O*NET alternate title, called a job title since O*NET 30.3.',
  REPORTED: 'A title that workers in the occupation reported to O*NET.',
} as const;
export type JobTitleKind = keyof typeof JOB_TITLE_KINDS;

export const TASK_KINDS = {
  CORE: 'A task that is relevant and important to the occupation.',
  SUPPLEMENTAL: 'A task that is less relevant or less important.',
} as const;
export type TaskKind = keyof typeof TASK_KINDS;

export const RELATEDNESS_TIERS = {
  PRIMARY_SHORT: 'One of the 5 most closely related occupations.',
  PRIMARY_LONG: 'Ranked 6 to 10.',
  SUPPLEMENTAL: 'Ranked below 10.',
} as const;
export type RelatednessTier = keyof typeof RELATEDNESS_TIERS;
