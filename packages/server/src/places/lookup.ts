import {
  parseAreaCode,
  parseCountry,
  parseCounty,
  parseMetro,
  parseState,
  parseZip,
  STATES,
} from '@careergraph/domain';
import type { AreaEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { badInput, notAvailableYet, parseArgument } from '../errors.js';
import { type AreaBy, type AskedArea, isLocal } from '../figures/areas.js';
import { combinedAreaOf, divisionOf } from './combined.js';
import { knowsCounties } from './counties.js';
import { equivalentsOf, type Place } from './equivalents.js';
import { isDivision } from './principal-cities.js';
import { knowsZips } from './zip.js';

export interface AreaLookup {
  readonly area: AskedArea | null;
  /** How the query leads to the area, or why it leads to none; null if the query names the area itself. */
  readonly explanation: string | null;
}

const USE_STATE = 'Ask for a state.';
const AREA_PARSERS = {
  country: parseCountry,
  state: parseState,
  metro: parseMetro,
  county: parseCounty,
  zip: parseZip,
  code: parseAreaCode,
};
const NOWHERE: Place = { city: null, stateCode: null, countyFips: null };

/** Throws `BAD_USER_INPUT` if the code of the area is malformed, whether or not any data is loaded. */
export async function assertArea(context: Context, by: AreaBy, argument: string): Promise<void> {
  const { metro } = by;
  if (metro != null) await refuseCombinedArea(context, metro, `${argument}.metro`);
  const names = ['country', 'state', 'metro', 'county', 'zip', 'code'] as const;
  for (const name of names) {
    const value = by[name];
    if (value != null) parseArgument(`${argument}.${name}`, () => AREA_PARSERS[name](value));
  }
}

/** The area that a query names, with the reason if there is none. A malformed code is BAD_USER_INPUT. */
export async function lookUpArea(context: Context, by: AreaBy, argument: string): Promise<AreaLookup> {
  const { catalog } = context;
  const { country, state, metro, county, zip, code } = by;
  const read = <T>(name: keyof AreaBy, parse: (value: string) => T, value: string) =>
    parseArgument(`${argument}.${name}`, () => parse(value));
  if (country != null) {
    return itself(catalog.area(read('country', parseCountry, country)), `${country} is not the United States.`);
  }
  if (state != null) {
    return itself(catalog.area(read('state', parseState, state)), `No state or territory has the code ${state}.`);
  }
  if (zip != null) return lookUpZip(context, read('zip', parseZip, zip), `${argument}.zip`);
  if (county != null) return lookUpCounty(context, read('county', parseCounty, county), `${argument}.county`);
  if (metro != null) {
    await refuseCombinedArea(context, metro, `${argument}.metro`);
    return lookUpLocal(context, read('metro', parseMetro, metro), `${argument}.metro`);
  }
  const areaCode = read('code', parseAreaCode, code ?? '');
  if (/^(CBSA|NONMETRO)-/.test(areaCode)) return lookUpLocal(context, areaCode, `${argument}.code`);
  return itself(catalog.area(areaCode), `No area has the code ${areaCode}.`);
}

function itself(area: AreaEntry | null, reason: string): AreaLookup {
  return { area, explanation: area ? null : reason };
}

async function lookUpZip(context: Context, zip: string, argument: string): Promise<AreaLookup> {
  if (!knowsZips(context.catalog)) throw notAvailableYet(argument, zip, 'data on ZIP codes', USE_STATE);
  const resolution = await context.zips.load(zip);
  const { areaCode, explanation } = resolution;
  if (areaCode === null) return { area: null, explanation };
  // If neither the delineation nor a release of wages names a metropolitan area, only its code is known.
  const area = context.catalog.area(areaCode) ?? {
    code: areaCode,
    kind: 'METRO',
    name: areaCode,
    fips: null,
    parentCode: resolution.stateCode,
  };
  const { stateCode, countyFips, place: city } = resolution;
  return {
    area: { ...(await withEquivalents(context, area, { city, stateCode, countyFips })), stateCode, zip: resolution },
    explanation,
  };
}

async function lookUpCounty(context: Context, fips: string, argument: string): Promise<AreaLookup> {
  if (!knowsCounties(context.catalog)) throw notAvailableYet(argument, fips, 'data on counties', USE_STATE);
  const { area, explanation } = await context.counties.load(fips);
  if (area === null) return { area, explanation };
  const stateCode = STATES.find((state) => fips.startsWith(state.fips))?.code ?? null;
  const asked = await withEquivalents(context, area, { city: null, stateCode, countyFips: fips });
  return { area: { ...asked, ...(stateCode && { stateCode }), match: explanation }, explanation };
}

/** A metropolitan or nonmetropolitan area, or the metropolitan area that a division is part of. */
async function lookUpLocal(context: Context, code: string, argument: string): Promise<AreaLookup> {
  const { catalog } = context;
  const area = catalog.area(code);
  const division = await divisionOf(context, code);
  const whole = catalog.area(division?.areaCode ?? null);
  const inState = division?.stateCode ? { stateCode: division.stateCode } : {};
  // Some releases have figures of divisions: then the division is an area of its own.
  if (area) {
    const asked = await withEquivalents(context, area, NOWHERE);
    return { area: whole ? { ...asked, ...inState, parentCode: whole.code } : asked, explanation: null };
  }
  if (division && whole) {
    const explanation = `${code.slice(5)} is the metropolitan division ${division.title}. OEWS has no figures of divisions since May 2018: the area is ${whole.name} (${whole.code}), which it is part of.`;
    const asked = await withEquivalents(context, whole, NOWHERE);
    return { area: { ...asked, ...inState, match: explanation }, explanation };
  }
  if (!catalog.areas.some(isLocal)) throw notAvailableYet(argument, code, 'data on metropolitan areas', USE_STATE);
  return { area: null, explanation: `No loaded file has a metropolitan or nonmetropolitan area ${code}. ${USE_STATE}` };
}

async function refuseCombinedArea(context: Context, metro: string, argument: string): Promise<void> {
  const combined = /^\d{3}$/.test(metro) ? await combinedAreaOf(context, metro) : null;
  if (combined === null) return;
  const { title, areas, states } = combined;
  const instead =
    areas.length > 0
      ? `Ask for one of its metropolitan areas: ${areas.map(({ code, name }) => `${code.slice(5)} (${name})`).join(', ')}.`
      : `Its parts are micropolitan areas, which have no figures either. Ask for a state: ${states.map(({ code }) => code.slice(3)).join(', ')}.`;
  throw badInput(
    argument,
    `${metro} is the combined statistical area ${title}, for which there are no figures. ${instead}`,
    { example: areas[0]?.code.slice(5) },
  );
}

async function withEquivalents(context: Context, area: AreaEntry, place: Place): Promise<AskedArea> {
  const isDelineated = (area.kind === 'METRO' || area.kind === 'MICRO') && !isDivision(area.name);
  return isDelineated ? { ...area, equivalents: await equivalentsOf(context, area, place) } : area;
}
