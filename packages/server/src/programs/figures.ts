import type { IpedsFlag } from '@careergraph/db';
import {
  type FigureMarker,
  type FigureStatus,
  MARKERS,
  type OutcomeCohort,
  outcomeCohort,
  type ProgramMeasureName,
} from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { Directory } from './directory.js';
import type { ReleaseFile } from './files.js';
import type { ProgramRow } from './rows.js';

/** A row of a text file of a release. */
export interface FileRow {
  readonly file: ReleaseFile;
  readonly row: number;
}

/** A figure of a program or of its institution. */
export interface ProgramFigureShape {
  readonly measure: ProgramMeasureName;
  readonly value: number | null;
  readonly status: FigureStatus;
  /** Why there is no number; null if there is one. */
  readonly reason: string | null;
  /** How the publisher came to the number, where it was not just reported. */
  readonly note: string | null;
  /** The row that has the figure or the marker in its place; null without a row. */
  readonly place: FileRow | null;
  readonly cohort: OutcomeCohort | null;
}

type OutcomeMeasure = 'awards' | 'earnings1Year' | 'earnings4Years' | 'medianDebt';

export function completionsOf({ files }: Directory, program: ProgramRow): ProgramFigureShape {
  const { completions, completionsMarker, completionsFlag, row } = program;
  const shape = published(
    'completions',
    completions,
    completionsMarker,
    files.completions && { file: files.completions, row },
  );
  return { ...shape, note: shape.value === null || completionsFlag === null ? null : NOTES[completionsFlag] };
}

/** By the flag of IPEDS beside the number. */
const NOTES: Readonly<Record<IpedsFlag, string | null>> = {
  REPORTED: null,
  IMPLIED_ZERO: 'The institution left the number out, which IPEDS counts as 0.',
  CORRECTED: 'IPEDS corrected the reported number.',
  DERIVED: 'IPEDS calculated the number from other reported numbers.',
  IMPUTED: 'The institution did not report the number, and IPEDS estimated it.',
};

/** A figure of the College Scorecard on the field and level of a program. */
export function outcomeOf({ files }: Directory, measure: OutcomeMeasure, program: ProgramRow): ProgramFigureShape {
  const file = files.fieldsOfStudy;
  if (file === null) return missing(measure, NO_SCORECARD);
  if (program.outcomeRow === null) {
    return missing(
      measure,
      `The College Scorecard (${file.release.label}) has no row for the field ${program.cipCode.slice(0, 5)} at this level of the institution.`,
    );
  }
  const [value, marker] = {
    awards: [program.awards, program.awardsMarker] as const,
    earnings1Year: [program.earnings1YearUsd, program.earnings1YearMarker] as const,
    earnings4Years: [program.earnings4YearsUsd, program.earnings4YearsMarker] as const,
    medianDebt: [program.medianDebtUsd, program.medianDebtMarker] as const,
  }[measure];
  const shape = published(measure, value, marker, { file, row: program.outcomeRow });
  return measure === 'awards' ? shape : { ...shape, cohort: outcomeCohort(file.release.key, measure) };
}

/** A figure of the College Scorecard on the whole institution. */
export function institutionFigureOf(
  { files, outcomes }: Directory,
  measure: 'netPrice' | 'completionRate',
  unitId: number,
): ProgramFigureShape {
  const file = files.institutionOutcomes;
  if (file === null) return missing(measure, NO_SCORECARD);
  const outcome = outcomes.get(unitId);
  if (outcome === undefined) {
    return missing(measure, `The College Scorecard (${file.release.label}) has no row for the institution.`);
  }
  const place = { file, row: outcome.row };
  if (measure === 'netPrice') return published(measure, outcome.netPriceUsd, outcome.netPriceMarker, place);
  const { completionTenThousandths: rate, completionMarker } = outcome;
  return published(measure, rate === null ? null : rate / 10_000, completionMarker, place);
}

const NO_SCORECARD = 'This server has no data of the College Scorecard that would have the figure.';

function published(
  measure: ProgramMeasureName,
  value: number | null,
  marker: FigureMarker | null,
  place: FileRow | null,
): ProgramFigureShape {
  const why = marker === null ? { status: 'PUBLISHED' as const, reason: null } : MARKERS[marker];
  return { measure, value, status: why.status, reason: why.reason, note: null, place, cohort: null };
}

function missing(measure: ProgramMeasureName, reason: string): ProgramFigureShape {
  return { measure, value: null, status: 'NOT_PUBLISHED', reason, note: null, place: null, cohort: null };
}

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });
const share = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 });
const count = new Intl.NumberFormat('en-US');

const FORMATS: Readonly<Record<ProgramMeasureName, Intl.NumberFormat>> = {
  completions: count,
  awards: count,
  earnings1Year: dollars,
  earnings4Years: dollars,
  medianDebt: dollars,
  netPrice: dollars,
  completionRate: share,
};

/** `$74,260`, or `not released`. */
export function displayProgramFigure({ measure, value, status }: ProgramFigureShape): string {
  if (value !== null) return FORMATS[measure].format(value);
  if (status === 'NOT_IN_FILE') return 'not in the file';
  return status === 'SUPPRESSED' ? 'not released' : 'not published';
}

/** Where a row of a text file is: its sheet is the name of the file without its extension. */
export function provenanceIn(catalog: Catalog, { file: { release, fileId }, row }: FileRow) {
  return { release, fileId, sheet: catalog.fileOf({ fileId }).name.replace(/\.[a-z0-9]+$/i, ''), row };
}
