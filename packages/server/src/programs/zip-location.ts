import type { Institution } from '@careergraph/db';
import type { Point, ZipLocationMethod } from '@careergraph/domain';
import type { Context } from '../context.js';
import { knowsZips } from '../places/zip.js';
import type { Directory } from './directory.js';

/** Where a ZIP code is, or why that is not known. */
export interface ZipLocation {
  readonly zip: string;
  readonly method: ZipLocationMethod;
  /** Null where no location is known. */
  readonly point: Point | null;
  /** `US-PR`; null where it is not known. */
  readonly stateCode: string | null;
  readonly explanation: string;
}

interface Known extends Point {
  readonly zip: string;
  readonly stateCode: string | null;
}

/**
 * The location of a ZIP code: that of GeoNames, else that of the institutions with this ZIP code, else that of the ZIP code
 * next to it in number. GeoNames lists no ZIP codes of Puerto Rico and Guam.
 */
export async function locateZip(context: Context, directory: Directory, zip: string): Promise<ZipLocation> {
  const fileIds = context.catalog.fileIdsOf(context.catalog.active('geonames-postal'), ['postal-codes']);
  const own = await placesOf(context, fileIds, { zip });
  const [first] = own;
  const matched = knowsZips(context.catalog) ? await context.zips.load(zip) : null;
  if (first) {
    // The shares of HUD tell a ZIP code of post office boxes: no residential address is counted in it.
    const isWithoutHomes = matched?.areaCode != null && matched.sharesBy === 'ALL_ADDRESSES';
    const boxes = isWithoutHomes
      ? ' It has no residential addresses (HUD), such as a ZIP code of post office boxes.'
      : '';
    const explanation = `Distances start at the location of ZIP ${zip} (GeoNames).${boxes}`;
    return { zip, method: 'LISTED', point: first, stateCode: first.stateCode, explanation };
  }
  const institutions = [...directory.institutions.values()].filter(hasPoint);
  const here = institutions.filter((institution) => institution.zip === zip);
  if (here.length > 0) {
    const explanation = `GeoNames has no location of ZIP ${zip}. Distances start at the mean location of the ${here.length === 1 ? 'institution' : `${here.length} institutions`} with this ZIP code (IPEDS).`;
    return { zip, method: 'INSTITUTIONS', point: meanOf(here), stateCode: here[0]?.stateCode ?? null, explanation };
  }
  const stateCode = matched?.areaCode == null ? null : matched.stateCode;
  const listed = await placesOf(context, fileIds, { zip: { startsWith: zip.slice(0, 3) } });
  const known = [...listed, ...institutions.filter((institution) => institution.zip.startsWith(zip.slice(0, 3)))];
  const neighbor = neighborOf(zip, stateCode, known);
  if (neighbor === null) {
    const explanation = `No location of ZIP ${zip} is known. None is guessed, because no ZIP code with a known location that begins with ${zip.slice(0, 3)} is surely in the same state. Ask for an area, such as its state.`;
    return { zip, method: 'UNKNOWN', point: null, stateCode, explanation };
  }
  const explanation = `No location of ZIP ${zip} is known. Distances start at that of ZIP ${neighbor.zip}, the known one next to it in number: they are a guess.`;
  return { zip, method: 'NEIGHBOR', point: neighbor, stateCode: neighbor.stateCode, explanation };
}

async function placesOf({ prisma }: Context, fileIds: number[], where: { zip: string | { startsWith: string } }) {
  if (fileIds.length === 0) return [];
  const rows = await prisma.zipPlace.findMany({
    where: { fileId: { in: fileIds }, ...where },
    orderBy: { row: 'asc' },
    take: MOST_PLACES,
  });
  return rows.map(({ zip, stateCode, latitude, longitude }) => ({ zip, stateCode, latitude, longitude }));
}

/** A hundred ZIP codes begin with three given digits, and few are listed twice. */
const MOST_PLACES = 200;

/** Of an unknown state: only if the known ZIP codes before and after it are of one state, as `resolveZip` asks. */
function neighborOf(zip: string, stateCode: string | null, known: readonly Known[]): Known | null {
  const sorted = known
    .filter((place) => stateCode === null || place.stateCode === stateCode)
    .toSorted((a, b) => Number(a.zip) - Number(b.zip));
  const before = sorted.findLast((place) => place.zip < zip) ?? null;
  const after = sorted.find((place) => place.zip > zip) ?? null;
  if (stateCode === null && (before === null || before.stateCode !== after?.stateCode)) return null;
  if (before === null || after === null) return before ?? after;
  return Number(zip) - Number(before.zip) <= Number(after.zip) - Number(zip) ? before : after;
}

export type Located = Institution & Point;

export function hasPoint(institution: Institution): institution is Located {
  return institution.latitude !== null && institution.longitude !== null;
}

function meanOf(points: readonly Point[]): Point {
  const mean = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  return { latitude: mean(({ latitude }) => latitude), longitude: mean(({ longitude }) => longitude) };
}
