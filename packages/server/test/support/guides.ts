import { readdirSync, readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse } from 'yaml';

/** A second reading of the files in packages/guides, without the code of content. */
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

function readStarter<Column extends string>(name: string): Starter<Column> {
  const head = readYaml(`starter/${name}.yaml`) as Omit<Starter<Column>, 'rows'>;
  const csv = readFileSync(new URL(`starter/${name}.csv`, GUIDES), 'utf8');
  const rows: Record<Column, string>[] = parseCsv(csv, { columns: true });
  return { ...head, rows: rows.map((row) => mapValues(row, (cell) => (NUMBER.test(cell) ? Number(cell) : cell))) };
}

const NUMBER = /^-?\d+(\.\d+)?$/;

function mapValues<K extends string, T>(row: Record<K, string>, map: (cell: string) => T): Record<K, T> {
  return Object.fromEntries(Object.entries<string>(row).map(([key, cell]) => [key, map(cell)])) as Record<K, T>;
}

type WageColumn =
  | ('row' | 'code' | 'title' | 'level' | 'employment' | 'employmentPrse' | 'meanPrse' | 'only')
  | `${'hourly' | 'annual'}${'Mean' | 'P10' | 'P25' | 'P50' | 'P75' | 'P90'}`;
type ProjectionColumn =
  | ('row' | 'code' | 'title' | 'parent' | 'type' | 'baseEmployment' | 'projectedEmployment' | 'change' | 'percent')
  | ('openings' | 'selfEmployed' | 'medianWage' | 'entryEducation' | 'workExperience' | 'onTheJobTraining');

export const wages2024 = readStarter<WageColumn>('oews-2024-05');
export const wages2025 = readStarter<WageColumn>('oews-2025-05');
export const projections = readStarter<ProjectionColumn>('projections-2024-34');

export const titles = readStarter<'row' | 'code' | 'title' | 'parent'>('soc-2018');

/** By eye: the code that the wages and projections have in place of the parts of a broad occupation, if not its own. */
const HYBRIDS: Readonly<Record<string, string>> = {
  '21-1010': '21-1018',
  '25-2050': '25-2052',
  '25-9040': '25-9045',
  '51-2020': '51-2028',
  '53-1040': '53-1047',
};

const publishedCodes = new Set(
  [...wages2024.rows, ...wages2025.rows, ...projections.rows].map(({ code }) => String(code)),
);

/** The occupations that no file of figures has under their own code. */
export const unpublished = titles.rows.map(({ code }) => String(code)).filter((code) => !publishedCodes.has(code));

/** The code of the row that has the figures of an occupation. */
export function publishedAs(code: string): string {
  if (publishedCodes.has(code)) return code;
  const parent = titles.rows.find((row) => row.code === code)?.parent;
  return parent === undefined ? code : (HYBRIDS[String(parent)] ?? String(parent));
}

/** Codes of the detailed occupations of the active releases, those within a hybrid included. */
export const detailedCodes: readonly string[] = [
  ...new Set([
    ...wages2025.rows.filter(({ level }) => level === 'detailed').map(({ code }) => String(code)),
    ...projections.rows.filter(({ type }) => type === 'Line item').map(({ code }) => String(code)),
    ...titles.rows.map(({ code }) => String(code)),
  ]),
];

/** Codes of the occupations that a guide describes as a whole, decided by eye. */
export const CODES_OF_GUIDES = [
  ...['11-9111', '29-1124', '29-1126', '29-1141', '29-1292', '29-2032', '29-2035', '29-2042', '29-2052', '29-2055'],
  ...['29-2061', '29-2081', '31-1121', '31-2021', '31-9091', '31-9092', '31-9094', '31-9097'],
];
