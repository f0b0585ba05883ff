import type { AreaEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';

interface Division {
  readonly title: string;
  /** The metropolitan area that it is part of. */
  readonly areaCode: string;
  /** The state that all of it lies in; null if it lies in several. */
  readonly stateCode: string | null;
}

interface CombinedArea {
  readonly title: string;
  /** Its metropolitan areas, by code; none if it joins micropolitan areas only. */
  readonly areas: readonly AreaEntry[];
  /** The states that it lies in, by code. */
  readonly states: readonly AreaEntry[];
}

/** The metropolitan division with an area code (`CBSA-35614`); null if there is none. */
export async function divisionOf(context: Context, code: string): Promise<Division | null> {
  const counties = (await countiesOf(context)).filter(
    ({ divisionCode }) => divisionCode !== null && `CBSA-${divisionCode}` === code,
  );
  const [first, ...others] = counties;
  if (!first) return null;
  const isInOneState = others.every(({ stateCode }) => stateCode === first.stateCode);
  return {
    title: first.divisionTitle ?? code,
    areaCode: first.areaCode,
    stateCode: isInOneState ? first.stateCode : null,
  };
}

/** The combined statistical area with a code (`408`); null if there is none. */
export async function combinedAreaOf(context: Context, code: string): Promise<CombinedArea | null> {
  const counties = (await countiesOf(context)).filter(({ combinedCode }) => combinedCode === code);
  const [first] = counties;
  if (!first) return null;
  const areas = areasIn(context, new Set(counties.map(({ areaCode }) => areaCode)));
  return {
    title: first.combinedTitle ?? code,
    areas: areas.filter(({ kind }) => kind === 'METRO'),
    states: areasIn(context, new Set(counties.map(({ stateCode }) => stateCode))),
  };
}

function areasIn({ catalog }: Context, codes: ReadonlySet<string>): readonly AreaEntry[] {
  return [...codes].sort().flatMap((code) => catalog.area(code) ?? []);
}

/** The counties of the divisions and combined areas of the active delineation; read once per catalog. */
function countiesOf({ catalog, prisma }: Context) {
  const fileIds = catalog.fileIdsOf(catalog.active('census-cbsa'), ['delineation']);
  if (fileIds.length === 0) return Promise.resolve([]);
  return catalog.once('counties of parts', async () =>
    prisma.cbsaCounty.findMany({
      where: { fileId: { in: fileIds }, OR: [{ divisionCode: { not: null } }, { combinedCode: { not: null } }] },
      select: {
        ...{ areaCode: true, stateCode: true },
        ...{ divisionCode: true, divisionTitle: true, combinedCode: true, combinedTitle: true },
      },
    }),
  );
}
