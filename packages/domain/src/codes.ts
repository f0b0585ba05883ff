import type { OccupationLevel } from './vocabulary/occupations.js';

/** A code that cannot be one; the message names the value and shows a right one. */
export class MalformedCodeError extends Error {
  readonly value: string;
  readonly example: string;

  constructor(what: string, value: string, example: string) {
    super(`${JSON.stringify(clip(value))} is not ${what}. An example of a right one: ${JSON.stringify(example)}.`);
    this.name = 'MalformedCodeError';
    this.value = value;
    this.example = example;
  }
}

function clip(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}

/** `11-9111`, or `11-9111.00` for an O*NET-SOC code. */
export function parseOccupationCode(value: string): string {
  if (!isOccupationCode(value)) {
    throw new MalformedCodeError('a SOC or O*NET-SOC code', value, '11-9111');
  }
  return value;
}

export function isOccupationCode(value: string | null | undefined): value is string {
  return value != null && /^\d{2}-\d{4}(\.\d{2})?$/.test(value);
}

/** The level that the form of a code tells: `11-0000` major, `11-9000` minor, `11-9110` broad, `11-9111` detailed. */
export function levelOf(code: string): OccupationLevel {
  if (code === '00-0000') return 'TOTAL';
  if (code.length > 7) return 'ONET';
  if (code.endsWith('-0000')) return 'MAJOR';
  if (/^\d{2}-\d{1,2}0{2,3}$/.test(code)) return 'MINOR';
  return code.endsWith('0') ? 'BROAD' : 'DETAILED';
}

/** ISO 3166-2 (`US-CA`), USPS (`CA`) or FIPS (`06`) to an area code; null for a well-formed code of no state. */
export function parseState(value: string): string | null {
  if (/^\d{2}$/.test(value)) return STATES.find((state) => state.fips === value)?.code ?? null;
  const usps = /^(?:US-)?([A-Z]{2})$/i.exec(value)?.[1];
  if (usps === undefined) throw new MalformedCodeError('a state code (USPS, ISO 3166-2 or FIPS)', value, 'CA');
  return STATES.find((state) => state.code === `US-${usps.toUpperCase()}`)?.code ?? null;
}

/** ISO 3166-1 alpha-2 to an area code; null for another country than the United States. */
export function parseCountry(value: string): string | null {
  if (!/^[A-Z]{2}$/i.test(value)) throw new MalformedCodeError('a country code (ISO 3166-1 alpha-2)', value, 'US');
  return value.toUpperCase() === 'US' ? 'US' : null;
}

/** A CBSA code, `36740` or `CBSA-36740`, to an area code. */
export function parseMetro(value: string): string {
  const cbsa = /^(?:CBSA-)?(\d{5})$/i.exec(value)?.[1];
  if (cbsa === undefined) throw new MalformedCodeError('a metropolitan area (CBSA) code', value, '36740');
  return `CBSA-${cbsa}`;
}

/** A county by its five-digit FIPS code, state and county. */
export function parseCounty(value: string): string {
  if (!/^\d{5}$/.test(value)) throw new MalformedCodeError('the FIPS code of a county', value, '36061');
  return value;
}

/** A five-digit ZIP code, with or without the four digits that may follow. */
export function parseZip(value: string): string {
  const zip = /^(\d{5})(?:-\d{4})?$/.exec(value)?.[1];
  if (zip === undefined) throw new MalformedCodeError('a ZIP code', value, '32801');
  return zip;
}

/** A field of study by its CIP code of six or four digits: `51.3801`, `51.38`. */
export function parseCip(value: string): string {
  if (!/^\d{2}\.\d{2}(\d{2})?$/.test(value)) throw new MalformedCodeError('a CIP code', value, '51.3801');
  return value;
}

