import type { OccupationLevel } from '@careergraph/db';
import { levelOf } from '@careergraph/domain';
import { type CellType, parsed } from '@careergraph/extract';
import type { FoundFile } from '../../define/file-kind.js';
import type { StatedRelease } from '../../define/release.js';

/** No header of the classification is further down. */
export const HEADER_ROWS = 30;

/** Lines above the header. */
export const preamble: readonly RegExp[] = [
  /^U\.S\. Bureau of Labor Statistics$/i,
  /^On behalf of the Office of Management and Budget/i,
  /^(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/i,
  /^\*+Questions should be emailed/i,
  /\b2018 (SOC|Standard Occupational Classification)\b/i,
];

/** The year in the name of the sheet or, without one there, in the name of a column. */
export function statedRelease({ sheet, header }: FoundFile): readonly StatedRelease[] {
  for (const name of [sheet.name, ...header.cells]) {
    const release = /\b(1980|20\d\d)\b/.exec(String(name))?.[1];
    if (release !== undefined) return [{ by: `the name ${JSON.stringify(name)} in it`, release }];
  }
  return [];
}

/** `broad group`, `detailed occupation` */
export function nameOf(level: OccupationLevel): string {
  return `${level.toLowerCase()} ${level === 'DETAILED' ? 'occupation' : 'group'}`;
}

/** A code of one level of the classification. */
export function codeOf(level: OccupationLevel): CellType<string> {
  return parsed(`the code of a ${nameOf(level)}`, (cell) =>
    typeof cell === 'string' && /^\d{2}-\d{4}$/.test(cell) && levelOf(cell) === level ? cell : undefined,
  );
}
