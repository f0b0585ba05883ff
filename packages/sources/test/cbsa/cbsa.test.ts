import { afterAll, describe, expect, it } from 'vitest';
import { cbsaImporter } from '../../src/cbsa/index.js';
import { type Grid, loaded, TestFiles } from '../places/files.js';
import { COUNTIES, HEADER, list1, withCell } from './fixture.js';

const files = new TestFiles();
afterAll(() => files.remove());

const load = async (rows: Grid, release: string | null = null) =>
  loaded(cbsaImporter, await files.make('list1_2023.xlsx', rows, 'List 1'), release);

/** Of no metropolitan division or combined area. */
const OUTSIDE = { divisionCode: null, divisionTitle: null, combinedCode: null, combinedTitle: null };

describe('List 1', () => {
  it('gives each area once and each county with its state, without the notes below', async () => {
    const { part, rows, faults } = await load(list1());
    expect(faults).toEqual([]);
    expect(part).toMatchObject({ role: 'delineation', release: '2023-07' });
    expect(rows.FileArea).toEqual([
      { code: 'CBSA-36740', kind: 'METRO', name: 'Orlando-Kissimmee-Sanford, FL', parentCode: 'US-FL' },
      { code: 'CBSA-17140', kind: 'METRO', name: 'Cincinnati, OH-KY-IN', parentCode: 'US-OH' },
      { code: 'CBSA-41420', kind: 'MICRO', name: 'Salem, OH', parentCode: 'US-OH' },
      { code: 'CBSA-11640', kind: 'METRO', name: 'Arecibo, PR', parentCode: 'US-PR' },
    ]);
    expect(rows.CbsaCounty).toHaveLength(7);
    expect(rows.CbsaCounty?.[1]).toEqual({
      row: 5,
      countyFips: '12069',
      county: 'Lake County',
      stateCode: 'US-FL',
      areaCode: 'CBSA-36740',
      central: false,
      ...OUTSIDE,
    });
    expect(rows.CbsaCounty?.[4]).toMatchObject({ countyFips: '18029', stateCode: 'US-IN', areaCode: 'CBSA-17140' });
  });

  it('has its columns in any order and case, and its codes as numbers where a spreadsheet made them so', async () => {
    const turned = (grid: Grid) => grid.map((cells) => cells.toReversed());
    const header = HEADER.map((name) => name.toUpperCase()).toReversed();
    const counties = withCell(6, 'FIPS County Code', 13).map((cells, at) => (at === 6 ? cells.with(0, 11640) : cells));
    const { rows, faults } = await load(list1(turned(counties), { header }));
    expect(faults).toEqual([]);
    expect(rows.CbsaCounty?.[6]).toMatchObject({ countyFips: '72013', areaCode: 'CBSA-11640' });
  });

  it('gives the parts of counties that are listed as one, with their own codes', async () => {
    const combined = COUNTIES[5]
      ?.with(7, 'Fairfax County + Fairfax city + Falls Church city')
      .with(8, 'Virginia')
      .with(9, '51')
      .with(10, '919') as string[];
    const { rows, faults } = await load(list1([...COUNTIES, combined.with(0, '47900')]));
    expect(faults).toEqual([]);
    expect(rows.CbsaCounty?.slice(7)).toEqual(
      [
        ['51059', 'Fairfax County'],
        ['51600', 'Fairfax city'],
        ['51610', 'Falls Church city'],
      ].map(([countyFips, county]) => ({
        row: 11,
        countyFips,
        county,
        stateCode: 'US-VA',
        areaCode: 'CBSA-47900',
        central: true,
        ...OUTSIDE,
      })),
    );
    expect((await load(list1([combined.with(10, '900')]))).faults).toEqual([
      'list1_2023.xlsx, sheet "List 1", row 4, County/County Equivalent = "Fairfax County + Fairfax city + Falls Church city": ' +
        'names 3 counties, and its code stands for 1.',
    ]);
    expect((await load(list1([combined.with(7, 'Fairfax County')]))).faults).toHaveLength(1);
  });

  it('takes its release from the title, whatever the month, and the operator may say the same', async () => {
    const { part } = await load(list1(COUNTIES, { month: 'February 2013' }), '2013-02');
    expect(part.release).toBe('2013-02');
    expect(cbsaImporter.describe('2013-02')).toMatchObject({ label: 'February 2013', topCode: null });
  });

  it.each([
    [
      'another release than the title',
      list1(),
      '2020-03',
      /is of 2023-07 according to the title above its table, but of 2020-03 according to --release/,
    ],
    [
      'no month in the title',
      list1(COUNTIES, { month: '' }),
      null,
      /does not say which release it is.*--release 2023-07/,
    ],
    ['a release of another form', list1(), '2023', /--release "2023" is not a release of this source, such as 2023-07/],
    [
      'an unknown column',
      list1(COUNTIES, { header: HEADER.with(2, 'Region') }),
      null,
      /sheet "List 1", row 3, column C = "Region": is not a column that this importer knows/,
    ],
    [
      'a missing column',
      list1(COUNTIES, {
        header: HEADER.with(9, 'CSA Code')
          .with(2, 'x')
          .map((name) => (name === 'x' ? null : name)),
      }),
      null,
      /row 3: has no column FIPS State Code/,
    ],
    ['no rows', [], null, /list1_2023\.xlsx has no rows\. Download it again\./],
    [
      'the columns of OEWS',
      [['AREA', 'OCC_CODE', 'TOT_EMP']],
      null,
      /list1_2023\.xlsx is not the delineation .* It seems to be wages \(OEWS\): import it with "oews"/,
    ],
    [
      'the columns of HUD',
      [['ZIP', 'CBSA', 'RES_RATIO']],
      null,
      /seems to be HUD's ZIP crosswalk: import it with "hud"/,
    ],
    ['other columns', [['Code', 'Name']], null, /It begins with "Code \| Name" \(row 1\)/],
  ])('is refused with %s', async (_, rows: Grid, release, message) => {
    await expect(load(rows, release)).rejects.toThrow(message);
  });

  it.each([
    [
      'a CBSA code of four digits',
      0,
      'CBSA Code',
      '3674',
      'CBSA Code = "3674": is not a five-digit CBSA code. Its leading zeros may have been lost in a spreadsheet: use the file as published.',
    ],
    [
      'no title',
      0,
      'CBSA Title',
      null,
      'CBSA Title = null: is not a title that ends in states, as in "Cincinnati, OH-KY-IN".',
    ],
    [
      'a title without a state',
      5,
      'CBSA Title',
      'Salem',
      'CBSA Title = "Salem": is not a title that ends in states, as in "Cincinnati, OH-KY-IN".',
    ],
    [
      'a title with an unknown state',
      5,
      'CBSA Title',
      'Salem, OX',
      'CBSA Title = "Salem, OX": is not a title that ends in states, as in "Cincinnati, OH-KY-IN".',
    ],
    [
      'an unknown kind',
      5,
      HEADER[4] as string,
      'Rural',
      `${HEADER[4]} = "Rural": is not one of Metropolitan Statistical Area, Micropolitan Statistical Area.`,
    ],
    ['an unknown state', 5, 'FIPS State Code', '03', 'FIPS State Code = "03": is not the FIPS code of a state.'],
    [
      'a state that is not that of its code',
      5,
      'State Name',
      'Iowa',
      'State Name = "Iowa": is not the state of FIPS 39, Ohio.',
    ],
    ['a negative county', 5, 'FIPS County Code', -29, 'FIPS County Code = -29: is not a three-digit FIPS county code.'],
    ['a county without a name', 5, 'County/County Equivalent', ' ', 'County/County Equivalent = " ": is empty.'],
    [
      'neither central nor outlying',
      5,
      'Central/Outlying County',
      'Yes',
      'Central/Outlying County = "Yes": is not one of Central, Outlying.',
    ],
    [
      'two titles of an area',
      1,
      'CBSA Title',
      'Orlando, FL',
      'CBSA Title = "Orlando, FL": differs from that of CBSA-36740 in row 4.',
    ],
    [
      'two kinds of an area',
      1,
      HEADER[4] as string,
      'Micropolitan Statistical Area',
      `${HEADER[4]} = "Micropolitan Statistical Area": differs from that of CBSA-36740 in row 4.`,
    ],
    [
      'a county twice',
      1,
      'FIPS County Code',
      '095',
      'FIPS County Code = "095": is county 12095, which row 4 has already: a county is in one CBSA.',
    ],
  ])('is refused with %s, at its place', async (_, index, column, cell, fault) => {
    const { faults } = await load(list1(withCell(index, column, cell)));
    expect(faults).toEqual([`list1_2023.xlsx, sheet "List 1", row ${index + 4}, ${fault}`]);
  });

  it('names every fault of a row whose cells are shifted by one', async () => {
    const shifted = COUNTIES.map((cells, at) => (at === 2 ? [null, ...cells.slice(0, -1)] : cells));
    const { faults } = await load(list1(shifted));
    expect(faults.length).toBeGreaterThan(3);
    expect(faults[0]).toBe('list1_2023.xlsx, sheet "List 1", row 6, CBSA Code = null: is not a five-digit CBSA code.');
  });

  it('is refused where a line below the table is no known note', async () => {
    const { faults } = await load([...list1(), ['Continued on the next sheet']]);
    expect(faults[0]).toBe(
      'list1_2023.xlsx, sheet "List 1", row 15, column A = "Continued on the next sheet": is neither a row of the table nor a note that is known.',
    );
  });

  it.each([
    [
      'a web page',
      '<!DOCTYPE html><html><title>404 Not Found</title></html>',
      /is a web page with the title "404 Not Found"/,
    ],
    ['a workbook that was cut off', Buffer.from('PK\u0003\u0004 and no more', 'latin1'), /list1_2023\.xlsx/],
    ['Latin-1 text', Buffer.from('CBSA Code,CBSA Title\n11640,Mayag\u00fcez', 'latin1'), /byte 0xFC .*is not UTF-8/],
    ['an empty file', '', /is empty \(0 bytes\)/],
  ])('is refused where it is %s', async (_, content, message) => {
    const file = await files.make('list1_2023.xlsx', content);
    await expect(loaded(cbsaImporter, file)).rejects.toThrow(message);
  });
});
