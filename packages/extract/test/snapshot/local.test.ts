import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { bytesOf, refusal, sha256, take, temporary } from './serving.js';

const here = { url: null, fetchedAt: null, fromStore: false };

test('a path is read where it lies, as a path, a relative path or a file: URL', async () => {
  const folder = await temporary();
  const body = bytesOf(3_000_000);
  const path = join(folder, 'national M2025.xlsx');
  await writeFile(path, body);
  const expected = { path, name: 'national M2025.xlsx', sha256: sha256(body), bytes: 3_000_000, ...here };
  const store = join(folder, 'store');
  expect(await take(path, store)).toEqual(expected);
  expect(await take(relative(process.cwd(), path), store)).toEqual(expected);
  expect(await take(pathToFileURL(path).href, store)).toEqual(expected);
  expect(await readdir(folder)).toEqual(['national M2025.xlsx']);
});

test('a folder is known by its files and their names', async () => {
  const folder = join(await temporary(), 'db_29_3_text');
  await mkdir(join(folder, 'more'), { recursive: true });
  await writeFile(join(folder, 'Skills.txt'), 'skills');
  await writeFile(join(folder, 'more', 'Read Me.txt'), 'read');
  await writeFile(join(folder, '.DS_Store'), 'where the icons are');
  const lines = `${sha256('skills')}  Skills.txt\n${sha256('read')}  more/Read Me.txt\n`;
  const expected = { path: folder, name: 'db_29_3_text', sha256: sha256(lines), bytes: 10, ...here };
  expect(await take(folder, 'unused')).toEqual(expected);
  await writeFile(join(folder, 'Skills.txt'), 'SKILLS');
  expect((await take(folder, 'unused')).sha256).not.toBe(expected.sha256);
});

test('what cannot be imported is reported', async () => {
  const folder = await temporary();
  await writeFile(join(folder, 'empty.csv'), '');
  const path = (name: string) => join(folder, name);
  expect(await refusal(take(path('no.csv'), folder))).toBe(
    `There is no file or folder ${path('no.csv')}. Check the path.`,
  );
  expect(await refusal(take(path('empty.csv'), folder))).toBe(`${path('empty.csv')} has 0 bytes. Download it again.`);
  expect(await refusal(take(folder, folder))).toBe(`${folder} has no files, or only empty ones. Download it again.`);
  expect(await refusal(take('/dev/null', folder))).toBe(
    '/dev/null is neither a file nor a folder. Give the path of a published file.',
  );
  await symlink(folder, path('link'));
  expect(await refusal(take(folder, folder))).toBe(
    `${path('link')} is not a file. A folder to import may contain files and folders, but no links to folders.`,
  );
  await expect(take(path('empty.csv'), folder, { signal: AbortSignal.abort('stopped') })).rejects.toBe('stopped');
});
