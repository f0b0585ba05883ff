import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeWorkbook, zipOf } from '@careergraph/testkit/files';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TableError } from '../../src/tables/errors.js';
import { unpack } from '../../src/tables/unpack.js';

let folder = '';
let work = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'careergraph-unpack-'));
  work = join(folder, 'work');
  await mkdir(work);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function put(name: string, bytes: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

/** Each file as it is told, with what stands at its path. */
async function unpacked(path: string, name?: string) {
  const files = await unpack(path, work, name);
  return Promise.all(
    files.map(async ({ path: at, ...file }) => ({ ...file, text: (await readFile(at)).toString('latin1') })),
  );
}

async function faultOf(bytes: Uint8Array, name = 'made.zip'): Promise<string> {
  const path = await put('stored', bytes);
  const error = await unpack(path, work, name).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof TableError)) throw new Error(`A TableError was expected; it was ${String(error)}`);
  expect(error.file).toBe(name);
  return error.message;
}

const MODIFIED = new Date('2025-04-02T10:00:00Z');

describe('published files behind a path', () => {
  it('are the file itself, under the name it was published by', async () => {
    const path = await put('4f2a', 'a,b\n');
    await utimes(path, MODIFIED, MODIFIED);
    expect(await unpack(path, work, 'hd2024.csv')).toEqual([
      { name: 'hd2024.csv', archive: null, path, sha256: sha256('a,b\n'), bytes: 4, modified: MODIFIED },
    ]);
    expect((await unpack(path, work))[0]?.name).toBe('4f2a');
    expect(await readdir(work)).toEqual([]);
  });

  it('are a workbook itself, although it is a zip archive', async () => {
    const path = join(folder, 'national.xlsx');
    await writeWorkbook(path, [{ name: 'A', rows: [[1]] }]);
    const files = await unpack(path, work);
    expect(files).toMatchObject([{ name: 'national.xlsx', archive: null, path }]);
    expect(files[0]?.sha256).toBe(sha256(await readFile(path)));
  });

  it('are the members of an archive, each with its own digest, hidden ones left out', async () => {
    const path = await put(
      'stored',
      await zipOf({
        'db_29/Skills.txt': 'a\tb\n',
        'db_29/old/Skills.txt': 'older',
        'empty.csv': '',
        '__MACOSX/db_29/._Skills.txt': 'x',
        'db_29/.DS_Store': 'x',
        'inner.zip': await zipOf({ 'a.csv': 'a' }),
      }),
    );
    const archive = 'db_29_0_text.zip';
    const files = await unpacked(path, archive);
    expect(files.slice(0, 3)).toEqual([
      { name: 'Skills.txt', archive, sha256: sha256('a\tb\n'), bytes: 4, modified: MODIFIED, text: 'a\tb\n' },
      { name: 'Skills.txt', archive, sha256: sha256('older'), bytes: 5, modified: MODIFIED, text: 'older' },
      { name: 'empty.csv', archive, sha256: sha256(''), bytes: 0, modified: MODIFIED, text: '' },
    ]);
    expect(files.slice(3).map(({ name }) => name)).toEqual(['inner.zip']);
  });

  it('are the one file in a gzip', async () => {
    const bytes = gzipSync('a,b\n1,2\n');
    bytes.writeUInt32LE(MODIFIED.getTime() / 1_000, 4);
    const path = await put('c2024_a.csv.gz', bytes);
    const file = { archive: 'c2024_a.csv.gz', sha256: sha256('a,b\n1,2\n'), bytes: 8, text: 'a,b\n1,2\n' };
    expect(await unpacked(path)).toEqual([{ name: 'c2024_a.csv', modified: MODIFIED, ...file }]);
    bytes.writeUInt32LE(0, 4);
    await writeFile(path, bytes);
    expect(await unpacked(path)).toEqual([{ name: 'c2024_a.csv', modified: null, ...file }]);
  });

  it('are all files of a folder and of the folders in it, in the order of their names', async () => {
    const data = join(folder, 'data');
    for (const below of ['b', '.git', '__MACOSX']) await mkdir(join(data, below), { recursive: true });
    await writeFile(join(data, 'b/z.csv'), 'z');
    await writeFile(join(data, 'c.zip'), await zipOf({ 'm.csv': 'm' }));
    for (const hidden of ['.hidden', '.git/config', '__MACOSX/x']) await writeFile(join(data, hidden), 'x');
    await writeFile(join(data, 'a.csv'), 'a');
    await symlink(data, join(data, 'b/round'));
    expect((await unpacked(data)).map(({ name, archive, text }) => [name, archive, text])).toEqual([
      ['a.csv', null, 'a'],
      ['z.csv', null, 'z'],
      ['m.csv', 'c.zip', 'm'],
    ]);
  });

  it('of two calls do not meet in the work folder', async () => {
    const path = await put('a.zip', await zipOf({ 'a.csv': 'a' }));
    const [[first], [second]] = await Promise.all([unpack(path, work), unpack(path, work)]);
    expect(first?.path).not.toBe(second?.path);
    expect(basename(work)).toBe('work');
    expect((await stat(first?.path ?? '')).size).toBe(1);
  });
});

