import type { LoadedRows } from '@careergraph/db';
import { levelOf } from '@careergraph/domain';
import type { RowFault } from '@careergraph/extract';
import { type Area, areaOf, type FieldFault } from './areas.js';
import type { Field } from './columns.js';
import {
  type FigureForm,
  HOURLY_CENTS,
  JOBS_PER_1000,
  PERCENT_TENTHS,
  PERSONS,
  QUOTIENT,
  readFigure,
  readFlag,
  type Stored,
  YEARLY_USD,
} from './figures.js';
import type { Estimates, RawRow } from './parse.js';
import { labelOf, type TopCode } from './releases.js';
import type { AreaSet } from './roles.js';

export type Level = 'TOTAL' | 'MAJOR' | 'MINOR' | 'BROAD' | 'DETAILED';

/** A row of the file in our terms. */
export interface Estimate {
  readonly wage: LoadedRows['WageEstimate'];
  readonly occupation: { readonly code: string; readonly title: string; readonly level: Level };
  readonly area: Area;
}

export interface Context {
  readonly file: string;
  readonly estimates: Estimates;
  readonly areas: AreaSet;
  readonly release: string;
  readonly topCode: TopCode | null;
  fault(fault: RowFault): void;
}

const LEVELS: Readonly<Record<string, Level>> = {
  total: 'TOTAL',
  major: 'MAJOR',
  minor: 'MINOR',
  broad: 'BROAD',
  detailed: 'DETAILED',
};

const PERCENTILES = {
  annual: ['annualP10', 'annualP25', 'annualP50', 'annualP75', 'annualP90'],
  hourly: ['hourlyP10', 'hourlyP25', 'hourlyP50', 'hourlyP75', 'hourlyP90'],
} as const satisfies Record<string, readonly Field[]>;

/** Reads the rows of a file: each gives an estimate, or reports what is wrong with it and gives null. */
export function normalizer(context: Context): (raw: RawRow) => Estimate | null {
  const { columns } = context.estimates.layout;
  const areaOfRow = sameAsBefore(AREA_FIELDS, (raw) => areaOf(raw, context.areas, columns));
  const otherThanAllOfRow = sameAsBefore(POPULATION_FIELDS, (raw) => otherEstimates(raw, columns));
  return (raw) => normalize(raw, context, areaOfRow(raw), otherThanAllOfRow(raw));
}

const AREA_FIELDS = ['area', 'areaTitle', 'areaType', 'primaryState'] as const satisfies readonly Field[];
const POPULATION_FIELDS = ['industry', 'industryLevel', 'ownership'] as const satisfies readonly Field[];

/** Some hundred rows in succession have the same area, and all the same population: they are looked at once. */
function sameAsBefore<T>(fields: readonly Field[], read: (raw: RawRow) => T): (raw: RawRow) => T {
  let before: RawRow | null = null;
  let result: T;
  return (raw) => {
    if (before === null || fields.some((field) => raw[field] !== before?.[field])) {
      result = read(raw);
      before = raw;
    }
    return result;
  };
}

