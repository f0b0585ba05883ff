import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenDatabase, openDatabase } from '@careergraph/db';
import { resolveZip, STATES, type UnresolvedZip, type ZipResolution } from '@careergraph/domain';
import { type Importer, type ImportResult, importParts } from '@careergraph/releases';
import { createTestDatabase, type TestDatabase } from '@careergraph/testkit';
import { dataDir, haveData, skipped } from '@careergraph/testkit/files';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cbsaImporter } from '../../src/cbsa/index.js';
import { geonamesImporter } from '../../src/geonames/index.js';
import { hudImporter } from '../../src/hud/index.js';
import { evidenceOf } from './evidence.js';
import { publishedFile } from './files.js';

/** The published files of places, loaded and counted again with readers that the import does not use. */

const folder = join(dataDir, 'geo');

const linesOf = (name: string, delimiter: string) =>
  readFileSync(join(folder, name), 'utf8')
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(delimiter));

const tally = (keys: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const key of keys.toSorted()) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe.skipIf(!haveData)(`published files of places${skipped}`, () => {
  let test: TestDatabase;
  let database: OpenDatabase;
  let cbsa: ImportResult;
  let geonames: ImportResult;
  let hud: ImportResult;
  beforeAll(async () => {
    test = await createTestDatabase('migrated');
    database = await openDatabase(test.location);
    cbsa = await importFile(cbsaImporter, 'census_cbsa_delineation_2023.xlsx', null);
    geonames = await importFile(geonamesImporter, 'geonames_us_postal.txt', '2026-11');
    hud = await importFile(hudImporter, 'hud_zip_cbsa.csv', '2024-12');
  });
  afterAll(async () => {
    await database?.close();
    await test?.remove();
  });

  async function importFile(importer: Importer, name: string, release: string | null) {
    const parts = await importer.recognize([await publishedFile(join(folder, name))], { release });
    return importParts(database, importer, parts, { cause: `test ${name}`, url: null });
  }
  const read = <Row extends object>(text: string, parameters?: readonly unknown[]) =>
    database.session((sql) => sql.query<Row>(text, parameters));
  const counted = async (text: string) =>
    Object.fromEntries((await read<{ key: string; count: number }>(text)).map(({ key, count }) => [key, count]));

  it.each([
    ['cbsa', () => cbsa, ['cbsa/rows-against-before', 'cbsa/areas-kept']],
    ['geonames', () => geonames, ['geonames/rows-against-before', 'geonames/zip-codes-kept']],
    ['hud', () => hud, ['hud/rows-against-before', 'hud/zip-codes-kept']],
  ])('%s passes every audit that does not need a release before', (_, result, without) => {
    const { audit, status } = result();
    expect(status).toBe('ACTIVE');
    expect(audit?.audits.filter(({ outcome, id }) => outcome === 'FAILED' && id !== 'cbsa/central-county')).toEqual([]);
    expect(audit?.audits.filter(({ outcome }) => outcome === 'SKIPPED').map(({ id }) => id)).toEqual(without);
  });

  describe('the delineation', () => {
    const counties: { row: number; cells: string[] }[] = [];
    beforeAll(async () => {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.readFile(join(folder, 'census_cbsa_delineation_2023.xlsx'));
      workbook.worksheets[0]?.eachRow((row, number) => {
        const cells = Array.from({ length: 12 }, (_, at) => row.getCell(at + 1).text);
        if (number > 3 && /^\d{5}$/.test(cells[0] as string)) counties.push({ row: number, cells });
      });
    });

    it('is of July 2023, with 393 metropolitan and 542 micropolitan areas', async () => {
      expect(cbsa).toMatchObject({ release: '2023-07', label: 'July 2023' });
      expect(await counted('select kind::text as key, count(*)::int as count from file_area group by kind')).toEqual({
        METRO: 393,
        MICRO: 542,
      });
      const kinds = new Map(counties.map(({ cells: [code, , , , kind] }) => [code, kind as string]));
      expect(tally([...kinds.values()])).toEqual({
        'Metropolitan Statistical Area': 393,
        'Micropolitan Statistical Area': 542,
      });
    });

    it('has no central county of one area, whose only row is a combined county', () => {
      expect(cbsa.audit?.audits.find(({ id }) => id === 'cbsa/central-county')).toMatchObject({
        outcome: 'FAILED',
        checked: 935,
        failures: 1,
        examples: [
          'census_cbsa_delineation_2023.xlsx, row 1644, CBSA Title = "Kahului-Wailuku, HI": CBSA-27980 has no central county.',
        ],
      });
    });

    it('has every county as it stands in the file, and the parts of combined ones', async () => {
      const fips = new Map(STATES.map((state) => [state.name, state.code]));
      const rows = await read<{ row: number; county: string; fips: string }>(
        `select county."row", county_fips as fips, county, state_code as state, area_code as area, central, name, kind::text as kind
         from cbsa_county county join file_area on file_area.code = area_code order by county."row", county_fips`,
      );
      const isPart = (row: number) => rows.filter((other) => other.row === row).length > 1;
      const expected = counties.map(
        ({ row, cells: [code, , , title, kind, , , county, state, stateFips, countyFips, central] }) => ({
          row,
          fips: `${stateFips}${countyFips}`,
          county: county as string,
          state: fips.get(state as string),
          area: `CBSA-${code}`,
          central: central === 'Central',
          name: title,
          kind: kind === 'Metropolitan Statistical Area' ? 'METRO' : 'MICRO',
        }),
      );
      const combined = expected.filter(({ county }) => county.includes(' + '));
      expect([expected.length, combined.length, rows.length]).toEqual([1_901, 18, 1_923]);
      expect(rows.filter(({ row }) => !isPart(row))).toEqual(expected.filter(({ row }) => !isPart(row)));
      for (const { row, county } of combined) {
        const parts = rows.filter((part) => part.row === row).map((part) => part.county);
        expect(parts.toSorted()).toEqual(county.split(' + ').toSorted());
      }
    });

    it('has parts of combined counties of which GeoNames has the same codes and names', async () => {
      const named = new Map(
        linesOf('geonames_us_postal.txt', '\t').map(([, , , , usps, county, code]) => [
          `${usps}${code}`,
          county as string,
        ]),
      );
      const parts = await read<{ fips: string; county: string; state: string }>(
        `select county_fips as fips, county, state_code as state from cbsa_county
         where "row" in (select "row" from cbsa_county group by "row" having count(*) > 1) order by county_fips`,
      );
      const plain = (name: string) => name.replace(/^City of | \(city\)?$| County$| city$/g, '');
      const differing = parts.filter(({ fips, county, state }) => {
        const known = named.get(`${state.slice(3)}${fips.slice(2)}`);
        return known === undefined || plain(known) !== plain(county);
      });
      expect(parts).toHaveLength(40);
      // No ZIP code lies in Kalawao.
      expect(differing).toEqual([{ fips: '15005', county: 'Kalawao County', state: 'US-HI' }]);
    });

    it('has the state of the first city as the parent of an area', async () => {
      const parents = await counted(
        `select name as key, parent_code as count from file_area
         where code in ('CBSA-49660', 'CBSA-17140', 'CBSA-36740', 'CBSA-41980', 'CBSA-47900')`,
      );
      expect(parents).toEqual({
        'Cincinnati, OH-KY-IN': 'US-OH',
        'Orlando-Kissimmee-Sanford, FL': 'US-FL',
        'San Juan-Bayamón-Caguas, PR': 'US-PR',
        'Washington-Arlington-Alexandria, DC-VA-MD-WV': 'US-DC',
        'Youngstown-Warren, OH': 'US-OH',
      });
    });
  });

  describe('the postal codes', () => {
    const lines = haveData ? linesOf('geonames_us_postal.txt', '\t') : [];

    it('has as many lines of each state, and without a state, as the file', async () => {
      expect(geonames.files).toMatchObject([{ rows: 41_490 }]);
      expect(lines).toHaveLength(41_490);
      const states = await counted(
        "select coalesce(state_code, '') as key, count(*)::int as count from zip_place group by state_code",
      );
      expect(states).toEqual(tally(lines.map(([, , , , usps]) => (usps ? `US-${usps}` : ''))));
      expect(states).toMatchObject({ 'US-FL': 1_473, 'US-MH': 2, '': 511 });
    });

    it('has every line with its ZIP code, place, county and coordinates', async () => {
      const fips = new Map(STATES.map((state) => [state.code.slice(3), state.fips]));
      const rows = await read<Record<string, unknown>>(
        'select "row", zip, place, county, county_fips, latitude, longitude from zip_place order by "row"',
      );
      const differing = rows.filter((row, at) => {
        const [, zip, place, , usps, county, code, , , latitude, longitude] = lines[at] as string[];
        const stateFips = fips.get(usps as string);
        const expected = [at + 1, zip, place, county || null, code && stateFips ? `${stateFips}${code}` : null];
        const is = [row.row, row.zip, row.place, row.county, row.county_fips];
        return (
          JSON.stringify(is) !== JSON.stringify(expected) ||
          row.latitude !== Number(latitude) ||
          row.longitude !== Number(longitude)
        );
      });
      expect(rows).toHaveLength(lines.length);
      expect(differing).toEqual([]);
    });
  });

  describe('the crosswalk', () => {
    const lines = haveData ? linesOf('hud_zip_cbsa.csv', ',').slice(1) : [];
    const billionths = (text: string | undefined) => Number(String(text).replace('.', ''));

    it('has as many rows of each state, ZIP codes and rows outside of every CBSA as the file', async () => {
      expect(hud.files).toMatchObject([{ rows: 47_634 }]);
      expect(lines).toHaveLength(47_634);
      expect(
        await counted('select state_code as key, count(*)::int as count from zip_share group by state_code'),
      ).toEqual(tally(lines.map(([, , , usps]) => `US-${usps}`)));
      const [totals] = await read(
        `select count(distinct zip)::int as zips, (count(*) filter (where area_code is null))::int as outside,
                count(distinct area_code)::int as areas,
                sum(residential_billionths)::text as residential, sum(total_billionths)::text as total from zip_share`,
      );
      expect(totals).toEqual({
        zips: new Set(lines.map(([zip]) => zip)).size,
        outside: lines.filter(([, area]) => area === '99999').length,
        areas: new Set(lines.map(([, area]) => area)).size - 1,
        residential: String(sum(lines.map((cells) => billionths(cells[4])))),
        total: String(sum(lines.map((cells) => billionths(cells[7])))),
      });
      expect(totals).toMatchObject({ zips: 39_482, outside: 11_193, areas: 935 });
    });

    it('has every row as it stands in the file', async () => {
      const rows = await read<Record<string, unknown>>(
        `select "row", zip, area_code, city, state_code, residential_billionths as res, business_billionths as bus,
                other_billionths as oth, total_billionths as tot from zip_share order by "row"`,
      );
      const differing = rows.filter((row, at) => {
        const [zip, area, city, usps, ...ratios] = lines[at] as string[];
        const place = [at + 2, zip, area === '99999' ? null : `CBSA-${area}`, city, `US-${usps}`];
        return JSON.stringify(Object.values(row)) !== JSON.stringify([...place, ...ratios.map(billionths)]);
      });
      expect(rows).toHaveLength(lines.length);
      expect(differing).toEqual([]);
    });
  });

  describe('a ZIP code', () => {
    const resolveAll = (zips: readonly string[]) =>
      database.session(async (sql) => {
        const ids = new Map(
          (await sql.query<{ source: string; id: number }>('select source_id as source, id from file')).map(
            ({ source, id }) => [source, id],
          ),
        );
        const files = {
          hud: ids.get('hud-zip-cbsa') as number,
          geonames: ids.get('geonames-postal') as number,
          cbsa: ids.get('census-cbsa') as number,
        };
        const resolved: (ZipResolution | UnresolvedZip)[] = [];
        for (const zip of zips) resolved.push(resolveZip(await evidenceOf(sql, files, zip)));
        return resolved;
      });

    it.each<[string, string, Partial<ZipResolution>]>([
      [
        'in the middle of Orlando',
        '32801',
        {
          method: 'ONLY_AREA',
          areaCode: 'CBSA-36740',
          share: 1,
          sharesBy: 'RESIDENTIAL',
          place: 'Orlando',
          explanation: 'ZIP 32801 lies in CBSA-36740 with 100% of its residential addresses (HUD).',
        },
      ],
      [
        'of a business in Holtsville',
        '00501',
        { method: 'ONLY_AREA', areaCode: 'CBSA-35620', share: 1, sharesBy: 'ALL_ADDRESSES', place: 'Holtsville' },
      ],
      [
        'in four areas and outside of them',
        '37144',
        {
          method: 'LARGEST_SHARE',
          areaCode: 'CBSA-22190',
          share: 0.598595354,
          others: [
            { areaCode: 'CBSA-30280', share: 0.251215559 },
            { areaCode: 'CBSA-43180', share: 0.089141005 },
            { areaCode: 'CBSA-46100', share: 0.04376013 },
            { areaCode: 'US-TN', share: 0.017287952 },
          ],
          explanation:
            'ZIP 37144 lies in CBSA-22190 with 59.9% of its residential addresses (HUD). It also lies in CBSA-30280 (25.1%), ' +
            'in CBSA-43180 (8.9%), in CBSA-46100 (4.4%) and outside of every CBSA in US-TN (1.7%).',
        },
      ],
      [
        'half in each of two areas',
        '45316',
        {
          method: 'LARGEST_SHARE',
          areaCode: 'CBSA-19430',
          share: 0.5,
          others: [{ areaCode: 'CBSA-44220', share: 0.5 }],
        },
      ],
      [
        'mostly outside of every area',
        '57717',
        {
          method: 'LARGEST_SHARE',
          areaCode: 'US-SD',
          share: 0.994690674,
          others: [{ areaCode: 'CBSA-43940', share: 0.005309326 }],
          place: 'Belle Fourche',
        },
      ],
      ['outside of every area', '84536', { method: 'ONLY_AREA', areaCode: 'US-UT', share: 1, sharesBy: 'RESIDENTIAL' }],
      [
        'of no residents outside of every area',
        '99553',
        { method: 'ONLY_AREA', areaCode: 'US-AK', sharesBy: 'ALL_ADDRESSES' },
      ],
      [
        'of post-office boxes in Sacramento, which HUD does not have',
        '94204',
        {
          method: 'COUNTY',
          exact: true,
          areaCode: 'CBSA-40900',
          share: null,
          place: 'Sacramento',
          explanation:
            "ZIP 94204 is not in HUD's crosswalk. Its county 06067 (GeoNames) lies in CBSA-40900 (delineation).",
        },
      ],
      [
        'of a naval station with a post office',
        '96860',
        { method: 'ONLY_AREA', areaCode: 'CBSA-46520', place: 'Jbphh' },
      ],
      ['in no source', '32898', { method: 'PREFIX', exact: false, areaCode: 'US-FL', share: null, place: null }],
    ])('%s: %s', async (_, zip, expected) => {
      const [resolution] = await resolveAll([zip]);
      expect(resolution).toMatchObject({ zip, ...expected });
    });

    it('of the military, of the Marshall Islands, of American Samoa or of nowhere has no area', async () => {
      const resolved = await resolveAll(['09001', '96365', '96960', '96799', '99999', '00000']);
      expect(resolved.map(({ areaCode }) => areaCode)).toEqual([null, null, null, null, null, null]);
    });

    it('that HUD has lies in the CBSA of its county for 99 of 100, so that the county may stand in', async () => {
      const [agreement] = await read<{ zips: number; agree: number }>(
        `with most as (
           select distinct on (zip) zip, area_code from zip_share
           where residential_billionths > 0 order by zip, residential_billionths desc, area_code)
         select count(*)::int as zips,
                (count(*) filter (where most.area_code is not distinct from county.area_code))::int as agree
         from zip_place place join most using (zip)
         left join cbsa_county county on county.county_fips = place.county_fips
         where place.state_code is not null`,
      );
      expect(agreement).toEqual({ zips: 35_679, agree: 35_357 });
    });

    it('that HUD does not have is resolved by its county or state, counted twice', async () => {
      const inHud = new Set(linesOf('hud_zip_cbsa.csv', ',').map(([zip]) => zip));
      const rest = linesOf('geonames_us_postal.txt', '\t').filter(
        ([, zip, , , usps]) => !inHud.has(zip) && usps && usps !== 'MH',
      );
      const fips = new Map(STATES.map((state) => [state.code.slice(3), state.fips]));
      const delineated = new Set(
        (await read<{ fips: string }>('select county_fips as fips from cbsa_county')).map((county) => county.fips),
      );
      const expected = rest.map(([, , , , usps, , code]) =>
        delineated.has(`${fips.get(usps as string)}${code}`) ? 'COUNTY' : 'STATE',
      );
      const sample = rest.map((_, at) => at).filter((at) => at % 20 === 0);
      const resolved = await resolveAll(sample.map((at) => rest[at]?.[1] as string));
      expect(resolved.map((resolution) => 'method' in resolution && resolution.method)).toEqual(
        sample.map((at) => expected[at]),
      );
      expect(tally(expected)).toEqual({ COUNTY: 1_559, STATE: 125 });
    });
  });
});
