import type { LoadedRows } from '@careergraph/db';
import { type Cell, decimal, digits, type RawRow } from '@careergraph/extract';
import { postalState } from '../places/postal-states.js';
import { COLUMNS, NO_AREA, type RatioField, type ShareField } from './columns.js';

/** Says what is wrong with a cell. */
export type Refuse = (column: string, value: Cell, message: string) => void;

const BILLION = 1_000_000_000;

/** A row of the crosswalk as a share; null where a cell was refused. */
export function normalizeShare({ row, cells }: RawRow<ShareField>, refuse: Refuse): LoadedRows['ZipShare'] | null {
  let refused = false;
  const wrong = (field: ShareField, message: string): undefined => {
    refused = true;
    refuse(COLUMNS[field][0] as string, cells[field], message);
    return undefined;
  };
  const code = (field: 'zip' | 'area', what: string) => {
    const cell = cells[field];
    const lost = typeof cell === 'string' && /^\d{3,4}$/.test(cell);
    const hint = lost ? ' Its zeros may have been lost in a spreadsheet: take the file as published.' : '';
    return digits(cell, 5) ?? wrong(field, `is not a ${what}: five digits.${hint}`);
  };
  const billionths = (field: RatioField) => {
    // Workbooks have as many digits as fit into a number, text has nine: the nearest billionth is the same of both.
    const value = Math.round((decimal(cells[field]) ?? Number.NaN) * BILLION);
    return value >= 0 && value <= BILLION ? value : wrong(field, 'is not a share: a number from 0 to 1.');
  };

  const zip = code('zip', 'ZIP code');
  const area = code('area', 'CBSA code');
  const { city } = cells;
  if (typeof city !== 'string') wrong('city', 'is not a text.');
  const stateCode = postalState(String(cells.state)) ?? wrong('state', 'is not a state or territory with ZIP codes.');
  const residentialBillionths = billionths('residential');
  const businessBillionths = billionths('business');
  const otherBillionths = billionths('other');
  const totalBillionths = billionths('total');

  if (
    refused ||
    !zip ||
    !stateCode ||
    typeof city !== 'string' ||
    residentialBillionths === undefined ||
    businessBillionths === undefined ||
    otherBillionths === undefined ||
    totalBillionths === undefined
  ) {
    return null;
  }
  return {
    row,
    zip,
    areaCode: area === NO_AREA ? null : `CBSA-${area}`,
    city,
    stateCode,
    residentialBillionths,
    businessBillionths,
    otherBillionths,
    totalBillionths,
  };
}
