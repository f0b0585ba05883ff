import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir, haveData, skipped } from '@careergraph/testkit/files';
import { describe, expect, it } from 'vitest';
import { allFiles, careers, guides, projections, publishedAs, type Row, titles, wageFiles } from './guide-files.js';
import { type Cell, once, openSheet } from './published-sheet.js';

/**
 * A second reading of what guides/starter and guides/careers say, against the published files themselves and with a
 * reader that the import does not use. Figures must be equal, not near.
 */

const WAGE_HEADERS = {
  code: 'OCC_CODE',
  title: 'OCC_TITLE',
  level: 'O_GROUP',
  employment: 'TOT_EMP',
  employmentPrse: 'EMP_PRSE',
  meanPrse: 'MEAN_PRSE',
  hourlyMean: 'H_MEAN',
  hourlyP10: 'H_PCT10',
  hourlyP25: 'H_PCT25',
  hourlyP50: 'H_MEDIAN',
  hourlyP75: 'H_PCT75',
  hourlyP90: 'H_PCT90',
  annualMean: 'A_MEAN',
  annualP10: 'A_PCT10',
  annualP25: 'A_PCT25',
  annualP50: 'A_MEDIAN',
  annualP75: 'A_PCT75',
  annualP90: 'A_PCT90',
} as const;
const WAGE_FIGURES = Object.values(WAGE_HEADERS).slice(3);

/** Columns that compare an area with the nation, or an industry with all: empty in the national file. */
const EMPTY_HEADERS = ['JOBS_1000', 'LOC_QUOTIENT', 'PCT_TOTAL', 'PCT_RPT'];

const PROJECTION_HEADERS = {
  code: '2024 National Employment Matrix code',
  title: '2024 National Employment Matrix title',
  type: 'Occupation type',
  baseEmployment: 'Employment, 2024',
  projectedEmployment: 'Employment, 2034',
  change: 'Employment change, numeric, 2024–34',
  percent: 'Employment change, percent, 2024–34',
  openings: 'Occupational openings, 2024–34 annual average',
  selfEmployed: 'Percent self employed, 2024',
  medianWage: 'Median annual wage, dollars, 2024[1]',
  entryEducation: 'Typical education needed for entry',
  workExperience: 'Work experience in a related occupation',
  onTheJobTraining: 'Typical on-the-job training needed to attain competency in the occupation',
} as const;

/** Entry levels of the projections. What is not here has no counterpart and fails. */
const EDUCATION: Record<string, string> = {
  'No formal educational credential': 'NONE',
  'High school diploma or equivalent': 'HIGH_SCHOOL',
  'Some college, no degree': 'SOME_COLLEGE',
  'Postsecondary nondegree award': 'POSTSECONDARY_CERTIFICATE',
  "Associate's degree": 'ASSOCIATE',
  "Bachelor's degree": 'BACHELOR',
  "Master's degree": 'MASTER',
  'Doctoral or professional degree': 'DOCTORAL',
};

/** Careers whose level is not that of their primary code, and why. */
const EDUCATION_EXCEPTIONS: Record<string, { level: string; published: string; because: string }> = {
  'registered-health-information-technician': {
    level: 'ASSOCIATE',
    published: 'Postsecondary nondegree award',
    because: "the RHIT examination asks for an associate's degree; the code covers records specialists without it too",
  },
};

/** Equal but for the noise of binary fractions: 36.229999999999997 is 36.23. */
function isSame(given: string | undefined, published: Cell): boolean {
  if (typeof published === 'string') return given === published;
  return given !== undefined && given !== '' && Math.abs(Number(given) - published) <= 1e-9;
}

/** The cells of a row that differ from the published row. */
function differences(
  row: Row,
  headers: Readonly<Record<string, string>>,
  number: number,
  at: (row: number, header: string) => Cell,
): string[] {
  return Object.entries(headers).flatMap(([column, header]) => {
    const published = at(number, header);
    return isSame(row[column], published)
      ? []
      : [`row ${number} ${header}: the file has ${row[column]}, published is ${published}`];
  });
}

const sha256 = (path: string) =>
  createHash('sha256')
    .update(readFileSync(join(dataDir, path)))
    .digest('hex');

const figuresOf = (rows: Row[], code: string) => {
  const row = rows.find((candidate) => candidate.code === code);
  if (!row) throw new Error(`no row of ${code}`);
  return row;
};

