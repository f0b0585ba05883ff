import type { FigureMarker, LoadedRows } from '@careergraph/db';
import { levelOf } from '@careergraph/domain';
import { type Cell, inSmallestUnit, type RowFault } from '@careergraph/extract';
import { ASSIGNMENTS, DASH, KINDS, type ProjectionField, releaseKeyOf, TOP_CODES } from './columns.js';
import type { OccupationTable, RawRow } from './parse.js';

export interface NormalRow {
  readonly occupation: Omit<LoadedRows['FileOccupation'], 'parentCode'>;
  /** Groups above it, by the indentation of its title; null where the layout has none. */
  readonly depth: number | null;
  readonly projection: LoadedRows['Projection'];
}

type Stored = readonly [value: number | null, marker: FigureMarker | null];

/** Two counts and their difference, each rounded to the nearest hundred persons. */
const CHANGE_ROUNDING_PERSONS = 150;
/** Largest number that the tables hold. */
const LARGEST = 2_147_483_647;

/** @returns the rows of the tables, or null where the row has faults */
export function normalizeRow(
  table: Pick<OccupationTable, 'file' | 'sheet' | 'years' | 'layout' | 'names'>,
  { row, cells }: RawRow,
  report: (fault: RowFault) => void,
): NormalRow | null {
  const { file, sheet, years, layout, names } = table;
  let faults = 0;
  const fault = (field: ProjectionField, message: string) => {
    faults += 1;
    report({ file, sheet, row, column: names[field], value: cells[field], message });
  };
  const figure = (field: ProjectionField, perUnit: number, least = 0, most = LARGEST): Stored => {
    const cell = cells[field];
    if (cell === DASH) return [null, 'NOT_PUBLISHED'];
    if (typeof cell !== 'number') {
      fault(field, `is not a number and not "${DASH}", by which the workbook says that there is none.`);
      return [null, null];
    }
    const stored = inSmallestUnit(cell, perUnit);
    if (stored === null) fault(field, perUnit === 1 ? 'is not a whole number.' : 'has more than one decimal.');
    else if (stored < least) fault(field, `is less than ${least / perUnit}.`);
    else if (stored > most) fault(field, `is more than ${most / perUnit}.`);
    return [stored, null];
  };
  const thousands = (field: ProjectionField, least?: number): Stored => {
    // Tenths of a thousand first, so that a count of 616.25 thousand is found out.
    const [tenths, marker] = figure(field, 10, least, Math.floor(LARGEST / 100));
    return [tenths === null ? null : tenths * 100, marker];
  };
  const words = (field: keyof typeof ASSIGNMENTS): string | null => {
    const cell = cells[field];
    if (cell === DASH) return null;
    const known: readonly Cell[] = ASSIGNMENTS[field];
    if (!known.includes(cell)) fault(field, `is not one of the agency's categories: ${ASSIGNMENTS[field].join('; ')}.`);
    return String(cell);
  };
  const median = (): Stored => {
    const cell = cells.medianWage;
    const dollars = typeof cell === 'string' ? /^(?:>=|≥)\s*\$(\d{1,3}(?:,\d{3})*)$/.exec(cell)?.[1] : undefined;
    if (dollars === undefined) return figure('medianWage', 1, 1);
    const release = releaseKeyOf(years);
    const declared = TOP_CODES[release];
    if (Number(dollars.replaceAll(',', '')) !== declared) {
      fault(
        'medianWage',
        `is not the top code of ${release}, which is ${declared === undefined ? 'not known' : `$${declared.toLocaleString('en-US')}`}: see TOP_CODES in projections/columns.ts.`,
      );
    }
    return [null, 'TOP_CODED'];
  };

  const code = String(cells.code);
  if (!/^\d{2}-\d{4}$/.test(code)) fault('code', 'is not a code of the National Employment Matrix, e.g. "11-9111".');
  const title = typeof cells.title === 'string' ? cells.title : '';
  if (title.trim() === '') fault('title', 'is not the title of an occupation.');
  const kind = KINDS[String(cells.type)];
  if (!kind) fault('type', `is not a type of row: ${Object.keys(KINDS).join(', ')}.`);
  const blanks = title.length - title.trimStart().length;
  const depth = layout.indentation === null ? null : blanks / layout.indentation;
  if (depth !== null && !Number.isInteger(depth))
    fault('title', `is indented by ${blanks} blanks, which is not a multiple of ${layout.indentation}.`);

  const [base, baseMarker] = thousands('baseEmployment');
  const [projected, projectedMarker] = thousands('projectedEmployment');
  const [change, changeMarker] = thousands('change', Math.ceil(-LARGEST / 100));
  const [percent, percentMarker] = figure('percent', 10, -1000);
  const [selfEmployed, selfEmployedMarker] = figure('selfEmployed', 10, 0, 1000);
  const [openings, openingsMarker] = thousands('openings');
  const [medianUsd, medianMarker] = median();
  const [entryEducation, workExperience, onTheJobTraining] = [
    words('entryEducation'),
    words('workExperience'),
    words('onTheJobTraining'),
  ];
  if (
    faults === 0 &&
    base !== null &&
    projected !== null &&
    change !== null &&
    Math.abs(projected - base - change) > CHANGE_ROUNDING_PERSONS
  ) {
    fault(
      'change',
      `is not the difference of ${String(cells.baseEmployment)} and ${String(cells.projectedEmployment)}, and more than rounding away from it.`,
    );
  }
  if (faults > 0 || !kind) return null;
  return {
    depth,
    occupation: { code, title: title.trim(), level: levelOf(code), definition: null, sheet, row },
    projection: {
      occupationCode: code,
      areaCode: 'US',
      sheet,
      row,
      kind,
      baseYear: years.base,
      projectedYear: years.projected,
      baseEmploymentPersons: base,
      baseEmploymentMarker: baseMarker,
      projectedEmploymentPersons: projected,
      projectedEmploymentMarker: projectedMarker,
      changePersons: change,
      changeMarker,
      percentTenths: percent,
      percentMarker,
      annualOpeningsPersons: openings,
      annualOpeningsMarker: openingsMarker,
      selfEmployedTenths: selfEmployed,
      selfEmployedMarker,
      medianAnnualUsd: medianUsd,
      medianAnnualMarker: medianMarker,
      medianYear: years.median,
      entryEducation,
      workExperience,
      onTheJobTraining,
    },
  };
}
