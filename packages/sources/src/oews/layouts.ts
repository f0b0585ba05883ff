import type { Layout } from '@careergraph/extract';
import type { Field } from './cells.js';

type Columns = Layout<Field>['columns'];

/** In every layout. */
const ESTIMATES = {
  occupationCode: ['OCC_CODE', 'OCC CODE'],
  occupationTitle: ['OCC_TITLE', 'OCC TITLE'],
  employment: ['TOT_EMP'],
  employmentPrse: ['EMP_PRSE'],
  meanPrse: ['MEAN_PRSE'],
  annualMean: ['A_MEAN'],
  annualP10: ['A_PCT10'],
  annualP25: ['A_PCT25'],
  annualP50: ['A_MEDIAN'],
  annualP75: ['A_PCT75'],
  annualP90: ['A_PCT90'],
  hourlyMean: ['H_MEAN'],
  hourlyP10: ['H_PCT10'],
  hourlyP25: ['H_PCT25'],
  hourlyP50: ['H_MEDIAN'],
  hourlyP75: ['H_PCT75'],
  hourlyP90: ['H_PCT90'],
  annualOnly: ['ANNUAL'],
  hourlyOnly: ['HOURLY'],
} as const satisfies Columns;

/** Both compare an area with the nation; national files that have these columns leave them empty. */
const COMPARED_WITH_NATION = {
  jobsPer1000: ['JOBS_1000', 'JOBS_1000_ORIG'],
  locationQuotient: ['LOC_QUOTIENT', 'LOC QUOTIENT', 'LOC_Q'],
} as const satisfies Columns;

const BEFORE_2019 = { ...ESTIMATES, occupationLevel: ['OCC_GROUP'] } as const satisfies Columns;
const RE_SAVED = { ...ESTIMATES, ...COMPARED_WITH_NATION, occupationLevel: ['O_GROUP'] } as const;
const SINCE_2019 = {
  ...RE_SAVED,
  area: ['AREA'],
  areaTitle: ['AREA_TITLE'],
  areaType: ['AREA_TYPE'],
  industry: ['NAICS'],
  ownership: ['OWN_CODE'],
} as const satisfies Columns;

/** Only files by industry have values here, and those are not imported. */
const OF_INDUSTRIES = ['NAICS_TITLE', 'PCT_TOTAL', 'PCT_TOT', 'PCT_RPT'];

/** The layouts since 2013. A change of a year is an entry here. */
export const LAYOUTS: readonly Layout<Field>[] = [
  {
    name: 'all files since May 2020',
    columns: { ...SINCE_2019, primaryState: ['PRIM_STATE'], industryLevel: ['I_GROUP'] },
    ignored: OF_INDUSTRIES,
  },
  {
    name: 'all files of May 2019, which have no primary state',
    columns: { ...SINCE_2019, industryLevel: ['I_GROUP'] },
    ignored: OF_INDUSTRIES,
  },
  { name: 'files of May 2019 without the level of industries', columns: SINCE_2019, ignored: OF_INDUSTRIES },
  {
    name: 'national files since May 2019 that were saved again without the columns of areas and industries',
    columns: RE_SAVED,
    ignored: OF_INDUSTRIES,
  },
  { name: 'national files until May 2018', columns: BEFORE_2019 },
  {
    name: 'state files until May 2018',
    columns: { ...BEFORE_2019, ...COMPARED_WITH_NATION, area: ['AREA'], primaryState: ['ST'], areaTitle: ['STATE'] },
  },
  {
    name: 'metropolitan and nonmetropolitan files until May 2018',
    columns: {
      ...BEFORE_2019,
      ...COMPARED_WITH_NATION,
      primaryState: ['PRIM_STATE'],
      area: ['AREA'],
      areaTitle: ['AREA_NAME'],
    },
  },
];
