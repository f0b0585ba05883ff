import { AWARD_LEVELS, AWARD_TOTALS } from '@careergraph/domain';
import { type Cell, figure, inSome, oneOf, optional, parsed } from '@careergraph/extract';
import { defineFile } from '../../define/define-file.js';
import { headerWith } from '../../define/find.js';
import { isCipCode, unitId } from '../../programs/cells.js';

/** All fields of an institution together. */
const ALL_FIELDS = '99';
const TOTAL_LEVELS = new Map(AWARD_TOTALS.map(({ code, name }) => [String(code), name]));

/** Imputation flags: how IPEDS came to the number in the next column. */
const FLAGS = {
  R: 'REPORTED',
  Z: 'IMPLIED_ZERO',
  C: 'CORRECTED',
  G: 'DERIVED',
  J: 'DERIVED',
  K: 'IMPUTED',
  L: 'IMPUTED',
  N: 'IMPUTED',
  P: 'IMPUTED',
  A: null,
  B: null,
  D: null,
  H: null,
} as const;

const RACES = ['AIAN', 'ASIA', 'BKAA', 'HISP', 'NHPI', 'WHIT', '2MOR', 'UNKN', 'NRAL'];
/** The same by sex and race, each with its flag: columns that are not read. */
const IGNORED = [
  ...RACES.flatMap((race) => ['T', 'M', 'W'].map((sex) => `C${race}${sex}`)),
  'CTOTALM',
  'CTOTALW',
].flatMap((column) => [column, `X${column}`]);

/** The awards of an institution at a level, as its fields add up and as the row of all fields says. */
interface Sum {
  /** Not a number if a field has none. */
  awards: number;
  total: { readonly row: number; readonly awards: number } | null;
}

const GROUPS = 'CIP codes of two or four digits (groups of fields)';

const text = (cell: Cell) => (cell === null ? '' : String(cell).trim());

/** One row per institution, field of study, level of award, and first or second major (C_A). */
export const completions = defineFile({
  what: 'the completions of IPEDS (C_A)',
  role: 'completions',
  find: headerWith(['UNITID', 'CIPCODE', 'AWLEVEL', 'CTOTALT']),
  statedRelease({ file }) {
    const [, year] = /^c(\d{4})_a(?![a-z0-9])/i.exec(file.name) ?? [];
    return year === undefined ? [] : [{ by: 'its name', release: year }];
  },
  layouts: [
    {
      name: '2020 and later',
      columns: {
        unitId: ['UNITID'],
        cip: ['CIPCODE'],
        major: ['MAJORNUM'],
        level: ['AWLEVEL'],
        awards: ['CTOTALT'],
        flag: ['XCTOTALT'],
      },
      ignored: IGNORED,
      skipsUnknown: true,
    },
    {
      name: 'without flags',
      columns: { unitId: ['UNITID'], cip: ['CIPCODE'], major: ['MAJORNUM'], level: ['AWLEVEL'], awards: ['CTOTALT'] },
      ignored: IGNORED,
      skipsUnknown: true,
    },
  ],
  cells: {
    unitId,
    cip: parsed('a CIP code such as 51.3801', (cell) =>
      isCipCode(cell) || text(cell) === ALL_FIELDS ? text(cell) : undefined,
    ),
    major: oneOf({ 1: 1, 2: 2 }),
    level: oneOf(
      Object.fromEntries(AWARD_LEVELS.map(({ code }) => [String(code), code])),
      'an award level of IPEDS since 2020',
    ),
    awards: figure({ what: 'a number of awards', perUnit: 1, min: 0, markers: {}, empty: 'NOT_IN_FILE' }),
    flag: inSome(optional(oneOf(FLAGS, 'an imputation flag of IPEDS')), null),
  },
  key: ['unitId', 'cip', 'level', 'major'],
  memory: () => ({ sums: new Map<string, Sum>(), leftOut: new Map<string, number>() }),
  skips(cell, memory) {
    const cip = text(cell('cip'));
    const level = text(cell('level'));
    const total = TOTAL_LEVELS.get(level);
    if (total !== undefined) countOne(memory.leftOut, `of award level ${level} (${total})`);
    else if (cip !== ALL_FIELDS && /^\d{2}(\.\d{2})?$/.test(cip)) countOne(memory.leftOut, `of ${GROUPS}`);
    else return false;
    return true;
  },
  row({ unitId: id, cip, major, level, awards, flag }, out, { sums, leftOut }) {
    const key = `${id} ${level} ${major}`;
    const sum = sums.get(key) ?? { awards: 0, total: null };
    sums.set(key, sum);
    if (cip === ALL_FIELDS) {
      countOne(leftOut, 'of CIP 99 (all fields of study together)');
      if (awards.value !== null) sum.total = { row: out.row, awards: awards.value };
      return;
    }
    sum.awards += awards.value ?? Number.NaN;
    out.add('Program', {
      row: out.row,
      unitId: id,
      cipCode: cip,
      awardLevel: level,
      majorNumber: major,
      completions: awards.value,
      // A flag says that the publisher looked at the empty cell: not applicable, left blank, not usable.
      completionsMarker: awards.value === null && out.cell('flag') !== null ? 'NOT_AVAILABLE' : awards.marker,
      completionsFlag: flag,
    });
  },
  end(out, { sums, leftOut }) {
    for (const [key, { awards, total }] of out.hasFaults ? [] : sums) {
      if (total === null || Number.isNaN(awards) || awards === total.awards) continue;
      const [id, level, major] = key.split(' ');
      out.fault(
        'awards',
        `is the total of UNITID ${id} at award level ${level} (major ${major}), and its fields add up to ${awards}: rows are missing, or a column was shifted.`,
        { row: total.row, value: total.awards },
      );
    }
    for (const [why, rows] of leftOut) out.remark(`Left out: ${rows.toLocaleString('en-US')} rows ${why}.`);
  },
});

function countOne(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
