import { type Cell, type CellType, matching, parsed, words } from '@careergraph/extract';

/** UNITID, the six digits by which IPEDS and the College Scorecard know an institution. */
export const unitId: CellType<number> = parsed('a UNITID of six digits', (cell) =>
  /^[1-9]\d{5}$/.test(String(cell)) ? Number(cell) : undefined,
);

const CIP_CODE = /^\d{2}\.\d{4}$/;

export const isCipCode = (cell: Cell) => typeof cell === 'string' && CIP_CODE.test(cell);

/** UNITID of an institution, or of a branch that IPEDS does not list: that of its institution, and two digits. */
export const unitOrBranchId: CellType<number> = parsed('a UNITID of six digits, or of eight for a branch', (cell) =>
  /^[1-9]\d{5}(\d{2})?$/.test(String(cell)) ? Number(cell) : undefined,
);

/** A field of study of six digits, such as 51.3801. */
export const cipCode = matching(
  CIP_CODE,
  'a CIP code such as 51.3801; its zeros may have been lost in a spreadsheet: use the file as published',
);

/** The publishers end titles of fields with a period. */
export const cipTitle: CellType<string> = {
  read(cell) {
    const title = words.read(cell);
    return typeof title === 'string' ? title.replace(/\.$/, '') : title;
  },
};
