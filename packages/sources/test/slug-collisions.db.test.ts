import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { oohImporter } from '../src/ooh/index.js';
import { slugCollisions } from '../src/slug-collisions.js';
import { importFiles, testDatabase } from './importing.js';
import { PAGE } from './ooh/fixture.js';
import { published, workFolder } from './reading.js';

const folder = workFolder();
const database = testDatabase();

test('a profile with the title of an occupation collides with it, and one with a title of its own does not', async () => {
  expect(await database.open.session(slugCollisions)).toEqual([]);
  const pages = [];
  for (const [slug, worker] of [
    ['lantern-keepers', 'a Lantern Keeper'],
    ['night-electricians', 'an Electrician'],
    ['night-nurses', 'a Registered Nurse'],
  ] as const) {
    const path = join(folder.path, slug);
    await mkdir(path);
    const page = PAGE.replaceAll('lantern-keepers.htm', `${slug}.htm`).replaceAll('a Lantern Keeper', worker);
    await writeFile(join(path, `${slug}.html`), page);
    pages.push(published(join(path, `${slug}.html`)));
  }
  await importFiles(database.open, oohImporter, pages);
  expect(await database.open.session(slugCollisions)).toEqual([
    {
      slug: 'electrician',
      keptBy: '47-2111',
      moved: 'night-electricians',
      movedTo: 'electrician-night-electricians',
    },
    {
      slug: 'registered-nurse',
      keptBy: 'registered-nurse',
      moved: 'night-nurses',
      movedTo: 'registered-nurse-night-nurses',
    },
  ]);
});
