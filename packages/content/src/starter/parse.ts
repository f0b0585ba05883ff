import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { type CsvFile, readCsv } from '../csv-file.js';
import { ContentError, type Fault } from '../faults.js';
import { type ContentFile, readYaml } from '../yaml-file.js';
import {
  type ProjectionsHead,
  projectionsHeadSchema,
  type StarterProjection,
  type StarterTitle,
  type StarterWage,
  starterProjectionSchema,
  starterTitleSchema,
  starterWageSchema,
  type TitlesHead,
  titlesHeadSchema,
  type WagesHead,
  wagesHeadSchema,
} from './schema.js';

/** The starter figures of one release: what `<name>.yaml` says about them, and the rows of `<name>.csv`. */
export interface StarterFile<Head, Row> {
  readonly head: ContentFile<Head>;
  readonly table: CsvFile<Row>;
}

export interface StarterFiles {
  readonly wages: readonly StarterFile<WagesHead, StarterWage>[];
  readonly projections: readonly StarterFile<ProjectionsHead, StarterProjection>[];
  readonly titles: readonly StarterFile<TitlesHead, StarterTitle>[];
}

/** @throws ContentError with every fault of every file */
export async function parseStarter(folder: string): Promise<StarterFiles> {
  const faults: Fault[] = [];
  const starter = join(folder, 'starter');
  const names = await readdir(starter).catch((): string[] => {
    faults.push({ file: 'starter', line: null, message: 'this folder is missing' });
    return [];
  });
  const wages: StarterFile<WagesHead, StarterWage>[] = [];
  const projections: StarterFile<ProjectionsHead, StarterProjection>[] = [];
  const titles: StarterFile<TitlesHead, StarterTitle>[] = [];
  for (const name of names.sort()) {
    if (/^oews-.*\.yaml$/.test(name)) await take(name, wagesHeadSchema, starterWageSchema, wages);
    else if (/^projections-.*\.yaml$/.test(name)) {
      await take(name, projectionsHeadSchema, starterProjectionSchema, projections);
    } else if (/^soc-.*\.yaml$/.test(name)) {
      await take(name, titlesHeadSchema, starterTitleSchema, titles);
    } else if (!name.startsWith('.') && !(name.endsWith('.csv') && names.includes(headOf(name)))) {
      const message = 'is none of oews-*.yaml, projections-*.yaml, and soc-*.yaml, nor the .csv file of one';
      faults.push({ file: `starter/${name}`, line: null, message });
    }
  }
  async function take<H extends z.ZodType, R extends z.ZodObject>(
    name: string,
    headSchema: H,
    rowSchema: R,
    files: StarterFile<z.infer<H>, z.infer<R>>[],
  ): Promise<void> {
    const path = join(starter, name);
    const head = await readYaml(folder, path, headSchema);
    const table = await readCsv(folder, path.replace(/\.yaml$/, '.csv'), rowSchema);
    if ('file' in head && 'file' in table) files.push({ head, table });
    else faults.push(...('file' in head ? [] : head), ...('file' in table ? [] : table));
  }
  if (faults.length > 0) throw new ContentError(faults);
  return { wages, projections, titles };
}

function headOf(name: string): string {
  return name.replace(/\.csv$/, '.yaml');
}
