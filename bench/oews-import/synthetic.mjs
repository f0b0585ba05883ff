// A synthetic year of OEWS in the official layout: no figure in it is real.

const COLUMNS =
  'AREA AREA_TITLE AREA_TYPE PRIM_STATE NAICS NAICS_TITLE I_GROUP OWN_CODE OCC_CODE OCC_TITLE O_GROUP TOT_EMP EMP_PRSE JOBS_1000 LOC_QUOTIENT PCT_TOTAL PCT_RPT H_MEAN A_MEAN MEAN_PRSE H_PCT10 H_PCT25 H_MEDIAN H_PCT75 H_PCT90 A_PCT10 A_PCT25 A_MEDIAN A_PCT75 A_PCT90 ANNUAL HOURLY'.split(
    ' ',
  );
const MAJORS = Array.from({ length: 22 }, (_, index) => 11 + index * 2);
/** Of the 850 detailed occupations, so many in each of the 22 major groups. */
const DETAILED = 850;
const TOP_CODE_CENTS = 115_00;

/** The same numbers every time. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Groups in the order of the published files: each with the indexes of its detailed occupations. */
function occupations() {
  const list = [{ code: '00-0000', level: 'total', parts: [0, DETAILED] }];
  let next = 0;
  MAJORS.forEach((major, index) => {
    const end = Math.round((DETAILED * (index + 1)) / MAJORS.length);
    list.push({ code: `${major}-0000`, level: 'major', parts: [next, end] });
    for (let minor = 1; next < end; minor += 1) {
      const minorEnd = Math.min(next + 10, end);
      list.push({ code: `${major}-${minor}000`, level: 'minor', parts: [next, minorEnd] });
      for (let broad = 1; next < minorEnd; broad += 1) {
        const broadEnd = Math.min(next + 2, minorEnd);
        list.push({ code: `${major}-${minor}0${broad}0`, level: 'broad', parts: [next, broadEnd] });
        for (let detailed = 1; next < broadEnd; detailed += 1, next += 1) {
          list.push({ code: `${major}-${minor}0${broad}${detailed}`, level: 'detailed', parts: [next, next + 1] });
        }
      }
    }
  });
  return list;
}

const OCCUPATIONS = occupations();
const NATION = { code: '99', title: 'U.S.', type: '1', state: 'US' };

function* rowsOf(area, seed, isListed) {
  const random = generator(seed);
  const employment = Array.from({ length: DETAILED }, () => 10 * Math.ceil(random() ** 4 * 900));
  const level = 0.8 + random() * 0.4;
  for (const [index, { code, level: group, parts }] of OCCUPATIONS.entries()) {
    if (!isListed(group, random)) continue;
    const persons = employment.slice(...parts).reduce((sum, count) => sum + count, 0);
    const median = Math.round((9_00 + ((index * 7919) % 90_00)) * level);
    const cents = [1.08, 0.62, 0.78, 1, 1.28, 1.62].map((factor) => Math.round(median * factor));
    const isCapped = (at) => cents[at] >= TOP_CODE_CENTS;
    const hourly = cents.map((wage, at) => (at > 0 && isCapped(at) ? '#' : wage / 100));
    const annual = cents.map((wage, at) => (at > 0 && isCapped(at) ? '#' : Math.round((wage * 2080) / 1000) * 10));
    const isNation = area === NATION;
    yield [
      area.code,
      area.title,
      area.type,
      area.state,
      '000000',
      'Cross-industry',
      'cross-industry',
      '1235',
      code,
      `Synthetic occupation ${code}`,
      group,
      group === 'detailed' && !isNation && random() < 0.05 ? '**' : persons,
      Math.round(random() * 300) / 10,
      isNation ? null : Math.round(random() * 20_000) / 1000,
      isNation ? null : Math.round(random() * 300) / 100,
      null,
      null,
      hourly[0],
      annual[0],
      Math.round(random() * 100) / 10,
      ...hourly.slice(1),
      ...annual.slice(1),
      null,
      null,
    ];
  }
}

/** National and local files have different levels: local ones only totals, major groups and detailed occupations. */
const listedInNation = () => true;
const listedLocally = (share) => (group, random) =>
  group === 'total' || group === 'major' || (group === 'detailed' && random() < share);

/**
 * The three files of a synthetic May 2023.
 *
 * @param states code and USPS of each state and territory
 * @returns name and rows of each, the header first
 */
export function syntheticYear(states) {
  const whole = function* (areas, listed) {
    yield COLUMNS;
    for (const [index, area] of areas.entries()) yield* rowsOf(area, index + 1, listed);
  };
  const stateAreas = states.map(({ fips, code, name, kind }) => ({
    code: fips,
    title: name,
    type: kind === 'STATE' ? '2' : '3',
    state: code.slice(3),
  }));
  const metros = Array.from({ length: 530 }, (_, index) => {
    const { state } = stateAreas[index % stateAreas.length];
    return { code: String(10_000 + index * 20), title: `Synthetic metro ${index}, ${state}`, type: '4', state };
  });
  return [
    { name: 'national_M2023_dl', rows: () => whole([NATION], listedInNation) },
    { name: 'state_M2023_dl', rows: () => whole(stateAreas, listedLocally(0.9)) },
    { name: 'MSA_M2023_dl', rows: () => whole(metros, listedLocally(0.76)) },
  ];
}
