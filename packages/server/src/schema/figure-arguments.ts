import { parseOccupationCode, parseReleaseKey } from '@careergraph/domain';
import { builder } from '../builder.js';
import type { OccupationEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { notAvailableYet, parseArgument } from '../errors.js';
import { type AreaBy as AreaByShape, type AskedArea, findArea } from '../figures/areas.js';
import { AreaBy } from './area.js';

/** Arguments of a single figure. */
export const figureArguments = builder.args((t) => ({
  in: t.field({ type: AreaBy, description: 'Where; the nation where it is not given.' }),
  asOf: t.string({
    description:
      'Key of a release, e.g. `2024-05`; the active release where it is not given. Null for a release that is not loaded.',
  }),
  exact: t.boolean({
    required: true,
    defaultValue: false,
    description: 'true: null rather than the figure of a wider area or occupation.',
  }),
}));

/** Which occupation of a career. */
export const occupationArgument = builder.args((t) => ({
  occupation: t.string({
    description: "Code of one of the career's occupations; the primary one where it is not given.",
  }),
}));

/** The area of an `in` argument: the nation where none is named, null where there is no such area. */
export async function areaOf(context: Context, by: AreaByShape | null | undefined): Promise<AskedArea | null> {
  return by == null ? context.catalog.nation() : findArea(context, by, 'in');
}

export function releaseKeyOf(asOf: string | null | undefined): string | null {
  return asOf == null ? null : parseArgument('asOf', () => parseReleaseKey(asOf));
}

/** A known occupation, null for an unknown code; O*NET codes need O*NET data. */
export function occupationOf({ catalog }: Context, code: string, argument: string): OccupationEntry | null {
  const parsed = parseArgument(argument, () => parseOccupationCode(code));
  const found = catalog.occupation(parsed);
  if (found === null && parsed.length > 7 && !catalog.occupations.some(({ level }) => level === 'ONET')) {
    throw notAvailableYet(argument, parsed, 'O*NET data', `Ask for ${parsed.slice(0, 7)}.`);
  }
  return found;
}
