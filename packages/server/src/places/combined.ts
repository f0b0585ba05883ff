import type { AreaEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';

interface Division {
  readonly title: string;
  /** The metropolitan area that it is part of. */
  readonly areaCode: string;
}

interface CombinedArea {
  readonly title: string;
  /** Its metropolitan areas, by code. */
  readonly areas: readonly AreaEntry[];
}

/** The metropolitan division with an area code (`CBSA-35614`); null if there is none. */
export async function divisionOf(context: Context, code: string): Promise<Division | null> {
  const parts = await partsOf(context);
  const found = parts.find(({ divisionCode }) => divisionCode !== null && `CBSA-${divisionCode}` === code);
  return found ? { title: found.divisionTitle ?? code, areaCode: found.areaCode } : null;
}

/** The combined statistical area with a code (`408`); null if there is none. */
export async function combinedAreaOf(context: Context, code: string): Promise<CombinedArea | null> {
  const parts = (await partsOf(context)).filter(({ combinedCode }) => combinedCode === code);
  const [first] = parts;
  if (!first) return null;
  const codes = [...new Set(parts.map(({ areaCode }) => areaCode))].sort();
  const areas = codes
    .flatMap((areaCode) => context.catalog.area(areaCode) ?? [])
    .filter(({ kind }) => kind === 'METRO');
  return { title: first.combinedTitle ?? code, areas };
}

/** The divisions and combined areas of the active delineation; read once per catalog. */
function partsOf({ catalog, prisma }: Context) {
  const fileIds = catalog.fileIdsOf(catalog.active('census-cbsa'), ['delineation']);
  if (fileIds.length === 0) return Promise.resolve([]);
  return catalog.once('parts of areas', async () =>
    prisma.cbsaCounty.findMany({
      where: { fileId: { in: fileIds } },
      select: { areaCode: true, divisionCode: true, divisionTitle: true, combinedCode: true, combinedTitle: true },
      distinct: ['areaCode', 'divisionCode', 'combinedCode'],
    }),
  );
}
