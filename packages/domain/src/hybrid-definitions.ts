/** The editions of the Standard Occupational Classification that the loaded releases use. */
export type SocEdition = 'SOC_2010' | 'SOC_2018';

/** The detailed occupations of the SOC that OEWS or the projections publish under one code. */
type Definitions = Readonly<Record<string, readonly string[]>>;

/**
 * May 2013 to May 2018, and rounds up to 2018–28. The codes are those that `national_M2017_dl.xlsx` and
 * `occupation_2016-26.xlsx` have and the SOC 2010 has not, and broad occupations listed as detailed; their parts are the
 * occupations that their titles name, none of which the file lists. https://www.bls.gov/oes/2017/may/oes_stru.htm
 */
const SOC_2010: Definitions = {
  '13-1020': ['13-1021', '13-1022', '13-1023'],
  '15-2090': ['15-2091', '15-2099'],
  '21-1018': ['21-1011', '21-1014'],
  '29-2010': ['29-2011', '29-2012'],
  '39-1010': ['39-1011', '39-1012'],
  '39-7010': ['39-7011', '39-7012'],
  // The projections 2016–26 list the minor group as a line item.
  '45-3000': ['45-3011', '45-3021'],
  '47-4090': ['47-4091', '47-4099'],
  '51-2028': ['51-2022', '51-2023'],
  '51-2098': ['51-2092', '51-2099'],
  '53-1048': ['53-1021', '53-1031'],
};

/**
 * May 2019 and later, and rounds since 2019–29. The first twelve are still in use; the agency describes them at
 * https://www.bls.gov/oes/soc_2018.htm. The others are those of May 2019 and May 2020, when the survey had forms of both
 * editions: https://www.bls.gov/oes/oes_2019_hybrid_structure.xlsx. Codes and missing parts are those of
 * `national_M2019_dl.xlsx`, `national_M2022_dl.xlsx`, `national_M2024_dl.xlsx`, `national_M2025_dl.xlsx`, and
 * `occupation_2024-34.xlsx`.
 */
const SOC_2018: Definitions = {
  '13-1020': ['13-1021', '13-1022', '13-1023'],
  '13-2020': ['13-2022', '13-2023'],
  '21-1018': ['21-1011', '21-1014'],
  '25-2052': ['25-2055', '25-2056'],
  '25-9045': ['25-9042', '25-9043', '25-9049'],
  '29-2010': ['29-2011', '29-2012'],
  '31-1120': ['31-1121', '31-1122'],
  '39-7010': ['39-7011', '39-7012'],
  '47-4090': ['47-4091', '47-4099'],
  '51-2028': ['51-2022', '51-2023'],
  '51-2090': ['51-2092', '51-2099'],
  '53-1047': ['53-1042', '53-1043', '53-1044', '53-1049'],

  '11-2030': ['11-2032', '11-2033'],
  '11-3010': ['11-3012', '11-3013'],
  '11-9198': ['11-9072', '11-9179', '11-9199'],
  '13-1198': ['13-1082', '13-1199'],
  '13-2098': ['13-2051', '13-2054', '13-2099'],
  '15-1245': ['15-1242', '15-1243'],
  '15-1256': ['15-1252', '15-1253'],
  '15-1257': ['15-1254', '15-1255'],
  '15-2098': ['15-2051', '15-2099'],
  '17-3098': ['17-3028', '17-3029'],
  '19-3031': ['19-3033', '19-3034'],
  '19-4010': ['19-4012', '19-4013'],
  '19-4045': ['19-4043', '19-4044'],
  '25-3097': ['25-3041', '25-3099'],
  '27-2090': ['27-2091', '27-2099'],
  '27-4098': ['27-4015', '27-4099'],
  '29-1228': ['29-1212', '29-1213', '29-1214', '29-1217', '29-1222', '29-1224', '29-1229', '29-1241'],
  '29-1248': ['29-1242', '29-1243', '29-1249'],
  '29-1298': ['29-1291', '29-1299'],
  '29-2040': ['29-2042', '29-2043'],
  '29-2098': ['29-2036', '29-2072', '29-2099'],
  '29-9098': ['29-9021', '29-9093', '29-9099'],
  '33-1090': ['33-1091', '33-1099'],
  '33-9098': ['33-9094', '33-9099'],
  '39-1098': ['39-1014', '39-1022'],
  '39-9098': ['39-4012', '39-9099'],
  '47-5097': ['47-5023', '47-5032'],
  '47-5098': ['47-5049', '47-5099'],
  '53-3058': ['53-3051', '53-3053', '53-3054'],
  '53-6098': ['53-6032', '53-6099'],
};

export const DEFINITIONS: Readonly<Record<SocEdition, Definitions>> = { SOC_2010, SOC_2018 };

/** Codes of `national_M2017_dl.xlsx` for a part of a detailed occupation of the SOC 2010, and that occupation. */
export const DIVISIONS: Readonly<Record<SocEdition, Readonly<Record<string, string>>>> = {
  SOC_2010: { '25-3097': '25-3099', '25-3098': '25-3099' },
  SOC_2018: {},
};