/** An area code of ours: `US`, `US-CA`, `CBSA-36740`. */
export function parseAreaCode(value: string): string {
  if (!/^(US(-[A-Z]{2})?|CBSA-\d{5}|NONMETRO-\d{7})$/.test(value)) {
    throw new MalformedCodeError('an area code', value, 'US-CA');
  }
  return value;
}

/** The reference month, round, year or number of a release: `2024-05`, `2024-34`, `2018`, `29.3`, `2024-34-pay-2024`. */
export function parseReleaseKey(value: string): string {
  if (!/^(\d{4}(-\d{2}(-pay-\d{4})?)?|\d{1,2}\.\d)$/.test(value)) {
    throw new MalformedCodeError(
      'the key of a release (2024-05 of wages, 2024-34 of projections, 29.3 of O*NET)',
      value,
      '2024-05',
    );
  }
  return value;
}

export interface StateFacts {
  readonly code: string;
  readonly kind: 'STATE' | 'TERRITORY';
  readonly name: string;
  readonly fips: string;
}

const state = (usps: string, fips: string, name: string): StateFacts => ({
  code: `US-${usps}`,
  kind: 'STATE',
  name,
  fips,
});
const territory = (usps: string, fips: string, name: string): StateFacts => ({
  code: `US-${usps}`,
  kind: 'TERRITORY',
  name,
  fips,
});

/** The 50 states, the District of Columbia, and the three territories for which OEWS publishes wages. */
export const STATES: readonly StateFacts[] = [
  state('AL', '01', 'Alabama'),
  state('AK', '02', 'Alaska'),
  state('AZ', '04', 'Arizona'),
  state('AR', '05', 'Arkansas'),
  state('CA', '06', 'California'),
  state('CO', '08', 'Colorado'),
  state('CT', '09', 'Connecticut'),
  state('DE', '10', 'Delaware'),
  state('DC', '11', 'District of Columbia'),
  state('FL', '12', 'Florida'),
  state('GA', '13', 'Georgia'),
  state('HI', '15', 'Hawaii'),
  state('ID', '16', 'Idaho'),
  state('IL', '17', 'Illinois'),
  state('IN', '18', 'Indiana'),
  state('IA', '19', 'Iowa'),
  state('KS', '20', 'Kansas'),
  state('KY', '21', 'Kentucky'),
  state('LA', '22', 'Louisiana'),
  state('ME', '23', 'Maine'),
  state('MD', '24', 'Maryland'),
  state('MA', '25', 'Massachusetts'),
  state('MI', '26', 'Michigan'),
  state('MN', '27', 'Minnesota'),
  state('MS', '28', 'Mississippi'),
  state('MO', '29', 'Missouri'),
  state('MT', '30', 'Montana'),
  state('NE', '31', 'Nebraska'),
  state('NV', '32', 'Nevada'),
  state('NH', '33', 'New Hampshire'),
  state('NJ', '34', 'New Jersey'),
  state('NM', '35', 'New Mexico'),
  state('NY', '36', 'New York'),
  state('NC', '37', 'North Carolina'),
  state('ND', '38', 'North Dakota'),
  state('OH', '39', 'Ohio'),
  state('OK', '40', 'Oklahoma'),
  state('OR', '41', 'Oregon'),
  state('PA', '42', 'Pennsylvania'),
  state('RI', '44', 'Rhode Island'),
  state('SC', '45', 'South Carolina'),
  state('SD', '46', 'South Dakota'),
  state('TN', '47', 'Tennessee'),
  state('TX', '48', 'Texas'),
  state('UT', '49', 'Utah'),
  state('VT', '50', 'Vermont'),
  state('VA', '51', 'Virginia'),
  state('WA', '53', 'Washington'),
  state('WV', '54', 'West Virginia'),
  state('WI', '55', 'Wisconsin'),
  state('WY', '56', 'Wyoming'),
  territory('GU', '66', 'Guam'),
  territory('PR', '72', 'Puerto Rico'),
  territory('VI', '78', 'Virgin Islands'),
];
