import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse } from 'yaml';
import { projectionsHeadSchema, titlesHeadSchema, wagesHeadSchema } from '../src/starter/schema.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
export const guides = join(root, 'packages/guides');

export type Row = Record<string, string>;

const read = (path: string) => parse(readFileSync(join(guides, path), 'utf8'));
const rowsOf = (name: string): Row[] =>
  parseCsv(readFileSync(join(guides, `starter/${name}.csv`), 'utf8'), { columns: true });

export const wageFiles = ['oews-2024-05', 'oews-2025-05'].map((name) => ({
  name,
  ...wagesHeadSchema.parse(read(`starter/${name}.yaml`)),
  rows: rowsOf(name),
}));
export const projections = {
  name: 'projections-2024-34',
  ...projectionsHeadSchema.parse(read('starter/projections-2024-34.yaml')),
  rows: rowsOf('projections-2024-34'),
};
export const titles = {
  name: 'soc-2018',
  ...titlesHeadSchema.parse(read('starter/soc-2018.yaml')),
  rows: rowsOf('soc-2018'),
};
export const allFiles = [...wageFiles, projections];

interface Career {
  slug: string;
  typicalEducation: string;
  occupations: { code: string; role: 'PRIMARY' | 'SECONDARY'; evidence?: string }[];
}
export const careers: Career[] = readdirSync(join(guides, 'careers'))
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => ({ slug: name.slice(0, -'.yaml'.length), ...read(`careers/${name}`) }));
export const soc = (code: string) => code.slice(0, 7);
/** The code of the row that has the figures: of a part of a hybrid, that of the broad occupation. */
export const publishedAs = (code: string): string =>
  titles.rows.find((row) => row.code === soc(code))?.parent ?? soc(code);