/** Changes what the archive's list says of a member. */
function patched(bytes: Buffer, member: string, offset: number, value: number, size: 2 | 4): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUIntLE(value, copy.lastIndexOf(member) - 46 + offset, size);
  return copy;
}
const [FLAGS, METHOD, CRC, PACKED, UNPACKED] = [8, 10, 16, 20, 24];

describe('archives that are refused', () => {
  const renamed = async (from: string, to: string) =>
    Buffer.from((await zipOf({ [from]: 'x' })).toString('latin1').replaceAll(from, to), 'latin1');

  it('with a member outside of it', async () => {
    const outside = 'made.zip has a member that points outside of it';
    expect(await faultOf(await renamed('xx/evil.csv', '../evil.csv'))).toContain(outside);
    expect(await faultOf(await renamed('a/xx/xx/evil', 'a/../../evil'))).toContain(outside);
    expect(await faultOf(await renamed('xetc/passwd', '/etc/passwd'))).toContain(outside);
    expect(await faultOf(await renamed('Cx/evil.csv', 'C:/evil.csv'))).toContain(outside);
    expect(await faultOf(await renamed('xxxevil.csv', '..\\evil.csv'))).toContain(outside);
    expect(await readdir(work)).toEqual([]);
  });

  it('with a member over the limits, before a byte of it is unpacked', async () => {
    const bytes = await zipOf({ 'a.csv': 'aaaa', 'bomb.csv': 'x'.repeat(1_000) });
    expect(await faultOf(patched(bytes, 'bomb.csv', UNPACKED, 2 ** 31 + 1, 4))).toBe(
      'made.zip has a member "bomb.csv" of 2147483649 bytes; at most 2147483648 are read.',
    );
    const large = patched(bytes, 'bomb.csv', UNPACKED, 100 * 2 ** 20 + 1, 4);
    expect(await faultOf(patched(large, 'bomb.csv', PACKED, 500_000, 4))).toBe(
      'made.zip has a member "bomb.csv" of 104857601 bytes packed into 500000, 209 times smaller; over 104857600 bytes at most 200 times is read.',
    );
    expect(await readdir(work)).toEqual([]);
  });

  it('with too many members, or too much in all', async () => {
    const members = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.csv`, 'x']));
    expect(await faultOf(await zipOf(members(501)))).toContain('made.zip has 501 members; at most 500 are read.');
    expect(await faultOf(await zipOf(members(2_001)))).toContain('made.zip has 2001 members; at most 500 are read.');
    expect((await unpack(await put('500.zip', await zipOf(members(500))), work)).length).toBe(500);

    let bytes = await zipOf({ 'a.csv': 'a', 'b.csv': 'b', 'c.csv': 'c', 'd.csv': 'd', 'e.csv': 'e' });
    for (const name of ['a.csv', 'b.csv', 'c.csv', 'd.csv', 'e.csv']) {
      bytes = patched(patched(bytes, name, UNPACKED, 2 ** 31, 4), name, PACKED, 2 ** 27, 4);
    }
    expect(await faultOf(bytes)).toContain('made.zip unpacks to 10737418240 bytes; at most 8589934592 are read.');
  });

  it('with an encrypted member or one packed otherwise', async () => {
    const bytes = await zipOf({ 'a.csv': 'a' });
    expect(await faultOf(patched(bytes, 'a.csv', FLAGS, 0x0801, 2))).toContain('a member "a.csv" that is encrypted.');
    expect(await faultOf(patched(bytes, 'a.csv', METHOD, 12, 2))).toContain('a member "a.csv" packed with method 12;');
  });

  it('when damaged or cut off, leaving nothing behind', async () => {
    const bytes = await zipOf({ 'a.csv': 'a,b\n'.repeat(100) });
    expect(await faultOf(patched(bytes, 'a.csv', CRC, 1, 4))).toContain(
      'has a member "a.csv" whose CRC-32 is not the one declared.',
    );
    expect(await faultOf(bytes.subarray(0, bytes.length - 30))).toContain('is a zip file that cannot be opened');
    expect(await faultOf(gzipSync('a,b\n'.repeat(100)).subarray(0, 20), 'a.csv.gz')).toContain(
      'a.csv.gz cannot be unpacked (unexpected end of file).',
    );
    expect(await readdir(work)).toEqual([]);
  });

  it('when a gzip grows over the limits', async () => {
    const message = await faultOf(gzipSync(Buffer.alloc(101 * 2 ** 20), { level: 9 }), 'bomb.csv.gz');
    expect(message).toMatch(/^bomb\.csv\.gz holds a file of \d+ bytes packed into \d+, \d+ times smaller;/);
    expect(await readdir(work)).toEqual([]);
  });

  it('when there is no file', async () => {
    expect(await faultOf(await zipOf({ '.hidden': 'x' }))).toContain('made.zip has no files.');
    await expect(unpack(work, work, 'oews')).rejects.toThrow('oews has no files. Give the published file itself.');
    const missing = join(folder, 'missing.zip');
    await expect(unpack(missing, work)).rejects.toThrow(
      `missing.zip cannot be read: no such file. Asked for ${missing}.`,
    );
  });
});
