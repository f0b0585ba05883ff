import { parseOccupationCode, parseReleaseKey } from '@careergraph/domain';
import { builder } from '../builder.js';
import type { OccupationEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { notAvailableYet, parseArgument } from '../errors.js';
import type { AreaBy as AreaByShape, AskedArea } from '../figures/areas.js';
import type { MaybePromise } from '../maybe-promise.js';
import { lookUpArea } from '../places/lookup.js';
import { AreaBy } from './area.js';

/** One figure reads the rows of the areas and occupations around it in each release, to find the first that answers. */
export const FIGURE_COST = { field: 30 };

/** A list of wages reads those of every area: some 400 metropolitan and 140 nonmetropolitan ones. */
export const AREAS_COST = 600;

/** Arguments of a single figure. */
export const figureArguments = builder.args((t) => ({
  in: t.field({ type: AreaBy, description: 'The area. Defaults to the nation.' }),
  asOf: t.string({
    description:
      'The key of a release, such as `2024-05`. Defaults to the newest release that has the figure. Returns null if the release is not loaded.',
  }),
  exact: t.boolean({
    required: true,
    defaultValue: false,
    description:
      'Return null instead of the figure of a larger area, a broader occupation, or a guessed or matched area. No figures are published for counties, metropolitan divisions, or ZIP codes: the answer for them is null, except for a ZIP code in a metropolitan area, which counts as that area.',
  }),
}));

/** Selects one of a career's occupations. */
export const occupationArgument = builder.args((t) => ({
  occupation: t.string({
    description: "The code of one of the career's occupations. Defaults to the primary occupation.",
  }),
}));

/** The area of an `in` argument: the nation by default, null if no area matches. */
export function areaOf(context: Context, by: AreaByShape | null | undefined): MaybePromise<AskedArea | null> {
  return by == null ? context.catalog.nation() : lookUpArea(context, by, 'in').then(({ area }) => area);
}

export function releaseKeyOf(asOf: string | null | undefined): string | null {
  return asOf == null ? null : parseArgument('asOf', () => parseReleaseKey(asOf));
}

/** The occupation with a code; null if it is unknown. O*NET codes need O*NET data. */
export function occupationOf({ catalog }: Context, code: string, argument: string): OccupationEntry | null {
  const parsed = parseArgument(argument, () => parseOccupationCode(code));
  const found = catalog.occupation(parsed);
  if (found === null && parsed.length > 7 && !catalog.occupations.some(({ level }) => level === 'ONET')) {
    throw notAvailableYet(argument, parsed, 'O*NET data', `Ask for ${parsed.slice(0, 7)}.`);
  }
  return found;
}