function normalize(
  raw: RawRow,
  context: Context,
  area: Area | FieldFault,
  otherThanAll: readonly FieldFault[],
): Estimate | null {
  const { estimates } = context;
  let sound = true;
  const refuse = (field: Field, message: string, value: unknown = raw[field]) => {
    sound = false;
    const column = estimates.names[field] ?? field;
    context.fault({ file: context.file, sheet: estimates.sheet, row: raw.row, column, value, message });
  };
  const figure = (field: Field, form: FigureForm): Stored => {
    const stored = readFigure(raw[field], form);
    if (typeof stored === 'string') {
      refuse(field, stored);
      return UNREAD;
    }
    if (stored[1] === 'TOP_CODED' && context.topCode === null) {
      refuse(field, `stands for a wage above the top code, and ${labelOf(context.release)} is not known to have one.`);
    }
    return stored;
  };
  const flag = (field: 'annualOnly' | 'hourlyOnly'): boolean => {
    const value = readFlag(raw[field]);
    if (typeof value === 'boolean') return value;
    refuse(field, value);
    return false;
  };

  if (raw.beyond !== null) {
    refuse(
      'hourlyOnly',
      'stands to the right of the last column that has a name: are the columns shifted?',
      raw.beyond,
    );
  }
  for (const { field, message } of otherThanAll) refuse(field, message);
  if ('message' in area) refuse(area.field, area.message);
  const occupation = occupationOf(raw);
  if ('message' in occupation) refuse(occupation.field, occupation.message);

  const employment = figure('employment', PERSONS);
  const employmentPrse = figure('employmentPrse', PERCENT_TENTHS);
  const meanPrse = figure('meanPrse', PERCENT_TENTHS);
  const jobs = figure('jobsPer1000', JOBS_PER_1000);
  const quotient = figure('locationQuotient', QUOTIENT);
  const am = figure('annualMean', YEARLY_USD);
  const a10 = figure('annualP10', YEARLY_USD);
  const a25 = figure('annualP25', YEARLY_USD);
  const a50 = figure('annualP50', YEARLY_USD);
  const a75 = figure('annualP75', YEARLY_USD);
  const a90 = figure('annualP90', YEARLY_USD);
  const hm = figure('hourlyMean', HOURLY_CENTS);
  const h10 = figure('hourlyP10', HOURLY_CENTS);
  const h25 = figure('hourlyP25', HOURLY_CENTS);
  const h50 = figure('hourlyP50', HOURLY_CENTS);
  const h75 = figure('hourlyP75', HOURLY_CENTS);
  const h90 = figure('hourlyP90', HOURLY_CENTS);
  const annualOnly = flag('annualOnly');
  const hourlyOnly = flag('hourlyOnly');

  const annual = [a10, a25, a50, a75, a90];
  const hourly = [h10, h25, h50, h75, h90];
  for (const { field, message } of disorder(annual, PERCENTILES.annual)) refuse(field, message);
  for (const { field, message } of disorder(hourly, PERCENTILES.hourly)) refuse(field, message);
  if (annualOnly && hourlyOnly) refuse('hourlyOnly', 'is TRUE, and so is ANNUAL: one of them excludes the other.');
  else if (annualOnly && [hm, ...hourly].some(isNumber)) {
    refuse('annualOnly', 'says that only yearly wages are released, but the row has an hourly one.');
  } else if (hourlyOnly && [am, ...annual].some(isNumber)) {
    refuse('hourlyOnly', 'says that only hourly wages are released, but the row has a yearly one.');
  }
  if (!sound || 'message' in area || 'message' in occupation) return null;

  return {
    occupation,
    area,
    wage: {
      occupationCode: occupation.code,
      areaCode: area.code,
      areaKind: area.kind,
      sheet: estimates.sheet,
      row: raw.row,
      employmentPersons: employment[0],
      employmentMarker: employment[1],
      employmentPrseTenths: employmentPrse[0],
      employmentPrseMarker: employmentPrse[1],
      meanPrseTenths: meanPrse[0],
      meanPrseMarker: meanPrse[1],
      jobsPer1000Thousandths: jobs[0],
      jobsPer1000Marker: jobs[1],
      locationQuotientThousandths: quotient[0],
      locationQuotientMarker: quotient[1],
      annualMeanUsd: am[0],
      annualMeanMarker: am[1],
      annualP10Usd: a10[0],
      annualP10Marker: a10[1],
      annualP25Usd: a25[0],
      annualP25Marker: a25[1],
      annualP50Usd: a50[0],
      annualP50Marker: a50[1],
      annualP75Usd: a75[0],
      annualP75Marker: a75[1],
      annualP90Usd: a90[0],
      annualP90Marker: a90[1],
      hourlyMeanCents: hm[0],
      hourlyMeanMarker: hm[1],
      hourlyP10Cents: h10[0],
      hourlyP10Marker: h10[1],
      hourlyP25Cents: h25[0],
      hourlyP25Marker: h25[1],
      hourlyP50Cents: h50[0],
      hourlyP50Marker: h50[1],
      hourlyP75Cents: h75[0],
      hourlyP75Marker: h75[1],
      hourlyP90Cents: h90[0],
      hourlyP90Marker: h90[1],
      annualOnly,
      hourlyOnly,
    },
  };
}

/** Never stored: a row with a figure that cannot be read is refused. */
const UNREAD: Stored = [null, 'NOT_STATED'];

const isNumber = ([value]: Stored) => value !== null;

function occupationOf(raw: RawRow): Estimate['occupation'] | FieldFault {
  const code = String(raw.occupationCode);
  if (!/^\d{2}-\d{4}$/.test(code)) {
    return { field: 'occupationCode', message: 'is not an occupation code of OEWS (11-9111).' };
  }
  if (raw.occupationTitle === null) {
    return { field: 'occupationTitle', message: `is empty: ${code} has a title.` };
  }
  const level = LEVELS[String(raw.occupationLevel).toLowerCase()];
  if (!level) {
    return { field: 'occupationLevel', message: `is not a level (${Object.keys(LEVELS).join(', ')}).` };
  }
  // A code of another form may be "detailed": a broad occupation, of which no parts are published, is both.
  if (level !== 'DETAILED' && level !== levelOf(code)) {
    return {
      field: 'occupationLevel',
      message: `is not the level of ${code}, which is ${levelOf(code).toLowerCase()}.`,
    };
  }
  return { code, title: String(raw.occupationTitle), level };
}

/** Estimates for an industry or a kind of owner would be taken for those of everyone. */
function otherEstimates(raw: RawRow, columns: Readonly<Record<string, unknown>>): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  if (columns.industry !== undefined && !/^0+$/.test(String(raw.industry))) {
    faults.push({ field: 'industry', message: `is one industry. ${TAKE}` });
  }
  if (columns.industryLevel !== undefined && String(raw.industryLevel).toLowerCase() !== 'cross-industry') {
    faults.push({ field: 'industryLevel', message: `is not "cross-industry". ${TAKE}` });
  }
  if (columns.ownership !== undefined && String(raw.ownership) !== '1235') {
    faults.push({ field: 'ownership', message: `is not 1235, all owners together. ${TAKE}` });
  }
  return faults;
}

const TAKE =
  'Take the file without a breakdown by industry or ownership: national_M…_dl (oesm…nat.zip), state_M…_dl (oesm…st.zip), MSA_M…_dl and BOS_M…_dl (oesm…ma.zip).';

function disorder(figures: readonly Stored[], fields: readonly Field[]): readonly FieldFault[] {
  let faults = NO_FAULTS;
  let highest: number | null = null;
  let isCapped = false;
  for (const [index, [value, marker]] of figures.entries()) {
    if (marker === 'TOP_CODED') isCapped = true;
    if (value === null) continue;
    const field = fields[index] as Field;
    if (isCapped) {
      faults = [...faults, { field, message: 'is a number, but a lower percentile of this row is "#".' }];
    }
    if (highest !== null && value < highest) {
      const message = 'is below a lower percentile of this row: are the columns shifted?';
      faults = [...faults, { field, message }];
    }
    highest = value;
  }
  return faults;
}

const NO_FAULTS: readonly FieldFault[] = [];
