import { type OpenDatabase, openDatabase, type Sql } from '@careergraph/db';
import { type AuditEntry, resolveZip, type ZipResolution } from '@careergraph/domain';
import { type Importer, type ImportResult, importParts } from '@careergraph/releases';
import { createTestDatabase, type TestDatabase } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cbsaImporter } from '../../src/cbsa/index.js';
import { geonamesImporter } from '../../src/geonames/index.js';
import { hudImporter } from '../../src/hud/index.js';
import { COUNTIES, withCell as countiesWith, list1 } from '../cbsa/fixture.js';
import { LINES, usTxt } from '../geonames/fixture.js';
import { csv, ROWS, withCell as sharesWith } from '../hud/fixture.js';
import { evidenceOf } from './evidence.js';
import { type Grid, TestFiles } from './files.js';

const files = new TestFiles();
let test: TestDatabase;
let database: OpenDatabase;
beforeAll(async () => {
  test = await createTestDatabase('migrated');
  database = await openDatabase(test.location);
});
afterAll(async () => {
  await database?.close();
  await test?.remove();
  await files.remove();
});

async function importFile(
  importer: Importer,
  name: string,
  content: string | Grid,
  release: string | null = null,
): Promise<ImportResult> {
  const parts = await importer.recognize([await files.make(name, content, 'List 1')], { release });
  return importParts(database, importer, parts, { cause: `test ${name}`, url: null });
}

const read = <Row extends object>(text: string, parameters?: readonly unknown[]) =>
  database.session((sql) => sql.query<Row>(text, parameters));

const counts = () =>
  read(`select (select count(*) from file_area)::int as areas, (select count(*) from cbsa_county)::int as counties,
    (select count(*) from zip_share)::int as shares, (select count(*) from zip_place)::int as places,
    (select count(*) from file)::int as files, (select count(*) from release)::int as releases`);

const entry = ({ audit }: ImportResult, id: string): AuditEntry | undefined =>
  audit?.audits.find((audited) => audited.id === id);

/** Id of the file that a source's active release has. */
async function fileOf(sql: Sql, source: string): Promise<number> {
  const [file] = await sql.query<{ id: number }>(
    `select file_id as id from release_file join release on release.id = release_id
     where source_id = $1 and status = 'ACTIVE'`,
    [source],
  );
  return (file as { id: number }).id;
}

