import type { Element } from 'hast';
import { isElement, textOf } from './clean.js';
import { chartOf } from './figures-in-rows.js';
import { about, figure } from './numbers.js';
import { type Part, placedBlocks } from './part.js';
import type { Figure, GrowthStatement, Outlook, OutlookRow, Place } from './profile.js';
import { cellsOf, headerOf, rowsOf } from './tables.js';

const GROWTH =
  /(?:Overall e|E)mployment of (?<subject>.+?) is projected to (?:(?<verb>grow|decline) (?<percent>\d+) percent|show little or no change) from \d{4} to \d{4}(?:, (?<comparison>[^.]+))?\./;
const OPENINGS = /[Aa]bout (\S+) openings for .+? are projected each year, on average, over the decade/;
const HEADER = [
  /^occupational title$/,
  /^soc code$/,
  /^employment, (?<base>\d{4})$/,
  /^projected employment, (?<projected>\d{4})$/,
  /^change, \d{4}[–-]\d{2,4}$/,
  /^employment by industry$/,
  /^percent$/,
  /^numeric$/,
];

export interface OutlookYears {
  readonly baseYear: number;
  readonly projectedYear: number;
}

export const isOutlookTable = (table: Element): boolean => headerOf(table).some((name) => name === 'soc code');

/** The projections that the text, the table and the chart state. */
export function outlookOf(part: Part): { readonly outlook: Outlook; readonly years: OutlookYears | null } {
  let growth: GrowthStatement | null = null;
  let openingsPerYear: Figure | null = null;
  for (const { block, place } of placedBlocks(part)) {
    if (!isElement(block, 'p')) continue;
    const text = textOf(block);
    growth ??= growthIn(part, place, text);
    const [, openings] = OPENINGS.exec(text) ?? [];
    if (openings !== undefined) openingsPerYear ??= about(figure(part.report, place, openings));
  }
  const table = part.blocks.find((block) => isElement(block, 'table') && isOutlookTable(block));
  const years = table === undefined ? null : yearsOf(part, table);
  return {
    outlook: {
      growth,
      openingsPerYear,
      table: table === undefined ? [] : withTotals(rowsOf(table, 'tbody').flatMap((row) => rowOf(part, row))),
      chart: chartOf(part),
    },
    years,
  };
}

function growthIn(part: Part, place: Place, text: string): GrowthStatement | null {
  const match = GROWTH.exec(text);
  if (match?.groups === undefined) return null;
  const { subject = '', verb, percent, comparison } = match.groups;
  const number = percent === undefined ? null : figure(part.report, place, percent);
  return {
    subject,
    printed: match[0],
    percent: number === null || number.value === null || verb === 'grow' ? number : { ...number, value: -number.value },
    comparison: comparison ?? null,
    ...place,
  };
}

/** @throws ImportError where the columns are not those that the table is known to have, in their order */
function yearsOf(part: Part, table: Element): OutlookYears {
  const header = headerOf(table);
  const place = { section: part.heading, line: part.lineOf(table) };
  const groups: Record<string, string> = {};
  for (const [index, pattern] of HEADER.entries()) {
    const match = pattern.exec(header[index] ?? '');
    if (match === null) {
      part.report.refuse(
        place.section,
        place.line,
        `is not the column expected in place ${index + 1} of the outlook table`,
        header[index] ?? '',
      );
    }
    Object.assign(groups, match.groups);
  }
  return { baseYear: Number(groups.base), projectedYear: Number(groups.projected) };
}

function rowOf(part: Part, row: Element): OutlookRow[] {
  const place = { section: part.heading, line: part.lineOf(row) };
  const [title = '', code = '', base, projected, percent, change] = cellsOf(row).map(textOf);
  if (base === undefined || projected === undefined || percent === undefined || change === undefined) {
    part.report.fault(place.section, place.line, 'should have a title, a code and four figures', textOf(row));
    return [];
  }
  if (!/^(\d\d-\d{4}|[—–-])$/.test(code))
    part.report.fault(place.section, place.line, 'is not a SOC code or a dash', code);
  const read = {
    title,
    code: /^\d/.test(code) ? code : null,
    total: false,
    baseJobs: figure(part.report, place, base),
    projectedJobs: figure(part.report, place, projected),
    percent: figure(part.report, place, percent),
    change: figure(part.report, place, change),
    ...place,
  };
  if (!addsUp(read)) {
    part.report.fault(
      place.section,
      place.line,
      'does not add up: jobs, projected jobs and change do not fit',
      `${base} | ${projected} | ${percent} | ${change}`,
    );
  }
  return [read];
}

/** Jobs are rounded to hundreds, so that a sum of three may be off by 200. */
function addsUp({ baseJobs, projectedJobs, percent, change }: OutlookRow): boolean {
  const [base, projected, points, numeric] = [baseJobs.value, projectedJobs.value, percent.value, change.value];
  if (base === null || projected === null || points === null || numeric === null) return true;
  if (Math.abs(projected - base - numeric) > 200) return false;
  const [lowest, highest] = [numeric - 100, numeric + 100].map((jobs) => (jobs / base) * 100) as [number, number];
  return points >= lowest - 1 && points <= highest + 1;
}

/** The first of several rows is all of them together; a row may also have those after it that its broad code covers. */
function withTotals(rows: readonly OutlookRow[]): readonly OutlookRow[] {
  return rows.map((row, index) => ({
    ...row,
    total:
      rows.length > 1 &&
      (index === 0 ||
        rows.some(
          ({ code }) => code !== row.code && row.code?.endsWith('0') && code?.startsWith(row.code.slice(0, 6)),
        )),
  }));
}
