import { matching, optional, parsed, scaled, trimmed } from '@careergraph/extract';

export const occupationCode = matching(/^\d{2}-\d{4}\.\d{2}$/, 'an O*NET-SOC code such as 11-9111.00');
export const elementId = matching(/^\d+(\.\w+)*$/, 'an element ID such as 2.A.1.a');
export const scaleId = matching(/^[A-Z]{2,3}$/, 'a scale ID such as IM');

export const count = scaled({ what: 'a count', perUnit: 1, min: 0 });
/** A position in a list, a category, an ID. */
export const ordinal = scaled({ what: 'a whole number from 1 on', perUnit: 1, min: 1 });
export const jobZone = scaled({ what: 'a job zone from 1 to 5', perUnit: 1, min: 1, max: 5 });

/** A value in hundredths. */
export const rating = scaled({ what: 'a number with up to two decimal places', perUnit: 100 });
/** A standard error or a bound, in ten-thousandths. */
export const precise = scaled({ what: 'a number with up to four decimal places', perUnit: 10_000 });

/** `08/2023` as `2023-08` */
const yearAndMonth = parsed('a month such as 08/2023', (cell) => {
  const [, month, year] = /^(0[1-9]|1[0-2])\/((?:19|20)\d\d)$/.exec(String(cell)) ?? [];
  return month === undefined ? undefined : `${year}-${month}`;
});

/** When the data of a row was collected, and from what source. */
export const DATED = { date: ['Date'], domainSource: ['Domain Source'] } as const;
export const dated = { date: optional(yearAndMonth), domainSource: optional(trimmed) };
