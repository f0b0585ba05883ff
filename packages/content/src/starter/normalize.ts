import type { FigureMarker, LoadedRows } from '@careergraph/db';
import { levelOf, type OccupationLevel } from '@careergraph/domain';
import {
  DASH,
  PROJECTION_FIGURES,
  PROJECTION_KINDS,
  type ProjectionRow,
  WAGE_FIGURES,
  WAGE_MARKERS,
  type WageRow,
} from './columns.js';
import type { ProjectionsHead, StarterProjection, StarterTitle, StarterWage, TitlesHead, WagesHead } from './schema.js';

type OccupationRow = LoadedRows['FileOccupation'];
type Stored = readonly [value: number | null, marker: FigureMarker | null];

export function titledOccupation(
  { file: { sheet } }: TitlesHead,
  { row, code, title, parent }: StarterTitle,
): OccupationRow {
  return { code, title, level: levelOf(code), parentCode: parent, sheet, row };
}

export function wageOccupation(
  { file: { sheet } }: WagesHead,
  { row, code, title, level }: StarterWage,
): OccupationRow {
  return { code, title, level: level.toUpperCase() as OccupationLevel, sheet, row };
}

export function wageEstimate({ file: { sheet } }: WagesHead, starter: StarterWage): WageRow {
  const { row, code, only } = starter;
  return {
    occupationCode: code,
    areaCode: 'US',
    areaKind: 'NATION',
    sheet,
    row,
    // Both compare an area with the nation, so the national file leaves them empty.
    jobsPer1000Marker: 'NOT_PUBLISHED',
    locationQuotientMarker: 'NOT_PUBLISHED',
    ...(storedFigures(WAGE_FIGURES, starter, (cell) =>
      Object.hasOwn(WAGE_MARKERS, cell) ? WAGE_MARKERS[cell as keyof typeof WAGE_MARKERS] : null,
    ) as Partial<WageRow>),
    annualOnly: only === 'ANNUAL',
    hourlyOnly: only === 'HOURLY',
  };
}

export function projectionOccupation(
  { file: { sheet } }: ProjectionsHead,
  { row, code, title, parent }: StarterProjection,
): OccupationRow {
  return { code, title, level: levelOf(code), parentCode: parent === '' ? null : parent, sheet, row };
}

export function projection(head: ProjectionsHead, starter: StarterProjection): ProjectionRow {
  const { row, code, type, entryEducation, workExperience, onTheJobTraining } = starter;
  return {
    occupationCode: code,
    areaCode: 'US',
    sheet: head.file.sheet,
    row,
    kind: PROJECTION_KINDS[type],
    baseYear: head.baseYear,
    projectedYear: head.projectedYear,
    medianYear: head.medianYear,
    ...(storedFigures(PROJECTION_FIGURES, starter, (cell) => {
      if (cell === DASH) return 'NOT_PUBLISHED';
      return cell.startsWith('>=') ? 'TOP_CODED' : null;
    }) as Partial<ProjectionRow>),
    entryEducation: words(entryEducation),
    workExperience: words(workExperience),
    onTheJobTraining: words(onTheJobTraining),
  };
}

/** Every figure of a row as it is stored: a number in the smallest unit, or a marker. */
function storedFigures<C extends string>(
  columns: Readonly<Record<C, { readonly value: string; readonly marker: string; readonly perUnit: number }>>,
  row: Readonly<Record<NoInfer<C>, string>>,
  markerOf: (cell: string) => FigureMarker | null,
): Record<string, Stored[0] | Stored[1]> {
  const figures: Record<string, Stored[0] | Stored[1]> = {};
  for (const column in columns) {
    const { value, marker, perUnit } = columns[column];
    const cell = row[column];
    figures[marker] = markerOf(cell);
    figures[value] = figures[marker] === null ? Math.round(Number(cell) * perUnit) : null;
  }
  return figures;
}

/** A dash in the workbook means that a summary row has no value. */
function words(cell: string): string | null {
  return cell === DASH ? null : cell;
}
