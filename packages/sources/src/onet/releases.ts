import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { ImportError, type PublishedFile } from '@careergraph/extract';
import { isReadMe } from '../define/other-file.js';
import type { StatedRelease } from '../define/release.js';

/** Two digits before the point, so that keys sort as text. Releases have had them since 2016. */
export const RELEASE_KEY = { pattern: /^[2-9]\d\.\d$/, example: '29.3' } as const;

/** The first release with the codes of O*NET-SOC 2019. Those of O*NET-SOC 2010, before it, are not those of SOC 2018. */
export const OLDEST = '25.1';

/** The first release with the renamed files and columns. */
export const RENAMED = '30.3';

export function isBefore(release: string, other: string): boolean {
  return Number(release) < Number(other);
}

/** The release that the Read Me states, and the names of archives and folders: `db_29_3_text`. */
export async function statedRelease(files: readonly PublishedFile[]): Promise<readonly StatedRelease[]> {
  const stated: StatedRelease[] = [];
  for (const file of files) {
    if (isReadMe(file.name)) stated.push({ by: file.name, release: await releaseOfReadMe(file) });
    for (const name of [file.archive, basename(dirname(file.path))]) {
      const [, number, update] = /^db_(\d+)_(\d+)(?:_|\.|$)/i.exec(String(name)) ?? [];
      if (update !== undefined) stated.push({ by: `the name ${name}`, release: `${number}.${update}` });
    }
  }
  return stated;
}

async function releaseOfReadMe({ name, path }: PublishedFile): Promise<string> {
  const release = /^\s*O\*NET\S* (\d+\.\d+) Database/.exec(await readFile(path, 'utf8'))?.[1];
  if (release === undefined) {
    throw new ImportError(
      `${name} does not begin with "O*NET … Database", so it is not that of the database. Give the one that was published with these files.`,
    );
  }
  return release;
}