describe('the first import of each', () => {
  it('loads the crosswalk, and says that no delineation is there to check its areas with', async () => {
    const result = await importFile(hudImporter, 'ZIP_CBSA_092024.csv', csv());
    expect(result).toMatchObject({
      release: '2024-09',
      label: '3rd quarter 2024',
      outcome: 'IMPORTED',
      status: 'ACTIVE',
    });
    expect(result.files).toMatchObject([{ name: 'ZIP_CBSA_092024.csv', role: 'zip-cbsa', rows: 6 }]);
    expect(result.audit?.audits.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['hud/ratios-sum', 'PASSED'],
      ['hud/one-row-a-zip-and-area', 'PASSED'],
      ['hud/one-state-a-zip', 'PASSED'],
      ['hud/areas-delineated', 'SKIPPED'],
      ['hud/rows-against-before', 'SKIPPED'],
      ['hud/zip-codes-kept', 'SKIPPED'],
    ]);
  });

  it('loads the delineation, and says how far its counts are from the bulletin', async () => {
    const result = await importFile(cbsaImporter, 'list1_2023.xlsx', list1());
    expect(result).toMatchObject({ release: '2023-07', label: 'July 2023', status: 'ACTIVE' });
    expect(result.files).toMatchObject([{ role: 'delineation', rows: 7 }]);
    expect(result.audit?.audits.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['cbsa/title-states', 'PASSED'],
      ['cbsa/central-county', 'PASSED'],
      ['cbsa/published-counts', 'FAILED'],
      ['cbsa/states-covered', 'FAILED'],
      ['cbsa/rows-against-before', 'SKIPPED'],
      ['cbsa/areas-kept', 'SKIPPED'],
    ]);
    expect(entry(result, 'cbsa/published-counts')).toMatchObject({
      checked: 2,
      failures: 2,
      examples: [
        'list1_2023.xlsx: has 3 areas of the kind METRO, and 393 are published.',
        'list1_2023.xlsx: has 1 areas of the kind MICRO, and 542 are published.',
      ],
    });
    expect(entry(result, 'cbsa/states-covered')).toMatchObject({ checked: 52, failures: 47 });
    const rows = await read('select code, kind, name, parent_code as parent from file_area order by code');
    expect(rows).toEqual([
      { code: 'CBSA-11640', kind: 'METRO', name: 'Arecibo, PR', parent: 'US-PR' },
      { code: 'CBSA-17140', kind: 'METRO', name: 'Cincinnati, OH-KY-IN', parent: 'US-OH' },
      { code: 'CBSA-36740', kind: 'METRO', name: 'Orlando-Kissimmee-Sanford, FL', parent: 'US-FL' },
      { code: 'CBSA-41420', kind: 'MICRO', name: 'Salem, OH', parent: 'US-OH' },
    ]);
  });

  it('loads the places', async () => {
    const result = await importFile(geonamesImporter, 'US.txt', usTxt(), '2026-10');
    expect(result).toMatchObject({ release: '2026-10', status: 'ACTIVE', files: [{ role: 'postal-codes', rows: 7 }] });
    expect(result.audit?.audits.map(({ id, outcome, checked }) => [id, outcome, checked])).toEqual([
      ['geonames/coordinates-in-the-united-states', 'PASSED', 7],
      ['geonames/county-of-state-places', 'PASSED', 7],
      ['geonames/states-covered', 'FAILED', 51],
      ['geonames/one-row-a-place', 'PASSED', 7],
      ['geonames/rows-against-before', 'SKIPPED', null],
      ['geonames/zip-codes-kept', 'SKIPPED', null],
    ]);
    const [place] = await read("select * from zip_place where zip = '32801'");
    expect(place).toMatchObject({
      row: 1,
      place: 'Orlando',
      state_code: 'US-FL',
      county_fips: '12095',
      latitude: 28.5399,
    });
  });

  it('answers for a ZIP code', async () => {
    const resolved = await database.session(async (sql) => {
      const ids = {
        hud: await fileOf(sql, 'hud-zip-cbsa'),
        geonames: await fileOf(sql, 'geonames-postal'),
        cbsa: await fileOf(sql, 'census-cbsa'),
      };
      const zips = ['32801', '00501', '00601', '45316', '94204', '96860', '09001', '96960', '94299', '10001'];
      const all = [];
      for (const zip of zips) {
        const resolution = resolveZip(await evidenceOf(sql, ids, zip));
        const { method, share, sharesBy } = resolution.areaCode === null ? ({} as Partial<ZipResolution>) : resolution;
        all.push([zip, method, resolution.areaCode, share, sharesBy]);
      }
      return all;
    });
    expect(resolved).toEqual([
      ['32801', 'ONLY_AREA', 'CBSA-36740', 1, 'RESIDENTIAL'],
      ['00501', 'ONLY_AREA', 'CBSA-35620', 1, 'ALL_ADDRESSES'],
      ['00601', 'LARGEST_SHARE', 'US-PR', 0.997451147, 'RESIDENTIAL'],
      ['45316', 'LARGEST_SHARE', 'CBSA-19430', 0.5, 'RESIDENTIAL'],
      ['94204', 'STATE', 'US-CA', null, null],
      ['96860', 'STATE', 'US-HI', null, null],
      ['09001', undefined, null, undefined, undefined],
      ['96960', undefined, null, undefined, undefined],
      ['94299', undefined, null, undefined, undefined],
      ['10001', undefined, null, undefined, undefined],
    ]);
  });
});

describe('an import that is refused leaves everything as it was', () => {
  it.each<[string, Importer, string, string | Grid, string | null, RegExp]>([
    [
      'a row that is missing',
      hudImporter,
      'ZIP_CBSA_122024.csv',
      csv(ROWS.toSpliced(2, 1)),
      null,
      /hud\/ratios-sum: .*\(4 failures\)\n.*ZIP_CBSA_122024\.csv, row 3, BUS_RATIO: of ZIP 00601 adds up to 0\.994949495 over its 1 rows\./,
    ],
    [
      'a row twice',
      hudImporter,
      'ZIP_CBSA_122024.csv',
      csv([...sharesWith(4, 'RES_RATIO', '0'), ROWS[5]?.with(4, '0.5').with(7, '0') as string[]]),
      null,
      /hud\/one-row-a-zip-and-area: .*\(1 failures\)\n.*ZIP_CBSA_122024\.csv, row 8, CBSA = "CBSA-44220": ZIP 45316 has it in row 7 already\./,
    ],
    [
      'a state that no county is in',
      cbsaImporter,
      'list1_2024.xlsx',
      list1(countiesWith(5, 'CBSA Title', 'Salem, OH-PA'), { month: 'JULY 2024' }),
      null,
      /cbsa\/title-states: .*\n.*list1_2024\.xlsx, row 9, CBSA Title = "Salem, OH-PA": the counties of CBSA-41420 are in OH\./,
    ],
    [
      'latitude and longitude swapped',
      geonamesImporter,
      'US.txt',
      usTxt([LINES[0]?.replace('28.5399\t-81.3727', '-81.3727\t28.5399') as string, ...LINES.slice(1)]),
      '2026-11',
      /geonames\/coordinates-in-the-united-states: .*\n.*US\.txt, row 1, latitude, longitude = "-81\.3727, 28\.5399": ZIP 32801 is in a state according/,
    ],
    [
      'a county in two areas',
      cbsaImporter,
      'list1_2024.xlsx',
      list1(
        [
          ...COUNTIES,
          COUNTIES[0]
            ?.with(0, '41420')
            .with(3, 'Salem, OH')
            .with(4, COUNTIES[5]?.[4] as string) as string[],
        ],
        {
          month: 'JULY 2024',
        },
      ),
      null,
      /row 11, FIPS County Code = "095": is county 12095, which row 4 has already/,
    ],
    ['no rows at all', hudImporter, 'ZIP_CBSA_122024.csv', csv([]), null, /ZIP_CBSA_122024\.csv has no rows of data/],
  ])('%s', async (_, importer, name, content, release, message) => {
    const before = await counts();
    await expect(importFile(importer, name, content, release)).rejects.toThrow(message);
    expect(await counts()).toEqual(before);
  });
});

