import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { oohImporter } from '../../src/ooh/index.js';
import { forget, importFiles, rowCounts, testDatabase } from '../importing.js';
import { published, workFolder } from '../reading.js';
import { bulk, OCCUPATION, PAGE } from './fixture.js';

const folder = workFolder();
const database = testDatabase();

/** A page of another profile: the same one with other names. */
const otherPage = (slug: string) => PAGE.replace('production/lantern-keepers.htm', `production/${slug}.htm`);

async function file(name: string, content: string | Buffer) {
  const path = join(folder.path, `${Math.random()}`);
  await mkdir(path);
  await writeFile(join(path, name), content);
  return published(join(path, name));
}

test('pages are files of one release, and the same pages change nothing', async () => {
  const pages = [await file('lantern-keepers.html', PAGE), await file('other.html', otherPage('wick-sellers'))];
  const { audit, ...first } = await importFiles(database.open, oohImporter, pages);
  expect(first).toMatchObject({
    outcome: 'IMPORTED',
    status: 'ACTIVE',
    source: 'bls-ooh',
    release: '2024-34-pay-2024',
    label: '2024–34 projections and May 2024 wages',
  });
  expect(first.files.map(({ role, rows }) => [role, rows])).toEqual([
    ['lantern-keepers', 1],
    ['wick-sellers', 1],
  ]);
  expect(audit?.audits.map(({ id, outcome, checked, failures }) => [id, outcome, checked, failures])).toEqual([
    ['ooh/profile-once', 'PASSED', 2, 0],
    ['ooh/pages', 'SKIPPED', null, null],
    ['ooh/sections', 'PASSED', 2, 0],
    ['ooh/codes-known', 'FAILED', 4, 4],
    // The starter has all occupations and no lantern keepers. "Production occupations" have another median.
    ['ooh/claims-equal-official', expect.any(String), expect.any(Number), expect.any(Number)],
  ]);

  const before = await rowCounts(database.open);
  const again = await importFiles(database.open, oohImporter, pages);
  expect(again).toMatchObject({ outcome: 'UNCHANGED', status: 'ACTIVE', audit: null });
  expect(await rowCounts(database.open)).toEqual(before);

  const stored = await database.open.prisma.handbookProfile.findFirstOrThrow({ where: { slug: 'lantern-keepers' } });
  expect(stored).toMatchObject({
    title: 'Lantern Keepers',
    singularTitle: 'Lantern Keeper',
    occupationCodes: ['51-0001', '51-0002'],
    onetCodes: ['51-0001.00'],
    medianAnnualUsd: 41_230,
    employmentPersons: 1_200_000,
    percentChange: -3,
    annualOpeningsPersons: 90_100,
    entryEducation: 'No formal educational credential',
    document: { slug: 'lantern-keepers', edition: { baseYear: 2024, projectedYear: 2034, payYear: 2024 } },
    notices: [],
  });
});

test('a difference from an official figure is an audit finding with file, section, printed and official figure', async () => {
  await forget(database.open, oohImporter);
  const page = await file('wrong.html', PAGE.replace('<span> 3% </span>', '<span> 30% </span>'));
  const { audit } = await importFiles(database.open, oohImporter, [page]);
  const claims = audit?.audits.find(({ id }) => id === 'ooh/claims-equal-official');
  expect(claims).toMatchObject({ level: 'SHOULD', outcome: 'FAILED' });
  expect(claims?.examples.join('\n')).toMatch(
    /wrong\.html, section "Job Outlook", line \d+, "30%": is 3\.1 in bls-ep\/2024-34 \(PERCENT_CHANGE of 00-0000\)\./,
  );
});

test('the bulk edition is one file, and not beside pages', async () => {
  await forget(database.open, oohImporter);
  const whole = await file('xml-compilation.xml', bulk(OCCUPATION));
  const { files, release } = await importFiles(database.open, oohImporter, [whole]);
  expect([release, files.map(({ role, rows }) => [role, rows])]).toEqual(['2024-34-pay-2024', [['compilation', 1]]]);
  const before = await rowCounts(database.open);
  await expect(importFiles(database.open, oohImporter, [await file('lantern-keepers.html', PAGE)])).rejects.toThrow(
    /ooh\/profile-once: [\s\S]*section "lantern-keepers": is in lantern-keepers\.html too/,
  );
  expect(await rowCounts(database.open)).toEqual(before);
});

test('pages of two editions are refused, and a page without an edition goes with the others', async () => {
  const later = otherPage('wick-sellers').replace('2024     Median Pay', '2025     Median Pay');
  const files = [await file('a.html', PAGE), await file('b.html', otherPage('x')), await file('c.html', later)];
  await expect(oohImporter.recognize(files, { release: null })).rejects.toThrow(
    'c.html, section "Quick Facts": is of 2024-34-pay-2025, and most of these files are of 2024-34-pay-2024. Import one edition at a time.',
  );
  const without = otherPage('soldiers').replace(/<table id="quickfacts">[\s\S]*?<\/table>/, '');
  const parts = await oohImporter.recognize([await file('a.html', PAGE), await file('s.html', without)], {
    release: null,
  });
  expect(parts.map(({ role, release }) => [role, release])).toEqual([
    ['lantern-keepers', '2024-34-pay-2024'],
    ['soldiers', '2024-34-pay-2024'],
  ]);
  await expect(oohImporter.recognize([await file('s.html', without)], { release: null })).rejects.toThrow(
    's.html does not say which release it is. Add it, as in --release 2024-34-pay-2024.',
  );
});

test('a page that is not UTF-8 is refused with its file and line', async () => {
  const bytes = Buffer.from(PAGE);
  const at = bytes.indexOf('lanterns for ');
  const line = PAGE.slice(0, PAGE.indexOf('lanterns for ')).split('\n').length;
  bytes[at] = 0xe9;
  await expect(
    oohImporter.recognize([await file('a.html', PAGE), await file('latin.html', bytes)], { release: null }),
  ).rejects.toThrow(`latin.html, line ${line}: is not UTF-8. Download it again.`);
});
