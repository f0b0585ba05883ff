import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type WorkbookCell, writeWorkbook } from '@careergraph/testkit/files';
import { cells, hourly, type Row, TOTAL } from './imported-files.ts';

/** Small files of places and wages, with figures of our own, in the layouts that the publishers use. */

const METRO = 'Metropolitan Statistical Area';
const MICRO = 'Micropolitan Statistical Area';
const NEW_YORK = ['35620', 'New York-Newark-Jersey City, NY-NJ', METRO] as const;
const BOSTON = ['14460', 'Boston-Cambridge-Newton, MA-NH', METRO] as const;
const CLEVELAND = ['17410', 'Cleveland, OH', METRO] as const;
const WASHINGTON = ['47900', 'Washington-Arlington-Alexandria, DC-VA-MD-WV', METRO] as const;
const CLARKSVILLE = ['17300', 'Clarksville, TN-KY', METRO] as const;

type County = readonly [area: readonly [string, string, string], county: string, state: string, fips: string];

const COUNTIES: readonly County[] = [
  [NEW_YORK, 'New York County', 'New York', '36061'],
  [NEW_YORK, 'Hudson County', 'New Jersey', '34017'],
  [NEW_YORK, 'Essex County', 'New Jersey', '34013'],
  [BOSTON, 'Suffolk County', 'Massachusetts', '25025'],
  [BOSTON, 'Middlesex County', 'Massachusetts', '25017'],
  [BOSTON, 'Rockingham County', 'New Hampshire', '33015'],
  [['31700', 'Manchester-Nashua, NH', METRO], 'Hillsborough County', 'New Hampshire', '33011'],
  [['25540', 'Hartford-West Hartford-East Hartford, CT', METRO], 'Capitol Planning Region', 'Connecticut', '09110'],
  [CLEVELAND, 'Cuyahoga County', 'Ohio', '39035'],
  [CLEVELAND, 'Lake County', 'Ohio', '39085'],
  [WASHINGTON, 'District of Columbia', 'District of Columbia', '11001'],
  [WASHINGTON, 'Arlington County', 'Virginia', '51013'],
  [WASHINGTON, "Prince George's County", 'Maryland', '24033'],
  [WASHINGTON, 'Jefferson County', 'West Virginia', '54037'],
  [CLARKSVILLE, 'Montgomery County', 'Tennessee', '47125'],
  [CLARKSVILLE, 'Christian County', 'Kentucky', '21047'],
  [['46520', 'Urban Honolulu, HI', METRO], 'Honolulu County', 'Hawaii', '15003'],
  [['49300', 'Wooster, OH', MICRO], 'Wayne County', 'Ohio', '39169'],
];

type Part = readonly [code: string | null, title: string | null];

const NONE: Part = [null, null];
const DIVISION: Part = ['35614', 'New York-Jersey City-White Plains, NY-NJ'];
const DIVISION_OF_COUNTY: Readonly<Record<string, Part>> = {
  '36061': DIVISION,
  '34017': DIVISION,
  '34013': ['35084', 'Newark, NJ'],
};
const COMBINED_OF_AREA: Readonly<Record<string, Part>> = {
  '35620': ['408', 'New York-Newark, NY-NJ-CT-PA'],
  '49300': ['998', 'Wooster-Ashland, OH'],
};

/** List 1 of a month. */
export async function writeDelineation(
  folder: string,
  month = 'JULY 2023',
  counties: readonly County[] = COUNTIES,
): Promise<string> {
  const path = join(folder, `list1_${month.toLowerCase().replace(' ', '_')}.xlsx`);
  const rows: WorkbookCell[][] = counties.map(([area, county, state, fips]) => {
    const [code, title, kind] = area;
    const division = DIVISION_OF_COUNTY[fips] ?? NONE;
    const combined = COMBINED_OF_AREA[code] ?? NONE;
    const names = [title, kind, division[1], combined[1], county, state];
    return [code, division[0], combined[0], ...names, fips.slice(0, 2), fips.slice(2), 'Central'];
  });
  const header = [
    ...['CBSA Code', 'Metropolitan Division Code', 'CSA Code', 'CBSA Title'],
    ...['Metropolitan/Micropolitan Statistical Area', 'Metropolitan Division Title', 'CSA Title'],
    ...['County/County Equivalent', 'State Name', 'FIPS State Code', 'FIPS County Code', 'Central/Outlying County'],
  ];
  const title = `List 1. CORE BASED STATISTICAL AREAS (CBSAs), METROPOLITAN DIVISIONS, AND COMBINED STATISTICAL AREAS (CSAs), ${month}`;
  await writeWorkbook(path, [{ name: 'List 1', rows: [[title], [], header, ...rows] }]);
  return path;
}

