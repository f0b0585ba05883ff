import type { LoadedRows, OccupationLevel } from '@careergraph/db';
import { levelOf } from '@careergraph/domain';
import type { Cell, RowFault } from '@careergraph/extract';
import { BEGINNINGS, type Fields, GROUPS, LEVEL_COLUMNS, LEVELS, REPEATED_TITLES, type Role } from './columns.js';
import type { RawRow, SocTable } from './parse.js';

type Report = (fault: RowFault) => void;

/** Turns the rows of one file into rows of tables, in the order of the file; null for a row that has faults or is left out. */
export type Normalizer<R extends Role, Row> = (raw: RawRow<R>) => Row | null;

/** The structure: a code in one of four columns stands below the last one in the column on its left. */
export function structureNormalizer(
  table: Pick<SocTable<'structure'>, 'file' | 'sheet' | 'names'>,
  report: Report,
): Normalizer<'structure', LoadedRows['FileOccupation']> {
  const seen = new Map<string, number>();
  /** The code that was last in each column; null before the first, undefined behind a faulty row. */
  const last: (string | null | undefined)[] = LEVEL_COLUMNS.map(() => null);
  return (raw) => {
    const at = faultsOf(table, raw, report);
    const filled = LEVEL_COLUMNS.filter((column) => raw.cells[column] !== null);
    const [column] = filled;
    if (column === undefined || filled.length > 1) {
      at.fault(filled[1] ?? 'title', `stands in a row with ${filled.length} codes: a row of the structure has one.`);
      return null;
    }
    const index = LEVEL_COLUMNS.indexOf(column);
    const code = codeOf(at, raw, column, LEVELS[column]);
    const title = titleOf(at, raw, 'title');
    const parentCode = index === 0 ? null : last[index - 1];
    last[index] = code ?? undefined;
    last.fill(code === null ? undefined : null, index + 1);
    if (code === null || title === null || isThere(at, column, code, seen, raw.row)) return null;
    if (index > 0 && parentCode !== undefined && (parentCode === null || !isBelow(code, parentCode))) {
      at.fault(
        column,
        `does not belong to the ${LEVEL_COLUMNS[index - 1]} group above it, ${parentCode ?? 'of which there is none'}.`,
      );
    }
    if (parentCode === undefined || at.count > 0) return null;
    return { code, title, level: LEVELS[column], parentCode, definition: null, sheet: table.sheet, row: raw.row };
  };
}

/** The definitions: only detailed occupations have one. */
export function definitionsNormalizer(
  table: Pick<SocTable<'definitions'>, 'file' | 'sheet' | 'names'>,
  report: Report,
): Normalizer<'definitions', LoadedRows['FileOccupation']> {
  const seen = new Map<string, number>();
  return (raw) => {
    const at = faultsOf(table, raw, report);
    const level = GROUPS[String(raw.cells.group)];
    if (!level) at.fault('group', `is not a group: ${Object.keys(GROUPS).join(', ')}.`);
    const code = level ? codeOf(at, raw, 'code', level) : null;
    const title = titleOf(at, raw, 'title');
    const definition = raw.cells.definition === null ? null : titleOf(at, raw, 'definition');
    if (!level || code === null || title === null || isThere(at, 'code', code, seen, raw.row)) return null;
    if (definition === null && level === 'DETAILED') {
      at.fault('definition', `is missing: ${code} is a detailed occupation, and these have one.`);
      return null;
    }
    return { code, title, level, parentCode: null, definition, sheet: table.sheet, row: raw.row };
  };
}

