import {
  type Cell,
  type FieldOf,
  figure,
  inSome,
  matching,
  optional,
  parsed,
  text,
  type Values,
} from '@careergraph/extract';
import { isAllIndustries, isAllOwners, isCrossIndustry, WITHOUT_BREAKDOWN } from './breakdown.js';
import { AREA_TYPES } from './roles.js';

const ESTIMATE_MARKERS = {
  '*': 'WAGE_NOT_RELEASED',
  '**': 'EMPLOYMENT_NOT_RELEASED',
  '~': 'UNDER_HALF_PERCENT',
} as const;
const WAGE_MARKERS = { '*': 'WAGE_NOT_RELEASED', '#': 'TOP_CODED' } as const;
const NOT_PUBLISHED = { value: null, marker: 'NOT_PUBLISHED' } as const;

const estimate = { min: 0, markers: ESTIMATE_MARKERS, empty: NOT_PUBLISHED.marker } as const;
const wage = { markers: WAGE_MARKERS, empty: NOT_PUBLISHED.marker } as const;
const persons = figure({ ...estimate, what: 'a number of persons', perUnit: 1 });
const standardError = figure({ ...estimate, what: 'a standard error in percent, to a tenth', perUnit: 10 });
const jobsPer1000 = figure({
  ...estimate,
  what: 'a number of jobs per 1,000, to a thousandth',
  perUnit: 1000,
  max: 1000,
});
const locationQuotient = figure({ ...estimate, what: 'a location quotient, to a thousandth', perUnit: 1000 });
const annualWage = figure({ ...wage, what: 'an annual wage in whole dollars', perUnit: 1, min: 1 });
const hourlyWage = figure({ ...wage, what: 'an hourly wage in dollars, to the cent', perUnit: 100, min: 0.01 });

const LEVELS = { total: 'TOTAL', major: 'MAJOR', minor: 'MINOR', broad: 'BROAD', detailed: 'DETAILED' } as const;
export type Level = (typeof LEVELS)[keyof typeof LEVELS];
const levels: ReadonlyMap<string, Level> = new Map(Object.entries(LEVELS));

const onlyFlag = parsed('TRUE or empty', (cell) => {
  if (cell === null || cell === false) return false;
  return cell === true || String(cell).toUpperCase() === 'TRUE' ? true : undefined;
});

export const cells = {
  area: inSome(parsed('an area code of up to seven digits', readAreaCode), null),
  areaTitle: inSome(optional(text), null),
  areaType: inSome(
    parsed(`a type of area (${[...AREA_TYPES].map(([type, { name }]) => `${type} ${name}`).join(', ')})`, (cell) =>
      AREA_TYPES.get(String(cell)),
    ),
    null,
  ),
  primaryState: inSome(optional(matching(/^([A-Z]{2}|\d{2})$/, 'a state or territory such as CA or PR')), null),
  industry: inSome(allJobs(isAllIndustries, '000000, all industries'), null),
  industryLevel: inSome(allJobs(isCrossIndustry, '"cross-industry"'), null),
  ownership: inSome(allJobs(isAllOwners, '1235, all owners'), null),
  occupationCode: matching(/^\d{2}-\d{4}$/, 'an occupation code of OEWS, such as 11-9111'),
  occupationTitle: text,
  occupationLevel: parsed(`a level (${Object.keys(LEVELS).join(', ')})`, (cell) =>
    levels.get(String(cell).toLowerCase()),
  ),
  employment: persons,
  employmentPrse: standardError,
  jobsPer1000: inSome(jobsPer1000, NOT_PUBLISHED),
  locationQuotient: inSome(locationQuotient, NOT_PUBLISHED),
  meanPrse: standardError,
  annualMean: annualWage,
  annualP10: annualWage,
  annualP25: annualWage,
  annualP50: annualWage,
  annualP75: annualWage,
  annualP90: annualWage,
  hourlyMean: hourlyWage,
  hourlyP10: hourlyWage,
  hourlyP25: hourlyWage,
  hourlyP50: hourlyWage,
  hourlyP75: hourlyWage,
  hourlyP90: hourlyWage,
  annualOnly: onlyFlag,
  hourlyOnly: onlyFlag,
};

export type Field = FieldOf<typeof cells>;
export type EstimateValues = Values<typeof cells>;

/** Codes are text in published workbooks, with zeros in front in some years, and numbers in workbooks saved again. */
function readAreaCode(cell: Cell): string | undefined {
  const [, code] = /^0*([1-9]\d{0,6})$/.exec(String(cell)) ?? [];
  return code;
}

function allJobs(isAll: (cell: Cell) => boolean, what: string) {
  return parsed(`${what}: ${WITHOUT_BREAKDOWN}`, (cell) => (isAll(cell) ? null : undefined));
}
