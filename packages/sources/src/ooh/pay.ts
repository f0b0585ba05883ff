import { isElement, textOf } from './clean.js';
import { monthOf } from './dates.js';
import { chartOf, namedFigures } from './figures-in-rows.js';
import { figure } from './numbers.js';
import { type Part, placedBlocks } from './part.js';
import type { Pay, Place, WageStatement, WageTable, WageUnit } from './profile.js';

const MEDIAN = /The median (annual|hourly) wage for (.+?) was (\$[\d,.]*\d) in (\w+ \d{4})\./g;
const PERCENTILES =
  /The lowest 10 percent earned less than (\$[\d,.]*\d), and the highest 10 percent earned more than (\$[\d,.]*\d)\./;
const TABLES = [
  /In (?<month>\w+ \d{4}), the (?<statistic>median) (?<unit>annual|hourly) wages? for (?<subject>.+?) in the top (?<by>industr)\w+ in which they worked (?:were|was) as follows:$/,
  /(?<statistic>median|mean \(average\)) (?<unit>annual|hourly) wages? for (?<subject>.+?) in (?<month>\w+ \d{4}) (?:were|was) as follows:$/i,
];

/** The wages that the text, the tables and the chart state. */
export function payOf(part: Part): Pay {
  const wages: WageStatement[] = [];
  const tables: WageTable[] = [];
  const blocks = placedBlocks(part);
  for (const [index, { block, place }] of blocks.entries()) {
    if (isElement(block, 'p')) {
      wages.push(...wagesIn(part, place, textOf(block)));
    } else if (isElement(block, 'table')) {
      const before = blocks[index - 1];
      const table = tableAfter(part, before === undefined ? '' : textOf(before.block), place);
      if (table === null)
        part.report.fault(place.section, place.line, 'follows no sentence that says what it lists', textOf(block));
      else tables.push({ ...table, rows: namedFigures(part, block, place.section, /^\$?\d[\d,.]*( or more)?$/) });
    }
  }
  return { wages, tables, chart: chartOf(part) };
}

function wagesIn(part: Part, place: Place, text: string): readonly WageStatement[] {
  const matches = [...text.matchAll(MEDIAN)];
  return matches.map((match, index) => {
    const [, unit, subject = '', printed = '', month = ''] = match;
    const upToNext = text.slice(match.index, matches[index + 1]?.index);
    const [percentiles, p10, p90] = PERCENTILES.exec(upToNext) ?? [];
    if (p10 === undefined)
      part.report.notice(place.section, place.line, 'has no sentence on the lowest and highest 10 percent');
    return {
      subject,
      unit: unitOf(unit),
      period: periodOf(part, place, month),
      median: figure(part.report, place, printed),
      p10: p10 === undefined ? null : figure(part.report, place, p10),
      p90: p90 === undefined ? null : figure(part.report, place, p90),
      percentiles: percentiles ?? null,
      ...place,
    };
  });
}

function tableAfter(part: Part, sentence: string, place: Place): Omit<WageTable, 'rows'> | null {
  const groups = TABLES.map((pattern) => pattern.exec(sentence)?.groups).find((found) => found !== undefined);
  if (groups === undefined) return null;
  return {
    by: groups.by === undefined ? 'OCCUPATION' : 'INDUSTRY',
    subject: groups.subject ?? '',
    statistic: groups.statistic?.toLowerCase() === 'median' ? 'P50' : 'MEAN',
    unit: unitOf(groups.unit),
    period: periodOf(part, place, groups.month ?? ''),
    ...place,
  };
}

const unitOf = (word: string | undefined): WageUnit =>
  word?.toLowerCase() === 'hourly' ? 'USD_PER_HOUR' : 'USD_PER_YEAR';

/** `May 2024` is 2024-05. */
function periodOf(part: Part, place: Place, printed: string): string {
  const [month = '', year = ''] = printed.split(' ');
  const number = monthOf(month);
  if (number === null) part.report.fault(place.section, place.line, 'is not a month and a year', printed);
  return `${year}-${String(number).padStart(2, '0')}`;
}