/** The direct match titles. */
export function titlesNormalizer(
  table: Pick<SocTable<'titles'>, 'file' | 'sheet' | 'names'>,
  release: string,
  report: Report,
): Normalizer<'titles', LoadedRows['OccupationTitle']> {
  const seen = new Map<string, { readonly row: number; readonly isIllustrative: boolean }>();
  const occupations = new Map<string, { readonly title: string; readonly row: number }>();
  return (raw) => {
    const at = faultsOf(table, raw, report);
    const code = codeOf(at, raw, 'code', 'DETAILED');
    const occupation = titleOf(at, raw, 'occupation');
    const title = titleOf(at, raw, 'title');
    const mark = raw.cells.illustrative;
    if (mark !== null && mark !== 'x' && mark !== 'X')
      at.fault('illustrative', 'is not "x", which marks an illustrative example.');
    if (code === null || occupation === null || title === null || at.count > 0) return null;
    const same = occupations.get(code);
    if (same && same.title !== occupation) {
      at.fault('occupation', `is not the title that ${code} has in row ${same.row}, ${JSON.stringify(same.title)}.`);
      return null;
    }
    if (!same) occupations.set(code, { title: occupation, row: raw.row });
    const isIllustrative = mark !== null;
    const earlier = seen.get(`${code} ${title}`);
    if (earlier) {
      const declared = REPEATED_TITLES[release]?.find((known) => known.code === code && known.title === title);
      if (!declared || declared.expect[0] !== earlier.isIllustrative || declared.expect[1] !== isIllustrative) {
        at.fault(
          'title',
          `is there twice for ${code}: row ${earlier.row} has it too. If the agency means it so, declare it in REPEATED_TITLES of soc/columns.ts.`,
        );
      }
      return null;
    }
    seen.set(`${code} ${title}`, { row: raw.row, isIllustrative });
    return {
      sheet: table.sheet,
      row: raw.row,
      occupationCode: code,
      kind: 'DIRECT_MATCH',
      title,
      shortTitle: null,
      sources: isIllustrative ? ['illustrative'] : [],
      shownInMyNextMove: null,
    };
  };
}

interface FaultsAt<R extends Role> {
  count: number;
  fault(field: Fields[R], message: string): void;
}

function faultsOf<R extends Role>(
  { file, sheet, names }: Pick<SocTable<R>, 'file' | 'sheet' | 'names'>,
  { row, cells }: RawRow<R>,
  report: Report,
): FaultsAt<R> {
  const at: FaultsAt<R> = {
    count: 0,
    fault: (field, message) => {
      at.count += 1;
      report({ file, sheet, row, column: names[field], value: cells[field], message });
    },
  };
  return at;
}

function codeOf<R extends Role>(
  at: FaultsAt<R>,
  { cells }: RawRow<R>,
  field: Fields[R],
  level: OccupationLevel,
): string | null {
  const cell: Cell = cells[field];
  if (typeof cell === 'string' && /^\d{2}-\d{4}$/.test(cell) && levelOf(cell) === level) return cell;
  at.fault(field, `is not the code of a ${level.toLowerCase()} ${level === 'DETAILED' ? 'occupation' : 'group'}.`);
  return null;
}

/** White space is folded: the files have double blanks and no-break spaces in titles. */
function titleOf<R extends Role>(at: FaultsAt<R>, { cells }: RawRow<R>, field: Fields[R]): string | null {
  const cell: Cell = cells[field];
  const text = typeof cell === 'string' ? cell.replaceAll(/\s+/g, ' ').trim() : '';
  if (text !== '') return text;
  at.fault(field, 'is not a text.');
  return null;
}

function isThere<R extends Role>(
  at: FaultsAt<R>,
  field: Fields[R],
  code: string,
  seen: Map<string, number>,
  row: number,
): boolean {
  const earlier = seen.get(code);
  if (earlier === undefined) {
    seen.set(code, row);
    return false;
  }
  at.fault(field, `is there twice: row ${earlier} has it too.`);
  return true;
}

/** `15-1210` is below `15-1200`, and `11-1010` below `11-1000`: a group's code without its zeros begins those below it. */
function isBelow(code: string, parent: string): boolean {
  const beginnings = BEGINNINGS[parent] ?? [parent.replace(/0+$/, '')];
  return beginnings.some((beginning) => code.startsWith(beginning));
}