/** The delineation of an earlier month, in which Cleveland has another code and another county. */
export function writeEarlierDelineation(folder: string): Promise<string> {
  const cleveland = ['17460', 'Cleveland-Elyria, OH', METRO] as const;
  return writeDelineation(folder, 'SEPTEMBER 2018', [
    [cleveland, 'Cuyahoga County', 'Ohio', '39035'],
    [cleveland, 'Lake County', 'Ohio', '39085'],
  ]);
}

const ZIPS: readonly (readonly [
  zip: string,
  area: string,
  city: string,
  usps: string,
  county: string,
  code: string,
])[] = [
  ['02108', '14460', 'Boston', 'MA', 'Suffolk', '025'],
  ['02139', '14460', 'Cambridge', 'MA', 'Middlesex', '017'],
  ['03060', '31700', 'Nashua', 'NH', 'Hillsborough', '011'],
  ['03101', '31700', 'Manchester', 'NH', 'Hillsborough', '011'],
  ['03055', '31700', 'Milford', 'NH', 'Hillsborough', '011'],
  ['06103', '25540', 'Hartford', 'CT', 'Capitol Region', '110'],
  ['07030', '35620', 'Hoboken', 'NJ', 'Hudson', '017'],
  ['10001', '35620', 'New York', 'NY', 'New York', '061'],
  ['25430', '47900', 'Kearneysville', 'WV', 'Jefferson', '037'],
  ['42223', '17300', 'Fort Campbell', 'KY', 'Christian', '047'],
  ['44060', '17410', 'Mentor', 'OH', 'Lake', '085'],
  ['44114', '17410', 'Cleveland', 'OH', 'Cuyahoga', '035'],
  ['78338', '99999', 'Armstrong', 'TX', 'Kenedy', '261'],
  ['96701', '46520', 'Aiea', 'HI', 'Honolulu', '003'],
  ['96703', '46520', 'Anahola', 'HI', 'Honolulu', '003'],
  ['96797', '46520', 'Waipahu', 'HI', 'Honolulu', '003'],
  ['99901', '99999', 'Ketchikan', 'AK', 'Ketchikan Gateway', '130'],
  ['99950', '99999', 'Ketchikan', 'AK', 'Ketchikan Gateway', '130'],
];

const STATES: Readonly<Record<string, string>> = {
  ...{
    MA: 'Massachusetts',
    NH: 'New Hampshire',
    CT: 'Connecticut',
    NJ: 'New Jersey',
    NY: 'New York',
    WV: 'West Virginia',
  },
  ...{ KY: 'Kentucky', OH: 'Ohio', TX: 'Texas', HI: 'Hawaii', AK: 'Alaska' },
};

/** HUD's crosswalk and GeoNames' postal codes of the same places. */
export async function writeZips(folder: string): Promise<{ readonly hud: string; readonly geonames: string }> {
  const hud = join(folder, 'ZIP_CBSA_122024.csv');
  const header = 'ZIP,CBSA,USPS_ZIP_PREF_CITY,USPS_ZIP_PREF_STATE,RES_RATIO,BUS_RATIO,OTH_RATIO,TOT_RATIO';
  const shares = ZIPS.map(([zip, area, city, usps]) => `${zip},${area},${city.toUpperCase()},${usps},1,1,1,1`);
  const withoutAddress = ['44199,17410,CLEVELAND,OH,0,0,0,0', '44115,17410,CLEVELAND,OH,0,0,0,0'];
  await writeFile(hud, `${[header, ...shares, ...withoutAddress].join('\n')}\n`);
  const geonames = join(folder, 'US.txt');
  const cleveland = ['44115', '17410', 'Cleveland', 'OH', 'Cuyahoga', '035'] as const;
  const places = [...ZIPS, cleveland].map(([zip, , city, usps, county, code]) =>
    ['US', zip, city, STATES[usps], usps, county, code, '', '', '40.5', '-80.5', '4'].join('\t'),
  );
  await writeFile(geonames, `${places.join('\n')}\n`);
  return { hud, geonames };
}

