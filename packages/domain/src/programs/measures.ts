/** What a figure of a program or an institution means, for those who read it. */
export interface ProgramMeasure {
  readonly name: string;
  /** What is counted, as the `unit` of a figure. */
  readonly unit: string;
  /** Which people the figure describes, and which it leaves out. */
  readonly whoIsCounted: string;
  /** What the figure does not say. */
  readonly caution: string;
}

export const PROGRAM_MEASURES = {
  completions: {
    name: 'awards in a year',
    unit: 'awards conferred from July 1 of the previous year to June 30 of the release year',
    whoIsCounted:
      'Every award that the institution reports for the field (six digits of the CIP) and level as a first major. Second majors are not counted. A person with two awards counts twice.',
    caution:
      'Awarding a degree is not accreditation. 0 means that the institution reports the program and no award in that year.',
  },
  awards: {
    name: 'awards counted by the College Scorecard',
    unit: 'awards to all students in a year',
    whoIsCounted:
      'Everyone who received an award of the level in the field (four digits of the CIP), with or without federal aid.',
    caution: 'A wider field than that of the completions, of an earlier year.',
  },
  earnings1Year: {
    name: 'median earnings 1 year after completion',
    unit: 'dollars per year',
    whoIsCounted:
      'Graduates who received federal student aid, had earnings, and were not enrolled when the earnings were measured. Two years of graduates are counted together. Those without earnings or aid are left out.',
    caution:
      'The field is that of the first four digits of the CIP, so several programs of the institution share the figure. Half of the counted graduates earned less.',
  },
  earnings4Years: {
    name: 'median earnings 4 years after completion',
    unit: 'dollars per year',
    whoIsCounted:
      'Graduates who received federal student aid, had earnings, and were not enrolled when the earnings were measured. Two years of graduates are counted together. Those without earnings or aid are left out.',
    caution:
      'The field is that of the first four digits of the CIP, so several programs of the institution share the figure. Other years of graduates than for 1 year, so the two do not show a rise of earnings.',
  },
  medianDebt: {
    name: 'median debt at completion',
    unit: 'dollars',
    whoIsCounted:
      'Graduates who borrowed federal loans for their studies at this institution at this level of study. Those without such loans are left out. Private loans and loans of parents are not counted.',
    caution: 'Half of the borrowers owed less. The field is that of the first four digits of the CIP.',
  },
  netPrice: {
    name: 'average net price',
    unit: 'dollars per year',
    whoIsCounted:
      'First-time, full-time undergraduates who received federal student aid; at public institutions, only those who pay in-state tuition.',
    caution:
      'Cost of attendance less grants and scholarships, for the whole institution and not for one program. Below 0 where grants exceed the cost.',
  },
  completionRate: {
    name: 'completion rate',
    unit: 'share of students',
    whoIsCounted:
      'First-time, full-time undergraduates who completed within 150% of the normal time. Those who transfer to another institution do not count as completers.',
    caution: 'Of the whole institution and not of one program.',
  },
} as const satisfies Record<string, ProgramMeasure>;

export type ProgramMeasureName = keyof typeof PROGRAM_MEASURES;

/** Which graduates a release of the College Scorecard describes. */
export interface OutcomeCohort {
  /** `awards of 2017–18 and 2018–19` */
  readonly graduates: string;
  /** `earnings of 2022 and 2023`; null for what is not measured later. */
  readonly measured: string | null;
  /** The year whose prices the dollars have; null where the publisher does not adjust them. */
  readonly dollarsOf: number | null;
}

type CohortMeasure = 'earnings1Year' | 'earnings4Years' | 'medianDebt';

/** From the cohort map of the publisher's data dictionary, which changes with each release. */
const COHORTS: Readonly<Record<string, Readonly<Record<CohortMeasure, OutcomeCohort>>>> = {
  '2026-06': {
    earnings1Year: {
      graduates: 'awards of 2018–19 and 2019–20',
      measured: 'earnings of 2020 and 2021',
      dollarsOf: 2022,
    },
    earnings4Years: {
      graduates: 'awards of 2017–18 and 2018–19',
      measured: 'earnings of 2022 and 2023',
      dollarsOf: 2024,
    },
    medianDebt: { graduates: 'awards of 2018–19 and 2019–20', measured: null, dollarsOf: null },
  },
};

/** The cohort of a measure in a release; null where it is not recorded here: the publisher's dictionary has it. */
export function outcomeCohort(release: string, measure: CohortMeasure): OutcomeCohort | null {
  return COHORTS[release]?.[measure] ?? null;
}

/** What readers must know of the link from an occupation to fields of study. */
export const CIP_SOC_CAUTION =
  'The crosswalk of CIP and SOC suggests fields of study that may prepare for an occupation. It does not prove that a program does, that graduates find such jobs, or that a license accepts it.';
