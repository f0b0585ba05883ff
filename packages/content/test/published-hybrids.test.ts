import { hybridsOf, publishersCode, socEditionOf } from '@careergraph/domain';
import { haveData, skipped } from '@careergraph/testkit/files';
import { describe, expect, test } from 'vitest';
import { once, openSheet } from './published-sheet.js';

/** The table of hybrids against the codes of every published file, and against both editions of the SOC. */

interface File {
  readonly release: string;
  readonly path: string;
  readonly sheet: string;
  readonly column: string;
  /** The column that tells line items from groups, and their value. */
  readonly detailed: readonly [column: string, value: string];
  /** Detailed occupations of the SOC without figures, the military apart. */
  readonly unpublished: readonly string[];
}

const oews = (year: number, sheet: string, unpublished: readonly string[]): File => ({
  release: `${year}-05`,
  path: `oews/national_M${year}_dl.xlsx`,
  sheet,
  column: 'OCC_CODE',
  detailed: [year < 2019 ? 'OCC_GROUP' : 'O_GROUP', 'detailed'],
  unpublished,
});

const FILES: readonly File[] = [
  oews(2017, 'national_dl', ['45-3021']),
  oews(2019, 'national_M2019_dl', ['45-3031']),
  oews(2022, 'national_M2022_dl', ['29-1024', '45-3031']),
  oews(2024, 'national_M2024_dl', ['45-3031']),
  oews(2025, 'national_M2025_dl', ['11-1031', '45-3031']),
  {
    release: '2016-26',
    path: 'projections/occupation_2016-26.xlsx',
    sheet: 'Table 1.2',
    column: '2016 National Employment Matrix title and code',
    detailed: ['Occupation type', 'Line item'],
    unpublished: [],
  },
  {
    release: '2024-34',
    path: 'projections/occupation_2024-34.xlsx',
    sheet: 'Table 1.2',
    column: '2024 National Employment Matrix code',
    detailed: ['Occupation type', 'Line item'],
    unpublished: [],
  },
];

async function codesIn(path: string, sheet: string, column: string, isMeant = (_: Row) => true): Promise<string[]> {
  const { at, firstRow, lastRow } = await openSheet(path, sheet, column);
  const rows = Array.from({ length: lastRow - firstRow + 1 }, (_, index) => firstRow + index);
  return rows
    .filter((row) => isMeant((header) => String(at(row, header))))
    .map((row) => String(at(row, column)))
    .filter((code) => /^\d{2}-\d{4}$/.test(code));
}

type Row = (header: string) => string;

const soc = once(async () => ({
  SOC_2010: new Set(await codesIn('soc/soc_2010_to_2018_crosswalk.xlsx', 'Sorted by 2010', '2010 SOC Code')),
  SOC_2018: new Set(await codesIn('soc/soc_structure_2018.xlsx', '2018 Structure', 'Detailed Occupation')),
}));

describe.skipIf(!haveData)(`published codes${skipped}`, () => {
  test.each(FILES)('of $release', async ({ release, path, sheet, column, detailed: [header, value], unpublished }) => {
    const edition = socEditionOf(release);
    const inSoc = (await soc())[edition];
    const listed = new Set(await codesIn(path, sheet, column, (row) => row(header) === value));
    const hybrids = hybridsOf(release, listed);
    const under = new Set([...hybrids.values()].map(({ code }) => code));

    const unexplained = [...listed].filter((code) => {
      const own = publishersCode(code, edition);
      return !inSoc.has(code) && !under.has(code) && !(own && 'partOf' in own && inSoc.has(own.partOf));
    });
    expect(unexplained, 'codes that the SOC has not').toEqual([]);

    const missing = [...inSoc].filter((code) => !listed.has(code) && !hybrids.has(code) && !code.startsWith('55-'));
    const divided = edition === 'SOC_2010' && listed.has('25-3098') ? ['25-3099'] : [];
    expect(missing.sort(), 'codes that are in no hybrid').toEqual([...divided, ...unpublished]);
    expect([...hybrids.keys()].filter((part) => !inSoc.has(part) || listed.has(part))).toEqual([]);
  });

  test('May 2019 has 42 hybrids, and May 2025 and the projections 2024–34 have the same twelve', async () => {
    const of = async (release: string) => {
      const file = FILES.find((each) => each.release === release) as File;
      const listed = await codesIn(
        file.path,
        file.sheet,
        file.column,
        (row) => row(file.detailed[0]) === file.detailed[1],
      );
      return [...new Set([...hybridsOf(release, new Set(listed)).values()].map(({ code }) => code))];
    };
    expect(await of('2019-05')).toHaveLength(42);
    expect(await of('2025-05')).toEqual(await of('2024-34'));
    expect(await of('2025-05')).toEqual(
      '13-1020 13-2020 21-1018 25-2052 25-9045 29-2010 31-1120 39-7010 47-4090 51-2028 51-2090 53-1047'.split(' '),
    );
  });
});
