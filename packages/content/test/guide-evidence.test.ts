import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir, haveData, skipped } from '@careergraph/testkit/files';
import { describe, expect, it } from 'vitest';
import { careers, projections, soc, wageFiles } from './guide-files.js';
import { type Cell, once, openSheet } from './published-sheet.js';

describe.skipIf(!haveData)(`evidence of the careers against the published lists of titles${skipped}`, () => {
  const LISTED = /O\*NET 29\.0 lists "([^"]+)" among the (alternate|reported) titles of (\d{2}-\d{4}\.\d{2})\./g;
  const DIRECT = /The SOC 2018 direct match titles list "([^"]+)" under (\d{2}-\d{4})\./g;
  const PART = /OEWS and the projections publish (\d{2}-\d{4}) only as part of (\d{2}-\d{4})\./g;
  const NOWHERE = /No title of O\*NET 29\.0 or of the SOC 2018 direct match list contains "([^"]+)"\./g;

  const onetTitles = (file: string) =>
    readFileSync(join(dataDir, 'onet/29.0-text', file), 'utf8')
      .split(/\r?\n/)
      .slice(1)
      .filter((text) => text !== '')
      .map((text) => text.split('\t'))
      .map(([code, title]) => ({ code: code ?? '', title: title ?? '' }));

  async function lists() {
    const { at, firstRow, lastRow } = await openSheet(
      'soc/soc_2018_direct_match_title_file.xlsx',
      'Sorted by SOC',
      '2018 SOC Direct Match Title',
    );
    const direct = [];
    for (let row = firstRow; row <= lastRow; row += 1) {
      direct.push({ code: String(at(row, '2018 SOC Code')), title: String(at(row, '2018 SOC Direct Match Title')) });
    }
    const published = [];
    for (const { file } of wageFiles) {
      const sheet = await openSheet(`oews/${file.name}`, file.sheet, 'OCC_CODE');
      const codes = new Set<Cell>();
      for (let row = sheet.firstRow; row <= sheet.lastRow; row += 1) codes.add(sheet.at(row, 'OCC_CODE'));
      published.push(codes);
    }
    const { file } = projections;
    const code = '2024 National Employment Matrix code';
    const table = await openSheet(`projections/${file.name}`, file.sheet, code);
    const matrix = new Set<Cell>();
    for (let row = table.firstRow; row <= table.lastRow; row += 1) matrix.add(table.at(row, code));
    published.push(matrix);
    const alternate = onetTitles('Alternate Titles.txt');
    const reported = onetTitles('Sample of Reported Titles.txt');
    return { direct, published, alternate, reported };
  }
  const load = once(lists);

  it('reads lists of the expected size', async () => {
    const { direct, alternate, reported } = await load();
    expect(direct.length).toBeGreaterThan(6_000);
    expect(alternate.length).toBeGreaterThan(50_000);
    expect(reported.length).toBeGreaterThan(7_000);
  });

  it.each(careers)('$slug', async ({ slug, occupations }) => {
    const titles = await load();
    for (const { code, role, evidence = '' } of occupations) {
      const under: string[] = [];
      let statements = 0;
      for (const [text, title = '', list, of = ''] of evidence.matchAll(LISTED)) {
        expect(titles[list as 'alternate' | 'reported'], `${slug}: ${text}`).toContainEqual({ code: of, title });
        under.push(soc(of));
        statements += 1;
      }
      for (const [text, title = '', of = ''] of evidence.matchAll(DIRECT)) {
        expect(titles.direct, `${slug}: ${text}`).toContainEqual({ code: of, title });
        under.push(of);
        statements += 1;
      }
      for (const [text, detailed = '', broad = ''] of evidence.matchAll(PART)) {
        for (const codes of titles.published) {
          expect(codes.has(detailed), `${slug}: ${text}`).toBe(false);
          expect(codes.has(broad), `${slug}: ${text}`).toBe(true);
        }
        expect(detailed.slice(0, 6), `${slug}: ${text}`).toBe(broad.slice(0, 6));
        if (under.includes(detailed)) under.push(broad);
        statements += 1;
      }
      for (const [text, phrase = ''] of evidence.matchAll(NOWHERE)) {
        const all = [...titles.direct, ...titles.alternate, ...titles.reported];
        const hit = all.find(({ title }) => title.toLowerCase().includes(phrase.toLowerCase()));
        expect(hit, `${slug}: ${text}`).toBeUndefined();
        statements += 1;
      }
      // Every mention of a list must be in a form that was checked above.
      const mentions = evidence.match(/O\*NET 29\.0|SOC 2018 direct match titles|OEWS and the projections/g) ?? [];
      expect(statements, `${slug} ${code}: a statement is not in a checkable form: ${evidence}`).toBe(mentions.length);
      if (role === 'PRIMARY') expect(under, `${slug}: no list names a title under ${code}`).toContain(soc(code));
    }
  });
});
