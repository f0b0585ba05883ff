import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A second reading of the files in packages/guides, without the code of the importers. */
const GUIDES = new URL('../../../guides/', import.meta.url);

const readYaml = (path: string): unknown => parse(readFileSync(new URL(path, GUIDES), 'utf8'));

export interface CareerFile {
  readonly slug: string;
  readonly title: string;
  readonly alsoCalled?: readonly string[];
  readonly summary: string;
  readonly field: string;
  readonly typicalEducation: string;
  readonly occupations: readonly { readonly code: string; readonly role: 'PRIMARY' | 'SECONDARY' }[];
}

export const careers: readonly CareerFile[] = readdirSync(new URL('careers/', GUIDES))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({
    slug: name.slice(0, -'.yaml'.length),
    ...(readYaml(`careers/${name}`) as Omit<CareerFile, 'slug'>),
  }));

export function primaryOf({ occupations }: CareerFile): string {
  return occupations.find(({ role }) => role === 'PRIMARY')?.code as string;
}

type Cell = number | string;
export interface Starter<Column extends string> {
  readonly release: string;
  readonly label: string;
  readonly file: { readonly name: string; readonly sha256: string; readonly sheet: string };
  readonly topCode: { readonly annualUsd: number; readonly hourlyUsd: number } | null;
  readonly rows: readonly Readonly<Record<Column, Cell>>[];
}

function readStarter<Column extends string>(name: string, columns: readonly Column[]): Starter<Column> {
  const file = readYaml(`starter/${name}.yaml`) as Omit<Starter<Column>, 'rows'> & { rows: Cell[][] };
  const named = (row: Cell[]) => Object.fromEntries(columns.map((column, at) => [column, row[at]]));
  return { ...file, rows: file.rows.map((row) => named(row) as Record<Column, Cell>) };
}

/** The columns as the head of each file names them. */
const WAGE_COLUMNS = [
  ...['row', 'code', 'title', 'employment', 'employmentPrse', 'meanPrse'],
  ...['hourlyMean', 'hourlyP10', 'hourlyP25', 'hourlyP50', 'hourlyP75', 'hourlyP90'],
  ...['annualMean', 'annualP10', 'annualP25', 'annualP50', 'annualP75', 'annualP90', 'only'],
] as const;
const PROJECTION_COLUMNS = [
  ...['row', 'code', 'title', 'type', 'base', 'projected', 'change', 'percent', 'openings'],
  ...['selfEmployed', 'medianWage', 'entryEducation', 'workExperience', 'onTheJobTraining'],
] as const;

export const wages2024 = readStarter('oews-2024-05', WAGE_COLUMNS);
export const wages2025 = readStarter('oews-2025-05', WAGE_COLUMNS);
export const projections = readStarter('projections-2024-34', PROJECTION_COLUMNS);
