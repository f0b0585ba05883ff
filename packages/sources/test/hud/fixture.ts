import type { Grid } from '../places/files.js';

export const HEADER = [
  'ZIP',
  'CBSA',
  'USPS_ZIP_PREF_CITY',
  'USPS_ZIP_PREF_STATE',
  'RES_RATIO',
  'BUS_RATIO',
  'OTH_RATIO',
  'TOT_RATIO',
];

/** A business ZIP code, one mostly outside of every CBSA, one in one area, and one in two by halves. */
export const ROWS: Grid = [
  ['00501', '35620', 'HOLTSVILLE', 'NY', '0.000000000', '1.000000000', '0.000000000', '1.000000000'],
  ['00601', '99999', 'ADJUNTAS', 'PR', '0.997451147', '0.994949495', '0.987951807', '0.997052893'],
  ['00601', '29720', 'ADJUNTAS', 'PR', '0.002548853', '0.005050505', '0.012048193', '0.002947107'],
  ['32801', '36740', 'ORLANDO', 'FL', '1.000000000', '1.000000000', '1.000000000', '1.000000000'],
  ['45316', '19430', 'CLIFTON', 'OH', '0.500000000', '1.000000000', '0.000000000', '0.600000000'],
  ['45316', '44220', 'CLIFTON', 'OH', '0.500000000', '0.000000000', '0.000000000', '0.400000000'],
];

export const csv = (rows: Grid = ROWS, header: readonly string[] = HEADER) =>
  `${[header, ...rows].map((cells) => cells.join(',')).join('\r\n')}\r\n`;

/** The same with another cell in a row. */
export const withCell = (index: number, column: string, cell: string | number | null): Grid =>
  ROWS.map((cells, at) => (at === index ? cells.with(HEADER.indexOf(column), cell) : cells));
