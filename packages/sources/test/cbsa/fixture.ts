import type { Grid } from '../places/files.js';

const HEADER = [
  'CBSA Code',
  'Metropolitan Division Code',
  'CSA Code',
  'CBSA Title',
  'Metropolitan/Micropolitan Statistical Area',
  'Metropolitan Division Title',
  'CSA Title',
  'County/County Equivalent',
  'State Name',
  'FIPS State Code',
  'FIPS County Code',
  'Central/Outlying County',
];
const METRO = 'Metropolitan Statistical Area';
const MICRO = 'Micropolitan Statistical Area';

const row = (
  code: string,
  title: string,
  kind: string,
  county: string,
  state: string,
  fips: string,
  central = true,
) => [
  code,
  null,
  null,
  title,
  kind,
  null,
  null,
  county,
  state,
  fips.slice(0, 2),
  fips.slice(2),
  central ? 'Central' : 'Outlying',
];

/** Seven counties of four areas. */
export const COUNTIES: Grid = [
  row('36740', 'Orlando-Kissimmee-Sanford, FL', METRO, 'Orange County', 'Florida', '12095'),
  row('36740', 'Orlando-Kissimmee-Sanford, FL', METRO, 'Lake County', 'Florida', '12069', false),
  row('17140', 'Cincinnati, OH-KY-IN', METRO, 'Hamilton County', 'Ohio', '39061'),
  row('17140', 'Cincinnati, OH-KY-IN', METRO, 'Boone County', 'Kentucky', '21015'),
  row('17140', 'Cincinnati, OH-KY-IN', METRO, 'Dearborn County', 'Indiana', '18029', false),
  row('41420', 'Salem, OH', MICRO, 'Columbiana County', 'Ohio', '39029'),
  row('11640', 'Arecibo, PR', METRO, 'Arecibo Municipio', 'Puerto Rico', '72013'),
];

/** List 1 as the Census Bureau lays it out. */
export function list1(
  counties: Grid = COUNTIES,
  { month = 'JULY 2023', header = HEADER as readonly (string | null)[] } = {},
): Grid {
  return [
    ['Table with row headers in column A and column headers in row 3'],
    [
      `List 1. CORE BASED STATISTICAL AREAS (CBSAs), METROPOLITAN DIVISIONS, AND COMBINED STATISTICAL AREAS (CSAs), ${month}`,
    ],
    header,
    ...counties,
    [],
    ['Note: The standards of 2020 were used.'],
    ['Source: a test.'],
    ['Internet Release Date: July 2023'],
  ];
}

/** The same with another cell in a county's row. */
export function withCell(index: number, column: string, cell: string | number | null): Grid {
  return COUNTIES.map((cells, at) => (at === index ? cells.with(HEADER.indexOf(column), cell) : cells));
}

export { HEADER };
