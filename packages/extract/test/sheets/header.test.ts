import { expect, it } from 'vitest';
import { findColumns, findLayout, foldName } from '../../src/sheets/header.ts';

const wanted = { code: ['OCC_CODE', 'SOC Code'], mean: ['A_MEAN'] };
const place = { file: 'a.xlsx', sheet: 'Table 1', row: 3 };

it('finds columns by any of their names, whatever the case, white space and order', () => {
  expect(findColumns(['a_mean', 'soc\n code ', null], { columns: wanted }, place)).toEqual({
    columns: { code: 1, mean: 0 },
    skipped: [],
  });
});

it('passes over columns that are known and not read', () => {
  const { columns } = findColumns(['PCT_RPT', 'OCC_CODE', 'A_MEAN'], { columns: wanted, ignored: ['pct_rpt'] }, place);
  expect(columns).toEqual({ code: 1, mean: 2 });
});

it('names every column that is missing, unknown or there twice, with its place', () => {
  expect(() => findColumns(['OCC_CODE', 'WAGE', 'SOC CODE'], { columns: wanted }, place)).toThrow(
    [
      'a.xlsx, sheet "Table 1", row 3, column B = "WAGE": is not a column that this importer knows.',
      '  a.xlsx, sheet "Table 1", row 3, column C = "SOC CODE": is a duplicate of column A.',
      '  a.xlsx, sheet "Table 1", row 3: has no column A_MEAN.',
    ].join('\n'),
  );
});

it('skips and names columns that are not known where a layout allows it, if all that are needed are there', () => {
  const layout = { columns: wanted, skipsUnknown: true };
  expect(findColumns(['Link', 'OCC_CODE', 'A_MEAN'], layout, place)).toEqual({
    columns: { code: 1, mean: 2 },
    skipped: [{ column: 'column A', name: 'Link' }],
  });
  expect(() => findColumns(['Link', 'OCC_CODE'], layout, place)).toThrow(
    /column A = "Link": is not a column that this importer knows\.\n.*has no column A_MEAN/,
  );
});

it('compares what a layout compares of names', () => {
  const fold = (name: unknown) => String(name).replace(/\[\d\]$/, '');
  expect(findColumns(['code', 'mean[1]'], { columns: { mean: ['mean'], code: ['code'] }, fold }, place)).toMatchObject({
    columns: { mean: 1, code: 0 },
  });
});

it('picks the layout that fits, and says what does not fit the nearest one', () => {
  const layouts = [
    { columns: { code: ['OCC_CODE'], group: ['OCC_GROUP'] }, ignored: [] },
    { columns: { code: ['OCC_CODE'], group: ['O_GROUP'] }, ignored: ['I_GROUP'] },
  ];
  expect(findLayout(['occ_code', 'o_group', 'i_group'], layouts, place)).toBe(layouts[1]);
  expect(() => findLayout(['occ_code', 'occ_group', 'wage'], layouts, place)).toThrow(/column C = "wage": is not/);
});

it('folds a name that is not a text', () => {
  expect([foldName(2024), foldName(null), foldName(' a \r\n b ')]).toEqual(['2024', '', 'A B']);
});
