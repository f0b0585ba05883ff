import { figure, numberIn } from './numbers.js';
import type { Figure, Place, QuickFacts, Statement } from './profile.js';
import type { Report } from './report.js';

/** The quick facts as an edition states them, each with its place. */
export interface PrintedFacts {
  /** Such as `$93,600 per year $45.00 per hour`; empty if no pay is stated. */
  readonly pay: Statement;
  readonly entryLevelEducation: Statement;
  readonly workExperience: Statement;
  readonly onTheJobTraining: Statement;
  readonly jobs: Statement;
  /** Such as `5% (Faster than average)`. */
  readonly outlook: Statement;
  readonly employmentChange: Statement;
}

const OUTLOOK = /^(-?[\d.]+%?)(?: \(([^)]+)\))?$/;
const AT_LEAST = /equal to or greater than/;

export function quickFactsOf(report: Report, printed: PrintedFacts): QuickFacts {
  const [, percent = '', outlook = null] = OUTLOOK.exec(printed.outlook.printed) ?? [];
  const pay = payOf(printed.pay);
  if (printed.pay.printed === '') wrong(report, printed.pay, 'states no median pay', 'notice');
  else if (pay.year === null && pay.hour === null) wrong(report, printed.pay, 'is not a wage per year or hour');
  for (const words of [printed.entryLevelEducation, printed.workExperience, printed.onTheJobTraining]) {
    if (!/^\p{L}|^\d+ years/u.test(words.printed)) wrong(report, words, 'should be words');
  }
  return {
    medianPayUsdPerYear: pay.year,
    medianPayUsdPerHour: pay.hour,
    entryLevelEducation: printed.entryLevelEducation,
    workExperience: printed.workExperience,
    onTheJobTraining: printed.onTheJobTraining,
    jobs: figure(report, printed.jobs, printed.jobs.printed),
    outlookPercent: figure(report, printed.outlook, percent),
    outlook,
    employmentChange: figure(report, printed.employmentChange, printed.employmentChange.printed),
  };
}

function wrong(
  report: Report,
  { section, line, printed }: Statement,
  message: string,
  as: 'fault' | 'notice' = 'fault',
) {
  report[as](section, line, message, printed || undefined);
}

function payOf({ printed, section, line }: Statement): { readonly year: Figure | null; readonly hour: Figure | null } {
  const place: Place = { section, line };
  const bound = AT_LEAST.test(printed) ? 'AT_LEAST' : 'EXACT';
  const per = (unit: string): Figure | null => {
    const [, amount] = new RegExp(`(\\$[\\d,.]*\\d) per ${unit}`).exec(printed) ?? [];
    const number = amount === undefined ? null : numberIn(amount);
    return amount === undefined || number === null
      ? null
      : { printed: `${amount} per ${unit}`, value: number.value, bound, roundedTo: null, ...place };
  };
  return { year: per('year'), hour: per('hour') };
}
