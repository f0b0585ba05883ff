import type { SpotValue } from '@careergraph/releases';

interface OccupationValues {
  readonly release: string;
  readonly role: string;
  readonly occupationCode: string;
  readonly areaCode: string;
  /** By column of the file: persons, and dollars per year. */
  readonly expected: Readonly<Record<string, number>>;
}

/** Figures of published files, read by a person: an import that has others is wrong. */
const SPOT_VALUES: readonly OccupationValues[] = [
  {
    release: '2024-05',
    role: 'national',
    occupationCode: '43-6011',
    areaCode: 'US',
    expected: {
      TOT_EMP: 472_770,
      A_MEAN: 77_060,
      A_PCT10: 48_300,
      A_PCT25: 60_000,
      A_MEDIAN: 74_260,
      A_PCT75: 90_440,
      A_PCT90: 107_710,
    },
  },
  {
    release: '2024-05',
    role: 'national',
    occupationCode: '11-9111',
    areaCode: 'US',
    expected: {
      TOT_EMP: 565_840,
      A_MEAN: 137_730,
      A_PCT10: 69_680,
      A_PCT25: 88_560,
      A_MEDIAN: 117_960,
      A_PCT75: 162_420,
      A_PCT90: 219_080,
    },
  },
];

export function spotValuesOf(release: string): readonly SpotValue[] {
  return SPOT_VALUES.filter((values) => values.release === release).map(
    ({ role, occupationCode, areaCode, expected }) => ({
      role,
      subject: `${occupationCode} ${areaCode}`,
      query: `
        select sheet, "row", employment_persons as "TOT_EMP", annual_mean_usd as "A_MEAN", annual_p10_usd as "A_PCT10",
               annual_p25_usd as "A_PCT25", annual_p50_usd as "A_MEDIAN", annual_p75_usd as "A_PCT75",
               annual_p90_usd as "A_PCT90"
        from wage_estimate
        where file_id = $1 and occupation_code = '${occupationCode}' and area_code = '${areaCode}'`,
      expected,
    }),
  );
}
