import type { Institution } from '@careergraph/db';
import {
  type InstitutionControl,
  milesBetween,
  type ProgramOrderField,
  type ProgramsLeftOutReason,
  parseZip,
} from '@careergraph/domain';
import type { Context } from '../context.js';
import { badInput, notAvailableYet, parseArgument } from '../errors.js';
import type { AreaBy, AskedArea } from '../figures/areas.js';
import { assertArea, lookUpArea } from '../places/lookup.js';
import type { Directory } from './directory.js';
import { hasPoint, locateZip, type ZipLocation } from './zip-location.js';

export interface NearBy {
  readonly zip?: { readonly code: string; readonly miles: number } | null | undefined;
  readonly area?: AreaBy | null | undefined;
}

/** The place that a query names. */
export interface PlaceShape {
  /** How the ZIP code was located; null for an area. */
  readonly location: ZipLocation | null;
  readonly miles: number | null;
  /** Null for a ZIP code, and for an area that is not known. */
  readonly area: AskedArea | null;
  /** How the place was found, or why not; null if the query names the area itself. */
  readonly explanation: string | null;
}

/** Why a whole institution is left out. */
type InstitutionReason = Extract<ProgramsLeftOutReason, 'CLOSED' | 'NO_COORDINATES' | 'OTHER_CONTROL'>;

/** The institutions of a place. */
export interface InstitutionsNear {
  readonly place: PlaceShape;
  /** Their distances in miles; null in an area. */
  readonly miles: ReadonlyMap<number, number> | null;
  readonly listed: readonly Institution[];
  readonly leftOut: readonly { readonly institution: Institution; readonly reason: InstitutionReason }[];
}

/** Farther than any commute, and enough to reach the next college in Alaska. */
export const MAX_MILES = 500;

/** @param near a place that {@link assertPlace} accepts */
export async function institutionsNear(
  context: Context,
  directory: Directory,
  near: NearBy,
  controls: readonly InstitutionControl[] | null,
): Promise<InstitutionsNear> {
  const { place, miles, inPlace, withoutPoint } = near.zip
    ? await nearZip(context, directory, near.zip)
    : await inArea(context, directory, near.area ?? {});
  const reasonOf = ({ active, control }: Institution): InstitutionReason | null => {
    if (!active) return 'CLOSED';
    return controls === null || (control !== null && controls.includes(control)) ? null : 'OTHER_CONTROL';
  };
  const leftOut = inPlace.flatMap((institution) => {
    const reason = reasonOf(institution);
    return reason === null ? [] : [{ institution, reason }];
  });
  const unlocated = withoutPoint.map((institution) => ({ institution, reason: 'NO_COORDINATES' as const }));
  return {
    place,
    miles,
    listed: inPlace.filter((institution) => reasonOf(institution) === null),
    leftOut: [...leftOut, ...unlocated],
  };
}

interface InPlace {
  readonly place: PlaceShape;
  readonly miles: ReadonlyMap<number, number> | null;
  readonly inPlace: readonly Institution[];
  readonly withoutPoint: readonly Institution[];
}

/** Throws `BAD_USER_INPUT` if the code of the area, the ZIP code, or the distance is malformed. */
export async function assertPlace(context: Context, { zip, area }: NearBy): Promise<void> {
  if (area) await assertArea(context, area, 'near.area');
  if (!zip) return;
  const { code, miles } = zip;
  parseArgument('near.zip.code', () => parseZip(code));
  if (miles < 1 || miles > MAX_MILES) {
    throw badInput('near.zip.miles', `${miles} is not from 1 to ${MAX_MILES}.`, { limit: MAX_MILES });
  }
}

async function nearZip(
  context: Context,
  directory: Directory,
  { code, miles }: NonNullable<NearBy['zip']>,
): Promise<InPlace> {
  const zip = parseZip(code);
  if (context.catalog.active('geonames-postal') === null) {
    throw notAvailableYet('near.zip', zip, 'locations of ZIP codes', 'Ask for an area: near: { area: { state: … } }.');
  }
  const location = await locateZip(context, directory, zip);
  const { point, explanation } = location;
  const place = { location, miles, area: null, explanation };
  const institutions = [...directory.institutions.values()];
  const distances = new Map<number, number>();
  if (point !== null) {
    for (const institution of institutions.filter(hasPoint)) {
      const distance = milesBetween(point, institution);
      if (distance <= miles) distances.set(institution.unitId, distance);
    }
  }
  return {
    place,
    miles: distances,
    inPlace: institutions.filter(({ unitId }) => distances.has(unitId)),
    // Any of its state could be near.
    withoutPoint: institutions.filter(
      (institution) => !hasPoint(institution) && institution.stateCode === location.stateCode,
    ),
  };
}

async function inArea(context: Context, directory: Directory, by: AreaBy): Promise<InPlace> {
  const { area, explanation } = await lookUpArea(context, by, 'near.area');
  if (area?.kind === 'NATION' || area?.kind === 'NONMETRO') {
    throw badInput(
      'near.area',
      `programs are listed for a state, a territory, or a metropolitan or micropolitan area, and not for ${area.name}.`,
    );
  }
  const institutions = area === null ? [] : [...directory.institutions.values()];
  const isState = area?.kind === 'STATE' || area?.kind === 'TERRITORY';
  return {
    place: { location: null, miles: null, area, explanation },
    miles: null,
    inPlace: institutions.filter(({ stateCode, areaCode }) => (isState ? stateCode : areaCode) === area?.code),
    withoutPoint: [],
  };
}

/** The institutions in the order of a list: its ties are sorted by distance, then by name. */
export function inOrder(
  { listed, miles }: InstitutionsNear,
  { outcomes }: Directory,
  { field, direction }: { readonly field: ProgramOrderField; readonly direction: 'ASC' | 'DESC' },
): readonly Institution[] {
  const sign = direction === 'DESC' ? -1 : 1;
  const distance = ({ unitId }: Institution) => miles?.get(unitId) ?? null;
  const price = ({ unitId }: Institution) => outcomes.get(unitId)?.netPriceUsd ?? null;
  const byName = (a: Institution, b: Institution) =>
    a.name === b.name ? a.unitId - b.unitId : a.name < b.name ? -1 : 1;
  const nearer = (a: Institution, b: Institution) => missingLast(distance(a), distance(b), 1) || byName(a, b);
  if (field === 'PRICE') return listed.toSorted((a, b) => missingLast(price(a), price(b), sign) || nearer(a, b));
  if (field === 'DISTANCE') {
    return listed.toSorted((a, b) => missingLast(distance(a), distance(b), sign) || byName(a, b));
  }
  return listed.toSorted(nearer);
}

function missingLast(a: number | null, b: number | null, sign: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return sign * (a - b);
}
