import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { dataDir, haveData, skipped } from '@careergraph/testkit/files';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportedServer, importedServer } from '../figures/comparison-server.ts';

/**
 * The nearest programs for registered nurses at five ZIP codes, against what is computed here from the published files with
 * another reader, another formula of the distance, and no database.
 */

type Row = Readonly<Record<string, string>>;

const NURSING = ['01', '02', '03', '05', '06', '08', '09', ...Array.from({ length: 7 }, (_, at) => String(at + 10))]
  .concat(['18', '19', '20', '21', '22', '24', '99'])
  .filter((part) => part !== '17')
  .map((part) => `51.38${part}`);

/** Award levels of IPEDS, with the credential level of the College Scorecard and the word of the API. */
const LEVELS: Readonly<Record<string, readonly [credential: string, word: string]>> = {
  20: ['1', 'CERTIFICATE_UNDER_12_WEEKS'],
  21: ['1', 'CERTIFICATE_12_WEEKS_TO_1_YEAR'],
  2: ['1', 'CERTIFICATE_1_TO_2_YEARS'],
  4: ['1', 'CERTIFICATE_2_TO_4_YEARS'],
  3: ['2', 'ASSOCIATE'],
  5: ['3', 'BACHELOR'],
  6: ['8', 'POSTBACCALAUREATE_CERTIFICATE'],
  7: ['5', 'MASTER'],
  8: ['8', 'POST_MASTERS_CERTIFICATE'],
  17: ['6', 'DOCTORATE_RESEARCH'],
  18: ['7', 'DOCTORATE_PROFESSIONAL'],
  19: ['6', 'DOCTORATE_OTHER'],
};

const at = (...path: string[]) => join(dataDir, ...path);
const rowsOf = (bytes: Buffer): readonly Row[] => parse(bytes, { columns: true, bom: true, relax_column_count: true });

interface Expected {
  readonly key: string;
  readonly miles: number;
  readonly completions: number;
  readonly earnings: number | null;
  readonly price: number | null;
}

interface Files {
  readonly institutions: readonly Row[];
  readonly programs: readonly Row[];
  readonly earnings: ReadonlyMap<string, number>;
  readonly prices: ReadonlyMap<string, number>;
  readonly zips: ReadonlyMap<string, readonly [latitude: number, longitude: number]>;
}

function readFiles(): Files {
  const institutions = rowsOf(readFileSync(at('programs', 'hd2024.csv')));
  const completions = rowsOf(gunzipSync(readFileSync(at('programs', 'c2024_a_subset.csv.gz'))));
  const outcomes = rowsOf(gunzipSync(readFileSync(at('programs', 'scorecard_field_of_study_2026-06.csv.gz'))));
  const prices = rowsOf(readFileSync(at('programs', 'scorecard_institutions_2026-06.csv')));
  const places = readFileSync(at('geo', 'geonames_us_postal.txt'), 'utf8').split('\n');
  return {
    institutions,
    programs: completions.filter(
      (row) => row.MAJORNUM === '1' && LEVELS[row.AWLEVEL ?? ''] && NURSING.includes(row.CIPCODE ?? ''),
    ),
    earnings: new Map(
      outcomes
        .filter((row) => row.CIPCODE === '5138' && row.EARN_MDN_4YR !== '')
        .map((row) => [`${row.UNITID} ${row.CREDLEV}`, Number(row.EARN_MDN_4YR)]),
    ),
    prices: new Map(
      prices.filter((row) => row.net_price_avg !== '').map((row) => [row.unitid ?? '', Number(row.net_price_avg)]),
    ),
    zips: new Map(
      places.map((line) => line.split('\t')).map((cells) => [cells[1] ?? '', [Number(cells[9]), Number(cells[10])]]),
    ),
  };
}

/** By the angle between two vectors, for which no point of Earth is a special case. */
function milesBetween(from: readonly [number, number], to: readonly [number, number]): number {
  const vector = ([latitude, longitude]: readonly [number, number]) => {
    const [a, b] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
    return [Math.cos(a) * Math.cos(b), Math.cos(a) * Math.sin(b), Math.sin(a)] as const;
  };
  const [[x, y, z], [u, v, w]] = [vector(from), vector(to)];
  const cross = Math.hypot(y * w - z * v, z * u - x * w, x * v - y * u);
  return (6371.0088 / 1.609344) * Math.atan2(cross, x * u + y * v + z * w);
}

