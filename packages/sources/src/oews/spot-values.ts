/** Figures of published files, read by a person: an import that has others is wrong. Persons and dollars a year. */
export const SPOT_VALUES = [
  {
    release: '2024-05',
    role: 'national',
    occupationCode: '43-6011',
    areaCode: 'US',
    figures: {
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
    figures: {
      TOT_EMP: 565_840,
      A_MEAN: 137_730,
      A_PCT10: 69_680,
      A_PCT25: 88_560,
      A_MEDIAN: 117_960,
      A_PCT75: 162_420,
      A_PCT90: 219_080,
    },
  },
] as const;
