import type { OccupationCode, ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { type RatingRow, rowsAt } from './loaders.js';
import { contentOf, type InRelease, locate, type OnetContent, type OnetTable } from './place.js';

export type Rating = InRelease<RatingRow>;

export interface RatingsAsked {
  readonly asOf: string | null;
  /** Include ratings that the publisher recommends to suppress, and those of elements that are not relevant. */
  readonly includeSuppressed: boolean;
}

/** An element with its ratings on each scale. */
export interface RatedElement {
  readonly elementId: string;
  readonly release: ReleaseEntry;
  readonly ratings: readonly Rating[];
  readonly hiddenScales: readonly string[];
}

/** A list that may leave out some of its rows. */
export interface Hiding<Entry> extends OnetContent {
  readonly nodes: readonly Entry[];
  readonly hidden: number;
}

/** The scales that lists are ordered by: importance and, for work styles since O*NET 30.1, impact. */
const ORDERING_SCALES = ['IM', 'WI'];

/** The rated elements of a table, the most important first. */
export async function ratedElements(
  context: Context,
  occupation: OccupationCode,
  kind: Extract<OnetTable, 'skills' | 'knowledge' | 'workStyles'>,
  asked: RatingsAsked,
): Promise<Hiding<RatedElement>> {
  const list = await ratingsBy(context, occupation, kind, asked, ({ elementId }) => elementId);
  const nodes = list.nodes.map(({ first, visible, hidden }) => ({
    elementId: first.elementId,
    release: first.release,
    ratings: visible,
    hiddenScales: hidden.map(({ scaleId }) => scaleId),
  }));
  return { ...list, nodes: nodes.toSorted(byImportance) };
}

export type CategoryShare = Rating & { readonly category: number };

/** The share of answers in each category of a scale, or one rating if the scale has no categories. */
export interface CategoryShares {
  readonly elementId: string;
  readonly scaleId: string;
  readonly release: ReleaseEntry;
  /** Null for a scale with categories. */
  readonly rating: Rating | null;
  readonly shares: readonly CategoryShare[];
}

/** The education, training and experience that an occupation needs, with categories from the least to the most. */
export async function educationNeeded(
  context: Context,
  occupation: OccupationCode,
  asked: RatingsAsked,
): Promise<Hiding<CategoryShares>> {
  const list = await ratingsBy(context, occupation, 'education', asked, (row) => `${row.elementId} ${row.scaleId}`);
  const nodes = list.nodes.map(({ first, visible }) => ({
    elementId: first.elementId,
    scaleId: first.scaleId,
    release: first.release,
    rating: visible.find(({ category }) => category === null) ?? null,
    shares: visible
      .filter((rating): rating is CategoryShare => rating.category !== null)
      .toSorted((a, b) => a.category - b.category),
  }));
  return { ...list, nodes: nodes.toSorted((a, b) => (a.elementId < b.elementId ? -1 : 1)) };
}

interface Group {
  readonly first: Rating;
  readonly visible: readonly Rating[];
  readonly hidden: readonly Rating[];
}

async function ratingsBy(
  context: Context,
  occupation: OccupationCode,
  table: OnetTable,
  { asOf, includeSuppressed }: RatingsAsked,
  nameOf: (row: RatingRow) => string,
): Promise<Hiding<Group>> {
  const place = locate(context.catalog, occupation, table, asOf);
  const all = await rowsAt(context.onet.ratings, place);
  const isHidden = (row: Rating) => !includeSuppressed && (row.recommendSuppress === true || row.notRelevant === true);
  const hidden = all.filter(isHidden);
  const groups = [...new Set(all.map(nameOf))].flatMap((name): Group[] => {
    const ratings = all.filter((row) => nameOf(row) === name);
    const visible = ratings.filter((rating) => !isHidden(rating));
    const [first] = visible;
    return first ? [{ first, visible, hidden: ratings.filter(isHidden) }] : [];
  });
  const allHidden =
    all.length > 0 && groups.length === 0
      ? `All ${hidden.length} ratings are recommended for suppression or not relevant; includeSuppressed shows them.`
      : null;
  return {
    ...contentOf(place, groups.length),
    ...(allHidden && { reason: allHidden }),
    nodes: groups,
    hidden: hidden.length,
  };
}

/** An element whose rating is hidden comes last, so that its position does not reveal the rating. */
function byImportance(a: RatedElement, b: RatedElement): number {
  const [x, y] = [orderingValue(a), orderingValue(b)];
  const byElement = a.elementId < b.elementId ? -1 : 1;
  if (x === null || y === null) return x === y ? byElement : x === null ? 1 : -1;
  return y - x || byElement;
}

function orderingValue({ ratings }: RatedElement): number | null {
  return ratings.find(({ scaleId }) => ORDERING_SCALES.includes(scaleId))?.valueHundredths ?? null;
}
