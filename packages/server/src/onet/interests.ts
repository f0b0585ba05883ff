import type { OccupationCode } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { rowsAt } from './loaders.js';
import { contentOf, locate, type OnetContent } from './place.js';
import type { Rating } from './ratings.js';

/** The kinds of work that an occupation resembles, by Holland's codes: R, I, A, S, E, C. */
export interface Interests extends OnetContent {
  readonly nodes: readonly Rating[];
  readonly highPoints: readonly HighPoint[];
}

export interface HighPoint extends Rating {
  /** 1 for the strongest. */
  readonly rank: number;
  readonly elementId: string;
}

const INTEREST_SCALE = 'OI';
const HIGH_POINT_SCALE = 'IH';
/** Elements of the first, second and third high-point. */
const HIGH_POINTS = ['1.B.1.g', '1.B.1.h', '1.B.1.i'];
/** The value of a high-point is the number of an interest, from 1 (realistic) to 6 (conventional); 0 is none. */
const INTERESTS = ['1.B.1.a', '1.B.1.b', '1.B.1.c', '1.B.1.d', '1.B.1.e', '1.B.1.f'];

export async function interestsOf(
  context: Context,
  occupation: OccupationCode,
  asOf: string | null,
): Promise<Interests> {
  const place = locate(context.catalog, occupation, 'interests', asOf);
  const all = await rowsAt(context.onet.ratings, place);
  const on = (scaleId: string) => all.filter((rating) => rating.scaleId === scaleId);
  const nodes = on(INTEREST_SCALE).toSorted(
    (a, b) => b.valueHundredths - a.valueHundredths || (a.elementId < b.elementId ? -1 : 1),
  );
  const highPoints = on(HIGH_POINT_SCALE).flatMap((rating) => {
    const { elementId: highPoint, valueHundredths } = rating;
    const rank = HIGH_POINTS.indexOf(highPoint) + 1;
    const elementId = INTERESTS[valueHundredths / 100 - 1];
    return rank === 0 || elementId === undefined ? [] : [{ ...rating, rank, elementId }];
  });
  return { ...contentOf(place, all.length), nodes, highPoints: highPoints.toSorted((a, b) => a.rank - b.rank) };
}
