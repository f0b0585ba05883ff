import { optional, words } from '@careergraph/extract';
import { defineFile } from '../../define/define-file.js';
import { type FindSheets, headerWith } from '../../define/find.js';
import { codeOf, HEADER_ROWS, preamble, statedRelease } from './common.js';

/** The columns of codes in the structure, the widest group first. */
const COLUMNS = ['major', 'minor', 'broad', 'detailed'] as const;
const LEVELS = { major: 'MAJOR', minor: 'MINOR', broad: 'BROAD', detailed: 'DETAILED' } as const;

/** The structure publishes its titles in a column without a name, to the right of the codes. */
const UNNAMED_TITLE = 'SOC title (column without a name)';

const structureHeader: FindSheets = async (table, fileName) => {
  const found = await headerWith(['Major Group', 'Minor Group', 'Detailed Occupation'], HEADER_ROWS)(table, fileName);
  return found.map(({ header, ...rest }) => {
    const last = header.cells.findLastIndex((name) => name !== null);
    return { ...rest, header: { ...header, cells: header.cells.toSpliced(last + 1, 1, UNNAMED_TITLE) } };
  });
};

/**
 * The codes below a group start with its code without the zeros, except for these: the SOC 2018 has more physicians than
 * one broad group has codes.
 */
const STARTS: Readonly<Record<string, readonly string[]>> = { '29-1210': ['29-121', '29-122'] };

/** One row per group or occupation, with its code in the column of its level. */
export const structure = defineFile({
  what: 'the structure',
  role: 'structure',
  find: structureHeader,
  statedRelease,
  preamble,
  layouts: [
    {
      name: '2018',
      columns: {
        major: ['Major Group'],
        minor: ['Minor Group'],
        broad: ['Broad Group', 'Broad Occupation'],
        detailed: ['Detailed Occupation'],
        title: [UNNAMED_TITLE],
      },
    },
  ],
  cells: {
    major: optional(codeOf('MAJOR')),
    minor: optional(codeOf('MINOR')),
    broad: optional(codeOf('BROAD')),
    detailed: optional(codeOf('DETAILED')),
    title: words,
  },
  key: COLUMNS,
  /** The last code in each column; null if none follows the last group to the left. */
  memory: (): (string | null)[] => COLUMNS.map(() => null),
  row({ title, ...codes }, out, last) {
    const filled = COLUMNS.flatMap((column, index) => {
      const code = codes[column];
      return code === null ? [] : [{ column, index, code }];
    });
    const [first, second] = filled;
    if (!first || second) {
      return out.fault(second?.column ?? 'title', `is in a row with ${filled.length} codes: each row has one.`);
    }
    const { column, index, code } = first;
    const parentCode = last[index - 1] ?? null;
    last.fill(null, index);
    last[index] = code;
    const above = COLUMNS[index - 1];
    if (above && !isBelow(code, parentCode)) {
      // The parent may be an earlier row with an error.
      if (!out.hasFaults)
        out.fault(
          column,
          parentCode ? `is not below the ${above} group ${parentCode}.` : `has no ${above} group above it.`,
        );
      return;
    }
    out.add('FileOccupation', {
      code,
      title,
      level: LEVELS[column],
      parentCode,
      definition: null,
      sheet: out.sheet,
      row: out.row,
    });
  },
});

function isBelow(code: string, parent: string | null): boolean {
  if (parent === null) return false;
  return (STARTS[parent] ?? [parent.replace(/0+$/, '')]).some((start) => code.startsWith(start));
}
