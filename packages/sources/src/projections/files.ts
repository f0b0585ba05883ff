import { levelOf } from '@careergraph/domain';
import { defineFile } from '../define/define-file.js';
import type { LoadingFile, Output } from '../define/file-kind.js';
import { cells, type Field, persons, type RowValues } from './cells.js';
import { occupationTables } from './find.js';
import { indentationOf, layoutsOf } from './layouts.js';
import { topCodeOf } from './top-codes.js';
import { releaseOf, TITLE, yearsOf } from './years.js';

/** Two counts and their difference, each rounded to the nearest hundred persons. */
const CHANGE_ROUNDING_PERSONS = 150;

/** One row per occupation: line items, and summaries of groups. */
export const occupations = defineFile({
  what: 'the occupation workbook of the Employment Projections',
  role: 'national',
  find: occupationTables,
  statedRelease: (file) => [{ by: 'the title of its table', release: releaseOf(yearsOf(file)) }],
  layouts: (file) => layoutsOf(yearsOf(file)),
  preamble: [TITLE],
  notes: [
    /^Footnotes?:$/,
    /^(\[\d+\]|\(\d+\)) Data are from the Occupational Employment/,
    /^Note: Data is unavailable for values denoted/,
  ],
  lastNote: /^Source: Employment Projections program/,
  cells,
  key: ['code'],
  memory: (file) => ({ release: file.release, years: yearsOf(file), groups: new Groups(file) }),
  row(values, out, { release, years, groups }) {
    const isSound = [checkChange(values, out), checkTopCode(values, release, out)].every(Boolean);
    const parentCode = groups.parentOf(values, out);
    if (!isSound || parentCode === undefined) return;
    const { sheet, row } = out;
    const { code } = values;
    const title = values.title.text;
    out.add('FileOccupation', { code, title, level: levelOf(code), parentCode, definition: null, sheet, row });
    out.add('Projection', {
      occupationCode: code,
      areaCode: 'US',
      sheet,
      row,
      kind: values.type,
      baseYear: years.base,
      projectedYear: years.projected,
      baseEmploymentPersons: persons(values.baseEmployment),
      baseEmploymentMarker: values.baseEmployment.marker,
      projectedEmploymentPersons: persons(values.projectedEmployment),
      projectedEmploymentMarker: values.projectedEmployment.marker,
      changePersons: persons(values.change),
      changeMarker: values.change.marker,
      percentTenths: values.percent.value,
      percentMarker: values.percent.marker,
      annualOpeningsPersons: persons(values.openings),
      annualOpeningsMarker: values.openings.marker,
      selfEmployedTenths: values.selfEmployed.value,
      selfEmployedMarker: values.selfEmployed.marker,
      medianAnnualUsd: values.medianWage.value,
      medianAnnualMarker: values.medianWage.marker,
      medianYear: years.median,
      entryEducation: values.entryEducation,
      workExperience: values.workExperience,
      onTheJobTraining: values.onTheJobTraining,
    });
  },
});

function checkChange({ baseEmployment, projectedEmployment, change }: RowValues, out: Output<Field>): boolean {
  const [base, projected, difference] = [persons(baseEmployment), persons(projectedEmployment), persons(change)];
  if (base === null || projected === null || difference === null) return true;
  if (Math.abs(projected - base - difference) <= CHANGE_ROUNDING_PERSONS) return true;
  const [printedBase, printedProjected] = [out.cell('baseEmployment'), out.cell('projectedEmployment')];
  out.fault('change', `differs from ${printedProjected} − ${printedBase} by more than rounding.`);
  return false;
}

function checkTopCode({ medianWage: { topCodeUsd } }: RowValues, release: string, out: Output<Field>): boolean {
  const declared = topCodeOf(release);
  if (topCodeUsd === null || topCodeUsd === declared) return true;
  const known = declared === null ? 'not known' : `$${declared.toLocaleString('en-US')}`;
  out.fault('medianWage', `is not the top code of ${release}, which is ${known} (projections/top-codes.ts).`);
  return false;
}

/** The groups that the next row may belong to: titles are indented below that of their group. */
class Groups {
  readonly #indentation: number | null;
  /** The widest first. */
  readonly #codes: string[] = [];

  constructor({ layout }: LoadingFile<Field>) {
    this.#indentation = indentationOf(layout.name);
  }

  /** The code of the group of a row, null for none; undefined if that is reported as an error. */
  parentOf({ code, title: { spaces } }: RowValues, out: Output<Field>): string | null | undefined {
    if (this.#indentation === null) return null;
    const depth = spaces / this.#indentation;
    if (!Number.isInteger(depth)) {
      out.fault('title', `is indented by ${spaces} spaces, which is not a multiple of ${this.#indentation}.`);
      return undefined;
    }
    // After a row with errors, the group of the next one is unknown.
    if (out.hasFaults) return null;
    if (depth > this.#codes.length) {
      out.fault(
        'title',
        `is ${depth} steps below the top, and at most ${this.#codes.length} are possible here: its group is missing.`,
      );
      return undefined;
    }
    this.#codes.length = depth;
    const parent = this.#codes.at(-1) ?? null;
    this.#codes.push(code);
    return parent;
  }
}