type Median = readonly [area: string, title: string, usps: string, median: number];

const PERCENTILES = { PCT10: -40_000, PCT25: -20_000, MEDIAN: 0, PCT75: 30_000, PCT90: 60_000 };

/** A file of OEWS with the row of all occupations and that of 11-9111 for each area. */
async function writeWages(
  path: string,
  areaType: string,
  areas: readonly Median[],
  without: string | null = null,
): Promise<string> {
  const rows = areas.flatMap(([AREA, AREA_TITLE, PRIM_STATE, median]): Row[] => {
    const place = { AREA, AREA_TITLE, AREA_TYPE: areaType, PRIM_STATE };
    const wages = Object.entries({ ...PERCENTILES, MEAN: 10_000 }).flatMap(([name, difference]) => {
      const column = name === 'MEAN' ? 'MEAN' : name;
      const wage = median + difference;
      return [
        [`A_${column}`, wage],
        [`H_${column}`, hourly(wage)],
      ];
    });
    const managers = { OCC_CODE: '11-9111', OCC_TITLE: 'Medical and Health Services Managers', O_GROUP: 'detailed' };
    return [
      { ...TOTAL, ...place },
      { ...TOTAL, ...place, ...managers, TOT_EMP: 1000, ...Object.fromEntries(wages) },
    ];
  });
  const table = cells(rows);
  const left = table[0]?.map((name) => name !== without);
  await writeWorkbook(path, [{ name: 'wages', rows: table.map((row) => row.filter((_, index) => left?.[index])) }]);
  return path;
}

/** Areas that only the files of May 2019 have, which name no state. */
export async function writeWagesWithoutStates(folder: string): Promise<readonly [metros: string, others: string]> {
  const metros: readonly Median[] = [['70900', 'Barnstable Town, MA', 'MA', 101_000]];
  const others: readonly Median[] = [['5400001', 'Southern West Virginia nonmetropolitan area', 'WV', 81_000]];
  return [
    await writeWages(join(folder, 'MSA_M2019_dl.xlsx'), '4', metros, 'PRIM_STATE'),
    await writeWages(join(folder, 'BOS_M2019_dl.xlsx'), '6', others, 'PRIM_STATE'),
  ];
}

export function writeStateWages(folder: string): Promise<string> {
  return writeWages(join(folder, 'state_M2023_dl.xlsx'), '2', [
    ['11', 'District of Columbia', 'DC', 141_000],
    ['09', 'Connecticut', 'CT', 121_000],
    ['15', 'Hawaii', 'HI', 111_000],
    ['21', 'Kentucky', 'KY', 92_000],
    ['25', 'Massachusetts', 'MA', 127_000],
    ['33', 'New Hampshire', 'NH', 117_000],
    ['34', 'New Jersey', 'NJ', 131_000],
    ['36', 'New York', 'NY', 133_000],
    ['47', 'Tennessee', 'TN', 97_000],
    ['48', 'Texas', 'TX', 98_000],
    ['54', 'West Virginia', 'WV', 93_000],
  ]);
}

/** Metropolitan areas of May 2023, which follow the delineation of 2013. */
export function writeMetroWages(folder: string): Promise<string> {
  return writeWages(join(folder, 'MSA_M2023_dl.xlsx'), '4', [
    ['71650', 'Boston-Cambridge-Nashua, MA-NH', 'MA', 129_000],
    ['74950', 'Manchester, NH', 'NH', 115_000],
    ['73450', 'Hartford-West Hartford-East Hartford, CT', 'CT', 123_000],
    ['17460', 'Cleveland-Elyria, OH', 'OH', 105_000],
  ]);
}

/** Metropolitan areas of May 2024, which follow the delineation of 2023. */
export function writeLaterMetroWages(folder: string): Promise<string> {
  return writeWages(join(folder, 'MSA_M2024_dl.xlsx'), '4', [
    ['14460', 'Boston-Cambridge-Newton, MA-NH', 'MA', 139_000],
    ['17410', 'Cleveland, OH', 'OH', 107_000],
  ]);
}