describe('the next import', () => {
  it('of a delineation names an area without a central county, and one that has vanished', async () => {
    const counties = countiesWith(5, 'Central/Outlying County', 'Outlying').slice(0, -1);
    const result = await importFile(cbsaImporter, 'list1_2020.xlsx', list1(counties, { month: 'MARCH 2020' }));
    expect(result).toMatchObject({ release: '2020-03', label: 'March 2020', status: 'SUPERSEDED' });
    expect(entry(result, 'cbsa/central-county')).toMatchObject({
      outcome: 'FAILED',
      checked: 3,
      failures: 1,
      examples: ['list1_2020.xlsx, row 9, CBSA Title = "Salem, OH": CBSA-41420 has no central county.'],
    });
    expect(entry(result, 'cbsa/published-counts')).toMatchObject({ outcome: 'SKIPPED' });
    const later = await importFile(cbsaImporter, 'list1_2024.xlsx', list1(counties.slice(2), { month: 'JULY 2024' }));
    expect(entry(later, 'cbsa/areas-kept')).toMatchObject({
      outcome: 'FAILED',
      checked: 4,
      failures: 2,
      examples: ['list1_2024.xlsx: has no CBSA-11640, CBSA-36740, which 2023-07 has.'],
    });
    expect(entry(later, 'cbsa/rows-against-before')).toMatchObject({
      examples: ['list1_2024.xlsx: has 4 rows, and 7 in 2023-07.'],
    });
  });

  it('checks the areas of the crosswalk with the delineation that answers, and the release before', async () => {
    const result = await importFile(hudImporter, 'ZIP_CBSA_122024.csv', csv(ROWS.slice(3)));
    expect(result).toMatchObject({ release: '2024-12', status: 'ACTIVE' });
    expect(entry(result, 'hud/areas-delineated')).toMatchObject({
      outcome: 'FAILED',
      checked: 3,
      failures: 3,
      examples: [
        'ZIP_CBSA_122024.csv, row 2, CBSA = "CBSA-36740": is not in the active delineation.',
        'ZIP_CBSA_122024.csv, row 3, CBSA = "CBSA-19430": is not in the active delineation.',
        'ZIP_CBSA_122024.csv, row 4, CBSA = "CBSA-44220": is not in the active delineation.',
      ],
    });
    expect(entry(result, 'hud/rows-against-before')).toMatchObject({
      outcome: 'FAILED',
      examples: ['ZIP_CBSA_122024.csv: has 3 rows, and 6 in 2024-09.'],
    });
    expect(entry(result, 'hud/zip-codes-kept')).toMatchObject({
      outcome: 'FAILED',
      checked: 4,
      failures: 2,
      examples: ['ZIP_CBSA_122024.csv: has no 00501, 00601, which 2024-09 has.'],
    });
  });

  it('of the same bytes changes nothing', async () => {
    const before = await counts();
    const parts = await geonamesImporter.recognize([await files.make('US.txt', usTxt())], { release: '2026-10' });
    const options = { cause: 'test again', url: null };
    expect(await importParts(database, geonamesImporter, parts, options)).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await counts()).toEqual(before);
  });

  it('of the same places in a later month passes the checks against the month before', async () => {
    const result = await importFile(geonamesImporter, 'US.txt', usTxt(), '2026-11');
    expect(entry(result, 'geonames/rows-against-before')).toMatchObject({ outcome: 'PASSED', checked: 1 });
    expect(entry(result, 'geonames/zip-codes-kept')).toMatchObject({ outcome: 'PASSED', checked: 6 });
  });
});
