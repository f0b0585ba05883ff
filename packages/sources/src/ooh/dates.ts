const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `August` is 8; null if it is no month. */
export function monthOf(name: string): number | null {
  const index = MONTHS.indexOf(name);
  return index < 0 ? null : index + 1;
}

/** `Thursday, August 28, 2025` and `8/28/2025` are 2025-08-28; null if it is no date. */
export function dateOf(printed: string): string | null {
  const [, name = '', dayOfMonth, yearInWords] = /^(?:\w+, )?(\w+) (\d{1,2}), (\d{4})$/.exec(printed) ?? [];
  const [, month = monthOf(name), day = dayOfMonth, year = yearInWords] =
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(printed) ?? [];
  if (month === null || day === undefined || year === undefined) return null;
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
