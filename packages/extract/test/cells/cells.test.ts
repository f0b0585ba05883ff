import { describe, expect, it } from 'vitest';
import {
  type Cell,
  type CellType,
  code,
  figure,
  flag,
  inSome,
  matching,
  number,
  oneOf,
  optional,
  parsed,
  rowReader,
  scaled,
  text,
  trimmed,
  Wrong,
  words,
} from '../../src/index.js';

const zip = code(5, 'ZIP code');
const cents = scaled({ what: 'a wage in dollars, to the cent', perUnit: 100, min: 0.01, max: 500 });
const wage = figure({
  what: 'a wage in dollars, to the cent',
  perUnit: 100,
  min: 0.01,
  markers: { '*': 'NOT_RELEASED', '#': 'TOP_CODED' },
  empty: 'NOT_PUBLISHED',
});

const read = (type: CellType<unknown>, cell: Cell) => {
  const value = type.read(cell);
  return value instanceof Wrong ? `wrong: ${value.message}` : value;
};

it.each<[string, CellType<unknown>, Cell, unknown]>([
  ['a code', zip, '00501', '00501'],
  ['a code that a workbook made a number', zip, 501, '00501'],
  ['a number with more digits', zip, 123456, 'wrong: is not a five-digit ZIP code.'],
  ['a fraction for a code', zip, 5.5, 'wrong: is not a five-digit ZIP code.'],
  ['no code', zip, null, 'wrong: is not a five-digit ZIP code.'],
  ['text', text, 'Salem', 'Salem'],
  ['a number for text', text, 5, 'wrong: is not text.'],
  ['no text', text, null, 'wrong: is empty.'],
  ['no optional text', optional(text), null, null],
  ['words with wide spaces', words, 'Chief \n Executives', 'Chief Executives'],
  ['no words', words, null, 'wrong: is empty.'],
  ['trimmed text', trimmed, 'Staff  Nurse', 'Staff  Nurse'],
  ['text with a space after it', trimmed, 'Nurse ', 'wrong: starts or ends with whitespace.'],
  ['a number for trimmed text', trimmed, 7, 'wrong: is not text.'],
  ['text of a form', matching(/^\d\d-\d{4}$/, 'an occupation code such as 11-9111'), '11-9111', '11-9111'],
  ['text of another form', matching(/^\d\d$/, 'a state'), 'OH', 'wrong: is not a state.'],
  ['a word', oneOf(['Primary', 'Supplemental']), 'Primary', 'Primary'],
  ['the value of a word', oneOf({ Central: true, Outlying: false }), 'Outlying', false],
  ['an unknown word', oneOf({ Central: true, Outlying: false }), 'Yes', 'wrong: is not one of Central, Outlying.'],
  ['a word of every object', oneOf({ Central: true }), 'constructor', 'wrong: is not one of Central.'],
  ['one of many words', oneOf({ FL: 12 }, 'a state'), 'GA', 'wrong: is not a state.'],
  ['yes', flag('Y', 'N'), 'Y', true],
  ['a boolean of a workbook', flag('TRUE', null), true, true],
  ['empty for no', flag('TRUE', null), null, false],
  ['neither', flag('TRUE', null), 'x', 'wrong: is neither TRUE nor empty.'],
  ['a printed number', number({ what: 'a number' }), '1,234.5', 1234.5],
  ['text for a number', number({ what: 'a latitude' }), '12 N', 'wrong: is not a latitude.'],
  ['a number beyond', number({ what: 'a latitude', max: 90 }), 91, 'wrong: is not a latitude: it is out of range.'],
  ['dollars as cents', cents, 33.54, 3354],
  ['dollars with noise', cents, 36.229999999999997, 3623],
  ['less than a cent', cents, 0.001, 'wrong: is not a wage in dollars, to the cent: it is more precise than that.'],
  ['no cent', cents, 0, 'wrong: is not a wage in dollars, to the cent: it is out of range.'],
  ['500 dollars', cents, '500', 50_000],
  ['more', cents, 500.01, 'wrong: is not a wage in dollars, to the cent: it is out of range.'],
  ['a rounded share', scaled({ what: 'a share', perUnit: 1000, round: true }), 0.33333, 333],
  [
    'more than a table holds',
    scaled({ what: 'persons', perUnit: 1 }),
    2 ** 31,
    'wrong: is not persons: it is out of range.',
  ],
  ['a figure', wage, 33.54, { value: 3354, marker: null }],
  ['a printed figure', wage, '33.54', { value: 3354, marker: null }],
  ['a marker', wage, '#', { value: null, marker: 'TOP_CODED' }],
  ['no figure', wage, null, { value: null, marker: 'NOT_PUBLISHED' }],
  [
    'an unknown marker',
    wage,
    '**',
    'wrong: is neither a wage in dollars, to the cent nor a marker of this column (*, #).',
  ],
  ['a figure beyond', wage, 0, 'wrong: is not a wage in dollars, to the cent: it is out of range.'],
  [
    'what a function makes',
    parsed('a month', (cell) => (cell === '08/2023' ? '2023-08' : undefined)),
    '08/2023',
    '2023-08',
  ],
  ['what it cannot', parsed('a month', () => undefined), '13/2023', 'wrong: is not a month.'],
])('%s', (_, type, cell, expected) => {
  expect(read(type, cell)).toEqual(expected);
});

describe('a row', () => {
  const types = { zip, name: text, wage, note: inSome(optional(text), null) };

  it('gives typed values, trimmed, and the value for a column that its layout lacks', () => {
    const faults: string[] = [];
    const values = rowReader(
      types,
      { wage: 0, name: 1, zip: 3 },
      'n/a',
    )(['n/a', ' Salem ', 'x', 501], (field) => faults.push(field));
    expect(values).toEqual({
      zip: '00501',
      name: 'Salem',
      wage: { value: null, marker: 'NOT_PUBLISHED' },
      note: null,
    });
    expect(faults).toEqual([]);
  });

  it('gives none where cells are wrong, and tells of each', () => {
    const faults: [string, string][] = [];
    const read = rowReader(types, { zip: 0, name: 1, wage: 2, note: 3 });
    expect(read(['5', ' ', 'x'], (...fault) => faults.push(fault))).toBeNull();
    expect(faults.map(([field]) => field)).toEqual(['zip', 'name', 'wage']);
  });

  it('is not read in a layout that lacks a column which every layout must have', () => {
    expect(() => rowReader(types, { zip: 0, name: 1 })).toThrow('wage');
  });
});