describe('starter files, by themselves', () => {
  it('have at most 600 kB together', () => {
    const names = readdirSync(join(guides, 'starter'));
    const bytes = names.map((name) => statSync(join(guides, 'starter', name)).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(600_000);
  });

  it.each(allFiles)('$name has one row a code, in the order of the sheet', ({ rows }) => {
    const codes = rows.map((row) => row.code);
    expect(new Set(codes).size).toBe(codes.length);
    const numbers = rows.map((row) => Number(row.row));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(codes).toContain('00-0000');
  });

  it.each(allFiles)('$name has a row of every code that a career uses', ({ rows }) => {
    expect(careers.length).toBeGreaterThanOrEqual(34);
    const used = new Set(careers.flatMap((career) => career.occupations.map(({ code }) => publishedAs(code))));
    const present = new Set(rows.map((row) => row.code));
    expect([...used].filter((code) => !present.has(code))).toEqual([]);
  });

  it('has the spot values of May 2024 and of 2024–34', () => {
    const [may2024] = wageFiles;
    expect(may2024?.release).toBe('2024-05');
    const annual = ['employment', 'annualMean', 'annualP10', 'annualP25', 'annualP50', 'annualP75', 'annualP90'];
    const wages = (code: string) => annual.map((column) => Number(figuresOf(may2024?.rows ?? [], code)[column]));
    expect(wages('43-6011')).toEqual([472_770, 77_060, 48_300, 60_000, 74_260, 90_440, 107_710]);
    expect(wages('11-9111')).toEqual([565_840, 137_730, 69_680, 88_560, 117_960, 162_420, 219_080]);
    const columns = ['baseEmployment', 'projectedEmployment', 'change', 'percent', 'openings'];
    const growth = (code: string) => columns.map((column) => Number(figuresOf(projections.rows, code)[column]));
    expect(growth('11-9111')).toEqual([616.2, 759.1, 142.9, 23.2, 62.1]);
    expect(growth('43-6011')).toEqual([502.8, 494.9, -7.9, -1.6, 50]);
  });
});

describe.each(careers)('career $slug', ({ slug, typicalEducation, occupations }) => {
  it('has one primary code and names each code once', () => {
    expect(occupations.filter(({ role }) => role === 'PRIMARY')).toHaveLength(1);
    expect(new Set(occupations.map(({ code }) => code)).size).toBe(occupations.length);
  });

  it('asks for the entry education of its primary code', () => {
    const primary = occupations.find(({ role }) => role === 'PRIMARY');
    const published = String(figuresOf(projections.rows, publishedAs(primary?.code ?? '')).entryEducation);
    const exception = EDUCATION_EXCEPTIONS[slug];
    if (exception) expect(published, `${slug}: is "${exception.because}" still so?`).toBe(exception.published);
    expect(typicalEducation).toBe(exception?.level ?? EDUCATION[published]);
  });
});

it('declares no exception of a career that does not exist or follows the rule', () => {
  for (const [slug, { level, published }] of Object.entries(EDUCATION_EXCEPTIONS)) {
    expect(careers.map((career) => career.slug)).toContain(slug);
    expect(level).not.toBe(EDUCATION[published]);
  }
});

describe.skipIf(!haveData)(`starter figures against the published workbooks${skipped}`, () => {
  describe.each(wageFiles)('$name', ({ file, topCode, rows }) => {
    const path = `oews/${file.name}`;
    const open = once(() => openSheet(path, file.sheet, 'OCC_CODE'));

    it('names the bytes that were read', () => {
      expect(sha256(path)).toBe(file.sha256);
    });

    it('has every cell of every row as published', async () => {
      const { at, firstRow, lastRow } = await open();
      const byNumber = new Map(rows.map((row) => [Number(row.row), row]));
      const found: string[] = [];
      let listedTwice = 0;
      for (let number = firstRow; number <= lastRow; number += 1) {
        let row = byNumber.get(number);
        if (!row) {
          // A broad occupation without published parts has two equal rows. The file has the one that says detailed.
          row = { ...figuresOf(rows, String(at(number, 'OCC_CODE'))), level: 'broad' };
          expect(at(Number(row.row), 'O_GROUP')).toBe('detailed');
          listedTwice += 1;
        }
        found.push(...differences(row, WAGE_HEADERS, number, at));
        const only = ['ANNUAL', 'HOURLY'].filter((header) => String(at(number, header)).toUpperCase() === 'TRUE');
        if (row.only !== only.join()) found.push(`row ${number}: only ${row.only}, published is ${only.join()}`);
        if (EMPTY_HEADERS.some((header) => at(number, header) !== '')) found.push(`row ${number}: more figures`);
        if (String(at(number, 'AREA')) !== '99' || at(number, 'I_GROUP') !== 'cross-industry') {
          found.push(`row ${number}: not of the nation and all industries`);
        }
      }
      expect(found).toEqual([]);
      expect(rows.length + listedTwice).toBe(lastRow - firstRow + 1);
    });

    it('has the top code that its legend and its cells show', async () => {
      const { workbook, at, firstRow, lastRow } = await open();
      const legend: string[] = [];
      workbook.getWorksheet('Field Descriptions')?.eachRow((row) => row.eachCell((cell) => legend.push(cell.text)));
      const line = legend.find((text) => text.startsWith('#'));
      expect(line).toContain('$115.00 per hour or $239,200 per year');
      let capped = 0;
      let largest = 0;
      for (let row = firstRow; row <= lastRow; row += 1) {
        if (WAGE_FIGURES.some((header) => at(row, header) === '#')) capped += 1;
        const p90 = at(row, 'A_PCT90');
        if (typeof p90 === 'number') largest = Math.max(largest, p90);
      }
      if (topCode === null) {
        expect(capped).toBe(0);
        expect(largest).toBe(742_310);
      } else {
        expect(topCode).toEqual({ annualUsd: 239_200, hourlyUsd: 115 });
        expect(capped).toBeGreaterThan(0);
        expect(largest).toBeLessThan(topCode.annualUsd);
      }
    });
  });

  describe('projections-2024-34', () => {
    const path = `projections/${projections.file.name}`;
    const code = PROJECTION_HEADERS.code;

    it('names the bytes that were read', () => {
      expect(sha256(path)).toBe(projections.file.sha256);
    });

    it('has every cell of every row as published', async () => {
      const { at, indentation, firstRow, lastRow } = await openSheet(path, projections.file.sheet, code);
      const byNumber = new Map(projections.rows.map((row) => [Number(row.row), row]));
      const found: string[] = [];
      const groups: string[] = [];
      let published = 0;
      for (let number = firstRow; number <= lastRow; number += 1) {
        // Notes below the table.
        if (!/^\d{2}-\d{4}$/.test(String(at(number, code)))) continue;
        published += 1;
        const row = byNumber.get(number);
        if (!row) {
          found.push(`row ${number} is missing`);
          continue;
        }
        found.push(...differences(row, PROJECTION_HEADERS, number, at));
        groups.length = indentation(number, PROJECTION_HEADERS.title) / 2;
        const parent = groups.at(-1) ?? '';
        if (row.parent !== parent) found.push(`row ${number}: below ${row.parent}, published is ${parent}`);
        groups.push(String(row.code));
      }
      expect(found).toEqual([]);
      expect(projections.rows.length).toBe(published);
      expect(projections.topCode).toEqual({ annualUsd: 239_200, hourlyUsd: 115 });
    });
  });

  describe('soc-2018', () => {
    const path = `soc/${titles.file.name}`;

    it('names the bytes that were read', () => {
      expect(sha256(path)).toBe(titles.file.sha256);
    });

    it('has every civilian detailed occupation that no wage is published for, as published', async () => {
      const { workbook, at, firstRow, lastRow } = await openSheet(path, titles.file.sheet, 'Detailed Occupation');
      const listed = new Set(wageFiles.flatMap(({ rows }) => rows.map(({ code }) => code)));
      const published: Row[] = [];
      let parent = '';
      for (let row = firstRow; row <= lastRow; row += 1) {
        parent = String(at(row, 'Broad Group')) || parent;
        const code = String(at(row, 'Detailed Occupation'));
        if (code === '' || listed.has(code) || code.startsWith('55-')) continue;
        // The column of titles has no name.
        const title = workbook.getWorksheet(titles.file.sheet)?.getRow(row).getCell(5).text.trim() ?? '';
        published.push({ row: String(row), code, title, parent });
      }
      expect(published).toHaveLength(29);
      expect(titles.rows).toEqual(published);
    });
  });
});
