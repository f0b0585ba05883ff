import type { FoundFile } from '../../define/file-kind.js';
import type { StatedRelease } from '../../define/release.js';

/** `Most-Recent-Cohorts-Field-of-Study_06102026.zip` has month, day, and year; `scorecard_institutions_2026-06.csv` the month. */
const DATED = /_(\d{2})\d{2}(\d{4})\.\w+$/;
const MONTH = /_(\d{4})-(\d{2})\./;

/** The month of publication, as the names of the file and of its archive say it. */
export function statedRelease({ file }: FoundFile): readonly StatedRelease[] {
  return [file.name, file.archive].flatMap((name) => {
    if (name === null) return [];
    const [, month, year] = DATED.exec(name) ?? [];
    if (month !== undefined) return [{ by: `the name ${name}`, release: `${year}-${month}` }];
    const [, ofMonth, number] = MONTH.exec(name) ?? [];
    return ofMonth === undefined ? [] : [{ by: `the name ${name}`, release: `${ofMonth}-${number}` }];
  });
}
