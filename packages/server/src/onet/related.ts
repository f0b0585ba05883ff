import type { OccupationCode } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { type RelatedRow, rowsAt } from './loaders.js';
import { contentOf, type InRelease, locate, type OnetContent } from './place.js';

export interface Related extends OnetContent {
  readonly nodes: readonly InRelease<RelatedRow>[];
}

/** The occupations that O*NET relates to an occupation, the most similar first. */
export async function relatedOf(context: Context, occupation: OccupationCode, asOf: string | null): Promise<Related> {
  const place = locate(context.catalog, occupation, 'related', asOf);
  const related = await rowsAt(context.onet.related, place);
  return { ...contentOf(place, related.length), nodes: related.toSorted((a, b) => a.index - b.index) };
}
