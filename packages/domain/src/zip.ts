import { STATES } from './codes.js';
import { listed } from './listed.js';
import type { ZipMethod } from './vocabulary/places.js';

/** What the sources say of a ZIP code, for `resolveZip`. */
export interface ZipEvidence {
  readonly zip: string;
  /** Rows of HUD's crosswalk. No area code: outside of every CBSA. Shares from 0 to 1. */
  readonly shares: readonly ZipAreaShare[];
  /** Rows of the postal code list. */
  readonly places: readonly ZipPlaceFacts[];
  /** County FIPS to area code of its CBSA; a county of none is absent. */
  readonly countyAreas: ReadonlyMap<string, string>;
  /** For an unknown ZIP code: the known ones with the same first three digits that come right before and after it. */
  readonly neighbors: readonly ZipNeighbor[];
}

export interface ZipNeighbor {
  readonly zip: string;
  /** Null if it is in several states, or in none. */
  readonly stateCode: string | null;
}

export interface ZipAreaShare {
  readonly areaCode: string | null;
  readonly stateCode: string;
  readonly residential: number;
  readonly total: number;
}

export interface ZipPlaceFacts {
  readonly place: string;
  readonly stateCode: string | null;
  readonly countyFips: string | null;
}

export interface ZipResolution {
  readonly zip: string;
  readonly method: ZipMethod;
  /** False where the area is a guess: by the ZIP codes right before and after it, or one of several with equal claims. */
  readonly exact: boolean;
  /** `CBSA-36740`, or `US-FL` where no CBSA is known for it. */
  readonly areaCode: string;
  /** Share of the ZIP code's addresses that is in the area, 0 to 1; null where no addresses were counted. */
  readonly share: number | null;
  /** Which addresses `share` counts. */
  readonly sharesBy: 'RESIDENTIAL' | 'ALL_ADDRESSES' | null;
  /** The other areas that it lies in, the largest share first. */
  readonly others: readonly { readonly areaCode: string; readonly share: number }[];
  readonly place: string | null;
  /** Its own state or territory, whatever states the area has. */
  readonly stateCode: string;
  /** FIPS code of its county; null where no county is named for it. */
  readonly countyFips: string | null;
  /** In plain sentences, for a reader. */
  readonly explanation: string;
}

/** A ZIP code that leads to no area of figures. */
export interface UnresolvedZip {
  readonly areaCode: null;
  /** Why, in a plain sentence. */
  readonly explanation: string;
}

/**
 * The area that a ZIP code belongs to: the CBSA with the largest share of its residential addresses, else of all of
 * its addresses, else the CBSA of its county, else its state, else the state of the ZIP codes right before and after it.
 *
 * @returns no area where it is not found, or is served by the post and lies in no state or territory of `STATES`
 * @example
 * resolveZip({ zip: '32801', shares: [{ areaCode: 'CBSA-36740', stateCode: 'US-FL', residential: 1, total: 1 }], … })
 */
export function resolveZip(evidence: ZipEvidence): ZipResolution | UnresolvedZip {
  const { shares, places } = evidence;
  const counted = shares.filter(({ residential, total }) => residential > 0 || total > 0);
  if (counted.length > 0) return byShares(evidence, counted);
  if (places.length > 0) return byPlaces(evidence);
  return shares.length > 0 ? byListing(evidence) : byPrefix(evidence);
}

function byShares({ zip, places }: ZipEvidence, counted: readonly ZipAreaShare[]): ZipResolution | UnresolvedZip {
  const sharesBy = counted.some(({ residential }) => residential > 0) ? 'RESIDENTIAL' : 'ALL_ADDRESSES';
  const ranked = counted
    .map(({ areaCode, stateCode, residential, total }) => ({
      areaCode: areaCode ?? stateCode,
      stateCode,
      share: sharesBy === 'RESIDENTIAL' ? residential : total,
    }))
    .toSorted((a, b) => b.share - a.share || (a.areaCode < b.areaCode ? -1 : 1));
  const [{ areaCode, stateCode, share }, ...rest] = ranked as [(typeof ranked)[number], ...typeof ranked];
  if (!isState(stateCode)) return withoutFigures(zip, stateCode, 'HUD');
  const others = rest.map((other) => ({ areaCode: other.areaCode, share: other.share }));
  const ties = others.filter((other) => other.share === share).map((other) => other.areaCode);
  const addresses = sharesBy === 'RESIDENTIAL' ? 'its residential addresses' : 'all its addresses';
  const sentences = [
    `ZIP ${zip} ${sharesBy === 'RESIDENTIAL' ? 'lies' : 'has no residential addresses and lies'} ${within(areaCode)} with ${percent(share)} of ${addresses} (HUD).`,
    ...(ties.length > 0
      ? [`As many are ${listed(ties.map(within))}: of equal shares the area with the lower code is taken.`]
      : []),
    ...(others.length > 0
      ? [`It also lies ${listed(others.map((other) => `${within(other.areaCode)} (${percent(other.share)})`))}.`]
      : []),
  ];
  return {
    zip,
    method: others.length > 0 ? 'LARGEST_SHARE' : 'ONLY_AREA',
    exact: ties.length === 0,
    areaCode,
    share,
    sharesBy,
    others,
    place: placeOf(places),
    stateCode,
    countyFips: places.find((place) => place.stateCode === stateCode)?.countyFips ?? null,
    explanation: sentences.join(' '),
  };
}

