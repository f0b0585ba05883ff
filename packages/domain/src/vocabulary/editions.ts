/** The classifications that a code of an occupation may belong to. */
export const CODE_EDITIONS = {
  SOC_2018: 'The 2018 Standard Occupational Classification.',
  SOC_2010: 'The 2010 Standard Occupational Classification. The SOC 2018 has other codes in its place.',
  ONET_SOC_2019: 'O*NET-SOC 2019, which extends the SOC 2018.',
  ONET_SOC_2010: 'O*NET-SOC 2010, which extends the SOC 2010.',
  HYBRID: 'A code in the wages or projections only. It combines several occupations of the SOC, or is a part of one.',
} as const;
export type CodeEdition = keyof typeof CODE_EDITIONS;
