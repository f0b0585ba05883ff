/** Columns of the OEWS files, as of May 2024. */
const HEADER =
  'AREA AREA_TITLE AREA_TYPE PRIM_STATE NAICS NAICS_TITLE I_GROUP OWN_CODE OCC_CODE OCC_TITLE O_GROUP TOT_EMP EMP_PRSE JOBS_1000 LOC_QUOTIENT PCT_TOTAL PCT_RPT H_MEAN A_MEAN MEAN_PRSE H_PCT10 H_PCT25 H_MEDIAN H_PCT75 H_PCT90 A_PCT10 A_PCT25 A_MEDIAN A_PCT75 A_PCT90 ANNUAL HOURLY'.split(
    ' ',
  );
const OCCUPATIONS = 830;

/** The header and `count` synthetic rows: an occupation in an area each, areas one after the other. */
export function* syntheticRows(count) {
  yield HEADER;
  for (let index = 0; index < count; index++) {
    const area = Math.floor(index / OCCUPATIONS);
    const occupation = index % OCCUPATIONS;
    const hourly = 12 + ((index * 7919) % 6000) / 100;
    const wages = [0.6, 0.8, 0.95, 1.2, 1.5].map((times) => Math.round(hourly * times * 100) / 100);
    const annual = (wage) => Math.round((wage * 2080) / 10) * 10;
    const suppressed = index % 40 === 0;
    yield [
      String(10_000 + area).padStart(7, '0'),
      `Synthetic area ${area}, ST`,
      '4',
      'ST',
      '000000',
      'Cross-industry',
      'cross-industry',
      '1235',
      `${11 + (occupation % 43)}-${1000 + occupation}`,
      `Synthetic occupation ${occupation}`,
      'detailed',
      suppressed ? '**' : (index % 5000) * 10,
      suppressed ? '**' : (index % 500) / 10,
      (index % 9000) / 1000,
      (index % 300) / 100,
      null,
      null,
      suppressed ? '*' : hourly,
      suppressed ? '*' : annual(hourly),
      (index % 200) / 10,
      ...wages.map((wage) => (suppressed ? '*' : wage)),
      ...wages.map((wage) => (suppressed ? '*' : annual(wage))),
      null,
      null,
    ];
  }
}
