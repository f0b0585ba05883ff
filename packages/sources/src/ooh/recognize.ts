import { Faults, ImportError, type PublishedFile } from '@careergraph/extract';
import type { Importer, Part } from '@careergraph/releases';
import { isReadMe } from '../define/other-file.js';
import { releaseOf } from '../define/release.js';
import { RELEASE_KEY, releaseKeyOf } from './edition.js';
import { kindOf, readingsOf } from './files.js';

/** Role of the bulk edition. The role of a page is its slug. */
const BULK_ROLE = 'compilation';

interface Recognized {
  readonly file: PublishedFile;
  readonly role: string;
  /** Null if the profile states no edition. */
  readonly stated: string | null;
}

export const recognize: Importer['recognize'] = async (files, { release: asked, onFile }) => {
  const faults = new Faults();
  const recognized: Recognized[] = [];
  for (const [index, file] of files.entries()) {
    onFile?.(index);
    if (isReadMe(file.name)) continue;
    try {
      recognized.push(await recognizeFile(file));
    } catch (error) {
      if (!(error instanceof ImportError) || error.faults.length === 0) throw error;
      for (const fault of error.faults) faults.add(fault);
    }
  }
  faults.end();
  const common = commonOf(recognized.flatMap(({ stated }) => stated ?? []));
  for (const { file, stated } of recognized) {
    if (stated === null || stated === common) continue;
    faults.add({
      file: file.name,
      section: 'Quick Facts',
      message: `is of ${stated}, and most of these files are of ${common}. Import one edition at a time.`,
    });
  }
  faults.end();
  const statements = common === null ? [] : [{ by: 'its years', release: common }];
  return recognized.map(
    ({ file, role }): Part => ({
      file,
      role,
      release: releaseOf(file.name, statements, asked, RELEASE_KEY, 'Import this page together with the others.'),
    }),
  );
};

async function recognizeFile(file: PublishedFile): Promise<Recognized> {
  const kind = await kindOf(file);
  for await (const { profile } of readingsOf(file, kind)) {
    const { edition, slug } = profile;
    if (kind === 'BULK' && edition === null) continue;
    return {
      file,
      role: kind === 'BULK' ? BULK_ROLE : slug,
      stated: edition === null ? null : releaseKeyOf(edition),
    };
  }
  return { file, role: BULK_ROLE, stated: null };
}

function commonOf(keys: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const [first] = [...counts].sort(([, one], [, other]) => other - one);
  return first?.[0] ?? null;
}
