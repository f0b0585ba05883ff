import { levelOf } from '@careergraph/domain';
import { defineFile } from '../define/define-file.js';
import type { Output } from '../define/file-kind.js';
import { cells, type Field, persons, type RowValues } from './cells.js';
import { occupationTables } from './find.js';
import { Groups } from './groups.js';
import { layoutOf } from './layouts.js';
import { TopCodedMedians } from './top-coded-medians.js';
import { releaseOf, TITLE, yearsOf } from './years.js';

/** Two counts and their difference, each rounded to the nearest hundred persons. */
const CHANGE_ROUNDING_PERSONS = 150;

/** One row per occupation: line items, and summaries of groups. */
export const occupations = defineFile({
  what: 'the occupation workbook of the Employment Projections',
  role: 'national',
  find: occupationTables,
  statedRelease: (file) => [{ by: 'the title of its table', release: releaseOf(yearsOf(file)) }],
  layouts: (file) => [layoutOf(yearsOf(file))],
  preamble: [TITLE],
  notes: [
    /^Footnotes?:$/,
    /^(\[\d+\]|\(\d+\)) Data are from the Occupational Employment/,
    /^Note: Data (is|are) unavailable for values denoted/,
  ],
  lastNote: /^Source: Employment Projections program/,
  cells,
  key: ['code'],
  memory: (file) => ({ years: yearsOf(file), groups: new Groups(), topCoded: new TopCodedMedians() }),
  row(values, out, { years, groups, topCoded }) {
    const isSound = [checkChange(values, out), topCoded.check(values, out)].every(Boolean);
    const parentCode = groups.parentOf(values);
    if (!isSound) return;
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
  end: (out, { topCoded }) => topCoded.end(out),
});

function checkChange({ baseEmployment, projectedEmployment, change }: RowValues, out: Output<Field>): boolean {
  const [base, projected, difference] = [persons(baseEmployment), persons(projectedEmployment), persons(change)];
  if (base === null || projected === null || difference === null) return true;
  if (Math.abs(projected - base - difference) <= CHANGE_ROUNDING_PERSONS) return true;
  const [printedBase, printedProjected] = [out.cell('baseEmployment'), out.cell('projectedEmployment')];
  out.fault('change', `differs from ${printedProjected} − ${printedBase} by more than rounding.`);
  return false;
}
