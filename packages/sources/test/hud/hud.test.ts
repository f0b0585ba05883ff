import { afterAll, describe, expect, it } from 'vitest';
import { hudImporter } from '../../src/hud/index.js';
import { type Grid, loaded, TestFiles } from '../places/files.js';
import { csv, HEADER, ROWS, withCell } from './fixture.js';

const files = new TestFiles();
afterAll(() => files.remove());

const load = async (content: string | Buffer | Grid, release: string | null = null, name = 'ZIP_CBSA_122024.csv') =>
  loaded(hudImporter, await files.make(name, content, 'Export Worksheet'), release);

describe('the crosswalk', () => {
  it('gives each row as a share in billionths, without an area for 99999', async () => {
    const { part, rows, faults } = await load(csv());
    expect(faults).toEqual([]);
    expect(part).toMatchObject({ role: 'zip-cbsa', release: '2024-12' });
    expect(rows.ZipShare).toHaveLength(6);
    expect(rows.ZipShare?.slice(0, 3)).toEqual([
      {
        row: 2,
        zip: '00501',
        areaCode: 'CBSA-35620',
        city: 'HOLTSVILLE',
        stateCode: 'US-NY',
        residentialBillionths: 0,
        businessBillionths: 1_000_000_000,
        otherBillionths: 0,
        totalBillionths: 1_000_000_000,
      },
      {
        row: 3,
        zip: '00601',
        areaCode: null,
        city: 'ADJUNTAS',
        stateCode: 'US-PR',
        residentialBillionths: 997_451_147,
        businessBillionths: 994_949_495,
        otherBillionths: 987_951_807,
        totalBillionths: 997_052_893,
      },
      {
        row: 4,
        zip: '00601',
        areaCode: 'CBSA-29720',
        city: 'ADJUNTAS',
        stateCode: 'US-PR',
        residentialBillionths: 2_548_853,
        businessBillionths: 5_050_505,
        otherBillionths: 12_048_193,
        totalBillionths: 2_947_107,
      },
    ]);
  });

  it('is read from a workbook with lower-case columns, numbers for codes and more digits, to the same rows', async () => {
    const numbers = ROWS.map((cells) =>
      cells.map((cell, at) =>
        at === 2 || at === 3 ? cell : Number(cell) + (at > 3 && Number(cell) < 0.5 ? 1e-11 : 0),
      ),
    );
    const workbook = await load([HEADER.map((name) => name.toLowerCase()), ...numbers], null, 'ZIP_CBSA_122024.xlsx');
    expect(workbook.faults).toEqual([]);
    expect(workbook.part.release).toBe('2024-12');
    expect(workbook.rows).toEqual((await load(csv())).rows);
  });

  it('is of the quarter that its name or the operator says', async () => {
    expect((await load(csv(), '2025-03', 'hud_zip_cbsa.csv')).part.release).toBe('2025-03');
    expect((await load(csv(), '2024-12')).part.release).toBe('2024-12');
    expect(hudImporter.describe('2024-12')).toMatchObject({ label: '4th quarter 2024' });
  });

  it.each([
    [
      'no quarter at all',
      'hud_zip_cbsa.csv',
      null,
      /does not say which release it is\. Add it, as in --release 2024-12/,
    ],
    [
      'another quarter than its name',
      'ZIP_CBSA_122024.csv',
      '2025-03',
      /is of 2024-12 according to its name, but of 2025-03 according to --release/,
    ],
    [
      'a month that ends no quarter',
      'ZIP_CBSA_112024.csv',
      null,
      /is of 2024-11 according to its name, which is not a release/,
    ],
    [
      'a release that is a quarter by name',
      'hud.csv',
      '2024-Q4',
      /--release "2024-Q4" is not a release of this source/,
    ],
  ])('is refused with %s', async (_, name, release, message) => {
    await expect(load(csv(), release, name)).rejects.toThrow(message);
  });

  it.each([
    [
      'of counties',
      csv(ROWS, HEADER.with(1, 'COUNTY')),
      /row 1, column B = "COUNTY": is not a column.*\n.*has no column CBSA/,
    ],
    [
      'the other way round',
      csv(
        ROWS.map(([zip = null, area = null, ...rest]) => [area, zip, ...rest]),
        HEADER.with(0, 'CBSA').with(1, 'ZIP'),
      ),
      /has CBSA before ZIP: it seems to be the CBSA–ZIP crosswalk/,
    ],
    [
      'of the years without a city',
      csv(
        ROWS.map((cells) => cells.toSpliced(2, 2)),
        HEADER.toSpliced(2, 2),
      ),
      /has no column USPS_ZIP_PREF_CITY.\n.*has no column USPS_ZIP_PREF_STATE/,
    ],
    ['a web page', '<!doctype html><title>Login</title>', /is a web page with the title "Login"/],
    ['empty', '', /is empty/],
    ['Latin-1', Buffer.from(csv().replace('HOLTSVILLE', 'CAÑON'), 'latin1'), /row 2 has the byte 0xD1/],
    ['cut off in a line', `${csv()}45317,194`, /row 8 has 2 cells and the first row has 8/],
    [
      'a list of places',
      'US\t32801\tOrlando\tFlorida\tFL\tOrange\t095\t\t\t28.5\t-81.3\t4\n',
      /import it with "geonames"/,
    ],
  ])('is refused where it is %s', async (_, content, message) => {
    await expect(load(content)).rejects.toThrow(message);
  });

  it.each([
    [
      'a ZIP code without its zeros',
      'ZIP',
      '501',
      'ZIP = "501": is not a five-digit ZIP code. Its leading zeros may have been lost in a spreadsheet: use the file as published.',
    ],
    ['a ZIP code with four more digits', 'ZIP', '32801-1234', 'ZIP = "32801-1234": is not a five-digit ZIP code.'],
    ['a CBSA of six digits', 'CBSA', '367400', 'CBSA = "367400": is not a five-digit CBSA code.'],
    ['no city', 'USPS_ZIP_PREF_CITY', '', 'USPS_ZIP_PREF_CITY = null: is empty.'],
    [
      'an unknown state',
      'USPS_ZIP_PREF_STATE',
      'XX',
      'USPS_ZIP_PREF_STATE = "XX": is not a state or territory with ZIP codes.',
    ],
    ['a negative share', 'RES_RATIO', '-0.1', 'RES_RATIO = "-0.1": is not a share from 0 to 1: it is out of range.'],
    ['a share over one', 'BUS_RATIO', '1.1', 'BUS_RATIO = "1.1": is not a share from 0 to 1: it is out of range.'],
    ['a share in percent', 'OTH_RATIO', '50%', 'OTH_RATIO = "50%": is not a share from 0 to 1.'],
    ['an empty share', 'TOT_RATIO', '', 'TOT_RATIO = null: is not a share from 0 to 1.'],
    ['an unknown marker', 'RES_RATIO', '**', 'RES_RATIO = "**": is not a share from 0 to 1.'],
  ])('is refused with %s, at its place', async (_, column, cell, fault) => {
    const { faults } = await load(csv(withCell(3, column, cell)));
    expect(faults).toEqual([`ZIP_CBSA_122024.csv, row 5, ${fault}`]);
  });

  it('names the sheet of a workbook', async () => {
    const { faults } = await load([HEADER, ...withCell(3, 'RES_RATIO', 2)], null, 'ZIP_CBSA_122024.xlsx');
    expect(faults).toEqual([
      'ZIP_CBSA_122024.xlsx, sheet "Export Worksheet", row 5, RES_RATIO = 2: is not a share from 0 to 1: it is out of range.',
    ]);
  });
});