function byPlaces({ zip, shares, places, countyAreas }: ZipEvidence): ZipResolution | UnresolvedZip {
  const found = { zip, exact: true, share: null, sharesBy: null, others: [], place: placeOf(places) } as const;
  const known = places.flatMap(({ stateCode, countyFips }) =>
    stateCode !== null && isState(stateCode) ? [{ stateCode, countyFips }] : [],
  );
  const counties = known.flatMap(({ stateCode, countyFips }) => {
    const areaCode = countyFips === null ? undefined : countyAreas.get(countyFips);
    return areaCode === undefined ? [] : [{ stateCode, countyFips, areaCode }];
  });
  const [county, ...rest] = counties.toSorted((a, b) => (a.areaCode < b.areaCode ? -1 : 1));
  if (county) {
    const more = [...new Set(rest.map(({ areaCode }) => areaCode))].filter((code) => code !== county.areaCode);
    const explanation = [
      `ZIP ${zip} ${lackOfShares(shares)}. Its county ${county.countyFips} (GeoNames) lies in ${county.areaCode} (delineation).`,
      ...(more.length > 0
        ? [`It has counties in ${listed(more)} as well: the area with the lower code is taken.`]
        : []),
    ].join(' ');
    return { ...found, ...county, exact: more.length === 0, method: 'COUNTY', explanation };
  }
  const [first] = known.toSorted((a, b) => (a.stateCode < b.stateCode ? -1 : 1));
  if (!first) return withoutFigures(zip, places.find(({ stateCode }) => stateCode !== null)?.stateCode, 'GeoNames');
  const areaCode = first.stateCode;
  const why =
    first.countyFips === null
      ? 'no county is named for it'
      : `its county ${first.countyFips} is in no CBSA that is known here`;
  const explanation = `ZIP ${zip} ${lackOfShares(shares)}. It lies in ${areaCode} (GeoNames), and ${why}.`;
  return { ...found, ...first, method: 'STATE', areaCode, explanation };
}

/** By rows of HUD that count no address, for a ZIP code that no other source has. */
function byListing({ zip, shares }: ZipEvidence): ZipResolution | UnresolvedZip {
  const states = [...new Set(shares.map(({ stateCode }) => stateCode))].toSorted();
  const [stateCode, other] = states;
  if (stateCode === undefined || !isState(stateCode)) return withoutFigures(zip, stateCode, 'HUD');
  const listedIn = `ZIP ${zip} ${lackOfShares(shares)}`;
  if (other !== undefined) {
    const explanation = `${listedIn}. HUD lists it in ${listed(states)}: in which of them it lies is not known.`;
    return { areaCode: null, explanation };
  }
  const explanation = `${listedIn}. It lies in ${stateCode} (HUD), and no other source has it.`;
  return { ...inState(zip, stateCode), method: 'STATE', exact: true, explanation };
}

function lackOfShares({ length }: readonly ZipAreaShare[]): string {
  return length > 0 ? "is in HUD's crosswalk without any address" : "is not in HUD's crosswalk";
}

/** Between two ZIP codes of one state, because others that begin alike may be of another state or territory: 96799. */
function byPrefix({ zip, neighbors }: ZipEvidence): ZipResolution | UnresolvedZip {
  const [before, after] = neighbors;
  const stateCode = before?.stateCode ?? null;
  if (!before || !after || stateCode === null || after.stateCode !== stateCode || !isState(stateCode)) {
    return {
      areaCode: null,
      explanation: `ZIP ${zip} is in no source. It is not guessed, because it is not between two known ZIP codes of one state that begin with ${zip.slice(0, 3)}.`,
    };
  }
  const explanation = `ZIP ${zip} is in no source. The known ZIP codes right before and after it, ${before.zip} and ${after.zip}, lie in ${stateCode}: this is a guess.`;
  return { ...inState(zip, stateCode), method: 'PREFIX', exact: false, explanation };
}

/** Of a ZIP code of which nothing but the state is known. */
function inState(zip: string, stateCode: string) {
  const unknown = { share: null, sharesBy: null, others: [], place: null, countyFips: null } as const;
  return { zip, areaCode: stateCode, stateCode, ...unknown };
}

function withoutFigures(zip: string, stateCode: string | null | undefined, source: string): UnresolvedZip {
  const where = stateCode ? `lies in ${stateCode}` : 'is a military post office, in no state or territory';
  return { areaCode: null, explanation: `ZIP ${zip} ${where} (${source}), for which there are no figures.` };
}

function isState(stateCode: string): boolean {
  return STATES.some(({ code }) => code === stateCode);
}

/** A military post office has a name too, and where a ZIP code has both, it comes second. */
function placeOf(places: readonly ZipPlaceFacts[]): string | null {
  const place = places.find(({ stateCode }) => stateCode !== null) ?? places[0];
  return place?.place ?? null;
}

function within(areaCode: string): string {
  return areaCode.startsWith('CBSA-') ? `in ${areaCode}` : `outside of every CBSA in ${areaCode}`;
}

/** To a tenth, but neither all nor nothing where it is not. */
function percent(share: number): string {
  if (share > 0.999 && share < 1) return 'over 99.9%';
  if (share > 0 && share < 0.001) return 'under 0.1%';
  return `${Number((share * 100).toFixed(1))}%`;
}
