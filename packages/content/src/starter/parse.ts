import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentError, type Fault } from '../faults.js';
import { type ContentFile, readYaml } from '../yaml-file.js';
import {
  type StarterProjectionsFile,
  type StarterWagesFile,
  starterProjectionsSchema,
  starterWagesSchema,
} from './schema.js';

export interface StarterFiles {
  readonly wages: readonly ContentFile<StarterWagesFile>[];
  readonly projections: readonly ContentFile<StarterProjectionsFile>[];
}

/** @throws ContentError with every fault of every file */
export async function parseStarter(folder: string): Promise<StarterFiles> {
  const faults: Fault[] = [];
  const wages: ContentFile<StarterWagesFile>[] = [];
  const projections: ContentFile<StarterProjectionsFile>[] = [];
  const names = await readdir(join(folder, 'starter')).catch(() => {
    faults.push({ file: 'starter', line: null, message: 'this folder is missing' });
    return [];
  });
  for (const name of names.sort()) {
    const path = join(folder, 'starter', name);
    if (/^oews-.*\.yaml$/.test(name)) take(await readYaml(folder, path, starterWagesSchema), wages);
    else if (/^projections-.*\.yaml$/.test(name))
      take(await readYaml(folder, path, starterProjectionsSchema), projections);
    else if (!name.startsWith('.'))
      faults.push({ file: `starter/${name}`, line: null, message: 'is neither oews-*.yaml nor projections-*.yaml' });
  }
  function take<T>(result: ContentFile<T> | readonly Fault[], files: ContentFile<T>[]): void {
    if ('file' in result) files.push(result);
    else faults.push(...result);
  }
  if (faults.length > 0) throw new ContentError(faults);
  return { wages, projections };
}