function expectedNear(files: Files, zip: string, most: number): readonly Expected[] {
  const open = files.institutions.filter((row) => row.CYACTIVE === '1');
  const pointOf = (row: Row): [number, number] => [Number(row.LATITUDE), Number(row.LONGITUD)];
  const here = files.institutions.filter((row) => row.ZIP?.slice(0, 5) === zip).map(pointOf);
  const mean = (index: 0 | 1) => here.reduce((sum, point) => sum + point[index], 0) / here.length;
  const from = files.zips.get(zip) ?? [mean(0), mean(1)];
  return open.flatMap((row) => {
    const miles = milesBetween(from, pointOf(row));
    if (miles > most) return [];
    return files.programs
      .filter(({ UNITID }) => UNITID === row.UNITID)
      .map(({ CIPCODE, AWLEVEL = '', CTOTALT }) => {
        const [credential, word] = LEVELS[AWLEVEL] ?? [];
        return {
          key: `${row.UNITID} ${CIPCODE} ${word}`,
          miles,
          completions: Number(CTOTALT),
          earnings: files.earnings.get(`${row.UNITID} ${credential}`) ?? null,
          price: files.prices.get(row.UNITID ?? '') ?? null,
        };
      });
  });
}

interface Listed {
  readonly institution: { readonly unitId: number };
  readonly cipCode: string;
  readonly level: string;
  readonly distanceMiles: number;
  readonly completions: { readonly value: number };
  readonly earnings4Years: { readonly value: number | null };
  readonly netPrice: { readonly value: number | null };
}

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly Listed[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

describe(`programs in the published files${skipped}`, () => {
  let server: ImportedServer;
  let files: Files;
  beforeAll(async () => {
    if (!haveData) return;
    files = readFiles();
    server = await importedServer(
      ['geonames', '--release', '2026-01', at('geo', 'geonames_us_postal.txt')],
      ['ipeds', at('programs', 'hd2024.csv'), at('programs', 'c2024_a_subset.csv.gz')],
      ['cip-soc', at('soc', 'CIP2020_SOC2018_Crosswalk.xlsx')],
      [
        'scorecard',
        at('programs', 'scorecard_field_of_study_2026-06.csv.gz'),
        at('programs', 'scorecard_institutions_2026-06.csv'),
      ],
    );
  });
  afterAll(() => server?.close());

  async function read(zip: string, miles: number, field: string, direction: string): Promise<readonly Listed[]> {
    const nodes: Listed[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data, errors } = await server.post(
        `query ($near: NearBy!, $after: String, $orderBy: ProgramOrder) {
          programs(near: $near, occupation: "29-1141", orderBy: $orderBy, first: 100, after: $after) {
            totalCount pageInfo { hasNextPage endCursor }
            nodes { institution { unitId } cipCode level distanceMiles completions { value } earnings4Years { value } netPrice { value } } } }`,
        { near: { zip: { code: zip, miles } }, after, orderBy: { field, direction } },
      );
      expect(errors).toBeUndefined();
      const page = (data as { programs: Page }).programs;
      nodes.push(...page.nodes);
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
      if (!more) expect(page.totalCount).toBe(nodes.length);
    }
    return nodes;
  }

  const PLACES = [
    ['60601', 25, 'a city'],
    ['59301', 150, 'a rural town in Montana'],
    ['32802', 25, 'post office boxes in Orlando'],
    ['00936', 25, 'Puerto Rico'],
    ['99559', 500, 'Bethel, Alaska'],
  ] as const;

  test.skipIf(!haveData).each(PLACES)('%s within %i miles: %s', async (zip, miles) => {
    const expected = expectedNear(files, zip, miles);
    const nodes = await read(zip, miles, 'DISTANCE', 'ASC');
    expect(expected.length).toBeGreaterThanOrEqual(5);
    const byKey = new Map(expected.map((each) => [each.key, each]));
    expect(nodes.map(({ institution, cipCode, level }) => `${institution.unitId} ${cipCode} ${level}`).sort()).toEqual(
      [...byKey.keys()].sort(),
    );
    let before = 0;
    for (const node of nodes) {
      const each = byKey.get(`${node.institution.unitId} ${node.cipCode} ${node.level}`) as Expected;
      expect(Math.abs(node.distanceMiles - each.miles)).toBeLessThan(0.051);
      expect(each.miles).toBeGreaterThanOrEqual(before - 1e-6);
      before = each.miles;
      expect([node.completions.value, node.earnings4Years.value, node.netPrice.value]).toEqual([
        ...[each.completions, each.earnings, each.price],
      ]);
    }
  });

  test.skipIf(!haveData).each([
    ['EARNINGS', 'DESC', 'earnings'],
    ['COMPLETIONS', 'DESC', 'completions'],
    ['PRICE', 'ASC', 'price'],
  ] as const)('by %s %s, those without it last', async (field, direction, name) => {
    const sign = direction === 'DESC' ? -1 : 1;
    const values = expectedNear(files, '60601', 100).map((each) => each[name]);
    const known = values.filter((value) => value !== null).sort((a, b) => sign * (a - b));
    const nodes = await read('60601', 100, field, direction);
    const column = { earnings: 'earnings4Years', completions: 'completions', price: 'netPrice' } as const;
    const got = nodes.map((node) => node[column[name]].value);
    expect(got).toEqual([...known, ...values.filter((value) => value === null)]);
  });
});
