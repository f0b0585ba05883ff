import { unpack } from '@careergraph/extract';
import { zipOf } from '@careergraph/testkit/files';
import { afterAll, describe, expect, it } from 'vitest';
import { geonamesImporter } from '../../src/geonames/index.js';
import { loaded, TestFiles } from '../places/files.js';
import { LINES, usTxt, withCell } from './fixture.js';

const files = new TestFiles();
afterAll(() => files.remove());

const load = async (content: string | Buffer, release: string | null = '2026-11') =>
  loaded(geonamesImporter, await files.make('US.txt', content), release);

describe('US.txt', () => {
  it('gives each line as a place, with the county of a state and no state for military post offices', async () => {
    const { part, rows, faults } = await load(usTxt());
    expect(faults).toEqual([]);
    expect(part).toMatchObject({ role: 'postal-codes', release: '2026-11' });
    expect(rows.ZipPlace).toHaveLength(7);
    expect(rows.ZipPlace?.[0]).toEqual({
      row: 1,
      zip: '32801',
      place: 'Orlando',
      stateCode: 'US-FL',
      county: 'Orange',
      countyFips: '12095',
      latitude: 28.5399,
      longitude: -81.3727,
    });
    expect(rows.ZipPlace?.map(({ row, zip, stateCode, countyFips }) => [row, zip, stateCode, countyFips])).toEqual([
      [1, '32801', 'US-FL', '12095'],
      [2, '94204', 'US-CA', '06067'],
      [3, '96860', 'US-HI', '15003'],
      [4, '96860', null, null],
      [5, '09001', null, null],
      [6, '09010', null, null],
      [7, '96960', 'US-MH', null],
    ]);
  });

  it('is read out of US.zip, whose readme is left out', async () => {
    const archive = await files.make('US.zip', await zipOf({ 'readme.txt': 'The columns are …', 'US.txt': usTxt() }));
    const work = `${archive.path}-work`;
    const parts = await geonamesImporter.recognize(await unpack(archive.path, work, 'US.zip'), { release: '2026-11' });
    expect(parts.map(({ file: { name, archive: zip }, role }) => [name, zip, role])).toEqual([
      ['US.txt', 'US.zip', 'postal-codes'],
    ]);
  });

  it.each([
    [
      null,
      'US.txt does not say which release it is. Add it, as in --release 2026-11. The month is that of "Last modified"',
    ],
    ['2026', '--release "2026" is not a release of this source, such as 2026-11.'],
    ['2026-13', '--release "2026-13" is not a release of this source, such as 2026-11.'],
  ])('is refused with the release %s', async (release, message) => {
    await expect(load(usTxt(), release)).rejects.toThrow(message);
  });

  it.each([
    ['a web page', '<html><title>Not here</title></html>', /is a web page with the title "Not here"/],
    ['an empty file', '', /is empty/],
    ['Latin-1', Buffer.from(usTxt().replace('Orlando', 'Cañon'), 'latin1'), /US\.txt, row 1 has the byte 0xF1/],
    ['another country', usTxt().replaceAll(/^US/gm, 'CA'), /US\.txt has the postal codes of CA \(row 1\)/],
    [
      'the delineation',
      'CBSA Code\tCBSA Title\n',
      /seems to be the delineation of metropolitan areas: import it with "cbsa"/,
    ],
    ['O*NET', 'O*NET-SOC Code\tTask\n', /seems to be O\*NET: import it with "onet"/],
    ['a line cut off', `${usTxt()}US\t1000`, /row 8 has 2 cells and the first row has 12/],
  ])('is refused where it is %s', async (_, content, message) => {
    await expect(load(content)).rejects.toThrow(message);
  });

  it('is refused where it is a workbook', async () => {
    const file = await files.make('US.xlsx', [['ZIP', 'CBSA', 'RES_RATIO']]);
    await expect(loaded(geonamesImporter, file, '2026-11')).rejects.toThrow(
      "US.xlsx is not GeoNames' list of postal codes, twelve columns without a header. It seems to be HUD's ZIP crosswalk",
    );
  });

  it.each([
    [
      'another country below',
      1,
      0,
      'CA',
      'country code = "CA": is not US: this importer reads the United States only.',
    ],
    [
      'a ZIP code without its zeros',
      1,
      1,
      '501',
      'postal code = "501": is not a five-digit ZIP code. Its leading zeros may have been lost in a spreadsheet: use the file as published.',
    ],
    ['no place', 1, 2, '', 'place name = null: is empty.'],
    ['a state of another name', 1, 3, 'Oregon', 'admin name1 = "Oregon": is not CA, California.'],
    ['an unknown state', 1, 4, 'XX', 'admin code1 = "XX": is not a state or territory with ZIP codes.'],
    [
      'no state and no post office',
      1,
      4,
      '',
      'admin code1 = null: is empty, and Sacramento is not a military post office.',
    ],
    [
      'a county of two digits',
      1,
      6,
      '67',
      'admin code2 = "67": is not a three-digit county code. Its leading zeros may have been lost in a spreadsheet: use the file as published.',
    ],
    ['a county without a code', 1, 6, '', 'admin code2 = null: is empty, and admin name2 is Sacramento.'],
    [
      'a latitude beyond the pole',
      1,
      9,
      '138.58',
      'latitude = "138.58": is not a latitude in degrees from −90 to 90: it is out of range.',
    ],
    [
      'a longitude with a comma',
      1,
      10,
      '-121,49',
      'longitude = "-121,49": is not a longitude in degrees from −180 to 180.',
    ],
    ['no longitude', 1, 10, '', 'longitude = null: is not a longitude in degrees from −180 to 180.'],
  ])('is refused with %s, at its place', async (_, index, column, cell, fault) => {
    const { faults } = await load(withCell(index, column, cell));
    expect(faults).toEqual([`US.txt, row ${index + 1}, ${fault}`]);
  });

  it('names every fault of a line whose cells are shifted by one', async () => {
    const shifted = LINES.map((text, at) =>
      at === 1 ? ['US', '', ...text.split('\t').slice(1, -1)].join('\t') : text,
    );
    const { faults } = await load(usTxt(shifted));
    expect(faults.length).toBeGreaterThan(3);
    expect(faults[0]).toBe('US.txt, row 2, postal code = null: is not a five-digit ZIP code.');
  });
});
